//! The runtime through another crate, which is the only dependency, by its path there and by one of our own.
//!
//! That this crate compiles is the test.

mod reexport {
    pub(crate) use graph_resource_hygiene_facade::sdk::graph_resource;
}

/// By the path in the other crate.
pub mod by_its_own_path {
    use graph_resource_hygiene_facade::sdk::graph_resource::{graph_enum, graph_resource};

    /// A resource.
    #[graph_resource(
        path = "/lists",
        crate = "::graph_resource_hygiene_facade::sdk::graph_resource"
    )]
    pub struct List {
        #[graph(key)]
        pub id: String,
        pub kind: Option<Kind>,
    }

    /// An evolvable enum.
    #[graph_enum(crate = "graph_resource_hygiene_facade::sdk::graph_resource")]
    pub enum Kind {
        Tasks,
        #[graph(unknown)]
        Unknown(String),
    }
}

/// By a path in this crate.
pub mod by_a_path_of_ours {
    /// A resource.
    #[crate::reexport::graph_resource::graph_resource(
        path = "/lists",
        crate = "crate::reexport::graph_resource"
    )]
    pub struct List {
        #[graph(key)]
        pub id: String,
        #[graph(sensitive)]
        pub name: Option<String>,
    }
}

/// By a path that begins where the struct is.
pub mod by_a_relative_path {
    /// A resource.
    #[super::reexport::graph_resource::graph_resource(
        path = "/lists",
        crate = "super::reexport::graph_resource"
    )]
    pub struct List {
        #[graph(key)]
        pub id: String,
        pub name: Option<String>,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use reexport::graph_resource::{Cloud, Endpoint};

    #[test]
    fn requests_are_those_of_any_crate() {
        let endpoint = Endpoint::new(Cloud::Global);
        let requests = [
            by_its_own_path::List::update("1")
                .kind(by_its_own_path::Kind::Tasks)
                .to_http_request(&endpoint),
            by_a_path_of_ours::List::update("1")
                .name("n")
                .to_http_request(&endpoint),
            by_a_relative_path::List::update("1")
                .clear_name()
                .to_http_request(&endpoint),
        ];
        let bodies = requests
            .map(|request| String::from_utf8(request.unwrap().into_body().to_vec()).unwrap());
        assert_eq!(
            bodies,
            [
                r##"{"@odata.type":"#microsoft.graph.list","kind":"tasks"}"##,
                r##"{"@odata.type":"#microsoft.graph.list","name":"n"}"##,
                r##"{"@odata.type":"#microsoft.graph.list","name":null}"##,
            ]
        );
    }
}
