use graph_resource::graph_complex;

#[graph_complex(extensible = "yes")]
struct Part {
    name: Option<String>,
}

fn main() {}
