use graph_resource::graph_enum;

#[graph_enum]
enum Status<T> {
    Open,
    #[graph(unknown)]
    Unknown(T),
}

fn main() {}
