use graph_resource::graph_resource;

#[graph_resource(path = "/users/:user_id/notes")]
pub struct Note {
    #[graph(key)]
    pub id: String,
    pub text: Option<String>,
}

fn main() {
    // The functions already take the parameter.
    let _ = Note::update("u", "n").text("x");
}
