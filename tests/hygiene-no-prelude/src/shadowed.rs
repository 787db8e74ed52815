//! Resources of every kind, in a scope where every name is shadowed.

#[allow(
    unused_imports,
    clippy::wildcard_imports,
    reason = "all of it is to be in the way, and none of it is to be used"
)]
use crate::decoys::*;

/// A property of each role, nullable and not.
#[::graph_resource::graph_resource(path = "/users/{user_id}/notes", version = "beta")]
#[derive(::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Note {
    /// The key.
    #[graph(key, create_only)]
    pub id: ::std::string::String,
    #[graph(etag)]
    pub etag: ::core::option::Option<::std::string::String>,
    #[graph(required)]
    pub title: ::std::string::String,
    #[graph(create_only, required)]
    pub kind: ::std::string::String,
    #[graph(create_only)]
    pub folder: ::std::option::Option<::std::string::String>,
    #[graph(write_only, sensitive)]
    pub password: ::std::option::Option<::std::string::String>,
    #[graph(read_only)]
    pub created: ::std::option::Option<::std::string::String>,
    #[graph(default)]
    pub tags: ::std::vec::Vec<::std::string::String>,
    #[graph(with = "graph_resource_module")]
    pub colour: ::std::option::Option<Colour>,
    pub importance: ::std::option::Option<Importance>,
}

/// A singleton that is updated with PUT, under its own name on the wire.
#[::graph_resource::graph_resource(
    path = "/me/settings",
    odata_type = "microsoft.graph.userSettings",
    emit_type = "never",
    update(method = "PUT"),
    operations(get, update)
)]
pub struct Settings {
    pub time_zone: ::std::option::Option<::std::string::String>,
}

/// With parameters.
#[::graph_resource::graph_resource(path = "/boxes")]
pub struct Generic<'a, T, const N: u8>
where
    T: ::std::cmp::Ord,
{
    #[graph(key, required)]
    pub id: ::std::string::String,
    pub text: ::std::borrow::Cow<'a, ::core::primitive::str>,
    #[graph(default)]
    pub values: ::std::vec::Vec<T>,
    #[graph(create_only, sensitive)]
    pub first: ::std::option::Option<T>,
}

/// An evolvable enum.
#[::graph_resource::graph_enum]
pub enum Importance {
    Low,
    High,
    #[graph(unknown)]
    Unknown(::std::string::String),
}

/// A type that knows nothing of properties.
#[derive(::std::fmt::Debug, ::std::clone::Clone, ::std::cmp::PartialEq)]
pub struct Colour;

mod graph_resource_module {
    use super::Colour;

    pub(super) fn serialize<S: ::graph_resource::__private::Serializer>(
        _: &Colour,
        serializer: S,
    ) -> ::std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str("red")
    }

    pub(super) fn deserialize<'de, D: ::graph_resource::__private::Deserializer<'de>>(
        deserializer: D,
    ) -> ::std::result::Result<Colour, D::Error> {
        let _: ::std::string::String =
            ::graph_resource::__private::Deserialize::deserialize(deserializer)?;
        ::std::result::Result::Ok(Colour)
    }
}

/// Everything that is generated, used.
pub fn requests(
    endpoint: &::graph_resource::Endpoint,
) -> ::std::vec::Vec<::std::result::Result<::std::string::String, ::graph_resource::Error>> {
    fn line(
        request: &impl ::graph_resource::Request,
        endpoint: &::graph_resource::Endpoint,
    ) -> ::std::result::Result<::std::string::String, ::graph_resource::Error> {
        let request = ::graph_resource::Request::to_http_request(request, endpoint)?;
        let body = ::std::string::String::from_utf8_lossy(request.body());
        ::std::result::Result::Ok(::std::format!(
            "{} {} {body}",
            request.method(),
            request.uri()
        ))
    }
    ::std::vec![
        line(&Note::list("adele"), endpoint),
        line(&Note::get("adele", "1"), endpoint),
        line(
            &Note::delete("adele", "1").with_if_match("W/\"1\""),
            endpoint
        ),
        line(
            &Note::create(
                "adele",
                NewNote {
                    title: ::std::convert::Into::into("Milk"),
                    kind: ::std::convert::Into::into("list"),
                },
            )
            .id("1")
            .folder("home")
            .password("p"),
            endpoint,
        ),
        line(
            &Note::update("adele", "1")
                .with_header("x-test", "1")
                .with_query("a", "b")
                .with_allow_empty()
                .title("Milk")
                .clear_password()
                .importance(Importance::High)
                .colour_or_clear(::std::option::Option::Some(Colour))
                .with_return_minimal(),
            endpoint,
        ),
        line(
            &Settings::replace(Settings {
                time_zone: ::core::option::Option::Some(::std::convert::Into::into("UTC")),
            }),
            endpoint,
        ),
        line(
            &Generic::<'static, i32, 3>::create(NewGeneric {
                id: ::std::convert::Into::into("a")
            })
            .values([1, 2])
            .first(1),
            endpoint,
        ),
        line(&Generic::<'static, i32, 3>::update("a").text("b"), endpoint),
    ]
}
