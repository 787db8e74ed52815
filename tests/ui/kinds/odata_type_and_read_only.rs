use graph_resource::graph_complex;

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    #[graph(odata_type, read_only)]
    kind: Option<String>,
    name: Option<String>,
}

fn main() {}
