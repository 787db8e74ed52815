use graph_resource::graph_complex;

#[graph_complex(extensible)]
struct Part<T> {
    name: Option<T>,
}

fn main() {}
