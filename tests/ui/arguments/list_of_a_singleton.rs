use graph_resource::graph_resource;

#[graph_resource(path = "/things", extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    #[graph(key)]
    id: String,
    name: Option<String>,
}

#[graph_resource(path = "/things/first", singleton, operations(list, update))]
struct First {
    #[graph(base)]
    base: Thing,
    doors: Option<i32>,
}

fn main() {}
