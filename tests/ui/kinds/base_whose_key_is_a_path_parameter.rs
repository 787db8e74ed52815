use graph_resource::graph_resource;

#[graph_resource(path = "/things", extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    #[graph(key)]
    id: String,
    name: Option<String>,
}

#[graph_resource(path = "/users/{user_id}/things/{id}")]
struct Car {
    #[graph(base)]
    base: Thing,
    doors: Option<i32>,
}

fn main() {}
