use graph_resource::graph_resource;

#[graph_resource(path = "/teams/{team_id}/schedule/shifts", update(method = "PUT"))]
pub struct Shift {
    #[graph(key)]
    pub id: String,
    pub notes: Option<String>,
}

fn main() {
    let _ = Shift::update("t", "s").notes("n").with_header("a", "b");
}
