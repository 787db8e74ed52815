use graph_resource::graph_resource;

#[graph_resource(path = "/cars")]
pub struct Car {
    #[graph(key)]
    pub id: String,
    #[graph(merge)]
    pub engine: Option<serde_json::Value>,
}

fn main() {}
