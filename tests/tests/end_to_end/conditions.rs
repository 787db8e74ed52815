//! `If-Match`: an update or a delete applies to the expected state of an item only.

use graph_resource::ErrorKind;
use serde_json::json;

use crate::support::*;

#[tokio::test]
async fn an_update_with_the_current_etag_is_done() {
    let (emulator, client, id) = start_with_image();
    let image = CloudPcDeviceImage::get(&id).send(&client).await.unwrap();
    let etag = image.etag.unwrap();
    assert!(etag.starts_with("W/\"JzEt"), "{etag}");
    CloudPcDeviceImage::update(&id)
        .version("24H2")
        .with_if_match(etag.clone())
        .send(&client)
        .await
        .unwrap();
    assert_eq!(last(&emulator).0.header("if-match"), Some(etag.as_str()));
    assert_eq!(stored(&emulator, &id).unwrap()["version"], "24H2");
}

#[tokio::test]
async fn an_update_with_an_etag_of_before_is_refused_and_changes_nothing() {
    let (emulator, client, id) = start_with_image();
    let image = CloudPcDeviceImage::get(&id).send(&client).await.unwrap();
    emulator
        .put(
            &format!("{IMAGES}/{id}"),
            json!({ "displayName": "of another client" }),
        )
        .unwrap();
    let before = stored(&emulator, &id);

    let update = CloudPcDeviceImage::update(&id)
        .version("24H2")
        .with_if_match(image.etag.unwrap());
    let error = update.send(&client).await.unwrap_err();
    assert!(error.is_precondition_failed(), "{error}");
    assert_eq!(error.code(), Some("resourceModified"));
    assert_eq!(stored(&emulator, &id), before);
}

#[tokio::test]
async fn an_etag_goes_back_from_the_field_or_the_header_that_it_came_in() {
    let (emulator, client, id) = start_with_image();
    let response = CloudPcDeviceImage::get(&id)
        .send_with_response(&client)
        .await
        .unwrap();
    let update = || CloudPcDeviceImage::update(&id).version("24H2");
    for update in [
        update().with_if_match(&response.value().etag),
        update().with_if_match(response.value().etag.clone()),
        update().with_if_match(response.etag()),
    ] {
        emulator.clear_requests();
        let sent = update.send(&client).await;
        assert!(sent.is_ok() || sent.unwrap_err().is_precondition_failed());
        assert_eq!(last(&emulator).0.header("if-match"), response.etag());
    }
}

#[tokio::test]
async fn without_an_etag_what_was_to_be_bound_to_one_is_not_sent() {
    let (emulator, client, id) = start_with_image();
    let unbound = CloudPcDeviceImage::delete(&id).with_if_match(None::<String>);
    let error = unbound.send(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(
        error.message(),
        "there is no etag for `if-match`, without which the request could overwrite what another has changed"
    );
    assert!(emulator.requests().is_empty());
}

#[tokio::test]
async fn a_delete_with_an_etag_of_before_is_refused() {
    let (emulator, client, id) = start_with_image();
    let etag = CloudPcDeviceImage::get(&id)
        .send(&client)
        .await
        .unwrap()
        .etag
        .unwrap();
    CloudPcDeviceImage::update(&id)
        .version("24H2")
        .send(&client)
        .await
        .unwrap();
    let error = CloudPcDeviceImage::delete(&id)
        .with_if_match(etag)
        .send(&client)
        .await
        .unwrap_err();
    assert!(error.is_precondition_failed(), "{error}");
    assert!(stored(&emulator, &id).is_some());
    CloudPcDeviceImage::delete(&id)
        .with_if_match("*")
        .send(&client)
        .await
        .unwrap();
    assert!(stored(&emulator, &id).is_none());
}
