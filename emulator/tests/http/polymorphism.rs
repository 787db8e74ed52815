//! Collections with items of several types.

use graph_resource::{
    Client, EdmType, Operation, Property, ResourceInfo, TypeInfo, UpdateMethod, graph_resource,
};
use graph_resource_emulator::Emulator;

use crate::support::*;

static APP_TYPE: TypeInfo = TypeInfo::new(
    "#microsoft.graph.mobileApp",
    true,
    &[
        Property::new("id", EdmType::String).key().read_only(),
        Property::new("displayName", EdmType::String).nullable(),
    ],
);
static WIN32_TYPE: TypeInfo = TypeInfo::new(
    "#microsoft.graph.win32LobApp",
    true,
    &[
        Property::new("fileName", EdmType::String).required(),
        Property::new("rules", EdmType::Collection(&EdmType::String)),
    ],
)
.with_base(&APP_TYPE);
static IOS_TYPE: TypeInfo = TypeInfo::new(
    "#microsoft.graph.iosStoreApp",
    true,
    &[Property::new("bundleId", EdmType::String).nullable()],
)
.with_base(&APP_TYPE);

const APPS: &str = "/deviceAppManagement/mobileApps";

const fn at_apps(info: &'static TypeInfo) -> ResourceInfo {
    let item_path = "/deviceAppManagement/mobileApps/{id}";
    ResourceInfo::new(info, APPS, item_path)
}

static APP: ResourceInfo = at_apps(&APP_TYPE);
static WIN32: ResourceInfo = at_apps(&WIN32_TYPE);
static IOS: ResourceInfo =
    at_apps(&IOS_TYPE).with_operations(&[Operation::List, Operation::Get, Operation::Create]);

const WIN32_NAME: &str = "#microsoft.graph.win32LobApp";
const IOS_NAME: &str = "#microsoft.graph.iosStoreApp";
const APP_NAME: &str = "#microsoft.graph.mobileApp";

fn start() -> Emulator {
    let builder = Emulator::builder().serve_info(&WIN32).serve_info(&APP);
    builder.serve_info(&IOS).start().unwrap()
}

async fn create(emulator: &Emulator, app: serde_json::Value) -> String {
    let created = post(emulator, APPS, app).await;
    assert_eq!(created.status, 201, "{created:?}");
    format!("{APPS}/{}", created.json["id"].as_str().unwrap())
}

fn win32() -> serde_json::Value {
    json!({ "@odata.type": WIN32_NAME, "displayName": "Setup", "fileName": "setup.exe" })
}

#[tokio::test]
async fn an_item_of_a_derived_type_answers_its_type_in_every_answer() {
    let emulator = start();
    let created = post(&emulator, APPS, win32()).await;
    let path = create(&emulator, win32()).await;
    let one = get(&emulator, &path).await;
    let selected = get(&emulator, &format!("{path}?$select=displayName")).await;
    let updated = patch(&emulator, &path, json!({ "displayName": "New" })).await;
    let page = get(&emulator, APPS).await;
    for app in [
        &created.json,
        &one.json,
        &selected.json,
        &updated.json,
        &page.json["value"][1],
    ] {
        assert_eq!(app["@odata.type"], WIN32_NAME, "{app}");
    }
    assert_eq!(one.json["fileName"], "setup.exe");
    assert_eq!(one.json["rules"], json!([]));
    assert!(one.json.get("bundleId").is_none());
}

#[tokio::test]
async fn an_item_of_the_declared_type_need_not_name_it_and_does_not_answer_it() {
    let emulator = start();
    for app in [json!({}), json!({ "@odata.type": APP_NAME })] {
        let path = create(&emulator, app).await;
        let answer = get(&emulator, &path).await;
        assert!(answer.json.get("@odata.type").is_none());
        assert!(answer.json.get("fileName").is_none());
    }
}

#[tokio::test]
async fn an_item_has_the_properties_and_the_rules_of_its_own_type() {
    let emulator = start();
    for (app, name) in [
        (json!({ "fileName": "x" }), "fileName"),
        (
            json!({ "@odata.type": IOS_NAME, "fileName": "x" }),
            "fileName",
        ),
        (json!({ "@odata.type": WIN32_NAME }), "fileName"),
        (
            json!({ "@odata.type": WIN32_NAME, "fileName": "x", "bundleId": "y" }),
            "bundleId",
        ),
        (
            json!({ "@odata.type": WIN32_NAME, "fileName": "x", "id": "1" }),
            "id",
        ),
    ] {
        let answer = post(&emulator, APPS, app).await;
        answer.assert_rejected(400, "Request_BadRequest");
        assert!(answer.message().contains(name), "{}", answer.message());
    }
    let path = create(&emulator, win32()).await;
    for (changes, status) in [
        (json!({ "fileName": "new.exe", "rules": ["a"] }), 200),
        (
            json!({ "@odata.type": WIN32_NAME, "fileName": "new.exe" }),
            200,
        ),
        (json!({ "bundleId": "y" }), 400),
        (json!({ "fileName": null }), 400),
    ] {
        let answer = patch(&emulator, &path, changes).await;
        assert_eq!(answer.status, status, "{answer:?}");
    }
    assert_eq!(emulator.get(&path).unwrap()["fileName"], "new.exe");
}

#[tokio::test]
async fn an_update_with_another_type_than_the_item_has_is_rejected() {
    let emulator = start();
    let path = create(&emulator, win32()).await;
    let base = create(&emulator, json!({})).await;
    for (path, name) in [
        (&path, APP_NAME),
        (&path, IOS_NAME),
        (&path, "#microsoft.graph.other"),
        (&path, "#Microsoft.Graph.Win32LobApp"),
        (&base, WIN32_NAME),
    ] {
        let before = emulator.get(path);
        let changes = json!({ "@odata.type": name, "displayName": "New" });
        let answer = patch(&emulator, path, changes).await;
        answer.assert_rejected(400, "Request_BadRequest");
        assert!(answer.message().contains(name), "{}", answer.message());
        assert_eq!(emulator.get(path), before);
    }
}

#[tokio::test]
async fn a_create_with_a_type_that_is_not_served_is_rejected() {
    let emulator = start();
    for name in [
        json!("#microsoft.graph.user"),
        json!(""),
        json!(1),
        json!(null),
    ] {
        let app = json!({ "@odata.type": name, "displayName": "x" });
        let answer = post(&emulator, APPS, app).await;
        answer.assert_rejected(400, "Request_BadRequest");
    }
    assert_eq!(get(&emulator, APPS).await.json["value"], json!([]));
}

#[tokio::test]
async fn each_type_has_its_own_operations() {
    let emulator = start();
    let path = create(&emulator, json!({ "@odata.type": IOS_NAME })).await;
    for method in ["PATCH", "DELETE"] {
        let answer = send(with_json(&emulator, method, &path, &json!({}))).await;
        answer.assert_rejected(405, "Request_BadRequest");
        assert_eq!(answer.header("allow"), "GET");
    }
    let path = create(&emulator, win32()).await;
    assert_eq!(delete(&emulator, &path).await.status, 204);
}

#[tokio::test]
async fn a_replacement_keeps_the_type_and_clears_the_rest() {
    static REPLACED: ResourceInfo = at_apps(&WIN32_TYPE).updated_by(UpdateMethod::Put);
    let builder = Emulator::builder().serve_info(&APP).serve_info(&REPLACED);
    let emulator = builder.start().unwrap();
    let path = create(&emulator, win32()).await;
    let base = create(&emulator, json!({ "displayName": "x" })).await;
    let body = json!({ "fileName": "new.exe" });
    let answer = send(with_json(&emulator, "PUT", &path, &body)).await;
    assert_eq!(
        (answer.status, &answer.json["@odata.type"]),
        (200, &json!(WIN32_NAME))
    );
    assert_eq!(answer.json["fileName"], "new.exe");
    assert_eq!(answer.json["displayName"], json!(null));
    for (method, path, body, status) in [
        ("PUT", &path, json!({}), 400),
        (
            "PUT",
            &path,
            json!({ "@odata.type": APP_NAME, "fileName": "x" }),
            400,
        ),
        ("PATCH", &path, json!({ "fileName": "x" }), 405),
        ("PUT", &base, json!({ "displayName": "y" }), 405),
        ("PATCH", &base, json!({ "displayName": "y" }), 200),
    ] {
        let answer = send(with_json(&emulator, method, path, &body)).await;
        assert_eq!(answer.status, status, "{method} {body}");
    }
    assert_eq!(emulator.get(&path).unwrap()["fileName"], "new.exe");
}

#[tokio::test]
async fn without_a_declared_type_each_item_names_its_own() {
    let builder = Emulator::builder().serve_info(&WIN32).serve_info(&IOS);
    let emulator = builder.start().unwrap();
    let path = create(&emulator, win32()).await;
    assert_eq!(get(&emulator, &path).await.json["@odata.type"], WIN32_NAME);
    let answer = post(&emulator, APPS, json!({ "fileName": "x" })).await;
    answer.assert_rejected(400, "Request_BadRequest");
    assert!(
        answer.message().contains("@odata.type"),
        "{}",
        answer.message()
    );
    let error = emulator.insert(APPS, json!({})).unwrap_err();
    assert_eq!(
        error.to_string(),
        "an item must name its type in `@odata.type`: microsoft.graph.win32LobApp | microsoft.graph.iosStoreApp"
    );
}

#[tokio::test]
async fn a_derived_type_alone_is_the_declared_one() {
    let emulator = Emulator::builder().serve_info(&WIN32).start().unwrap();
    let path = create(&emulator, json!({ "fileName": "x" })).await;
    assert!(
        get(&emulator, &path)
            .await
            .json
            .get("@odata.type")
            .is_none()
    );
}

#[tokio::test]
async fn test_data_of_a_type_that_is_not_known_keeps_it() {
    let emulator = start();
    let name = "#microsoft.graph.androidStoreApp";
    let app = json!({ "@odata.type": name, "id": "1", "packageId": "x" });
    emulator.insert(APPS, app).unwrap();
    let path = format!("{APPS}/1");
    for (changes, status) in [
        (json!({ "displayName": "New" }), 200),
        (json!({ "@odata.type": name, "packageId": "y" }), 200),
        (
            json!({ "@odata.type": APP_NAME, "displayName": "Old" }),
            400,
        ),
    ] {
        assert_eq!(patch(&emulator, &path, changes).await.status, status);
    }
    let answer = get(&emulator, &path).await.json;
    assert_eq!(
        (&answer["@odata.type"], &answer["packageId"]),
        (&json!(name), &json!("y"))
    );
    assert_eq!(answer["displayName"], "New");
}

#[tokio::test]
async fn a_property_of_a_derived_type_cannot_be_selected_in_the_collection_of_its_base() {
    let emulator = start();
    create(&emulator, win32()).await;
    let page = get(&emulator, &format!("{APPS}?$select=displayName")).await;
    assert_eq!(page.json["value"][0]["displayName"], "Setup");
    assert!(page.json["value"][0].get("fileName").is_none());
    for name in ["fileName", "bundleId", "colour"] {
        let answer = get(&emulator, &format!("{APPS}?$select=id,{name}")).await;
        answer.assert_rejected(400, "Request_BadRequest");
    }
}

/// A base type that an app declares, with a type that extends it.
#[graph_resource(path = "/deviceAppManagement/mobileApps", extensible)]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct MobileApp {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) display_name: Option<String>,
}

#[graph_resource(path = "/deviceAppManagement/mobileApps")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Win32LobApp {
    #[graph(base)]
    pub(crate) base: MobileApp,
    pub(crate) file_name: Option<String>,
}

#[tokio::test]
async fn declared_types_share_a_collection() {
    let builder = Emulator::builder().serve::<MobileApp>();
    let emulator = builder.serve::<Win32LobApp>().start().unwrap();
    let client = Client::builder().base_url(emulator.url()).token("any");
    let client = client.build().unwrap();
    let create = Win32LobApp::create().file_name("setup.exe");
    let app = create.send(&client).await.unwrap().representation();
    let id = app.unwrap().base.id;
    let path = format!("{APPS}/{id}");
    assert_eq!(emulator.get(&path).unwrap()["@odata.type"], WIN32_NAME);

    let apps = MobileApp::list().send(&client).await.unwrap().value;
    assert_eq!((apps.len(), &apps[0].id), (1, &id));
    let update = Win32LobApp::update(&id)
        .file_name("new.exe")
        .display_name("New");
    update.send(&client).await.unwrap();
    let app = Win32LobApp::get(&id).send(&client).await.unwrap();
    assert_eq!(app.base.display_name.as_deref(), Some("New"));
    assert_eq!(app.file_name.as_deref(), Some("new.exe"));

    let update = MobileApp::update(&id).display_name("Base");
    let error = update.send(&client).await.unwrap_err();
    assert!(error.message().contains("mobileApp"), "{error}");
}
