//! Sign-in to Linux, against the emulator.

#![allow(
    clippy::unwrap_used,
    reason = "a test may unwrap, also in its helper functions"
)]

use graph_resource::{Client, ErrorKind, Retry};
use graph_resource_emulator::{Emulator, Fault, RecordedRequest, When};
use graph_resource_programs::himmelblau::{
    Application, Device, Directory, DirectoryObject, Endpoint, ExtensionProperty, Group, User,
    UserPatch,
};
use serde_json::json;

/// The application that has registered the extensions, and its id in their names.
const APP: &str = "25883231-668a-43a7-80b2-5685c3f874bc";
const UID: &str = "extension_25883231668a43a780b25685c3f874bc_uidNumber";
const GID: &str = "extension_25883231668a43a780b25685c3f874bc_gidNumber";
/// An extension of the same name that another application has registered.
const OTHER_UID: &str = "extension_35883231668a43a780b25685c3f874bc_uidNumber";

fn start() -> (Emulator, Directory) {
    let emulator = Emulator::builder()
        .serve::<User>()
        .serve::<Group>()
        .serve::<DirectoryObject>()
        .serve::<Device>()
        .serve::<Endpoint>()
        .serve::<Application>()
        .serve::<ExtensionProperty>()
        .serve_content("/me/photo/$value")
        .extension_app(APP)
        .page_size(3)
        .start()
        .unwrap();
    let client = Client::builder()
        .base_url(emulator.url())
        .extension_app(APP)
        .build()
        .unwrap();
    let directory = Directory::of(&client, "token-of-ada");
    (emulator, directory)
}

fn insert_users(emulator: &Emulator) {
    for number in 0..8 {
        let uid = (number % 2 == 0).then_some(1000 + number);
        let user = json!({
            "id": format!("u{number}"),
            "displayName": format!("User {number}"),
            "userPrincipalName": format!("u{number}@contoso.com"),
            UID: uid,
            OTHER_UID: 5,
        });
        emulator.insert("/users", user).unwrap();
    }
}

#[tokio::test]
async fn a_user_is_read_with_the_attributes_of_this_application_only() {
    let (emulator, directory) = start();
    insert_users(&emulator);
    let user = directory.user("u2").await.unwrap();
    assert_eq!(user.uid_number, Some(1002));
    assert_eq!(directory.user("u3").await.unwrap().uid_number, None);
    let error = directory.user("u99").await.unwrap_err();
    assert!(error.is_not_found());
    emulator.put("/me", json!({ "id": "ada", UID: 1 })).unwrap();
    assert_eq!(directory.me().await.unwrap().uid_number, Some(1));
    // Extensions are answered only if they are selected, and the name of the application is known at run time only.
    let query = emulator.requests()[0].query().unwrap().to_owned();
    assert!(query.contains(UID) && query.contains(GID), "{query}");
}

#[tokio::test]
async fn a_throttled_read_of_a_user_is_repeated() {
    let (emulator, directory) = start();
    insert_users(&emulator);
    let throttled = Fault::status(429).retry_after("0.010");
    emulator.inject(throttled, When::next(2)).unwrap();
    assert_eq!(directory.user("u2").await.unwrap().id, "u2");
    assert_eq!(emulator.requests().len(), 3);
}

#[tokio::test]
async fn a_guest_is_read_by_a_name_with_a_hash() {
    let (emulator, directory) = start();
    let guest = "eve_fabrikam.com#EXT#@contoso.com";
    let error = directory.user(guest).await.unwrap_err();
    assert!(error.is_not_found());
    let path = emulator.requests()[0].path().to_owned();
    assert_eq!(path, "/v1.0/users/eve_fabrikam.com%23EXT%23@contoso.com");
}

#[tokio::test]
async fn each_request_has_the_token_of_its_user() {
    let (emulator, directory) = start();
    insert_users(&emulator);
    directory.user("u1").await.unwrap();
    let header = emulator.requests()[0]
        .header("authorization")
        .map(str::to_owned);
    assert_eq!(header.as_deref(), Some("Bearer [redacted]"));
    emulator
        .inject(Fault::status(401), When::until_another_token())
        .unwrap();
    let error = directory.user("u1").await.unwrap_err();
    assert!(error.is_unauthorized());
    let client = Client::builder()
        .base_url(emulator.url())
        .extension_app(APP);
    let renewed = Directory::of(&client.build().unwrap(), "another-token");
    assert_eq!(renewed.user("u1").await.unwrap().id, "u1");
}

#[tokio::test]
async fn users_and_groups_with_numbers_are_read_from_all_pages() {
    let (emulator, directory) = start();
    insert_users(&emulator);
    for number in 0..7 {
        let group = json!({ "id": format!("g{number}"), GID: (number > 1).then_some(number) });
        emulator.insert("/groups", group).unwrap();
    }
    let users = directory.posix_users().await.unwrap();
    let ids: Vec<_> = users.iter().filter_map(|user| user.uid_number).collect();
    assert_eq!(ids, [1000, 1002, 1004, 1006]);
    assert_eq!(directory.posix_groups().await.unwrap().len(), 5);
    assert_eq!(directory.group("g3").await.unwrap().gid_number, Some(3));
}

#[tokio::test]
async fn a_group_is_found_by_a_name_with_an_apostrophe() {
    let (emulator, directory) = start();
    for (id, name) in [("g0", "Ada's"), ("g1", "Bob's")] {
        let group = json!({ "id": id, "displayName": name });
        emulator.insert("/groups", group).unwrap();
    }
    let group = directory.group_by_name("Bob's").await.unwrap().unwrap();
    assert_eq!(group.id, "g1");
    let nothing = directory.group_by_name("' or true or '").await.unwrap();
    assert!(nothing.is_none());
}

#[tokio::test]
async fn memberships_of_several_types_are_read_from_all_pages() {
    let (emulator, directory) = start();
    for path in ["/me/memberOf", "/users/bob/memberOf"] {
        for number in 0..5 {
            let group =
                json!({ "@odata.type": "#microsoft.graph.group", "id": format!("g{number}") });
            emulator.insert(path, group).unwrap();
        }
        let role = json!({ "@odata.type": "#microsoft.graph.directoryRole", "id": "r", "displayName": "Reader" });
        emulator.insert(path, role).unwrap();
    }
    let throttled = Fault::status(429).retry_after("0.010");
    emulator.inject(throttled, When::next(1).after(1)).unwrap();
    let mine = directory.my_memberships().await.unwrap();
    assert_eq!(mine.len(), 6);
    assert!(matches!(&mine[5], DirectoryObject::DirectoryRole(role) if role.id == "r"));
    assert_eq!(emulator.requests().len(), 3);
    assert_eq!(directory.memberships("bob").await.unwrap().len(), 6);
}

#[tokio::test]
async fn an_object_of_an_unknown_type_is_kept() {
    let (emulator, directory) = start();
    let unit = r##"{"value":[{"@odata.type":"#microsoft.graph.administrativeUnit","id":"a"}]}"##;
    let answer = Fault::status(200).body("application/json", unit);
    emulator.inject(answer, When::next(1)).unwrap();
    let mine = directory.my_memberships().await.unwrap();
    assert!(
        matches!(&mine[..], [DirectoryObject::Other(unit)] if unit.get("id") == Some(&json!("a")))
    );
}

#[tokio::test]
async fn the_groups_of_the_user_have_their_numbers() {
    let (emulator, directory) = start();
    let path = "/me/memberOf/microsoft.graph.group";
    for number in 0..5 {
        let group = json!({ "id": format!("g{number}"), GID: number });
        emulator.insert(path, group).unwrap();
    }
    let groups = directory.my_groups().await.unwrap();
    let numbers: Vec<_> = groups.iter().filter_map(|group| group.gid_number).collect();
    assert_eq!(numbers, [0, 1, 2, 3, 4]);
}

#[tokio::test]
async fn a_user_becomes_the_owner_of_a_device() {
    let (emulator, directory) = start();
    insert_users(&emulator);
    emulator.insert("/devices", json!({ "id": "d" })).unwrap();
    directory.assign_device("d", "u1").await.unwrap();
    assert_eq!(emulator.links("/devices/d/registeredOwners"), ["/users/u1"]);
    let request = &emulator.requests()[1];
    assert_eq!(request.path(), "/v1.0/devices/d/registeredOwners/$ref");
}

#[tokio::test]
async fn a_photo_is_copied_and_its_absence_is_noticed() {
    let (emulator, directory) = start();
    let mut copy = Vec::new();
    let error = directory.copy_photo(&mut copy).await.unwrap_err();
    assert!(error.is_not_found());
    let photo = vec![0xff; 100_000];
    emulator
        .put_content("/me/photo/$value", "image/jpeg", photo.clone())
        .unwrap();
    emulator
        .inject(Fault::answer().cut_off(), When::next(1))
        .unwrap();
    assert_eq!(directory.copy_photo(&mut copy).await.unwrap(), 100_000);
    assert_eq!(copy, photo);
}

#[tokio::test]
async fn endpoints_of_services_are_found() {
    let (emulator, directory) = start();
    let path = "/servicePrincipals(appId='0000000a-0000-0000-c000-000000000000')/endpoints";
    for id in ["1", "2", "3", "4"] {
        let uri = format!("https://{id}.manage.microsoft.com");
        let endpoint = json!({ "id": id, "providerName": "MAMService", "uri": uri });
        emulator.insert(path, endpoint).unwrap();
    }
    let endpoints = directory.intune_endpoints().await.unwrap();
    assert_eq!(endpoints.len(), 4);
    assert_eq!(
        endpoints[0].uri.as_deref(),
        Some("https://1.manage.microsoft.com")
    );
}

#[tokio::test]
async fn attributes_of_an_account_are_set_and_others_are_kept() {
    let (emulator, directory) = start();
    insert_users(&emulator);
    let patch = UserPatch::default().gid_number(100).login_shell("/bin/sh");
    directory.set_user_attributes("u2", patch).await.unwrap();
    let user = directory.user("u2").await.unwrap();
    assert_eq!((user.uid_number, user.gid_number), (Some(1002), Some(100)));
    let body = emulator.requests()[0].json().unwrap();
    let shell = "extension_25883231668a43a780b25685c3f874bc_loginShell";
    assert_eq!(body, json!({ GID: 100, shell: "/bin/sh" }));

    let nothing = directory
        .set_user_attributes("u2", UserPatch::default())
        .await;
    assert_eq!(nothing.unwrap_err().kind(), ErrorKind::EmptyPatch);
}

#[tokio::test]
async fn the_number_of_a_group_is_set() {
    let (emulator, directory) = start();
    emulator.insert("/groups", json!({ "id": "g" })).unwrap();
    directory.set_group_number("g", 100).await.unwrap();
    assert_eq!(emulator.get("/groups/g").unwrap()[GID], 100);
}

#[tokio::test]
async fn without_an_application_an_extension_is_an_error_and_nothing_is_sent() {
    let (emulator, _) = start();
    let client = Client::builder()
        .base_url(emulator.url())
        .retry(Retry::never());
    let directory = Directory::of(&client.build().unwrap(), "token");
    let error = directory.set_group_number("g", 100).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert!(emulator.requests().is_empty());
}

#[tokio::test]
async fn applications_are_registered_and_read_from_all_pages() {
    let (emulator, directory) = start();
    for number in 0..4 {
        let name = format!("App {number}");
        let redirects = ["https://login.microsoftonline.com/common/oauth2/nativeclient"];
        let scopes = ["204e0828-b5ca-4ad8-b9f3-f32a958e7cc4"];
        let scopes = if number == 0 { &scopes[..] } else { &[] };
        directory
            .create_application(&name, &redirects, scopes)
            .await
            .unwrap();
    }
    let requests = emulator.requests();
    let first = requests[0].json().unwrap();
    assert_eq!(
        first["requiredResourceAccess"][0]["resourceAccess"][0]["type"],
        "Scope"
    );
    let applications = directory.applications().await.unwrap();
    assert_eq!(applications.len(), 4);
}

#[tokio::test]
async fn extensions_that_are_missing_are_registered_and_a_refusal_is_an_error() {
    let (emulator, directory) = start();
    for name in [UID, GID] {
        let extension = json!({ "name": name, "dataType": "Integer", "targetObjects": ["User"] });
        emulator
            .insert("/applications/o/extensionProperties", extension)
            .unwrap();
    }
    directory.add_extensions("o").await.unwrap();
    let requests = emulator.requests();
    let bodies = requests.iter().filter_map(RecordedRequest::json);
    let names: Vec<_> = bodies.map(|body| body["name"].clone()).collect();
    assert_eq!(names, ["unixHomeDirectory", "loginShell", "gecos"]);
    // The five are on two pages.
    assert_eq!(directory.extensions("o").await.unwrap().len(), 5);

    emulator
        .inject(Fault::status(403), When::next(1).method("POST"))
        .unwrap();
    let error = directory.add_extensions("another").await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Service);
}
