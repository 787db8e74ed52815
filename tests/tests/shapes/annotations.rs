//! Control information, annotations, references to other resources, and expanded relationships.

use graph_resource::edm::DynamicProperties;
use graph_resource::{
    Change, Cloud, Endpoint, Page, Reference, graph_complex, graph_enum, graph_resource,
    graph_union,
};
use serde_json::json;

use crate::support::{assert_unchanged, body, read, refusal};

#[graph_resource(path = "/groups", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct Group {
    #[graph(key)]
    id: String,
    #[graph(etag)]
    etag: Option<String>,
    display_name: Option<String>,
    day: Option<DayOfWeek>,
    time_slots: Option<Vec<String>>,
    #[graph(navigation, bind)]
    manager: Option<Box<User>>,
    #[graph(navigation, bind)]
    owner: User,
    #[graph(navigation, bind)]
    members: Option<Vec<User>>,
    #[graph(navigation)]
    photos: Option<Vec<User>>,
    #[graph(read_only, rename = "picture@odata.mediaReadLink")]
    picture_link: Option<String>,
    #[graph(read_only, rename = "members@odata.nextLink")]
    members_next_link: Option<String>,
}

#[graph_resource(path = "/users", emit_type = "never", operations(get))]
#[derive(Debug, Clone, PartialEq, Default)]
struct User {
    #[graph(key)]
    id: String,
    mail: Option<String>,
}

#[graph_resource(path = "/users", version = "beta", operations(get))]
struct BetaUser {
    #[graph(key)]
    id: String,
}

#[graph_enum]
pub enum DayOfWeek {
    Monday,
    #[graph(unknown)]
    Unknown(String),
}

#[test]
fn control_information_of_an_object_is_read_past() {
    let group: Group = read(json!({
        "@odata.context": "https://graph.microsoft.com/v1.0/$metadata#groups/$entity",
        "@odata.id": "https://graph.microsoft.com/v2/x/directoryObjects/1",
        "@odata.etag": "W/\"1\"",
        "@odata.editLink": "groups/1",
        "@removed": { "reason": "changed" },
        "@microsoft.graph.tips": "Use $select",
        "@microsoft.graph.downloadUrl": "https://x",
        "id": "1",
        "owner": { "id": "2" },
    }));
    assert_eq!(group.etag.as_deref(), Some("W/\"1\""));
    assert_eq!((group.id.as_str(), group.owner.id.as_str()), ("1", "2"));
}

#[test]
fn an_annotation_stands_beside_its_property_in_whatever_order() {
    for json in [
        r##"{"day@odata.type":"#microsoft.graph.dayOfWeek","day":"monday","timeSlots@odata.type":"#Collection(microsoft.graph.bookingWorkTimeSlot)","timeSlots":[]}"##,
        r##"{"day":"monday","day@odata.type":"#microsoft.graph.dayOfWeek","timeSlots":[],"timeSlots@odata.type":"#Collection(String)"}"##,
    ] {
        let patch: GroupPatch = serde_json::from_str(json).unwrap();
        let expected = GroupPatch::default()
            .day(DayOfWeek::Monday)
            .time_slots(Vec::<String>::new());
        assert_eq!(patch, expected);
    }
}

#[test]
fn an_annotation_of_what_is_not_declared_is_refused_in_a_patch() {
    assert_eq!(
        refusal::<GroupPatch>(json!({ "night@odata.type": "#String" })),
        "`night@odata.type` is not a property of microsoft.graph.group"
    );
}

#[test]
fn links_beside_properties_can_be_declared() {
    let group: Group = read(json!({
        "id": "1",
        "owner": { "id": "2" },
        "picture@odata.mediaReadLink": "https://x/$value",
        "members@odata.nextLink": "https://x?$skiptoken=1",
        "members@odata.context": "https://x/$metadata#users",
        "members": [{ "id": "3" }],
    }));
    assert_eq!(group.picture_link.as_deref(), Some("https://x/$value"));
    assert_eq!(
        group.members_next_link.as_deref(),
        Some("https://x?$skiptoken=1")
    );
    assert_eq!(group.members.unwrap()[0].id, "3");
}

#[test]
fn a_type_may_come_twice() {
    let json = r##"{"@odata.type":"#microsoft.graph.user","id":"1","@odata.type":"#microsoft.graph.user"}"##;
    assert_eq!(serde_json::from_str::<User>(json).unwrap().id, "1");
}

#[test]
fn a_reference_to_one_is_the_request_for_it() {
    assert_eq!(
        body(&Group::update("1").manager(User::get("2"))),
        r#"{"manager@odata.bind":"https://graph.microsoft.com/v1.0/users/2"}"#
    );
}

#[test]
fn a_reference_that_can_be_null_is_cleared() {
    assert_eq!(
        body(&Group::update("1").clear_manager()),
        r#"{"manager@odata.bind":null}"#
    );
}

#[test]
fn a_reference_to_several_lists_them() {
    let update = Group::update("1").members([User::get("2"), User::get("3")]);
    assert_eq!(
        body(&update),
        r#"{"members@odata.bind":["https://graph.microsoft.com/v1.0/users/2","https://graph.microsoft.com/v1.0/users/3"]}"#
    );
}

#[test]
fn a_create_carries_references() {
    let create = Group::create()
        .display_name("Golf")
        .owner(User::get("2"))
        .members([User::get("3")]);
    assert_eq!(
        body(&create),
        r#"{"displayName":"Golf","owner@odata.bind":"https://graph.microsoft.com/v1.0/users/2","members@odata.bind":["https://graph.microsoft.com/v1.0/users/3"]}"#
    );
}

#[test]
fn a_reference_is_of_the_cloud_that_the_request_goes_to() {
    let update = Group::update("1").owner(User::get("2"));
    for (cloud, host) in [
        (Cloud::UsGovernment, "graph.microsoft.us"),
        (Cloud::China, "microsoftgraph.chinacloudapi.cn"),
    ] {
        let body = update
            .to_http_request(&Endpoint::new(cloud))
            .unwrap()
            .into_body();
        assert_eq!(
            body,
            format!(r#"{{"owner@odata.bind":"https://{host}/v1.0/users/2"}}"#)
        );
    }
}

#[test]
fn a_reference_is_of_the_version_that_has_the_resource() {
    assert_eq!(
        body(&Group::update("1").owner(BetaUser::get("2"))),
        r#"{"owner@odata.bind":"https://graph.microsoft.com/beta/users/2"}"#
    );
}

#[test]
fn a_reference_encodes_the_key() {
    assert_eq!(
        body(&Group::update("1").owner(User::get("a/b#c@contoso.com"))),
        r#"{"owner@odata.bind":"https://graph.microsoft.com/v1.0/users/a%2Fb%23c@contoso.com"}"#
    );
}

#[test]
fn a_reference_without_a_key_is_an_error_of_the_request() {
    let error = Group::update("1")
        .owner(User::get(""))
        .to_http_request(&Endpoint::new(Cloud::Global))
        .unwrap_err();
    assert_eq!(error.kind(), graph_resource::ErrorKind::InvalidRequest);
    assert!(error.message().contains("owner@odata.bind"), "{error}");
}

#[test]
fn a_url_is_sent_as_it_is() {
    let update = Group::update("1").members([
        Reference::url("https://graph.microsoft.com/v1.0/directoryObjects/2"),
        User::get("3").into(),
    ]);
    assert_eq!(
        body(&update),
        r#"{"members@odata.bind":["https://graph.microsoft.com/v1.0/directoryObjects/2","https://graph.microsoft.com/v1.0/users/3"]}"#
    );
}

#[test]
fn references_of_a_patch_are_read_and_written() {
    let json = r#"{"manager@odata.bind":null,"owner@odata.bind":"https://graph.microsoft.com/v1.0/users/2","members@odata.bind":["https://graph.microsoft.com/v1.0/directoryObjects/3"]}"#;
    assert_unchanged::<GroupPatch>(json);
    let patch: GroupPatch = serde_json::from_str(json).unwrap();
    assert_eq!(patch.manager, Change::Clear);
    assert_eq!(
        patch.owner,
        Some(Reference::url("https://graph.microsoft.com/v1.0/users/2"))
    );
}

#[test]
fn a_relationship_is_not_sent_inline() {
    for (json, message) in [
        (
            json!({ "photos": [] }),
            "`photos` is read-only, an update of microsoft.graph.group cannot carry it",
        ),
        (
            json!({ "photos@odata.bind": [] }),
            "`photos@odata.bind` is not a property of microsoft.graph.group",
        ),
        (
            json!({ "manager": { "id": "2" } }),
            "`manager` is a relationship, which an update of microsoft.graph.group sets by `manager@odata.bind`",
        ),
        (
            json!({ "owner@odata.bind": null }),
            "`owner@odata.bind` is not nullable, and cannot be `null`",
        ),
    ] {
        assert_eq!(refusal::<GroupPatch>(json), message);
    }
}

#[test]
fn an_expanded_relationship_is_read() {
    let group: Group = read(json!({
        "id": "1",
        "manager": { "id": "2", "mail": "a@contoso.com" },
        "owner": { "@odata.type": "#microsoft.graph.user", "id": "3" },
        "members": [],
        "photos": [{ "id": "4" }],
    }));
    assert_eq!(
        group.manager.unwrap().mail.as_deref(),
        Some("a@contoso.com")
    );
    assert_eq!(group.owner.id, "3");
    assert_eq!(group.members, Some(vec![]));
    assert_eq!(group.photos.unwrap().len(), 1);
}

#[test]
fn a_relationship_that_changed_is_no_difference() {
    let group = |owner: &str| -> Group { read(json!({ "id": "1", "owner": { "id": owner } })) };
    assert!(GroupPatch::between(&group("2"), &group("3")).is_empty());
}

#[test]
fn a_reference_is_for_the_service_to_follow() {
    let mut group: Group = read(json!({ "id": "1", "owner": { "id": "2" } }));
    let before = group.clone();
    GroupPatch::default()
        .owner(User::get("3"))
        .clear_manager()
        .apply_to(&mut group);
    assert_eq!(group, before);
}

#[test]
fn the_reference_of_a_sensitive_relationship_is_masked() {
    #[graph_resource(path = "/cases", emit_type = "never")]
    #[derive(Clone, PartialEq)]
    struct Case {
        #[graph(key)]
        id: String,
        #[graph(navigation, bind, sensitive)]
        suspect: Option<Box<User>>,
    }

    let patch = CasePatch::default().suspect(Reference::url("https://x/users/adele"));
    assert_eq!(
        format!("{patch:?}"),
        r#"CasePatch {"suspect@odata.bind":"[redacted]"}"#
    );
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Removed {
    reason: Option<String>,
}

#[graph_resource(path = "/users", operations(list))]
#[derive(Debug, Clone, PartialEq)]
struct ChangedUser {
    #[graph(key)]
    id: String,
    mail: Option<String>,
    #[graph(read_only, rename = "@removed")]
    removed: Option<Removed>,
}

#[graph_union]
#[derive(Debug, Clone, PartialEq)]
enum Member {
    User(User),
    #[graph(unknown)]
    Unknown(DynamicProperties),
}

#[graph_resource(path = "/groups/delta", operations(list))]
#[derive(Debug, Clone, PartialEq)]
struct ChangedGroup {
    #[graph(key)]
    id: String,
    #[graph(read_only, rename = "members@delta")]
    members: Option<Vec<Member>>,
}

#[test]
fn a_removed_object_says_so() {
    let page: Page<ChangedUser> = read(json!({
        "@odata.deltaLink": "https://graph.microsoft.com/v1.0/users/delta?$deltatoken=1",
        "value": [
            { "id": "1", "mail": "a@contoso.com" },
            { "id": "2", "@removed": { "reason": "deleted" } },
            { "@removed": { "reason": "changed" }, "id": "3" },
        ],
    }));
    let reasons = page.value.iter().map(|user| {
        let removed = user.removed.as_ref()?;
        removed.reason.as_deref()
    });
    assert_eq!(
        reasons.collect::<Vec<_>>(),
        [None, Some("deleted"), Some("changed")]
    );
}

#[test]
fn the_members_that_changed_are_a_property() {
    let group: ChangedGroup = read(json!({
        "id": "1",
        "members@delta": [
            { "@odata.type": "#microsoft.graph.user", "id": "2", "@removed": { "reason": "deleted" } },
            { "@odata.type": "#microsoft.graph.device", "id": "3" },
        ],
    }));
    let members = group.members.unwrap();
    assert!(matches!(&members[0], Member::User(user) if user.id == "2"));
    assert!(
        matches!(&members[1], Member::Unknown(device) if device.get("id") == Some(&json!("3")))
    );
}

#[test]
fn control_information_may_stand_in_the_body_of_a_patch() {
    #[graph_complex]
    #[derive(Debug, Clone, PartialEq)]
    struct Availability {
        #[graph(write_null)]
        time_slots: Option<Vec<Option<String>>>,
    }

    #[graph_resource(path = "/shiftPreferences", emit_type = "never", operations(update))]
    #[derive(Debug, Clone, PartialEq)]
    struct ShiftPreferences {
        #[graph(etag)]
        etag: Option<String>,
        availability: Option<Vec<Availability>>,
    }

    let json = json!({ "@odata.etag": "1a371e53", "availability": [{ "timeSlots": null }] });
    let patch: ShiftPreferencesPatch = read(json);
    let availability = Availability { time_slots: None };
    let expected = ShiftPreferencesPatch::default().availability(vec![availability]);
    assert_eq!(patch, expected);
}
