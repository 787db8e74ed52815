use graph_resource::graph_resource;

#[derive(Clone, PartialEq)]
pub enum Colour {
    Red,
}

#[graph_resource(path = "/cars")]
pub struct Car {
    #[graph(key)]
    pub id: String,
    pub colour: Option<Colour>,
}

fn main() {
    let _ = Car::update("1").colour(Colour::Red);
}
