use graph_resource::graph_resource;

#[graph_resource(path = "/users", odata_type = "microsoft.graph.user", emit_type = "never",)]
pub struct User {
    #[graph(key)]
    #[graph(rename = "userId",)]
    pub id: String,
    #[graph(required,)]
    #[graph(sensitive)]
    pub name: String,
}

fn main() {
    let _ = User::create("Ada");
}
