//! The runtime under another name, as the only dependency: generated code names neither serde, nor http, nor bytes.
//!
//! That this crate compiles is the test.

use graph::{
    Cloud, Endpoint, Error, graph_action, graph_complex, graph_enum, graph_function,
    graph_resource, graph_union,
};

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

/// A base.
#[graph_resource(path = "/entities", extensible, crate = "::graph")]
pub struct Entity {
    #[graph(key)]
    pub id: String,
    #[graph(merge)]
    pub part: Option<Part>,
    #[graph(navigation, bind)]
    pub members: Option<Vec<Note>>,
    #[graph(extra)]
    pub others: graph::edm::DynamicProperties,
}

/// An extension.
#[graph_resource(path = "/devices", operations(update), crate = "::graph")]
pub struct Device {
    #[graph(base)]
    pub base: Entity,
    pub any: Option<Any>,
    pub colors: Option<graph::edm::Flags<Color>>,
}

/// A complex type.
#[graph_complex(crate = "::graph")]
#[derive(Clone, PartialEq, Default)]
pub struct Part {
    pub text: Option<String>,
}

/// An action.
#[graph_action(path = "/devices/{id}/reset", crate = "::graph")]
pub struct Reset {
    pub part: PartPatch,
    pub reason: Option<String>,
}

/// A function.
#[graph_function(path = "/devices/find", returns = Vec<Part>, version = "beta", crate = "::graph")]
pub struct FindDevices {
    pub label: String,
}

/// A union.
#[graph_union(crate = "::graph")]
#[derive(Clone, PartialEq)]
pub enum Any {
    Part(Part),
    #[graph(unknown)]
    Unknown(graph::edm::DynamicProperties),
}

/// An enum of flags.
#[graph_enum(flags, crate = "::graph")]
pub enum Color {
    Red,
    Blue,
    #[graph(unknown)]
    Unknown(String),
}

/// The setters of the base.
pub fn update(part: &str) -> DeviceUpdate {
    Device::update("1")
        .colors(Color::Red | Color::Blue)
        .part(|parts| parts.text(part))
        .members([Note::get("1", "2")])
        .clear_others("x")
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

/// Returns the HTTP requests of all kinds.
///
/// # Errors
///
/// Fails if a request cannot be built.
pub fn bodies() -> Result<Vec<String>, Error> {
    let endpoint = Endpoint::new(Cloud::Global);
    let requests = [
        Note::create(
            "adele",
            NewNote {
                title: "Milk".into(),
            },
        )
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
