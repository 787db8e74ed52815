use graph_resource::graph_resource;

#[graph_resource(path = "/cars")]
pub struct Car {
    #[graph(key)]
    pub number: i64,
    pub colour: Option<String>,
}

fn main() {
    let _ = Car::get("text");
}
