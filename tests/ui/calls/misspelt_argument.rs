use graph_resource::graph_action;

#[graph_action(path = "/me/sendMail", return = String)]
struct SendMail {}

fn main() {}
