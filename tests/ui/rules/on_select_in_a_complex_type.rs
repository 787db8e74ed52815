use graph_resource::graph_complex;

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Part {
    #[graph(on_select)]
    title: Option<String>,
}

fn main() {}
