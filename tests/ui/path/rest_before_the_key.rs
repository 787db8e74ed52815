use graph_resource::graph_resource;

#[graph_resource(path = "/me/drive/root:/{*path}")]
struct DriveItem {
    #[graph(key)]
    id: String,
    name: Option<String>,
}

fn main() {
    let _ = DriveItem::get("Documents/Q1", "1");
}
