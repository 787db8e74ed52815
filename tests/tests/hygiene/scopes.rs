//! Structs in unusual scopes, beside unusual neighbours.

use graph_resource::graph_resource;

use crate::body;

#[test]
fn in_the_body_of_a_function() {
    #[graph_resource(path = "/locals", emit_type = "never")]
    #[derive(Debug, Clone, PartialEq)]
    struct Local {
        #[graph(key)]
        id: String,
        #[graph(create_only)]
        kind: Option<Kind>,
        #[graph(with = "graph_resource::edm::as_serde")]
        name: Option<String>,
    }

    #[graph_resource::graph_enum]
    enum Kind {
        One,
        #[graph(unknown)]
        Unknown(String),
    }

    let create: LocalCreate = Local::create().kind(Kind::One).name("n");
    assert_eq!(body(&create), r#"{"kind":"one","name":"n"}"#);
    let local: Local = serde_json::from_str(r#"{"id":"1"}"#).unwrap();
    assert_eq!(
        local,
        Local {
            id: "1".to_owned(),
            kind: None,
            name: None
        }
    );
}

#[test]
fn in_a_block_that_shadows_one_of_the_same_name() {
    #[graph_resource(path = "/outers", emit_type = "never")]
    struct Shadowed {
        outer: Option<String>,
    }
    let inner = {
        #[graph_resource(path = "/inners", emit_type = "never")]
        struct Shadowed {
            inner: Option<String>,
        }
        body(&Shadowed::update().inner("i"))
    };
    assert_eq!(inner, r#"{"inner":"i"}"#);
    assert_eq!(body(&Shadowed::update().outer("o")), r#"{"outer":"o"}"#);
}

mod v1 {
    #[graph_resource::graph_resource(path = "/users", version = "v1.0", emit_type = "never")]
    pub struct User {
        #[graph(key)]
        pub id: String,
        pub job_title: Option<String>,
    }
}

mod beta {
    #[graph_resource::graph_resource(path = "/users", version = "beta", emit_type = "never")]
    pub struct User {
        #[graph(key)]
        pub id: String,
        pub job_title: Option<String>,
    }
}

#[test]
fn two_of_one_name_in_two_modules() {
    let cloud = graph_resource::Cloud::Global.into();
    let uris = [
        v1::User::update("1")
            .clear_job_title()
            .to_http_request(&cloud),
        beta::User::update("1")
            .clear_job_title()
            .to_http_request(&cloud),
    ]
    .map(|request| request.unwrap().uri().to_string());
    assert_eq!(
        uris,
        [
            "https://graph.microsoft.com/v1.0/users/1",
            "https://graph.microsoft.com/beta/users/1"
        ]
    );
}

mod beside {
    //! Among constants and statics that have the names of generated locals and arguments.
    #![allow(
        non_upper_case_globals,
        dead_code,
        reason = "the names are here to be in the way"
    )]

    const __TYPE: u8 = 0;
    const __INFO: u8 = 0;
    struct __Slots;
    mod __graph {}

    #[graph_resource::graph_resource(path = "/things/{user_id}", emit_type = "never")]
    pub struct Thing {
        #[graph(key, required)]
        pub id: String,
        #[graph(required)]
        pub title: String,
        pub tags: Option<Vec<String>>,
    }

    impl Thing {
        /// Not the `update` of the patch.
        pub fn between(&self) -> &str {
            &self.id
        }
    }
}

#[test]
fn beside_items_with_the_names_of_generated_ones() {
    let update = beside::Thing::update("adele", "1").title("t").clear_tags();
    assert_eq!(body(&update), r#"{"title":"t","tags":null}"#);
    let thing: beside::Thing = serde_json::from_str(r#"{"id":"1","title":"t"}"#).unwrap();
    assert_eq!(thing.between(), "1");
}

mod documented {
    #![deny(missing_docs)]

    /// A resource with documentation on everything.
    #[graph_resource::graph_resource(path = "/docs", emit_type = "never")]
    pub struct Documented {
        #[doc = "The key."]
        #[graph(key)]
        pub id: String,
        /// A name of several lines,
        ///
        /// with `code`, [a link](https://learn.microsoft.com) and "quotes".
        pub name: Option<String>,
        #[doc = concat!("A ", "size.")]
        pub size: Option<i64>,
        #[doc(alias = "colour")]
        /// A colour.
        pub color: Option<String>,
        /** A block. */
        #[deprecated(note = "Use `name`.")]
        pub subject: Option<String>,
    }
}

#[test]
fn with_documentation_of_every_form() {
    let update = documented::Documented::update("1")
        .name("n")
        .size(1)
        .color("c")
        .subject("s");
    assert_eq!(
        body(&update),
        r#"{"name":"n","size":1,"color":"c","subject":"s"}"#
    );
}
