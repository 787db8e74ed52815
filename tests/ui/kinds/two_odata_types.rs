use graph_resource::graph_complex;

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    #[graph(odata_type)]
    kind: Option<String>,
    #[graph(odata_type)]
    other: Option<String>,
    name: Option<String>,
}

fn main() {}
