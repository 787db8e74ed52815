//! Attributes of a whole struct, and of the form of a property.

use std::net::IpAddr;

use graph_resource::{
    ApiVersion, Cloud, Endpoint, Operation, Resource, UpdateMethod, graph_resource,
};
use serde_json::json;

use crate::message::line;

#[graph_resource(path = "/me/planner", update(method = "PUT"), emit_type = "always")]
struct Planner {
    name: Option<String>,
}

#[test]
fn update_may_be_a_put() {
    assert_eq!(Planner::INFO.update_method(), UpdateMethod::Put);
    assert_eq!(
        line(&Planner::replace(Planner {
            name: Some("n".to_owned())
        })),
        r##"PUT /v1.0/me/planner {"@odata.type":"#microsoft.graph.planner","name":"n"}"##
    );
}

#[graph_resource(
    path = "/policies",
    odata_type = "microsoft.graph.security.rule",
    emit_type = "never",
    exact
)]
#[derive(Debug)]
struct Policy {
    #[graph(key)]
    id: String,
    #[graph(rename = "@extension.colour-Name_1")]
    color: Option<String>,
}

#[test]
fn a_type_that_is_not_emitted_is_in_no_body_and_still_checked() {
    assert_eq!(
        line(&Policy::update("1").color("red")),
        r#"PATCH /v1.0/policies/1 {"@extension.colour-Name_1":"red"}"#
    );
    assert_eq!(
        line(&Policy::create().color("red")),
        r#"POST /v1.0/policies {"@extension.colour-Name_1":"red"}"#
    );
    let policy = Policy {
        id: "1".to_owned(),
        color: None,
    };
    assert_eq!(serde_json::to_string(&policy).unwrap(), r#"{"id":"1"}"#);
    let error = serde_json::from_value::<Policy>(
        json!({ "id": "1", "@odata.type": "#microsoft.graph.policy" }),
    )
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the object is a microsoft.graph.policy, expected a microsoft.graph.security.rule"
    );
}

#[test]
fn a_renamed_property_is_read_by_its_name_on_the_wire() {
    let policy: Policy =
        serde_json::from_value(json!({ "id": "1", "@extension.colour-Name_1": "red" })).unwrap();
    assert_eq!(policy.color.as_deref(), Some("red"));
    let patch: PolicyPatch =
        serde_json::from_value(json!({ "@extension.colour-Name_1": null })).unwrap();
    assert_eq!(patch, PolicyPatch::default().clear_color());
}

#[graph_resource(
    path = "/things",
    version = "v1.0",
    emit_type = "never",
    operations(get, update)
)]
struct Stable {
    name: Option<String>,
}

#[graph_resource(path = "/things", version = "beta", emit_type = "never")]
struct Preview {
    name: Option<String>,
}

#[graph_resource(path = "/things", emit_type = "never")]
struct Either {
    name: Option<String>,
}

#[test]
fn the_version_of_the_resource_comes_before_that_of_the_endpoint() {
    let paths = |endpoint: Endpoint| {
        [
            Stable::update().clear_name().to_http_request(&endpoint),
            Preview::update().clear_name().to_http_request(&endpoint),
            Either::update().clear_name().to_http_request(&endpoint),
        ]
        .map(|request| request.unwrap().uri().path().to_owned())
    };
    let endpoint = Endpoint::new(Cloud::Global);
    assert_eq!(
        paths(endpoint.clone()),
        ["/v1.0/things", "/beta/things", "/v1.0/things"]
    );
    assert_eq!(
        paths(endpoint.with_version(ApiVersion::Beta)),
        ["/v1.0/things", "/beta/things", "/beta/things"]
    );
    for json in [json!({}), json!({ "name": "n" })] {
        let stable: Stable = serde_json::from_value(json.clone()).unwrap();
        let (preview, either): (Preview, Either) = (
            serde_json::from_value(json.clone()).unwrap(),
            serde_json::from_value(json).unwrap(),
        );
        assert_eq!((&stable.name, &stable.name), (&preview.name, &either.name));
    }
}

#[test]
fn a_singleton_is_got_and_updated_and_nothing_else() {
    assert_eq!(
        Stable::INFO.operations(),
        [Operation::Get, Operation::Update]
    );
    assert_eq!(
        Preview::INFO.operations(),
        [Operation::Get, Operation::Update]
    );
    assert_eq!(line(&Preview::get()), "GET /beta/things ");
}

mod minutes {
    use serde::{Deserialize, Deserializer, Serializer};

    #[allow(clippy::trivially_copy_pass_by_ref, reason = "what `with` calls")]
    pub(super) fn serialize<S: Serializer>(value: &u32, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("PT{value}M"))
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<u32, D::Error> {
        let text = String::deserialize(deserializer)?;
        let digits = text
            .strip_prefix("PT")
            .and_then(|text| text.strip_suffix('M'));
        digits
            .and_then(|digits| digits.parse().ok())
            .ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no number of minutes")))
    }
}

#[graph_resource(path = "/gateways", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Gateway {
    #[graph(key)]
    id: String,
    #[graph(with = "graph_resource::edm::as_serde")]
    address: Option<IpAddr>,
    #[graph(with = "minutes")]
    timeout: u32,
    #[graph(with = "minutes")]
    pause: Option<u32>,
    #[graph(with = "minutes", default)]
    delay: u32,
    #[graph(default)]
    is_enabled: bool,
    #[graph(default)]
    tags: Vec<String>,
}

#[test]
fn a_property_with_a_form_of_its_own_is_written_and_read_by_it() {
    let update = Gateway::update("1")
        .address([10, 0, 0, 1])
        .timeout(5_u32)
        .clear_pause()
        .delay(1_u32);
    assert_eq!(
        line(&update),
        r#"PATCH /v1.0/gateways/1 {"address":"10.0.0.1","timeout":"PT5M","pause":null,"delay":"PT1M"}"#
    );
    let patch: GatewayPatch =
        serde_json::from_value(json!({ "address": null, "timeout": "PT5M", "pause": "PT2M" }))
            .unwrap();
    assert_eq!(
        patch,
        GatewayPatch::default()
            .clear_address()
            .timeout(5_u32)
            .pause(2_u32)
    );
}

#[test]
fn an_error_of_such_a_form_is_the_error_of_reading() {
    let error =
        serde_json::from_value::<Gateway>(json!({ "id": "1", "timeout": "PT5H" })).unwrap_err();
    assert_eq!(error.to_string(), "`PT5H` is no number of minutes");
}

#[test]
fn a_property_with_a_default_may_be_absent() {
    let gateway: Gateway = serde_json::from_value(json!({ "id": "1", "timeout": "PT5M" })).unwrap();
    let expected = Gateway {
        id: "1".to_owned(),
        address: None,
        timeout: 5,
        pause: None,
        delay: 0,
        is_enabled: false,
        tags: vec![],
    };
    assert_eq!(gateway, expected);
}
