use graph_resource::graph_resource;

#[graph_resource(path = "/drives/{drive_id}/items", media(get = "content", preview = "thumbnail", preview = "large"))]
struct DriveItem {
    #[graph(key)]
    id: String,
}

fn main() {
    DriveItem::preview("1", "2");
}
