use graph_resource::graph_resource;

#[graph_resource(path = "/users/:id/notes")]
pub struct Note {
    #[graph(key)]
    pub id: String,
    pub text: Option<String>,
}

fn main() {}
