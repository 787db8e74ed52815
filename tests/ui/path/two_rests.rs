use graph_resource::graph_resource;

#[graph_resource(path = "/sites/{*from}:/copy:/{*to}")]
struct Copy {
    name: Option<String>,
}

fn main() {
    let _ = Copy::get("a", "b");
}
