use graph_resource::graph_function;

struct Unknown;

#[graph_function(path = "/me/count", returns = Unknown)]
struct Count {}

fn main() {}
