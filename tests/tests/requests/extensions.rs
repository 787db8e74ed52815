//! A directory extension has a name with the id of its application, which the endpoint knows.

use graph_resource::edm::{DynamicProperties, as_serde};
use graph_resource::{
    Cloud, Endpoint, ErrorKind, Request, Resource, StructuredType, graph_complex, graph_resource,
};
use serde_json::{Value, json};

use crate::support::http;

const APP: &str = "25883231-668a-43a7-80b2-5685c3f874bc";
const UID: &str = "extension_25883231668a43a780b25685c3f874bc_uidNumber";
const SHELL: &str = "extension_25883231668a43a780b25685c3f874bc_loginShell";
const OTHER: &str = "extension_35883231668a43a780b25685c3f874bc_uidNumber";

#[graph_resource(path = "/users", emit_type = "never")]
#[derive(Clone, PartialEq)]
pub(crate) struct User {
    #[graph(key)]
    id: String,
    #[graph(extension)]
    uid_number: Option<i32>,
    #[graph(extension, rename = "loginShell", sensitive)]
    shell: Option<String>,
    #[graph(navigation, expand)]
    manager: Option<Box<User>>,
}

#[graph_resource(path = "/groups", emit_type = "never", select = "always")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Group {
    #[graph(key)]
    id: String,
    #[graph(extension)]
    uid_number: Option<i32>,
    #[graph(extra)]
    others: DynamicProperties,
}

fn graph() -> Endpoint {
    Endpoint::new(Cloud::Global)
        .with_extension_app(APP)
        .unwrap()
}

fn body(request: &impl Request) -> Value {
    let request = request.to_http_request(&graph()).unwrap();
    serde_json::from_slice(request.body()).unwrap()
}

/// What is wrong with a request to an endpoint without an application.
fn problem(request: &impl Request) -> String {
    let error = http(request).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    error.message().to_owned()
}

#[test]
fn a_body_has_the_name_of_the_application() {
    let update = User::update("1").uid_number(1001).clear_shell();
    assert_eq!(body(&update), json!({ UID: 1001, SHELL: null }));
    let create = User::create().uid_number(1001);
    assert_eq!(body(&create), json!({ UID: 1001 }));
    let user = User {
        id: "1".to_owned(),
        uid_number: Some(5),
        shell: Some("zsh".to_owned()),
        manager: None,
    };
    assert_eq!(
        body(&User::create_from(&user)),
        json!({ UID: 5, SHELL: "zsh" })
    );
}

#[test]
fn a_query_has_the_name_of_the_application() {
    let selected = format!("$select=id,{UID},{SHELL}");
    let http = |request: &dyn Fn()
        -> Result<http::Request<bytes::Bytes>, graph_resource::Error>| {
        request().unwrap().uri().query().unwrap().to_owned()
    };
    let query = http(&|| User::get("1").to_http_request(&graph()));
    assert_eq!(query, format!("{selected}&$expand=manager({selected})"));
    let query = http(&|| {
        User::list()
            .with_select(["extension_uidNumber", UID])
            .to_http_request(&graph())
    });
    assert_eq!(
        query,
        format!("$expand=manager({selected})&$select={UID},{UID}")
    );
    let query = http(&|| {
        let filter = format!("{} eq 5", graph().extension_name("uidNumber").unwrap());
        Group::list()
            .with_query("$filter", filter)
            .to_http_request(&graph())
    });
    assert_eq!(query, format!("$select=id,{UID}&$filter={UID}%20eq%205"));
}

#[test]
fn without_an_application_nothing_that_names_an_extension_is_sent() {
    let named = "a directory extension, whose name contains the id of an application: give that to the client";
    let update = problem(&User::update("1").uid_number(1));
    assert!(
        update.starts_with("the body cannot be written: extension_uidNumber: "),
        "{update}"
    );
    assert!(update.contains(named), "{update}");
    let read = problem(&Group::get("1"));
    assert!(
        read.starts_with(&format!("`extension_uidNumber` is {named}")),
        "{read}"
    );
    assert!(problem(&Group::list().with_select(["extension_uidNumber"])).contains(named));
    assert!(
        problem(&User::get("1").with_select(["id"])).contains(named),
        "the expanded one"
    );
    assert!(http(&Group::get("1").without_select()).is_ok());
    assert!(http(&Group::get("1").with_select(["id"])).is_ok());
    assert!(http(&Group::update("1").with_allow_empty()).is_ok());
}

#[test]
fn an_id_that_is_no_guid_is_refused() {
    let error = Endpoint::new(Cloud::Global)
        .with_extension_app("my app\n")
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert_eq!(
        error.message(),
        "`my app\\n` is not the id of an application: write a GUID, such as `25883231-668a-43a7-80b2-5685c3f874bc`"
    );
}

#[test]
fn a_value_that_does_not_belong_to_a_client_has_the_declared_names() {
    let patch = UserPatch::default().uid_number(7);
    let json = r#"{"extension_uidNumber":7}"#;
    assert_eq!(serde_json::to_string(&patch).unwrap(), json);
    assert_eq!(serde_json::from_str::<UserPatch>(json).unwrap(), patch);
    let refused = serde_json::from_value::<UserPatch>(json!({ UID: 7 })).unwrap_err();
    assert!(
        refused
            .to_string()
            .contains("is not a property of microsoft.graph.user"),
        "{refused}"
    );
}

#[test]
fn a_captured_answer_is_read_whatever_the_application() {
    for name in ["extension_uidNumber", UID, OTHER] {
        let user: User = serde_json::from_value(json!({ "id": "1", name: 7 })).unwrap();
        assert_eq!(user.uid_number, Some(7), "{name}");
    }
    let error = serde_json::from_value::<User>(json!({ "id": "1", UID: 7, OTHER: 8 })).unwrap_err();
    assert!(
        error.to_string().contains("extensions of two applications"),
        "{error}"
    );
}

#[test]
fn an_undeclared_property_cannot_have_the_name_of_an_extension() {
    let with = |name: &str| Group::update("1").others(name, json!(5));
    let error = with(UID).to_http_request(&graph()).unwrap_err();
    assert!(
        error
            .message()
            .contains("`extension_uidNumber` is a declared property"),
        "{}",
        error.message()
    );
    assert_eq!(body(&with(OTHER)), json!({ OTHER: 5 }));
}

#[test]
fn the_description_says_that_a_property_is_an_extension() {
    let property = User::TYPE.property("extension_uidNumber").unwrap();
    assert!(property.is_extension() && property.is_on_select());
    assert_eq!(
        User::INFO.select(),
        "$select=id,extension_uidNumber,extension_loginShell"
    );
}

#[test]
fn a_sensitive_extension_is_masked() {
    let user: User = serde_json::from_value(json!({ "id": "1", SHELL: "secret" })).unwrap();
    let shown = format!("{user:?}");
    assert!(
        shown.contains("extension_loginShell") && !shown.contains("secret"),
        "{shown}"
    );
}

/// An attribute set, whose attributes are dynamic properties: the service knows no types for them.
#[graph_complex(
    odata_type = "microsoft.DirectoryServices.CustomSecurityAttributeValue",
    emit_type = "always"
)]
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Engineering {
    #[graph(rename = "Certification", typed)]
    certification: Option<bool>,
    #[graph(rename = "Project", typed)]
    project: Option<Vec<String>>,
    #[graph(rename = "CostCenter", typed)]
    cost_center: Option<Vec<i32>>,
    #[graph(rename = "NumVendors", typed)]
    num_vendors: Option<i32>,
    #[graph(rename = "Leader", typed)]
    leader: Option<String>,
    #[graph(rename = "Level", with = "as_serde")]
    level: Option<u8>,
}

#[graph_complex(emit_type = "never")]
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct CustomSecurityAttributes {
    #[graph(rename = "Engineering", merge)]
    engineering: Option<Engineering>,
}

#[graph_resource(
    path = "/users",
    odata_type = "microsoft.graph.user",
    emit_type = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Attributed {
    #[graph(key)]
    id: String,
    #[graph(merge, on_select)]
    custom_security_attributes: Option<CustomSecurityAttributes>,
}

/// What an update with these changes sends for the attribute set.
fn sent(edit: impl FnOnce(EngineeringPatch) -> EngineeringPatch) -> Value {
    let update = Attributed::update("1").custom_security_attributes(|sets| sets.engineering(edit));
    body(&update)["customSecurityAttributes"]["Engineering"].clone()
}

#[test]
fn a_value_whose_json_does_not_tell_its_type_is_sent_with_it() {
    let sent = sent(|set| {
        set.certification(true)
            .project(["Baker"])
            .cost_center([1001])
            .num_vendors(4)
            .leader("Ada")
    });
    let expected = json!({
        "@odata.type": "#microsoft.DirectoryServices.CustomSecurityAttributeValue",
        "Certification": true,
        "Project@odata.type": "#Collection(String)",
        "Project": ["Baker"],
        "CostCenter@odata.type": "#Collection(Int32)",
        "CostCenter": [1001],
        "NumVendors@odata.type": "#Int32",
        "NumVendors": 4,
        "Leader": "Ada",
    });
    assert_eq!(sent, expected);
}

#[test]
fn a_cleared_value_has_no_type() {
    let sent = sent(EngineeringPatch::clear_num_vendors);
    assert_eq!(sent.get("NumVendors"), Some(&Value::Null));
    assert_eq!(sent.get("NumVendors@odata.type"), None);
}

#[test]
fn a_type_that_is_answered_with_a_value_is_read() {
    let json = json!({
        "id": "1",
        "customSecurityAttributes": { "Engineering": {
            "@odata.type": "#microsoft.DirectoryServices.CustomSecurityAttributeValue",
            "NumVendors@odata.type": "#Int32",
            "NumVendors": 4,
        }},
    });
    let user: Attributed = serde_json::from_value(json).unwrap();
    let engineering = user
        .custom_security_attributes
        .and_then(|sets| sets.engineering);
    assert_eq!(engineering.and_then(|set| set.num_vendors), Some(4));
}
