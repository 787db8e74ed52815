use graph_resource::graph_action;

#[graph_action(path = "/users/{user_id}/sendMail")]
struct SendMail {
    subject: String,
}

fn main() {
    let _ = SendMail::call("ada");
}
