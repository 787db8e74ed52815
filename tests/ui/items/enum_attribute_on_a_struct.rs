use graph_resource::graph_enum;

struct NotClone;

#[graph_enum]
struct Status {
    name: NotClone,
}

fn main() {}
