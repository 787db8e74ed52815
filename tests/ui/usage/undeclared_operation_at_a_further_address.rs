use graph_resource::graph_resource;

#[graph_resource(path = "/skus", also(mine = "/me/skus"), operations(list, get))]
struct Sku {
    #[graph(key)]
    id: String,
    name: Option<String>,
}

fn main() {
    let _ = Sku::mine().delete("1");
}
