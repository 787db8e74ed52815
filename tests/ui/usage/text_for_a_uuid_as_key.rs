use graph_resource::graph_resource;
use uuid::Uuid;

#[graph_resource(path = "/cars")]
pub struct Car {
    #[graph(key)]
    pub id: Uuid,
    pub colour: Option<String>,
}

fn main() {
    let _ = Car::get("5e3b4e06-4c1f-4b0a-8b0c-1f3f0d5b0b51");
}
