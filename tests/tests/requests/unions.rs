//! A union with an address is a resource.

use graph_resource::edm::DynamicProperties;
use graph_resource::{
    ErrorKind, Operation, Request, Resource, graph_complex, graph_resource, graph_union,
};

use crate::support::http;

#[graph_resource(path = "/policies", extensible, emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Policy {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
}

#[graph_resource(path = "/policies", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct IpPolicy {
    #[graph(base)]
    policy: Policy,
    is_trusted: Option<bool>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CountryPolicy {
    #[graph(base)]
    policy: Policy,
    countries: Vec<String>,
}

#[graph_union(
    path = "/policies",
    version = "beta",
    also(
        of_user = "/users/{id_of_user}/policies",
        mine(path = "/me/policy", singleton)
    )
)]
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum AnyPolicy {
    #[graph(base)]
    Policy(Policy),
    Ip(IpPolicy),
    Country(Box<CountryPolicy>),
    #[graph(unknown)]
    Other(DynamicProperties),
}

/// A union of what can be at one path, of an abstract type.
#[graph_union(
    path = "/users/{user_id}/manager",
    singleton,
    odata_type = "microsoft.graph.directoryObject"
)]
#[derive(Debug)]
enum Manager {
    Policy(Policy),
    #[graph(unknown)]
    Other(DynamicProperties),
}

#[graph_union(path = "/readable", operations(list, get))]
#[derive(Debug)]
enum Readable {
    Policy(Policy),
    #[graph(unknown)]
    Other(DynamicProperties),
}

fn line(request: &impl Request) -> String {
    let http = http(request).unwrap();
    let uri = http.uri().to_string();
    let path = uri.strip_prefix("https://graph.microsoft.com").unwrap();
    format!(
        "{} {path} {}",
        http.method(),
        String::from_utf8_lossy(http.body())
    )
}

#[test]
fn a_union_is_listed_read_and_deleted() {
    for (line, expected) in [
        (line(&AnyPolicy::list()), "GET /beta/policies "),
        (line(&AnyPolicy::get("a/b")), "GET /beta/policies/a%2Fb "),
        (line(&AnyPolicy::delete("1")), "DELETE /beta/policies/1 "),
        (
            line(&AnyPolicy::of_user("u").list()),
            "GET /beta/users/u/policies ",
        ),
        (
            line(&AnyPolicy::of_user("u").get("1")),
            "GET /beta/users/u/policies/1 ",
        ),
        (line(&AnyPolicy::mine().get()), "GET /beta/me/policy "),
        (line(&Manager::get("ada")), "GET /v1.0/users/ada/manager "),
        (line(&Readable::list()), "GET /v1.0/readable "),
    ] {
        assert_eq!(line, expected);
    }
}

#[test]
fn a_union_is_updated_at_each_address() {
    let patch = || IpPolicyPatch::default().is_trusted(true);
    let body = r##"{"@odata.type":"#microsoft.graph.ipPolicy","isTrusted":true}"##;
    assert_eq!(
        line(&AnyPolicy::of_user("u").update_with("a/b", patch())),
        format!("PATCH /beta/users/u/policies/a%2Fb {body}")
    );
    assert_eq!(
        line(&AnyPolicy::mine().update_with(patch())),
        format!("PATCH /beta/me/policy {body}")
    );
}

#[test]
fn an_update_names_the_type_that_its_patch_is_for() {
    let ip = IpPolicyPatch::default().is_trusted(true);
    let country = CountryPolicyPatch::default().countries(["SE"]);
    let base = PolicyPatch::default().clear_display_name();
    for (line, expected) in [
        (
            line(&AnyPolicy::update("1", ip)),
            r##"PATCH /beta/policies/1 {"@odata.type":"#microsoft.graph.ipPolicy","isTrusted":true}"##,
        ),
        (
            line(&AnyPolicy::update("1", country)),
            r##"PATCH /beta/policies/1 {"@odata.type":"#microsoft.graph.countryPolicy","countries":["SE"]}"##,
        ),
        (
            line(&AnyPolicy::update(
                "1",
                AnyPolicyPatch::Policy(base.clone()),
            )),
            r##"PATCH /beta/policies/1 {"@odata.type":"#microsoft.graph.policy","displayName":null}"##,
        ),
        (
            line(&Manager::update("ada", base)),
            r##"PATCH /v1.0/users/ada/manager {"@odata.type":"#microsoft.graph.policy","displayName":null}"##,
        ),
    ] {
        assert_eq!(line, expected);
    }
}

#[test]
fn an_update_that_changes_nothing_is_not_sent_unless_that_is_asked_for() {
    let update = || AnyPolicy::update("1", IpPolicyPatch::default());
    assert_eq!(http(&update()).unwrap_err().kind(), ErrorKind::EmptyPatch);
    assert_eq!(
        line(&update().with_allow_empty()),
        "PATCH /beta/policies/1 {}"
    );
    let request = http(&update().with_allow_empty().with_if_match("W/\"1\"")).unwrap();
    assert_eq!(request.headers()["if-match"], "W/\"1\"");
}

#[test]
fn a_union_describes_its_types() {
    let info = AnyPolicy::INFO;
    assert_eq!(info.type_info().name(), "microsoft.graph.policy");
    assert!(info.type_info().property("displayName").is_some());
    let variants = info.variants().iter();
    let names: Vec<_> = variants.map(|variant| variant.type_info().name()).collect();
    let expected = ["policy", "ipPolicy", "countryPolicy"];
    assert_eq!(
        names,
        expected.map(|name| format!("microsoft.graph.{name}"))
    );
    assert!(!info.allows(Operation::Create));
    assert_eq!(
        Manager::INFO.type_info().name(),
        "microsoft.graph.directoryObject"
    );
    assert_eq!(Manager::INFO.item_path(), "/users/{user_id}/manager");
    assert_eq!(
        Readable::INFO.operations(),
        [Operation::List, Operation::Get]
    );
}
