//! Complex types, and properties of them: replaced as a whole, or merged.

use graph_resource::{Change, graph_complex, graph_resource};
use serde_json::json;

use crate::support::{assert_unchanged, body, read, refusal, rewritten};

#[graph_resource(path = "/users", emit_type = "never")]
#[derive(Debug, Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
    business_address: Option<PhysicalAddress>,
    #[graph(merge)]
    mailbox_settings: Option<MailboxSettings>,
    #[graph(merge)]
    on_premises: OnPremises,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct PhysicalAddress {
    street: Option<String>,
    city: Option<String>,
    #[graph(read_only)]
    is_verified: Option<bool>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct MailboxSettings {
    time_zone: Option<String>,
    date_format: Option<String>,
    #[graph(read_only)]
    user_purpose: Option<String>,
    language: Option<LocaleInfo>,
    #[graph(merge)]
    automatic_replies_setting: Option<AutomaticRepliesSetting>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct LocaleInfo {
    locale: Option<String>,
    display_name: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct AutomaticRepliesSetting {
    status: Option<String>,
    internal_reply_message: Option<String>,
}

/// A property that is not nullable, of parts of which one is not, either.
#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct OnPremises {
    is_synced: bool,
    domain: Option<String>,
}

fn user() -> User {
    User {
        id: "1".to_owned(),
        business_address: Some(address()),
        mailbox_settings: Some(settings()),
        on_premises: OnPremises {
            is_synced: false,
            domain: None,
        },
    }
}

fn address() -> PhysicalAddress {
    PhysicalAddress {
        street: Some("4567 Main St".to_owned()),
        city: Some("Buffalo".to_owned()),
        is_verified: Some(true),
    }
}

fn settings() -> MailboxSettings {
    MailboxSettings {
        time_zone: Some("UTC".to_owned()),
        user_purpose: Some("user".to_owned()),
        automatic_replies_setting: Some(AutomaticRepliesSetting {
            status: Some("disabled".to_owned()),
            internal_reply_message: Some("away".to_owned()),
        }),
        ..MailboxSettings::default()
    }
}

/// Returns the patch from `before` to `after` as JSON, and checks that it leads there.
fn difference(before: &User, after: &User) -> String {
    let patch = UserPatch::between(before, after);
    let mut patched = before.clone();
    patch.clone().apply_to(&mut patched);
    assert_eq!(&patched, after);
    serde_json::to_string(&patch).unwrap()
}

#[test]
fn a_value_is_read_and_written_with_all_its_parts() {
    assert_unchanged::<PhysicalAddress>(
        r#"{"street":"4567 Main St","city":"Buffalo","isVerified":true}"#,
    );
}

#[test]
fn an_empty_object_is_a_value() {
    let folder = read::<PhysicalAddress>(json!({}));
    assert_eq!(folder, PhysicalAddress::default());
    assert_eq!(serde_json::to_string(&folder).unwrap(), "{}");
}

#[test]
fn a_request_does_not_carry_read_only_parts() {
    assert_eq!(
        body(&User::update("1").business_address(address())),
        r#"{"businessAddress":{"street":"4567 Main St","city":"Buffalo"}}"#
    );
}

#[test]
fn a_representation_has_read_only_parts() {
    let json = serde_json::to_value(user()).unwrap();
    assert_eq!(json["businessAddress"]["isVerified"], json!(true));
    assert_eq!(json["mailboxSettings"]["userPurpose"], json!("user"));
}

#[test]
fn properties_that_a_new_value_leaves_out_are_removed() {
    let after = User {
        business_address: Some(PhysicalAddress {
            city: Some("Seattle".to_owned()),
            ..PhysicalAddress::default()
        }),
        ..user()
    };
    assert_eq!(
        difference(&user(), &after),
        r#"{"businessAddress":{"city":"Seattle"}}"#
    );
}

#[test]
fn a_replaced_property_is_cleared_as_a_whole() {
    assert_eq!(
        body(&User::update("1").clear_business_address()),
        r#"{"businessAddress":null}"#
    );
}

#[test]
fn a_merged_property_is_changed_part_by_part() {
    let update = User::update("1")
        .mailbox_settings(|settings| settings.time_zone("UTC").clear_date_format());
    assert_eq!(
        body(&update),
        r#"{"mailboxSettings":{"timeZone":"UTC","dateFormat":null}}"#
    );
}

#[test]
fn changes_to_a_merged_property_add_up() {
    let update = User::update("1")
        .mailbox_settings(|settings| settings.time_zone("UTC"))
        .mailbox_settings(|settings| settings.date_format("yyyy-MM-dd"));
    assert_eq!(
        body(&update),
        r#"{"mailboxSettings":{"timeZone":"UTC","dateFormat":"yyyy-MM-dd"}}"#
    );
}

#[test]
fn a_merged_part_of_a_merged_property_is_merged() {
    let update = User::update("1").mailbox_settings(|settings| {
        settings.automatic_replies_setting(|replies| replies.status("scheduled"))
    });
    assert_eq!(
        body(&update),
        r#"{"mailboxSettings":{"automaticRepliesSetting":{"status":"scheduled"}}}"#
    );
}

#[test]
fn a_merged_property_is_cleared_as_a_whole() {
    assert_eq!(
        body(&User::update("1").clear_mailbox_settings()),
        r#"{"mailboxSettings":null}"#
    );
}

#[test]
fn a_merged_property_that_is_not_nullable_is_changed_part_by_part() {
    let update = User::update("1").on_premises(|premises| premises.is_synced(true));
    assert_eq!(body(&update), r#"{"onPremises":{"isSynced":true}}"#);
}

#[test]
fn only_the_parts_that_differ_are_sent() {
    let mut after = user();
    let settings = after.mailbox_settings.as_mut().unwrap();
    settings.date_format = Some("yyyy-MM-dd".to_owned());
    let replies = settings.automatic_replies_setting.as_mut().unwrap();
    replies.internal_reply_message = None;
    after.on_premises.domain = Some("contoso.com".to_owned());
    assert_eq!(
        difference(&user(), &after),
        r#"{"mailboxSettings":{"dateFormat":"yyyy-MM-dd","automaticRepliesSetting":{"internalReplyMessage":null}},"onPremises":{"domain":"contoso.com"}}"#
    );
}

#[test]
fn a_part_that_is_not_merged_is_replaced() {
    let mut before = user();
    let settings = before.mailbox_settings.as_mut().unwrap();
    settings.language = Some(LocaleInfo {
        locale: Some("en-US".to_owned()),
        display_name: Some("English".to_owned()),
    });
    let mut after = before.clone();
    let settings = after.mailbox_settings.as_mut().unwrap();
    settings.language = Some(LocaleInfo {
        locale: Some("de-DE".to_owned()),
        display_name: None,
    });
    assert_eq!(
        difference(&before, &after),
        r#"{"mailboxSettings":{"language":{"locale":"de-DE"}}}"#
    );
}

#[test]
fn a_difference_in_read_only_parts_alone_is_none() {
    let mut after = user();
    let settings = after.mailbox_settings.as_mut().unwrap();
    settings.user_purpose = Some("shared".to_owned());
    let patch = UserPatch::between(&user(), &after);
    assert!(patch.is_empty(), "{patch:?}");
    assert_eq!(patch.mailbox_settings, Change::Keep);
}

#[test]
fn a_merged_value_that_begins_to_exist_differs_from_the_default() {
    let before = User {
        mailbox_settings: None,
        ..user()
    };
    let after = User {
        mailbox_settings: Some(MailboxSettings {
            time_zone: Some("UTC".to_owned()),
            ..MailboxSettings::default()
        }),
        ..user()
    };
    assert_eq!(
        difference(&before, &after),
        r#"{"mailboxSettings":{"timeZone":"UTC"}}"#
    );
}

#[test]
fn a_merged_value_can_begin_to_exist_with_nothing_in_it() {
    let before = User {
        mailbox_settings: None,
        ..user()
    };
    let after = User {
        mailbox_settings: Some(MailboxSettings::default()),
        ..user()
    };
    assert_eq!(difference(&before, &after), r#"{"mailboxSettings":{}}"#);
}

#[test]
fn a_merged_value_that_ceases_to_exist_is_cleared() {
    let after = User {
        mailbox_settings: None,
        ..user()
    };
    assert_eq!(difference(&user(), &after), r#"{"mailboxSettings":null}"#);
}

#[test]
fn applying_a_merged_part_to_null_starts_from_the_default() {
    let mut user = User {
        mailbox_settings: None,
        ..user()
    };
    UserPatch::default()
        .mailbox_settings(|settings| settings.time_zone("UTC"))
        .apply_to(&mut user);
    let time_zone = user.mailbox_settings.unwrap().time_zone;
    assert_eq!(time_zone.as_deref(), Some("UTC"));
}

#[test]
fn a_patch_tells_absent_null_and_a_value_apart_at_every_depth() {
    let json = json!({
        "businessAddress": null,
        "mailboxSettings": { "timeZone": null, "automaticRepliesSetting": { "status": "disabled" } },
        "onPremises": {},
    });
    let patch: UserPatch = read(json.clone());
    let expected = UserPatch::default()
        .clear_business_address()
        .mailbox_settings(|settings| {
            settings
                .clear_time_zone()
                .automatic_replies_setting(|replies| replies.status("disabled"))
        })
        .on_premises(|premises| premises);
    assert_eq!(patch, expected);
    assert_eq!(serde_json::to_value(&patch).unwrap(), json);
}

#[test]
fn a_patch_refuses_at_every_depth_what_it_cannot_carry() {
    for (json, message) in [
        (
            json!({ "mailboxSettings": { "userPurpose": "room" } }),
            "at `mailboxSettings.userPurpose`: `userPurpose` is read-only, an update of microsoft.graph.mailboxSettings cannot carry it",
        ),
        (
            json!({ "mailboxSettings": { "automaticRepliesSetting": { "subject": "x" } } }),
            "at `mailboxSettings.automaticRepliesSetting.subject`: `subject` is not a property of microsoft.graph.automaticRepliesSetting",
        ),
        (
            json!({ "onPremises": null }),
            "`onPremises` is not nullable, and cannot be `null`",
        ),
        (
            json!({ "onPremises": { "isSynced": null } }),
            "at `onPremises.isSynced`: `isSynced` is not nullable, and cannot be `null`",
        ),
    ] {
        assert_eq!(refusal::<UserPatch>(json), message);
    }
}

#[test]
fn a_patch_of_a_complex_type_is_a_value_of_its_own() {
    let patch = PhysicalAddressPatch::default().city("Seattle");
    assert!(!patch.is_empty());
    let json = serde_json::to_string(&patch).unwrap();
    assert_eq!(json, r#"{"city":"Seattle"}"#);
    let patch: PhysicalAddressPatch = serde_json::from_str(&json).unwrap();
    let mut patched = address();
    patch.apply_to(&mut patched);
    assert_eq!(patched.city.as_deref(), Some("Seattle"));
    assert_eq!(patched.street, address().street);
}

#[test]
fn the_name_of_the_type_and_annotations_are_skipped() {
    let json = json!({
        "@odata.type": "#microsoft.graph.physicalAddress",
        "city@odata.type": "#String",
        "city": "Buffalo",
        "added later": [{}],
    });
    let address: PhysicalAddress = read(json);
    assert_eq!(address.city.as_deref(), Some("Buffalo"));
}

#[graph_resource(path = "/planner/tasks", emit_type = "never", operations(update))]
struct PlannerTask {
    #[graph(key)]
    id: String,
    applied: Option<PlannerChecklistItem>,
    checks: Vec<PlannerChecklistItem>,
}

#[graph_complex(emit_type = "always")]
#[derive(Debug, Clone, PartialEq)]
struct PlannerChecklistItem {
    is_checked: Option<bool>,
}

#[test]
fn a_complex_type_can_name_itself_wherever_it_stands() {
    let item = PlannerChecklistItem {
        is_checked: Some(true),
    };
    let update = PlannerTask::update("1")
        .applied(item.clone())
        .checks(vec![item]);
    let json = r##"{"@odata.type":"#microsoft.graph.plannerChecklistItem","isChecked":true}"##;
    assert_eq!(
        body(&update),
        format!(r#"{{"applied":{json},"checks":[{json}]}}"#)
    );
    assert_eq!(rewritten::<PlannerChecklistItem>(json), json);
}

#[graph_resource(path = "/me/drive/items/{item_id}/children", emit_type = "never")]
struct DriveItem {
    #[graph(key)]
    id: String,
    name: Option<String>,
    folder: Option<Folder>,
    #[graph(rename = "@microsoft.graph.conflictBehavior", write_only)]
    conflict_behavior: Option<String>,
}

#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
struct Folder {
    #[graph(read_only)]
    child_count: Option<i32>,
}

#[test]
fn a_facet_says_by_its_presence_what_an_item_is() {
    let create = DriveItem::create("root")
        .name("New Folder")
        .folder(Folder::default())
        .conflict_behavior("rename");
    assert_eq!(
        body(&create),
        r#"{"name":"New Folder","folder":{},"@microsoft.graph.conflictBehavior":"rename"}"#
    );
    let item: DriveItem = read(json!({ "id": "1", "folder": { "childCount": 3 } }));
    assert_eq!(item.folder.unwrap().child_count, Some(3));
}

#[test]
fn a_list_may_have_holes_and_a_complex_value_lists() {
    #[graph_complex]
    #[derive(Debug, Clone, PartialEq)]
    struct Availability {
        time_slots: Option<Vec<Option<LocaleInfo>>>,
    }

    assert_unchanged::<Availability>(r#"{"timeSlots":[null,{"locale":"en-US"},null]}"#);
    assert_eq!(
        read::<Availability>(json!({ "timeSlots": null })),
        Availability { time_slots: None }
    );
}
