use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
struct User {
    #[graph(key)]
    id: String,
    mail: Option<String>,
}

#[graph_resource(path = "/groups")]
struct Group {
    #[graph(key)]
    id: String,
    mail: Option<String>,
}

fn main() {
    let _ = User::list().filter(Group::MAIL.eq("a"));
}
