use graph_resource::graph_complex;

#[graph_complex(extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    #[graph(odata_type)]
    kind: Option<String>,
    name: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Car {
    #[graph(odata_type)]
    kind: Option<String>,
    #[graph(base)]
    base: Thing,
}

fn main() {}
