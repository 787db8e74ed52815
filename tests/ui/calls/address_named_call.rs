use graph_resource::graph_action;

#[graph_action(path = "/users/{user_id}/sendMail", also(call = "/me/sendMail"))]
struct SendMail {
    subject: String,
}

fn main() {}
