use graph_resource::{graph_complex, graph_resource};

#[graph_complex(extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Thing {
    name: Option<String>,
}

#[graph_resource(path = "/things")]
struct Car {
    #[graph(base)]
    base: Thing,
    doors: Option<i32>,
}

fn use_it() {
    let _ = Car::update("1").doors(4);
}

fn main() {}
