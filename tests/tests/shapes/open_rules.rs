//! The rules of a type hold for its dynamic properties as well: what it declares can neither be sent nor read as one of them.

use graph_resource::edm::DynamicProperties;
use graph_resource::{
    Cloud, Endpoint, ErrorKind, Request, graph_complex, graph_resource, graph_union,
};
use serde_json::{Value, json};

use crate::support::{assert_unchanged, body, read, refusal};

#[graph_resource(path = "/users", emit_type = "never", extensible)]
#[derive(Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
    #[graph(etag)]
    etag: Option<String>,
    title: Option<String>,
    #[graph(read_only)]
    modified: Option<String>,
    #[graph(create_only)]
    kind: Option<String>,
    #[graph(sensitive)]
    pin: Option<String>,
    #[graph(navigation)]
    photos: Option<Vec<Photo>>,
    #[graph(navigation, bind)]
    manager: Option<Box<Photo>>,
    part: Option<Part>,
    parts: Option<Vec<Part>>,
    #[graph(extra)]
    columns: DynamicProperties,
}

#[graph_resource(path = "/photos", emit_type = "never", operations(get))]
#[derive(Debug, Clone, PartialEq)]
struct Photo {
    #[graph(key)]
    id: String,
}

#[graph_complex]
#[derive(Clone, PartialEq)]
struct Part {
    name: Option<String>,
    #[graph(read_only)]
    size: Option<i32>,
    #[graph(sensitive)]
    pin: Option<String>,
    #[graph(extra)]
    others: DynamicProperties,
}

fn error_of(request: &impl Request) -> String {
    let error = request
        .to_http_request(&Endpoint::new(Cloud::Global))
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    error.message().to_owned()
}

#[test]
fn a_request_with_a_declared_property_among_the_dynamic_ones_is_refused_by_its_name() {
    for (name, reason) in [
        (
            "title",
            "`title` is a declared property of microsoft.graph.user",
        ),
        ("id", "`id` is the key of microsoft.graph.user"),
        (
            "modified",
            "`modified` is a read-only property of microsoft.graph.user",
        ),
        (
            "kind",
            "`kind` is a declared property of microsoft.graph.user",
        ),
        (
            "photos",
            "`photos` is a read-only property of microsoft.graph.user",
        ),
        (
            "manager",
            "`manager` is a declared property of microsoft.graph.user",
        ),
        (
            "manager@odata.bind",
            "`manager@odata.bind` sets a declared relationship of microsoft.graph.user",
        ),
        (
            "photos@odata.bind",
            "`photos@odata.bind` sets a declared relationship of microsoft.graph.user",
        ),
        (
            "@odata.type",
            "`@odata.type` is control information, and cannot be a dynamic property",
        ),
        (
            "@odata.context",
            "`@odata.context` is control information, and cannot be a dynamic property",
        ),
        (
            "@odata.etag",
            "`@odata.etag` is control information, and cannot be a dynamic property",
        ),
    ] {
        let update = User::update("1").title("real").columns(name, "x");
        let message = error_of(&update);
        assert!(message.contains(reason), "{message}");
        for request in [
            error_of(&User::create().columns(name, "x")),
            error_of(&User::update("1").clear_columns(name)),
            error_of(&User::update("1").change_columns(name, |object| object.set("a", 1))),
        ] {
            assert!(request.contains(reason), "{request}");
        }
    }
}

#[test]
fn other_annotations_and_references_of_undeclared_relationships_are_sent() {
    let update = User::update("1")
        .columns("@microsoft.graph.conflictBehavior", "rename")
        .columns(
            "sponsor@odata.bind",
            "https://graph.microsoft.com/v1.0/users/2",
        )
        .columns("Title", "another letter case");
    assert_eq!(
        body(&update),
        r#"{"@microsoft.graph.conflictBehavior":"rename","sponsor@odata.bind":"https://graph.microsoft.com/v1.0/users/2","Title":"another letter case"}"#
    );
}

#[test]
fn serializing_such_a_value_fails_as_well() {
    let patch = UserPatch::default().columns("title", "x");
    let error = serde_json::to_string(&patch).unwrap_err().to_string();
    assert!(error.contains("`title` is a declared property"), "{error}");
    let error = serde_json::to_value(&patch).unwrap_err().to_string();
    assert!(error.contains("`title` is a declared property"), "{error}");
    let mut user: User = read(json!({ "id": "1" }));
    user.columns.insert("@odata.type", "#x");
    let error = serde_json::to_string(&user).unwrap_err().to_string();
    assert!(
        error.contains("`@odata.type` is control information"),
        "{error}"
    );
}

#[test]
fn the_rules_hold_at_every_depth() {
    let part = |name: &str| {
        let mut part: Part = read(json!({}));
        part.others.insert(name, 1);
        part
    };
    for (request, reason) in [
        (
            User::update("1").part(part("size")),
            "part: `size` is a read-only property",
        ),
        (
            User::update("1").parts(vec![part("name")]),
            "parts: `name` is a declared property",
        ),
        (
            User::update("1").part(part("@odata.id")),
            "part: `@odata.id` is control information",
        ),
    ] {
        let message = error_of(&request);
        assert!(message.contains(reason), "{message}");
    }
    let error = serde_json::to_string(&part("name"))
        .unwrap_err()
        .to_string();
    assert!(error.contains("`name` is a declared property"), "{error}");
}

#[test]
fn the_value_of_a_sensitive_property_among_the_dynamic_ones_is_masked() {
    let mut user: User = read(json!({ "id": "1" }));
    user.columns.insert("pin", "hunter2");
    user.columns.insert("pin@a\"b", "hunter2");
    let mut part: Part = read(json!({}));
    part.others.insert("pin", "hunter2");
    let update = User::update("1")
        .columns("pin", "hunter2")
        .part(part.clone());
    for shown in [
        format!("{user:?}"),
        format!("{part:?}"),
        format!("{update:#?}"),
    ] {
        assert!(
            !shown.contains("hunter2") && shown.contains("[redacted]"),
            "{shown}"
        );
    }
}

#[test]
fn control_information_of_the_object_is_none_of_its_dynamic_properties() {
    let user: User = read(json!({
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#users/$entity",
        "@odata.etag": "W/\"1\"",
        "@odata.id": "users('1')",
        "@odata.type": "#microsoft.graph.user",
        "@microsoft.graph.downloadUrl": "https://x",
        "id": "1",
        "manager@odata.bind": "https://x",
        "Weight@odata.type": "#Double",
        "Weight": 2.5,
        "part": { "@odata.context": "https://x", "more": 1, "size": 2 },
    }));
    let names: Vec<_> = user.columns.iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "@microsoft.graph.downloadUrl",
            "Weight",
            "Weight@odata.type"
        ]
    );
    assert_eq!(user.etag.as_deref(), Some("W/\"1\""));
    assert_eq!(user.part.unwrap().others.len(), 1);
}

#[test]
fn two_reads_of_one_object_are_equal() {
    let object = |context: &str| -> Part {
        read(json!({ "@odata.context": context, "@odata.etag": context, "a": 1 }))
    };
    assert!(object("1") == object("2"));
    assert_unchanged::<Part>(r##"{"name":"n","@x.y":1,"A@odata.type":"#Int64","A":"7"}"##);
}

/// A derived type that is open, of a base that is not.
#[graph_resource(path = "/members", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Member {
    #[graph(base)]
    base: Person,
    badge: Option<String>,
    #[graph(extra)]
    others: DynamicProperties,
}

#[graph_resource(path = "/people", emit_type = "never", extensible)]
#[derive(Debug, Clone, PartialEq)]
struct Person {
    #[graph(key)]
    id: String,
    #[graph(etag)]
    etag: Option<String>,
    name: Option<String>,
    #[graph(navigation, bind)]
    manager: Option<Box<Photo>>,
}

#[test]
fn what_the_base_declares_is_of_the_base() {
    let member: Member = read(json!({ "id": "1", "@odata.etag": "e", "name": "n", "x": 1 }));
    assert_eq!(member.base.etag.as_deref(), Some("e"));
    assert_eq!(member.others.len(), 1);
    assert_unchanged::<MemberPatch>(r#"{"name":"n","manager@odata.bind":"https://x","x":1}"#);
    for name in ["name", "id", "badge", "manager@odata.bind", "@odata.etag"] {
        let mut patch = MemberPatch::default();
        patch.others = patch.others.set(name, 1);
        let error = serde_json::to_string(&patch).unwrap_err().to_string();
        assert!(error.contains(&format!("`{name}` ")), "{error}");
    }
}

/// An open base, of a derived type with a further property.
#[graph_resource(path = "/guests", emit_type = "never")]
#[derive(Clone, PartialEq)]
struct Guest {
    #[graph(base)]
    base: User,
    host: Option<String>,
}

#[test]
fn what_the_derived_type_declares_is_no_dynamic_property_of_its_base() {
    let mut patch = GuestPatch::default();
    patch.base = patch.base.columns("host", "x");
    let error = serde_json::to_string(&patch).unwrap_err().to_string();
    assert!(
        error.contains("`host` is a declared property of microsoft.graph.guest"),
        "{error}"
    );
}

#[test]
fn a_patch_refuses_the_reference_of_a_relationship_that_it_cannot_set() {
    let message = refusal::<UserPatch>(json!({ "photos@odata.bind": [] }));
    assert!(
        message.starts_with("`photos@odata.bind` is not a property of"),
        "{message}"
    );
    let patch: UserPatch = read(json!({ "@odata.etag": "1", "@odata.context": "x", "x": 1 }));
    assert_eq!(serde_json::to_string(&patch).unwrap(), r#"{"x":1}"#);
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
enum Either {
    Photo(Photo),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[test]
fn an_unknown_object_is_kept_verbatim_and_compared_without_control_information() {
    let json = r##"{"@odata.type":"#microsoft.graph.other","@odata.context":"1","@odata.etag":"1","a":1}"##;
    assert_unchanged::<Either>(json);
    let object = |context: &str, name: &str| -> Either {
        read(json!({ "@odata.type": name, "@odata.context": context, "a": 1 }))
    };
    assert_eq!(object("1", "#x"), object("2", "#x"));
    assert_ne!(object("1", "#x"), object("1", "#y"));
    let list = |context: &str| -> Vec<Value> { vec![json!({ "@odata.context": context })] };
    let properties = |context: &str| -> Vec<DynamicProperties> { read(list(context).into()) };
    assert_eq!(properties("1"), properties("2"));
}
