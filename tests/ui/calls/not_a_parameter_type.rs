use graph_resource::graph_action;

struct Message;

#[graph_action(path = "/users/{user_id}/sendMail")]
struct SendMail {
    message: Message,
}

fn main() {}
