//! Generated items are as visible as the struct, and setters as their field.

mod outer {
    pub(super) mod inner {
        use graph_resource::graph_resource;

        #[graph_resource(path = "/crate", emit_type = "never")]
        #[derive(Debug)]
        pub(crate) struct OfTheCrate {
            #[graph(key, create_only)]
            pub(crate) id: String,
            pub(crate) name: Option<String>,
            secret: Option<String>,
        }

        impl OfTheCrate {
            pub(crate) fn with_secret(id: &str) -> OfTheCrateUpdate {
                Self::update(id).secret("known here")
            }

            pub(crate) fn secret(&self) -> Option<&str> {
                self.secret.as_deref()
            }
        }

        #[graph_resource(path = "/super", emit_type = "never")]
        pub(super) struct OfTheParent {
            pub(super) name: Option<String>,
            #[graph(read_only)]
            pub(super) id: Option<String>,
        }

        #[graph_resource(path = "/in", emit_type = "never")]
        pub(in crate::visibility) struct OfAnAncestor {
            #[graph(create_only)]
            pub(in crate::visibility) name: Option<String>,
            pub(in crate::visibility) status: Option<super::Status>,
        }

        #[graph_resource(path = "/private", emit_type = "never")]
        struct OfTheModule {
            name: Option<String>,
            #[graph(read_only)]
            id: Option<String>,
        }

        pub(super) fn private() -> String {
            let module: OfTheModule = serde_json::from_str(r#"{"id":"1"}"#).unwrap();
            let name = module.name.or(module.id).unwrap();
            crate::body(&OfTheModule::update().name(name))
        }
    }

    #[graph_resource::graph_enum]
    pub(in crate::visibility) enum Status {
        On,
        #[graph(unknown)]
        Unknown(String),
    }

    pub(super) fn parent() -> String {
        let parent: inner::OfTheParent = serde_json::from_str(r#"{"id":"1"}"#).unwrap();
        let name = parent.name.or(parent.id).unwrap();
        crate::body(&inner::OfTheParent::update().name(name))
    }

    pub(super) fn private() -> String {
        inner::private()
    }
}

#[test]
fn of_the_crate() {
    use outer::inner::{OfTheCrate, OfTheCrateCreate, OfTheCratePatch};

    let create: OfTheCrateCreate = OfTheCrate::create().id("1").name("n");
    assert_eq!(crate::body(&create), r#"{"id":"1","name":"n"}"#);
    let update = OfTheCrate::with_secret("1").with_patch(OfTheCratePatch::default().name("m"));
    assert_eq!(crate::body(&update), r#"{"name":"m"}"#);
    let read: OfTheCrate = serde_json::from_str(r#"{"id":"1","secret":"s"}"#).unwrap();
    assert_eq!(
        (read.id.as_str(), read.name.as_deref(), read.secret()),
        ("1", None, Some("s"))
    );
}

#[test]
fn of_the_parent_module() {
    assert_eq!(outer::parent(), r#"{"name":"1"}"#);
}

#[test]
fn of_an_ancestor_by_its_path() {
    use outer::Status;
    use outer::inner::{OfAnAncestor, OfAnAncestorUpdate};

    let update: OfAnAncestorUpdate = OfAnAncestor::update().status(Status::On);
    assert_eq!(crate::body(&update), r#"{"status":"on"}"#);
    let read: OfAnAncestor = serde_json::from_str(r#"{"status":"off"}"#).unwrap();
    assert_eq!(read.status.unwrap().as_str(), "off");
    assert_eq!(read.name, None);
}

#[test]
fn of_the_module_alone() {
    assert_eq!(outer::private(), r#"{"name":"1"}"#);
}
