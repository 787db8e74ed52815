//! Unchanged properties are not sent, and undeclared ones are not lost.

use graph_resource::ErrorKind;
use serde_json::json;

use crate::support::*;

#[tokio::test]
async fn only_what_is_set_or_cleared_is_sent() {
    let (emulator, client, id) = start_with_image();
    CloudPcDeviceImage::update(&id)
        .display_name("Windows 12")
        .clear_version()
        .send(&client)
        .await
        .unwrap();
    assert_eq!(
        last(&emulator).1,
        format!(
            r##"PATCH /beta{IMAGES}/{id} {{"@odata.type":"#microsoft.graph.cloudPcDeviceImage","displayName":"Windows 12","version":null}}"##
        )
    );
}

#[tokio::test]
async fn null_clears_and_what_is_absent_stays() {
    let (emulator, client, id) = start_with_image();
    CloudPcDeviceImage::update(&id)
        .clear_version()
        .send(&client)
        .await
        .unwrap();
    let mut after = stored(&emulator, &id).unwrap();
    after
        .as_object_mut()
        .unwrap()
        .remove("lastModifiedDateTime");
    assert_eq!(
        after,
        json!({ "id": id, "displayName": "Windows 11", "version": null, "status": "ready", "scopeIds": ["0"] })
    );
    let image = CloudPcDeviceImage::get(&id).send(&client).await.unwrap();
    assert_eq!(image.version, None);
}

#[tokio::test]
async fn a_resource_that_was_read_and_changed_is_sent_as_its_difference() {
    let (emulator, client, id) = start_with_image();
    let before = CloudPcDeviceImage::get(&id).send(&client).await.unwrap();
    let after = CloudPcDeviceImage {
        scope_ids: vec![],
        status: None,
        ..before.clone()
    };
    let patch = CloudPcDeviceImagePatch::between(&before, &after);
    let updated = CloudPcDeviceImage::update(&id)
        .with_patch(patch)
        .send(&client)
        .await
        .unwrap();
    assert_eq!(
        last(&emulator).1,
        format!(
            r##"PATCH /beta{IMAGES}/{id} {{"@odata.type":"#microsoft.graph.cloudPcDeviceImage","status":null,"scopeIds":[]}}"##
        )
    );
    let updated = updated.representation().unwrap();
    assert!(CloudPcDeviceImagePatch::between(&updated, &after).is_empty());
}

#[tokio::test]
async fn undeclared_properties_survive_an_update() {
    let (emulator, client) = start();
    let image = json!({
        "displayName": "Windows 11",
        "addedLater": { "deep": [1, null] },
        "expirationDate": "2030-01-01",
        "status": "resealing",
    });
    let id = emulator.insert(IMAGES, image).unwrap();
    let before = CloudPcDeviceImage::get(&id).send(&client).await.unwrap();
    assert_eq!(before.status, Some(Status::Unknown("resealing".to_owned())));
    let after = CloudPcDeviceImage {
        display_name: "Windows 12".to_owned(),
        ..before.clone()
    };
    let patch = CloudPcDeviceImagePatch::between(&before, &after);
    CloudPcDeviceImage::update(&id)
        .with_patch(patch)
        .send(&client)
        .await
        .unwrap();
    let mut stored = stored(&emulator, &id).unwrap();
    stored
        .as_object_mut()
        .unwrap()
        .remove("lastModifiedDateTime");
    assert_eq!(
        stored,
        json!({
            "id": id,
            "displayName": "Windows 12",
            "addedLater": { "deep": [1, null] },
            "expirationDate": "2030-01-01",
            "status": "resealing",
        })
    );
}

#[tokio::test]
async fn nothing_is_sent_for_an_empty_patch() {
    let (emulator, client, id) = start_with_image();
    let error = CloudPcDeviceImage::update(&id)
        .send(&client)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::EmptyPatch);
    let image = CloudPcDeviceImage::get(&id).send(&client).await.unwrap();
    emulator.clear_requests();
    let patch = CloudPcDeviceImagePatch::between(&image, &image);
    let error = CloudPcDeviceImage::update(&id)
        .with_patch(patch)
        .send(&client)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::EmptyPatch);
    assert!(emulator.requests().is_empty());
}

#[tokio::test]
async fn an_empty_patch_that_is_allowed_is_an_empty_object_and_changes_nothing() {
    let (emulator, client, id) = start_with_image();
    let before = stored(&emulator, &id);
    CloudPcDeviceImage::update(&id)
        .with_allow_empty()
        .send(&client)
        .await
        .unwrap();
    assert_eq!(last(&emulator).1, format!("PATCH /beta{IMAGES}/{id} {{}}"));
    assert_eq!(stored(&emulator, &id), before);
}
