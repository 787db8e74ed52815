use graph_resource::graph_resource;

#[graph_resource(path = "/tasks")]
union Task {
    number: u32,
    other: f32,
}

fn main() {}
