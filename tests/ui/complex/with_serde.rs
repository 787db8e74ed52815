use graph_resource::graph_complex;

#[graph_complex]
#[derive(Debug, serde::Serialize)]
struct Part {
    name: Option<String>,
}

fn main() {}
