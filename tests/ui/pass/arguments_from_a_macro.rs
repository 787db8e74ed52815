use graph_resource::graph_resource;

macro_rules! resource {
    ($name:ident, $path:literal, $version:literal, $property:ident: $type:ty) => {
        #[graph_resource(path = $path, version = $version)]
        pub struct $name {
            #[graph(key)]
            pub id: String,
            pub $property: $type,
        }
    };
}

resource!(Task, "/tasks", "beta", title: Option<String>);

fn main() {
    let _ = Task::update("t").clear_title();
}
