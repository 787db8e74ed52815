use graph_resource::graph_action;

#[graph_action(path = "/me/sendMail", content_type = "text/plain")]
struct SendMime {
    mime: String,
    other: String,
}

fn main() {}
