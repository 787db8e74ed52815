use graph_resource::graph_resource;

#[graph_resource(path = "/users")]
struct User {
    #[graph(key)]
    id: String,
    mail: Option<String>,
}

fn main() {
    let _ = User::get("1").expand(User::MAIL.expand());
}
