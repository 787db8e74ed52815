use graph_resource::graph_resource;

#[graph_resource(path = "/me/drive/root:/{*path}/children")]
struct DriveItem {
    #[graph(key)]
    id: String,
    name: Option<String>,
}

fn main() {
    let _ = DriveItem::list("Documents/Q1");
}
