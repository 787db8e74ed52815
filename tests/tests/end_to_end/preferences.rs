//! Microsoft Graph answers an update with the resource or with nothing.

use graph_resource::{Created, Updated};
use graph_resource_emulator::{Emulator, UpdateAnswer};
use serde_json::json;

use crate::support::*;

#[tokio::test]
async fn return_minimal_is_answered_with_no_content() {
    let (emulator, client, id) = start_with_image();
    let response = CloudPcDeviceImage::update(&id)
        .version("24H2")
        .with_return_minimal()
        .send_with_response(&client)
        .await
        .unwrap();
    assert_eq!(last(&emulator).0.header("prefer"), Some("return=minimal"));
    assert_eq!(
        (response.status().as_u16(), response.value()),
        (204, &Updated::NoContent)
    );
    assert_eq!(stored(&emulator, &id).unwrap()["version"], "24H2");
}

#[tokio::test]
async fn a_service_that_answers_nothing_by_itself_can_be_asked_for_the_resource() {
    let emulator = Emulator::builder()
        .serve::<CloudPcDeviceImage>()
        .update_answers(UpdateAnswer::NoContent)
        .start()
        .unwrap();
    let id = emulator
        .insert(IMAGES, json!({ "displayName": "Windows 11" }))
        .unwrap();
    let client = client(&emulator);
    let updated = CloudPcDeviceImage::update(&id)
        .version("1")
        .send(&client)
        .await
        .unwrap();
    assert_eq!(updated, Updated::NoContent);
    let update = CloudPcDeviceImage::update(&id)
        .version("2")
        .with_return_representation();
    let updated = update
        .send(&client)
        .await
        .unwrap()
        .representation()
        .unwrap();
    assert_eq!(
        last(&emulator).0.header("prefer"),
        Some("return=representation")
    );
    assert_eq!(updated.version.as_deref(), Some("2"));
}

#[tokio::test]
async fn a_create_may_be_answered_with_no_more_than_where_the_resource_is() {
    let (emulator, client) = start();
    let create = CloudPcDeviceImage::create(new_image()).with_return_minimal();
    let response = create.send_with_response(&client).await.unwrap();
    assert_eq!(response.value(), &Created::NoContent);
    let id = response.location().unwrap().rsplit('/').next().unwrap();
    assert_eq!(stored(&emulator, id).unwrap()["displayName"], "Windows 11");
}
