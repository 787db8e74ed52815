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

/// Types of properties whose names are those of generic parameters in generated code.
pub mod parameters {
    macro_rules! complex_types {
        ($($name:ident)*) => {$(
            #[::graph_resource::graph_complex]
            #[derive(::core::clone::Clone, ::core::cmp::PartialEq, ::core::default::Default)]
            pub struct $name {
                pub on: ::std::option::Option<::core::primitive::bool>,
            }
        )*};
    }

    complex_types! { Request Kind Steps Patch Body }

    /// A resource with a property of each.
    #[::graph_resource::graph_resource(path = "/things", extensible)]
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
    pub struct Thing {
        #[graph(key)]
        pub id: ::std::string::String,
        pub request: ::std::option::Option<Request>,
        #[graph(merge)]
        pub kind: ::std::option::Option<Kind>,
        #[graph(merge)]
        pub steps: ::std::collections::BTreeMap<::std::string::String, Steps>,
        pub patch: ::std::vec::Vec<Patch>,
        #[graph(create_only)]
        pub body: ::std::option::Option<Body>,
    }

    /// A resource with parameters of these names.
    #[::graph_resource::graph_resource(path = "/others")]
    #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
    pub struct Other<Body, Steps> {
        #[graph(key)]
        pub id: ::std::string::String,
        pub body: ::std::option::Option<Body>,
        pub steps: ::std::option::Option<Steps>,
    }
}
