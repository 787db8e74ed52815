//! Every shape, as public items.

use std::collections::BTreeMap;

use graph_resource::edm::{DynamicProperties, Flags};
use graph_resource::{
    graph_action, graph_complex, graph_enum, graph_function, graph_resource, graph_union,
};

/// A base with properties of every kind.
#[graph_resource(path = "/entities", extensible)]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Entity {
    /// The key.
    #[graph(key)]
    pub id: String,
    /// The size.
    pub size: i32,
    /// The displayed text.
    pub name: Option<String>,
    /// A part, if there is one.
    #[graph(merge)]
    pub part: Option<Part>,
    /// A part that is always there.
    #[graph(merge)]
    pub whole: Part,
    /// By name.
    #[graph(merge)]
    pub entries: BTreeMap<String, bool>,
    /// Whose it is.
    #[graph(navigation, bind)]
    pub owner: Option<Box<Self>>,
    /// The members.
    #[graph(navigation, bind)]
    pub members: Option<Vec<Self>>,
    /// The group.
    #[graph(navigation)]
    pub parent: Option<Box<Self>>,
    /// A set.
    pub colors: Option<Flags<Color>>,
    /// An old one.
    #[deprecated = "Use `name`."]
    pub subject: Option<String>,
    /// The undeclared properties.
    #[graph(extra)]
    pub others: DynamicProperties,
}

/// An extension.
#[graph_resource(path = "/devices")]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Device {
    /// The properties of every entity.
    #[graph(base)]
    pub base: Entity,
    /// One of several.
    pub any: Option<Any>,
}

/// A complex type.
#[graph_complex(emit_type = "always")]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Part {
    /// The text.
    pub text: Option<String>,
    /// Written by the service.
    #[graph(read_only)]
    pub created: Option<String>,
    /// Deeper still.
    #[graph(merge)]
    pub inner: Option<Inner>,
}

/// An action.
#[graph_action(path = "/entities/{id}/change", also(mine = "/me/change"), returns = Option<Part>)]
#[derive(Debug)]
#[non_exhaustive]
pub struct ChangePart {
    /// The part.
    pub part: PartPatch,
    /// The sizes.
    pub sizes: Vec<i32>,
    /// The label.
    pub label: Option<String>,
}

/// A function.
#[graph_function(path = "/entities/{id}/find", returns = Vec<Part>)]
#[derive(Debug)]
#[non_exhaustive]
pub struct FindParts {
    /// The label.
    pub label: String,
    /// The limit.
    pub limit: Option<i32>,
}

/// An action without parameters.
#[graph_action(path = "/entities/{id}/reset")]
#[derive(Debug)]
#[non_exhaustive]
pub struct Reset {}

/// A complex type that others extend, and that contains itself.
#[graph_complex(extensible)]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Inner {
    /// The switch.
    pub is_on: Option<bool>,
    /// The next.
    pub next: Option<Box<Self>>,
}

/// With a parameter.
#[graph_complex]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Generic<T> {
    /// The content.
    pub value: Option<T>,
}

/// An enum of flags, of which one evolved.
#[graph_enum(flags)]
#[non_exhaustive]
pub enum Color {
    /// As of roses.
    Red,
    /// As of violets.
    #[graph(evolved)]
    Blue,
    /// Any other.
    #[graph(unknown)]
    Unknown(String),
}

/// A union.
#[graph_union]
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Any {
    /// In a box.
    Inner(Box<Inner>),
    /// An object of the base type.
    #[graph(base)]
    Part(Part),
    /// An old one.
    #[deprecated = "There are none any more."]
    Device(Box<Device>),
    /// Any other.
    #[graph(unknown)]
    Unknown(DynamicProperties),
}
