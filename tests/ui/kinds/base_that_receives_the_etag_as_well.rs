use graph_resource::graph_resource;

#[graph_resource(path = "/things", extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    #[graph(key)]
    id: String,
    #[graph(etag)]
    etag: Option<String>,
    name: Option<String>,
}

#[graph_resource(path = "/things")]
struct Car {
    #[graph(base)]
    base: Thing,
    #[graph(etag)]
    etag: Option<String>,
    doors: Option<i32>,
}

fn main() {}
