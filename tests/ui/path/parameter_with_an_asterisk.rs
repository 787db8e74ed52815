use graph_resource::graph_resource;

#[graph_resource(path = "/drives/*rest")]
pub struct Item {
    #[graph(key)]
    pub id: String,
}

fn main() {}
