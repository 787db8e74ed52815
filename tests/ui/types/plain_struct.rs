use graph_resource::graph_resource;

#[derive(Clone, PartialEq)]
pub struct Engine {
    pub power: i32,
}

#[graph_resource(path = "/cars")]
pub struct Car {
    #[graph(key)]
    pub id: String,
    pub engine: Engine,
}

fn main() {
    let _ = Car::update("1").engine(Engine { power: 1 });
}
