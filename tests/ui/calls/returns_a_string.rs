use graph_resource::graph_function;

#[graph_function(path = "/me/count", returns = "i32")]
struct Count {}

fn main() {}
