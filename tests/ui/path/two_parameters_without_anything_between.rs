use graph_resource::graph_resource;

#[graph_resource(path = "/reports/{year}{month}")]
struct Report {
    title: Option<String>,
}

fn main() {
    let _ = Report::get("2026", "11");
}
