use graph_resource::graph_resource;

#[derive(Clone, PartialEq)]
pub struct Engine {
    pub power: i32,
}

#[graph_resource(path = "/cars")]
pub struct Car {
    #[graph(key)]
    pub id: String,
    pub engines: Option<Vec<Engine>>,
}

fn main() {}
