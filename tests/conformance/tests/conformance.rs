//! The conformance check finds differences, and the examples of the documentation pass it.

use std::path::Path;

use graph_resource::edm::{Flags, as_serde};
use graph_resource::{graph_complex, graph_enum, graph_resource};
use graph_resource_conformance::batches;
use graph_resource_conformance::compare::{Kind, Normalisation, compare};
use graph_resource_conformance::corpus::{self, Record};
use graph_resource_conformance::example;
use graph_resource_conformance::registry::{Example, Registry, Requests};
use graph_resource_conformance::report::Report;
use graph_resource_conformance::{run, run_addresses};
use serde_json::{Value, json};
use time::{Duration, OffsetDateTime};

/// The percentage of the tried examples that has to pass.
const BAR: f64 = 100.0;

#[graph_resource(
    path = "/users/{user_id}/things",
    also(
        mine = "/me/things",
        favourite(path = "/users/{user_id}/favourite", singleton)
    ),
    operations(get, list, update)
)]
#[derive(Debug, Clone, PartialEq)]
pub struct Thing {
    #[graph(key)]
    pub id: String,
    pub name: Option<String>,
    pub size: Option<i64>,
    pub status: Option<Status>,
    pub sides: Option<Flags<Side>>,
    pub address: Option<Address>,
    #[graph(merge)]
    pub home: Option<Address>,
    pub due: Option<OffsetDateTime>,
    pub effort: Option<Duration>,
    #[graph(with = "first_letter")]
    pub initial: Option<String>,
    #[graph(read_only)]
    pub owner: Option<Address>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Address {
    pub city: Option<String>,
    pub street: Option<String>,
}

#[graph_enum]
pub enum Status {
    Open,
    Closed,
    #[graph(unknown)]
    Unknown(String),
}

#[graph_enum(flags)]
pub enum Side {
    Left,
    Right,
    #[graph(unknown)]
    Unknown(String),
}

/// Loses something.
mod first_letter {
    use super::as_serde;
    use serde::{Deserializer, Serializer};

    pub fn serialize<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&text[..1])
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
        as_serde::deserialize(deserializer)
    }
}

fn things() -> Registry {
    Registry::of(vec![example!(Thing[user_id], mine[], favourite(user_id))])
}

/// A documented update of a thing, with `fields` instead of the default ones.
fn record(fields: Value) -> Record {
    let mut record = json!({
        "id": "v1.0/thing-update#u1",
        "method": "PATCH",
        "version": "v1.0",
        "path": "/users/{id}/things/1",
        "documented_type": "microsoft.graph.thing",
        "request_body_status": "json",
        "request_body": { "name": "value" },
        "response_body_status": "none",
        "response_body": null,
    });
    let Value::Object(fields) = fields else {
        panic!("{fields}")
    };
    for (name, value) in fields {
        record[name] = value;
    }
    serde_json::from_value(record).unwrap()
}

fn tried(fields: Value) -> Report {
    let report = run(&[record(fields)], &things());
    assert_eq!(report.total.tried + report.total.excluded, 1);
    report
}

/// The record with this body passes, and `normalised` is what that takes.
fn passes(fields: Value, normalised: &[Normalisation]) {
    let report = tried(fields);
    assert_eq!(report.failures, [], "{report}");
    assert_eq!(report.total.passed, 1, "{report}");
    let found: Vec<_> = report.normalised.keys().cloned().collect();
    let mut expected: Vec<_> = normalised.iter().map(ToString::to_string).collect();
    expected.sort();
    assert_eq!(found, expected);
}

fn fails(fields: Value, reason: &str) {
    let report = tried(fields);
    assert_eq!(report.total.passed, 0, "{report}");
    assert_eq!(report.failures.len(), 1, "{report}");
    assert_eq!(report.failures[0].reason, reason);
    assert!(!report.reaches(100.0));
}

fn is_excluded(fields: Value, reason: &str) {
    let report = tried(fields);
    assert_eq!(report.excluded.len(), 1, "{report}");
    assert_eq!(report.excluded[0].id, "v1.0/thing-update#u1");
    assert!(
        report.excluded[0].reason.starts_with(reason),
        "{}",
        report.excluded[0].reason
    );
}

const TYPE: Normalisation = Normalisation::DeclaredType;

#[test]
fn keys_are_taken_out_of_a_path() {
    #[graph_resource(path = "/worksheets/{sheet}/range(address='{address}')/format")]
    #[derive(Debug, Clone, PartialEq)]
    pub struct Format {
        pub colour: Option<String>,
    }

    let example = example!(Format(sheet, address));
    let keys_in = |path| example.place("PATCH", path).map(|(_, keys)| keys);
    let path = "/worksheets/Sheet%201/range(address='''Q''!A1')/Format";
    let keys = ["Sheet 1".to_owned(), "'Q'!A1".to_owned()];
    assert_eq!(keys_in(path).as_deref(), Some(&keys[..]));
    assert_eq!(keys_in("/worksheets/1/range/format"), None);
}

#[test]
fn equal_values_pass() {
    let body = json!({
        "@odata.type": "#microsoft.graph.thing",
        "name": null,
        "size": 3,
        "status": "pending",
        "home": { "city": null, "street": "5th" },
        "sides": "left,top",
    });
    passes(json!({ "request_body": body }), &[]);
}

#[test]
fn values_that_count_as_equal_are_counted() {
    passes(json!({ "request_body": { "name": "a" } }), &[TYPE]);
    for name in ["Microsoft.Graph.thing", "microsoft.graph.thing"] {
        let body = json!({ "@odata.type": name, "name": "a" });
        passes(json!({ "request_body": body }), &[TYPE]);
    }
    for (property, value, normalisation) in [
        ("status", "Open", Normalisation::LetterCaseOfMember),
        ("sides", "Left, top", Normalisation::LetterCaseOfMember),
        ("size", "12", Normalisation::SpellingOfNumber),
        (
            "due",
            "2020-01-01T00:00:00.00Z",
            Normalisation::SpellingOfTime,
        ),
        ("effort", "PT90M", Normalisation::SpellingOfTime),
    ] {
        passes(
            json!({ "request_body": { property: value } }),
            &[TYPE, normalisation],
        );
    }
    for path in ["/Users/{id}/Things/1", "/users('{id}')/things/1"] {
        passes(
            json!({ "path": path }),
            &[TYPE, Normalisation::SpellingOfPath],
        );
    }
}

#[test]
fn a_null_that_would_be_lost_is_noticed() {
    let body = json!({ "address": { "city": null, "street": "5th" } });
    fails(
        json!({ "request_body": body }),
        "request: cannot be parsed: at `address.city`: `city` is `null`, which a whole microsoft.graph.address leaves out: declare it with \
         `#[graph(write_null)]`, or leave it out at line 1 column 23",
    );
}

#[test]
fn a_value_that_changes_is_noticed() {
    fails(
        json!({ "request_body": { "initial": "value" } }),
        "request: $.initial: \"value\" became \"v\"",
    );
}

#[test]
fn records_that_cannot_be_parsed_or_sent_fail() {
    let report = tried(json!({ "request_body": { "size": "many" } }));
    assert!(
        report.failures[0]
            .reason
            .starts_with("request: cannot be parsed: ")
    );
    let report = tried(json!({ "request_body": { "owner": null } }));
    assert!(report.failures[0].reason.contains("`owner` is read-only"));
    let report = tried(json!({ "request_body": { "status": "unknownFutureValue" } }));
    assert!(
        report.failures[0]
            .reason
            .starts_with("request: cannot be built: ")
    );
}

#[test]
fn another_method_does_not_count() {
    let report = run(&[record(json!({ "method": "PUT" }))], &things());
    assert_eq!(report.total.tried + report.total.excluded, 0);
}

#[test]
fn a_wrong_path_is_noticed() {
    let elsewhere = Registry::of(vec![Example::new(
        wrong(),
        vec![("mine", wrong()), ("favourite", wrong())],
    )]);
    let report = run(&[record(json!({}))], &elsewhere);
    assert_eq!(
        report.failures[0].reason,
        "the path is /v1.0/users/%7Bid%7D/things/1a, documented is /v1.0/users/{id}/things/1"
    );
}

/// Requests for a thing whose key has another letter at its end.
fn wrong() -> Requests<Thing> {
    Requests::collection(
        |[user_id], endpoint| Thing::list(user_id).to_http_request(endpoint),
        |[user_id, id], endpoint| Thing::get(user_id, id + "a").to_http_request(endpoint),
        |[user_id, id], patch, endpoint| {
            Thing::update(user_id, id + "a")
                .with_patch(patch)
                .to_http_request(endpoint)
        },
    )
}

/// The report of the addresses of a page about things.
fn addresses(method: &str, templates: &[&str], registry: &Registry) -> Report {
    let fields = json!({ "method": method, "path": templates[0], "url_templates": templates });
    let mut report = Report::default();
    run_addresses(&[record(fields)], registry, &mut report);
    report
}

#[test]
fn each_documented_address_is_tried_once_and_counted_by_its_path() {
    let templates = [
        "/users/{id | userPrincipalName}/things?$top=5",
        "/users/{user-id}/Things/{thing-id}",
        "https://graph.microsoft.com/beta/me/things('<id>')",
        "/users/{id}/favourite",
        "/users/{id}/favourite",
    ];
    let report = addresses("GET", &templates, &things());
    assert_eq!(report.failures, [], "{report}");
    assert_eq!(report.addresses.passed, 4, "{report}");
    let distinct: Vec<_> = report.distinct_addresses.iter().collect();
    assert_eq!(
        distinct,
        [
            "/me/things/{}",
            "/users/{}/favourite",
            "/users/{}/things",
            "/users/{}/things/{}"
        ]
    );
}

#[test]
fn an_address_that_no_operation_has_fails() {
    let report = addresses("GET", &["/users/{id}/others/{id}"], &things());
    assert_eq!(
        report.failures[0].reason,
        "/users/{id}/others/{id}: no address of the type"
    );
    assert_eq!(report.addresses.tried, 1, "{report}");
    assert_eq!(report.addresses.passed, 0, "{report}");
}

#[test]
fn an_address_that_is_built_otherwise_fails() {
    let elsewhere = Registry::of(vec![Example::new(
        wrong(),
        vec![("mine", wrong()), ("favourite", wrong())],
    )]);
    let report = addresses("GET", &["/users/{id}/things/{id}"], &elsewhere);
    assert_eq!(
        report.failures[0].reason,
        "the path is /v1.0/users/v1/things/v2a, documented is /v1.0/users/v1/things/v2"
    );
}

#[test]
fn an_address_that_says_nothing_of_the_type_is_excluded() {
    for (method, address, reason) in [
        (
            "GET",
            "/me/things/.../{id}",
            "no path, or one that is incomplete: ",
        ),
        ("PATCH", "/me/things", "documentation error: "),
    ] {
        let report = addresses(method, &[address], &things());
        assert_eq!(report.addresses.excluded, 1, "{report}");
        assert!(report.excluded[0].reason.starts_with(reason), "{report}");
    }
}

#[test]
fn the_version_is_that_of_the_url() {
    passes(json!({ "version": "beta", "url_version": "beta" }), &[TYPE]);
}

#[test]
fn a_loss_in_the_response_is_noticed() {
    let response = |body: Value| json!({ "response_body_status": "json", "response_body": body });
    let known =
        json!({ "id": "1", "name": null, "status": "later", "@odata.context": "https://x" });
    let normalised = [
        TYPE,
        Normalisation::NullInRepresentation,
        Normalisation::ControlInformation,
    ];
    passes(response(known), &normalised);
    fails(
        response(json!({ "id": "1", "owner": { "county": "King" } })),
        "response: $.owner.county: \"King\" was lost",
    );
    let report = tried(response(json!({ "name": "no key" })));
    assert_eq!((report.total.passed, report.total.with_response), (1, 0));
    let report = tried(response(json!({ "id": "1", "size": "many" })));
    assert!(
        report.failures[0]
            .reason
            .starts_with("response: cannot be parsed: ")
    );
    is_excluded(
        response(json!({ "id": "1", "colour": "red" })),
        "the type does not have the property: response: `colour`",
    );
}

#[test]
fn records_without_information_about_the_type_are_excluded() {
    for status in ["none", "non_json"] {
        let fields = json!({ "request_body_status": status, "request_body": null });
        is_excluded(fields, "the body is not an object");
    }
    is_excluded(json!({ "request_body": [] }), "the body is not an object");
    let invalid = json!({ "request_body_status": "invalid_json", "request_body": null });
    is_excluded(invalid, "the body is not valid JSON");
    is_excluded(
        json!({ "request_body": { "colour": "red" } }),
        "the type does not have the property: `colour` is not a property of microsoft.graph.thing",
    );
    is_excluded(
        json!({ "path": "/you/things/1" }),
        "documented at another address: /you/things/1",
    );
    is_excluded(
        json!({ "request_body": { "id": "1" } }),
        "the body repeats the key, which the address has: ",
    );
    is_excluded(
        json!({ "request_body": { "@odata.type": "#microsoft.graph.user" } }),
        "documentation error: the body is a #microsoft.graph.user",
    );
}

#[test]
fn values_that_differ_are_told_apart() {
    for (documented, written) in [
        (json!({ "a": null }), json!({})),
        (json!({}), json!({ "a": null })),
        (json!({ "a": [] }), json!({ "a": null })),
        (json!({ "a": [1, null] }), json!({ "a": [1] })),
        (
            json!({ "a": "urgent" }),
            json!({ "a": "unknownFutureValue" }),
        ),
        (json!({ "a": "left,right" }), json!({ "a": "left" })),
        (
            json!({ "a": 9_007_199_254_740_993_i64 }),
            json!({ "a": 9_007_199_254_740_992_i64 }),
        ),
        (
            json!({ "a": "2020-01-01T00:00:00.0000001Z" }),
            json!({ "a": "2020-01-01T00:00:00Z" }),
        ),
        (json!({ "a": "PT1S" }), json!({ "a": "PT2S" })),
        (json!({ "a": true }), json!({ "a": "true" })),
        (
            json!({ "@odata.type": "#a.b" }),
            json!({ "@odata.type": "#a.c" }),
        ),
        (json!({ "x@odata.bind": "https://x" }), json!({})),
    ] {
        let comparison = compare(&documented, &written, Kind::Request);
        assert_eq!(comparison.differences.len(), 1, "{documented} {written}");
    }
}

/// Runs if the examples are beside the repository, and reports that it is skipped if they are not.
#[test]
fn the_documentation_is_conformed_to() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpus");
    if !folder.is_dir() {
        eprintln!("skipped: there is no folder {}", folder.display());
        return;
    }
    let registry = Registry::new();
    let mut report = run(&corpus::updates(&folder).unwrap(), &registry);
    run_addresses(&corpus::addressed(&folder).unwrap(), &registry, &mut report);
    assert!(report.types.len() >= 60, "{report}");
    assert!(report.distinct_addresses.len() >= 400, "{report}");
    assert!(report.reaches(BAR), "{report}");
}

#[test]
fn a_batch_is_compared_with_what_is_built_and_read() {
    let batch = json!({ "requests": [
        { "id": "1", "method": "GET", "url": "/me" },
        { "id": "2", "method": "PATCH", "url": "/me", "dependsOn": ["1"],
            "headers": { "Content-Type": "application/json" }, "body": { "city": "Redmond" } },
    ] });
    let mut other = batch.clone();
    other["requests"][0]["id"] = json!("7");
    let answer = json!({ "responses": [
        { "id": "2", "status": 204, "body": null },
        { "id": "1", "status": 302, "headers": { "Location": "https://example.com" } },
    ] });
    let mut foreign = answer.clone();
    foreign["responses"][0]["id"] = json!("a");
    for (example, passed, failed) in [
        (&batch, 1, 0),
        (&other, 0, 1),
        (&answer, 1, 0),
        (&foreign, 0, 1),
    ] {
        let batches = batches::run([("example", example)]);
        assert_eq!(
            (batches.passed, batches.failed.len()),
            (passed, failed),
            "{batches}"
        );
    }
    assert_eq!(batches::run([("none", &json!({}))]).passed, 0);
}
