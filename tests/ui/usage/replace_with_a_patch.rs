use graph_resource::graph_resource;

#[graph_resource(path = "/shifts", update(method = "PUT"))]
pub struct Shift {
    #[graph(key)]
    pub id: String,
    pub notes: Option<String>,
}

fn main() {
    let _ = Shift::replace(ShiftPatch::default().notes("n"));
}
