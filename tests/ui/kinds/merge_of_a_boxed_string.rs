use graph_resource::graph_resource;

#[graph_resource(path = "/cars")]
pub struct Car {
    #[graph(key)]
    pub id: String,
    #[graph(merge)]
    pub engine: Box<String>,
}

fn main() {}
