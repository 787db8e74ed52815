use graph_resource::{graph_complex, graph_resource};

#[graph_complex]
pub struct Engine {
    pub power: Option<i32>,
}

#[graph_resource(path = "/cars")]
pub struct Car {
    #[graph(key)]
    pub id: String,
    pub engine: Option<Engine>,
}

fn main() {}
