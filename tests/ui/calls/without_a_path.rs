use graph_resource::graph_action;

#[graph_action(version = "beta")]
struct SendMail {
    subject: String,
}

fn main() {}
