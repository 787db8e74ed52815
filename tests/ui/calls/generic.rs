use graph_resource::graph_action;

#[graph_action(path = "/me/set")]
struct Set<T> {
    value: T,
}

fn main() {}
