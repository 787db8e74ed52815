use graph_resource::graph_resource;

#[graph_resource(path = "/cars")]
pub struct Car {
    #[graph(key)]
    pub id: String,
    #[graph(alternate_key)]
    pub number: Option<i32>,
}

fn main() {
    let _ = Car::get_by_number("text");
}
