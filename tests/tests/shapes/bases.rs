//! Types that extend another: one object in JSON, and one patch.

use graph_resource::edm::DynamicProperties;
use graph_resource::{Resource, StructuredType, TypeInfo, graph_complex, graph_resource};
use serde_json::{Value, json};

use self::base::{DeviceConfiguration, DeviceConfigurationSetters as _};
use crate::support::{assert_unchanged, body, read, refusal};

/// The base in a module of its own.
mod base {
    use graph_resource::graph_resource;

    #[graph_resource(path = "/deviceManagement/deviceConfigurations", extensible)]
    #[derive(Clone, PartialEq)]
    pub(crate) struct DeviceConfiguration {
        #[graph(key)]
        pub(crate) id: String,
        pub(crate) display_name: Option<String>,
        pub(crate) version: i32,
        #[graph(read_only)]
        pub(crate) created_date_time: Option<String>,
        #[graph(sensitive)]
        pub(crate) pin: Option<String>,
    }
}

#[graph_resource(path = "/deviceManagement/deviceConfigurations")]
#[derive(Debug, Clone, PartialEq)]
struct IosCustomConfiguration {
    #[graph(base)]
    base: DeviceConfiguration,
    payload_name: Option<String>,
}

fn configuration() -> IosCustomConfiguration {
    read(json!({
        "@odata.type": "#microsoft.graph.iosCustomConfiguration",
        "payloadName": "p",
        "id": "1",
        "version": 7,
        "displayName": "Custom",
        "createdDateTime": "2024-01-01T00:00:00Z",
    }))
}

#[test]
fn a_derived_type_is_one_flat_object() {
    assert_unchanged::<IosCustomConfiguration>(
        r##"{"@odata.type":"#microsoft.graph.iosCustomConfiguration","id":"1","displayName":"Custom","version":7,"payloadName":"p"}"##,
    );
    assert_eq!(configuration().base.version, 7);
}

#[test]
fn required_properties_of_the_base_are_required_in_the_object() {
    let message = refusal::<IosCustomConfiguration>(json!({ "id": "1" }));
    assert!(
        message.starts_with("the property `version` is missing"),
        "{message}"
    );
}

#[test]
fn the_setters_of_the_base_are_there() {
    let update = IosCustomConfiguration::update("1")
        .payload_name("q")
        .display_name("Renamed")
        .version(8)
        .clear_display_name();
    assert_eq!(
        body(&update),
        r##"{"@odata.type":"#microsoft.graph.iosCustomConfiguration","displayName":null,"version":8,"payloadName":"q"}"##
    );
}

#[test]
fn the_patch_is_flat_as_well() {
    let json = r##"{"@odata.type":"#microsoft.graph.iosCustomConfiguration","displayName":null,"payloadName":"q"}"##;
    assert_unchanged::<IosCustomConfigurationPatch>(json);
    let patch: IosCustomConfigurationPatch = serde_json::from_str(json).unwrap();
    let expected = IosCustomConfigurationPatch::default()
        .payload_name("q")
        .clear_display_name();
    assert_eq!(patch, expected);
}

#[test]
fn a_difference_in_the_base_is_one() {
    let mut after = configuration();
    after.base.version = 8;
    after.base.created_date_time = None;
    let patch = IosCustomConfigurationPatch::between(&configuration(), &after);
    assert_eq!(patch, IosCustomConfigurationPatch::default().version(8));
    let mut patched = configuration();
    patch.apply_to(&mut patched);
    assert_eq!(patched.base.version, 8);
    assert!(IosCustomConfigurationPatch::between(&patched, &patched).is_empty());
}

#[test]
fn properties_that_the_base_does_not_accept_are_refused() {
    for (json, message) in [
        (
            json!({ "createdDateTime": null }),
            "`createdDateTime` is read-only, an update of microsoft.graph.iosCustomConfiguration cannot carry it",
        ),
        (
            json!({ "id": "2" }),
            "`id` is the key, an update of microsoft.graph.iosCustomConfiguration cannot carry it",
        ),
        (
            json!({ "colour": 1 }),
            "`colour` is not a property of microsoft.graph.iosCustomConfiguration",
        ),
        (
            json!({ "@odata.type": "#microsoft.graph.deviceConfiguration" }),
            "the object is a microsoft.graph.deviceConfiguration, expected a microsoft.graph.iosCustomConfiguration",
        ),
    ] {
        assert_eq!(refusal::<IosCustomConfigurationPatch>(json), message);
    }
}

#[test]
fn sensitive_properties_of_the_base_are_masked_in_the_derived_patch() {
    let patch = IosCustomConfigurationPatch::default().pin("1234");
    let debug = format!("{patch:?}");
    assert!(!debug.contains("1234"), "{debug}");
    let mut configuration = configuration();
    configuration.base.pin = Some("1234".to_owned());
    let debug = format!("{configuration:?}");
    assert!(!debug.contains("1234"), "{debug}");
}

#[test]
fn the_type_knows_its_base() {
    let info = IosCustomConfiguration::INFO.type_info();
    assert_eq!(
        info.base().map(TypeInfo::name),
        Some("microsoft.graph.deviceConfiguration")
    );
    assert!(info.property("displayName").is_some());
    assert!(info.property("base").is_none());
}

#[graph_complex(extensible)]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Identity {
    pub display_name: Option<String>,
    #[graph(read_only)]
    pub tenant: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct UserIdentity {
    #[graph(base)]
    pub base: Identity,
    pub user_principal_name: Option<String>,
    #[graph(extra)]
    pub others: DynamicProperties,
}

#[test]
fn an_open_type_keeps_what_neither_it_nor_its_base_declares() {
    let json = r##"{"displayName":"Adele","tenant":"t","userPrincipalName":"adele","displayName@odata.type":"#String","city":null}"##;
    assert_unchanged::<UserIdentity>(json);
    let identity: UserIdentity = serde_json::from_str(json).unwrap();
    assert_eq!(identity.base.tenant.as_deref(), Some("t"));
    assert_eq!(identity.others.len(), 2);
}

#[test]
fn the_patch_of_an_open_type_tells_the_base_from_the_rest() {
    let json = r#"{"displayName":"A.","userPrincipalName":null,"city":"Oslo"}"#;
    assert_unchanged::<UserIdentityPatch>(json);
    let patch: UserIdentityPatch = serde_json::from_str(json).unwrap();
    let expected = UserIdentityPatch::default()
        .display_name("A.")
        .clear_user_principal_name()
        .others("city", "Oslo");
    assert_eq!(patch, expected);
    assert_eq!(
        refusal::<UserIdentityPatch>(json!({ "tenant": "t" })),
        "`tenant` is read-only, an update of microsoft.graph.userIdentity cannot carry it"
    );
}

/// Types that extend each other, with properties of every kind in the topmost.
mod chain {
    use std::collections::BTreeMap;

    use graph_resource::edm::DynamicProperties;
    use graph_resource::{graph_complex, graph_resource};

    use super::Identity;

    #[graph_resource(path = "/entities", emit_type = "never", extensible)]
    #[derive(Clone, PartialEq)]
    pub(crate) struct Entity {
        #[graph(key)]
        pub(crate) id: String,
        pub(crate) note: Option<String>,
        pub(crate) size: i32,
        #[graph(merge)]
        pub(crate) identity: Option<Identity>,
        #[graph(merge)]
        pub(crate) labels: BTreeMap<String, bool>,
        #[graph(navigation, bind)]
        pub(crate) owner: Option<Box<Entity>>,
        #[graph(navigation, bind)]
        pub(crate) members: Option<Vec<Entity>>,
        #[graph(extra)]
        pub(crate) others: DynamicProperties,
    }

    #[graph_resource(path = "/entities", emit_type = "never", extensible)]
    #[derive(Clone, PartialEq)]
    pub(crate) struct Policy {
        #[graph(base)]
        pub(crate) base: Entity,
        pub(crate) is_active: Option<bool>,
    }

    #[graph_resource(path = "/entities", emit_type = "never", operations(update))]
    #[derive(Clone, PartialEq)]
    pub(crate) struct TokenPolicy {
        #[graph(base)]
        pub(crate) base: Policy,
        pub(crate) lifetime: Option<i32>,
    }

    #[graph_complex]
    #[derive(Clone, PartialEq)]
    pub(crate) struct Unrelated {
        pub(crate) lifetime: Option<i32>,
    }
}

#[test]
fn the_setters_of_every_base_above_are_there() {
    use self::chain::{Entity, EntitySetters as _, PolicySetters as _, TokenPolicy};

    let update = TokenPolicy::update("1")
        .lifetime(1)
        .is_active(true)
        .note("n")
        .note_or_clear(None)
        .size(2)
        .identity(|identity| identity.display_name("d"))
        .identity(|identity| identity)
        .labels(|labels| labels.set("a", true))
        .clear_owner()
        .members([Entity::get("1")])
        .others("x", 1)
        .others_typed("y", "#Int32", 2)
        .clear_others("z");
    assert_eq!(
        body(&update),
        r##"{"note":null,"size":2,"identity":{"displayName":"d"},"labels":{"a":true},"owner@odata.bind":null,"members@odata.bind":["https://graph.microsoft.com/v1.0/entities/1"],"x":1,"y@odata.type":"#Int32","y":2,"z":null,"isActive":true,"lifetime":1}"##
    );
    assert_eq!(
        chain::TokenPolicyPatch::default().size(3).base.base.size,
        Some(3)
    );
    assert_eq!(chain::Unrelated::TYPE.base().map(TypeInfo::name), None);
}

#[graph_complex(extensible)]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OpenBase {
    #[graph(extra)]
    pub others: DynamicProperties,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OpenDerived {
    #[graph(base)]
    pub base: OpenBase,
    pub name: Option<String>,
}

#[test]
fn a_type_that_extends_an_open_one_is_open() {
    assert!(OpenDerived::TYPE.is_open());
    let json = r#"{"city":"Oslo","name":"n"}"#;
    assert_unchanged::<OpenDerived>(json);
    let derived: OpenDerived = serde_json::from_str(json).unwrap();
    assert_eq!(derived.base.others.get("city"), Some(&json!("Oslo")));
    assert_unchanged::<OpenDerivedPatch>(json);
}

#[test]
fn a_patch_of_any_kind_of_property_is_copied_compared_and_taken_by_an_update() {
    use self::chain::{Entity, EntityPatch};

    let patch = EntityPatch::default;
    let each = [
        (patch().note("n"), json!({ "note": "n" })),
        (patch().size(2), json!({ "size": 2 })),
        (
            patch().identity(|identity| identity.display_name("d")),
            json!({ "identity": { "displayName": "d" } }),
        ),
        (
            patch().labels(|labels| labels.set("a", true)),
            json!({ "labels": { "a": true } }),
        ),
        (patch().clear_owner(), json!({ "owner@odata.bind": null })),
        (
            patch().members([Entity::get("1")]),
            json!({ "members@odata.bind": ["https://graph.microsoft.com/v1.0/entities/1"] }),
        ),
        (patch().others("x", 1), json!({ "x": 1 })),
    ];
    for (index, (patch, expected)) in each.iter().enumerate() {
        assert!(*patch != EntityPatch::default(), "{patch:?}");
        for (other, (another, _)) in each.iter().enumerate() {
            assert_eq!(patch == another, index == other, "{patch:?}, {another:?}");
        }
        let update = Entity::update("1").note("before").with_patch(patch.clone());
        let sent: Value = serde_json::from_str(&body(&update)).unwrap();
        assert_eq!(sent, *expected);
        assert_eq!(update, update.clone());
        assert!(update != Entity::update("2").with_patch(patch.clone()));
    }
}

#[test]
fn the_base_of_a_patch_is_copied_compared_and_taken_by_an_update() {
    use self::chain::{EntitySetters as _, TokenPolicy, TokenPolicyPatch};

    let patch = TokenPolicyPatch::default().note("n").lifetime(1);
    assert!(patch != TokenPolicyPatch::default().lifetime(1));
    let update = TokenPolicy::update("1")
        .note("before")
        .with_patch(patch.clone());
    assert_eq!(body(&update), r#"{"note":"n","lifetime":1}"#);
    assert_eq!(update, update.clone());
}
