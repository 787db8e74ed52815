//! Resources whose own names are those of the prelude, so that every bare name in generated code is one of them.

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
    Option Some None Result Ok Err String ToString Vec Box Default Clone Copy PartialEq Eq Debug Into From
    AsRef Iterator Send Sync Sized Drop Fn
}
