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

#[test]
fn arguments_may_come_from_a_macro() {
    let _ = Task::update("t").clear_title();
}
