use graph_resource::graph_union;

#[graph_union]
struct Shape {
    name: Option<String>,
}

fn main() {}
