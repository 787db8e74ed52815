use graph_resource::graph_resource;

#[graph_resource(path = "/sites", also(mine = "/me/sites"))]
struct Site {
    #[graph(key)]
    number: i64,
    name: Option<String>,
}

fn main() {
    let _ = Site::mine().get("7");
}
