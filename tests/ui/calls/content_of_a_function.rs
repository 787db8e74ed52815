use graph_resource::graph_function;

#[graph_function(path = "/me/content", content_type = "text/plain")]
struct Content {
    content: String,
}

fn main() {}
