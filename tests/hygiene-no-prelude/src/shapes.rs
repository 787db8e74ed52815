//! Every shape, in a scope where every name is shadowed.

#[allow(
    unused_imports,
    clippy::wildcard_imports,
    reason = "all of it is to be in the way, and none of it is to be used"
)]
use crate::decoys::*;

/// A base with properties of every kind.
#[::graph_resource::graph_resource(path = "/entities", extensible)]
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Entity {
    #[graph(key)]
    pub id: ::std::string::String,
    pub size: ::core::primitive::i32,
    #[graph(alternate_key)]
    pub label: ::std::option::Option<::std::string::String>,
    #[graph(merge)]
    pub part: ::std::option::Option<Part>,
    #[graph(merge)]
    pub whole: Part,
    #[graph(merge)]
    pub entries: ::std::collections::BTreeMap<::std::string::String, ::core::primitive::bool>,
    #[graph(navigation, bind)]
    pub owner: ::std::option::Option<::std::boxed::Box<Entity>>,
    #[graph(navigation, bind)]
    pub members: ::std::option::Option<::std::vec::Vec<Entity>>,
    #[graph(navigation)]
    pub parent: ::std::option::Option<::std::boxed::Box<Entity>>,
    pub colors: ::std::option::Option<::graph_resource::edm::Flags<Color>>,
    #[graph(extra)]
    pub others: ::graph_resource::edm::DynamicProperties,
}

/// An extension.
#[::graph_resource::graph_resource(path = "/devices")]
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Device {
    #[graph(base)]
    pub base: Entity,
    pub any: ::std::option::Option<Any>,
}

/// A complex type.
#[::graph_resource::graph_complex(emit_type = "always")]
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Part {
    pub text: ::std::option::Option<::std::string::String>,
    #[graph(read_only)]
    pub created: ::std::option::Option<::std::string::String>,
    #[graph(merge)]
    pub inner: ::std::option::Option<Inner>,
    #[graph(sensitive)]
    pub pin: ::std::option::Option<::std::string::String>,
}

/// An action.
#[::graph_resource::graph_action(
    path = "/entities/{id}/change",
    also(mine = "/me/change"),
    returns = ::std::option::Option<Part>
)]
pub struct ChangeEntity {
    pub part: PartPatch,
    pub sizes: ::std::vec::Vec<::core::primitive::i32>,
    pub label: ::std::option::Option<::std::string::String>,
    #[graph(sensitive)]
    pub pin: ::std::option::Option<::std::string::String>,
}

/// A function.
#[::graph_resource::graph_function(path = "/entities/{id}/find", returns = ::std::vec::Vec<Part>)]
pub struct FindEntities {
    pub label: ::std::string::String,
    pub limit: ::std::option::Option<::core::primitive::i32>,
}

/// An action with a body that is not JSON.
#[::graph_resource::graph_action(path = "/entities/{id}/content", content_type = "text/plain")]
pub struct SetContent {
    pub content: ::std::string::String,
}

/// A complex type that others extend.
#[::graph_resource::graph_complex(extensible)]
#[derive(::std::clone::Clone, ::std::cmp::PartialEq, ::std::default::Default)]
pub struct Inner {
    pub on: ::std::option::Option<::core::primitive::bool>,
}

/// With a parameter.
#[::graph_resource::graph_complex]
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Generic<T> {
    pub value: ::std::option::Option<T>,
}

/// An enum of flags, of which one evolved.
#[::graph_resource::graph_enum(flags)]
pub enum Color {
    Red,
    #[graph(evolved)]
    Blue,
    #[graph(unknown)]
    Unknown(::std::string::String),
}

/// A union.
#[::graph_resource::graph_union]
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub enum Any {
    Inner(::std::boxed::Box<Inner>),
    #[graph(base)]
    Part(Part),
    #[graph(unknown)]
    Unknown(::graph_resource::edm::DynamicProperties),
}

/// The setters, with names in their way.
pub fn set(reference: ::graph_resource::Reference) -> DeviceUpdate {
    let part = |part: PartPatch| part.text("t").clear_inner();
    Device::update("1")
        .any_or_clear(::std::option::Option::None)
        .size(1)
        .label("n")
        .clear_label()
        .part(part)
        .clear_part()
        .whole(|whole| whole.inner(|inner| inner.on(true)))
        .entries(|entries| entries.set("a", true).remove("b"))
        .owner(reference)
        .clear_owner()
        .members([Entity::get("2")])
        .colors(Color::Red | Color::Blue)
        .others("x", 1)
        .others_typed("y", "#Int32", 2)
        .clear_others("z")
}
