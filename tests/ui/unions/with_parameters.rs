use graph_resource::edm::DynamicProperties;
use graph_resource::graph_union;

#[graph_union]
enum Shape<T> {
    Part(T),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

fn main() {}
