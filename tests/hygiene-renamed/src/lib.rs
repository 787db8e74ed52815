//! The runtime under another name, as the only dependency: neither serde, nor http, nor bytes is named by what is generated.
//!
//! That this crate compiles is the test.

use graph::{Cloud, Endpoint, Error, graph_enum, graph_resource};

/// A property of each role.
#[graph_resource(path = "/users/{user_id}/notes", crate = "::graph")]
pub struct Note {
    #[graph(key)]
    pub id: String,
    #[graph(required)]
    pub title: String,
    #[graph(create_only)]
    pub kind: Option<String>,
    #[graph(with = "graph::edm::as_serde", sensitive)]
    pub colour: Option<String>,
    pub importance: Option<Importance>,
}

/// With a parameter, whose bound names the runtime as well.
#[graph_resource(path = "/me/box", crate = "graph")]
pub struct Box<T> {
    pub content: Option<T>,
}

/// An evolvable enum.
#[graph_enum(crate = "::graph")]
pub enum Importance {
    Low,
    #[graph(unknown)]
    Unknown(String),
}

macro_rules! lists {
    ($($name:ident through $runtime:literal;)*) => {$(
        /// Written by a macro that is told where the runtime is.
        #[graph_resource(path = "/lists", crate = $runtime)]
        pub struct $name {
            #[graph(key)]
            pub id: String,
        }
    )*};
}

lists! {
    TaskList through "::graph";
    TodoList through "graph";
}

/// What is sent, by requests of all kinds.
///
/// # Errors
///
/// Where a request cannot be built.
pub fn bodies() -> Result<Vec<String>, Error> {
    let endpoint = Endpoint::new(Cloud::Global);
    let requests = [
        Note::create("adele", "Milk")
            .kind("list")
            .to_http_request(&endpoint)?,
        Note::update("adele", "1")
            .importance(Importance::Low)
            .colour("red")
            .to_http_request(&endpoint)?,
        Box::<i32>::update().content(1).to_http_request(&endpoint)?,
    ];
    Ok(requests
        .iter()
        .map(|request| String::from_utf8_lossy(request.body()).into_owned())
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_are_those_of_any_crate() {
        assert_eq!(
            bodies().unwrap(),
            [
                r##"{"@odata.type":"#microsoft.graph.note","kind":"list","title":"Milk"}"##,
                r##"{"@odata.type":"#microsoft.graph.note","colour":"red","importance":"low"}"##,
                r##"{"@odata.type":"#microsoft.graph.box","content":1}"##,
            ]
        );
    }

    #[test]
    fn masked_debug_needs_no_dependency_either() {
        let patch = NotePatch {
            colour: graph::Change::Set("red".to_owned()),
            ..NotePatch::default()
        };
        assert_eq!(
            format!("{patch:?}"),
            r##"NotePatch {"@odata.type":"#microsoft.graph.note","colour":"[redacted]"}"##
        );
    }
}
