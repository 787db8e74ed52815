//! Fields with names that generated code uses, or that are keywords.

use graph_resource::graph_resource;

use crate::body;

/// A struct of these fields, and a test that each of them arrives under its name on the wire.
macro_rules! fields {
    ($($module:ident { $($field:ident $wire:literal),* $(,)? })*) => {$(
        mod $module {
            use super::*;

            #[graph_resource(path = "/things", emit_type = "never")]
            #[derive(Debug, Clone, PartialEq)]
            pub struct Thing {
                $(pub $field: Option<String>,)*
            }

            #[test]
            fn are_set_under_their_names_on_the_wire() {
                let update = Thing::update()$(.$field($wire))*;
                let expected = [$(format!("\"{0}\":\"{0}\"", $wire)),*].join(",");
                assert_eq!(body(&update), format!("{{{expected}}}"));
            }

            #[test]
            fn are_read_compared_and_applied() {
                let json = format!("{{{}}}", [$(format!("\"{0}\":\"{0}\"", $wire)),*].join(","));
                let after: Thing = serde_json::from_str(&json).unwrap();
                $(assert_eq!(after.$field.as_deref(), Some($wire));)*
                let mut thing: Thing = serde_json::from_str("{}").unwrap();
                ThingPatch::between(&thing, &after).apply_to(&mut thing);
                assert_eq!(thing, after);
                assert_eq!(serde_json::to_string(&thing).unwrap(), json);
            }
        }
    )*};
}

fields! {
    locals_of_generated_code {
        writer "writer", reader "reader", slots "slots", serializer "serializer", deserializer "deserializer",
        properties "properties", f "f", value "value", name "name", map "map", other "other", state "state",
    }
    parts_of_a_request {
        client "client", endpoint "endpoint", body "body", patch "patch", request "request", parts "parts",
        response "response", error "error", header "header", headers "headers", query "query", version "version",
        etag "etag", path "path", method "method", retry "retry",
    }
    methods_of_everything {
        into "into", from "from", eq "eq", fmt "fmt", to_owned "toOwned", as_ref "asRef",
        set "set", clear "clear", update "update", create "create", get "get", list "list", delete "delete", write "write",
        read "read", serialize "serialize", deserialize "deserialize", change "change", optional "optional",
        undeclared "undeclared", property "property",
    }
    keywords {
        r#type "type", r#final "final", r#move "move", r#match "match", r#fn "fn", r#async "async", r#where "where",
        r#struct "struct", r#use "use", r#in "in", r#ref "ref", r#loop "loop", r#dyn "dyn", r#impl "impl",
    }
    words_that_cannot_be_raw {
        self_ "self", super_ "super", crate_ "crate", _underscore "underscore",
    }
    primitive_types {
        bool "bool", str "str", usize "usize", u8 "u8", f64 "f64", string "string", option "option", result "result",
    }
}

mod as_arguments {
    use super::*;

    /// The key is the name of an argument, and so are the parameters of the path.
    #[graph_resource(path = "/things/{value}/{new}", emit_type = "never")]
    pub struct Thing {
        #[graph(key, required)]
        pub r#type: String,
        #[graph(required)]
        pub body: String,
        #[graph(create_only, required)]
        pub client: i64,
        #[graph(create_only)]
        pub parts: Option<String>,
        pub patch: bool,
    }

    #[test]
    fn go_where_they_belong() {
        let new = NewThing {
            r#type: "t".to_owned(),
            body: "b".to_owned(),
            client: 7,
        };
        let create = Thing::create("v", "r", new).parts("p").patch(true);
        assert_eq!(
            body(&create),
            r#"{"type":"t","client":7,"parts":"p","body":"b","patch":true}"#
        );
        let update = Thing::update("v", "r", "t").body("b");
        let uri = update
            .to_http_request(&graph_resource::Cloud::Global.into())
            .unwrap()
            .uri()
            .to_string();
        assert_eq!(uri, "https://graph.microsoft.com/v1.0/things/v/r/t");
    }
}
