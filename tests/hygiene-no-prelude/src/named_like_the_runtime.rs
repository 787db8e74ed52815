//! Resources whose own names are those of the runtime and of serde.

#![allow(clippy::self_named_constructors, reason = "`Get::get` makes a request")]

macro_rules! resources {
    ($($name:ident)*) => {$(
        #[::graph_resource::graph_resource(path = "/things")]
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
        pub struct $name {
            #[graph(key)]
            pub id: ::std::string::String,
            #[graph(required)]
            pub title: ::std::string::String,
            #[graph(create_only)]
            pub kind: ::std::option::Option<::std::string::String>,
            #[graph(sensitive)]
            pub note: ::std::option::Option<::std::string::String>,
        }
    )*};
}

resources! {
    Change Patch Request Resource Property Key Client Update Create Get List Delete Page Error Endpoint
    Address Operation TypeInfo ResourceInfo ApiVersion Updated Created Response Sending Text Built Form Edm Codec
    PropertyValue PropertyReader PropertyWriter ReadProperties WriteProperties RequestParts Outgoing
    Serialize Serializer Deserialize Deserializer MapAccess GraphEnum GraphResource
}
