use graph_resource::graph_action;

#[graph_action(path = "/me/sendMail")]
enum SendMail {
    Now,
}

fn main() {}
