//! Resources that a user's own macro writes.

use graph_resource::{Resource, graph_enum, graph_resource};

use crate::body;

macro_rules! resource {
    (
        $(#[$meta:meta])* $visibility:vis $name:ident at $path:literal {
            $key:ident: $key_type:ty;
            $($field:ident: $type:ty = $wire:literal;)*
        }
    ) => {
        $(#[$meta])*
        #[graph_resource(path = $path, version = "beta", emit_type = "never")]
        #[derive(Debug, Clone, PartialEq)]
        $visibility struct $name {
            #[graph(key)]
            $key: $key_type,
            $(#[graph(rename = $wire)] $field: $type,)*
        }
    };
}

resource! {
    /// Written by a macro.
    pub Image at "/users/{user_id}/images" {
        id: String;
        title: Option<String> = "displayName";
        size: Option<i64> = "size";
        level: Option<u8> = "level";
        tags: Vec<String> = "tags";
        ready: bool = "isReady";
        state: Option<State> = "state";
    }
}

resource! {
    Private at "/privates" {
        r#type: String;
        r#final: Option<String> = "end";
    }
}

/// Types as the argument of an `Option` that the macro writes.
macro_rules! nullable {
    ($name:ident { $($field:ident: $type:ty,)* }) => {
        #[graph_resource(path = "/nullables", emit_type = "never")]
        pub struct $name {
            $(pub $field: Option<$type>,)*
            pub of_the_macro: Option<String>,
            pub standard: ::std::option::Option<$crate::macros::State>,
        }
    };
}

nullable!(Nullable { text: String, small: u8, many: Vec<i64>, state: State, });

macro_rules! states {
    ($visibility:vis $name:ident { $($member:ident = $wire:literal),* }) => {
        #[graph_enum]
        $visibility enum $name {
            $(#[graph(rename = $wire)] $member,)*
            #[graph(unknown)]
            Unknown(String),
        }
    };
}

states!(pub State { On = "on", Off = "switchedOff" });

#[test]
fn an_option_that_comes_as_one_type_is_nullable() {
    let update = Image::update("adele", "1")
        .title("Windows")
        .clear_size()
        .level(5)
        .ready(true)
        .tags(["a".to_owned()]);
    assert_eq!(
        body(&update.state_or_clear(None)),
        r#"{"displayName":"Windows","size":null,"level":5,"tags":["a"],"isReady":true,"state":null}"#
    );
}

#[test]
fn a_type_that_comes_as_an_argument_is_the_value() {
    let update = Nullable::update()
        .text("t")
        .small(5)
        .many([1, 2])
        .clear_state()
        .of_the_macro("m")
        .standard(State::Off);
    assert_eq!(
        body(&update),
        r#"{"text":"t","small":5,"many":[1,2],"state":null,"ofTheMacro":"m","standard":"switchedOff"}"#
    );
}

#[test]
fn a_path_that_comes_as_a_literal_has_its_parameters() {
    assert_eq!(Image::INFO.item_path(), "/users/{user_id}/images/{id}");
    let request = Image::get("a b", "1")
        .without_select()
        .to_http_request(&graph_resource::Cloud::Global.into())
        .unwrap();
    assert_eq!(
        request.uri(),
        "https://graph.microsoft.com/beta/users/a%20b/images/1"
    );
}

#[test]
fn a_struct_that_the_macro_keeps_private_works_where_it_is() {
    let private: Private = serde_json::from_str(r#"{"type":"t","end":"e"}"#).unwrap();
    let update = Private::update(&private.r#type).final_or_clear(private.r#final);
    assert_eq!(body(&update), r#"{"end":"e"}"#);
}

/// A macro that a macro calls, with everything passed on.
macro_rules! through {
    ($($tokens:tt)*) => { resource! { $($tokens)* } };
}

through! {
    pub(crate) Through at "/throughs" { id: String; name: Option<String> = "name"; }
}

#[test]
fn tokens_may_pass_through_several_macros() {
    assert_eq!(body(&Through::update("1").name("n")), r#"{"name":"n"}"#);
}
