use graph_resource::graph_complex;

#[graph_complex]
enum Part {
    One,
}

fn main() {}
