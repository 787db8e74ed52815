use graph_resource::graph_action;

#[graph_action(path = "/devices/{id}/retire")]
struct Retire;

fn main() {}
