use graph_resource::graph_resource;

#[graph_resource(path = "/things", extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    #[graph(key)]
    id: String,
    name: Option<String>,
}

#[graph_resource(path = "/things", extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Car {
    #[graph(base)]
    base: Thing,
    doors: Option<i32>,
}

#[graph_resource(path = "/things")]
struct SportsCar {
    #[graph(base)]
    base: Car,
    #[graph(rename = "name")]
    title: Option<String>,
}

fn main() {}
