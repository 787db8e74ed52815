//! A resource from its creation to its end.

use graph_resource::{Created, Updated};
use serde_json::json;

use crate::support::*;

#[tokio::test]
async fn of_an_image() {
    let (emulator, client) = start();

    let response = CloudPcDeviceImage::create(new_image())
        .source_image_resource_id("/subscriptions/1")
        .status(Status::Pending)
        .send_with_response(&client)
        .await
        .unwrap();
    let (request, line) = last(&emulator);
    assert_eq!(
        line,
        r##"POST /beta/deviceManagement/virtualEndpoint/deviceImages {"@odata.type":"#microsoft.graph.cloudPcDeviceImage","sourceImageResourceId":"/subscriptions/1","displayName":"Windows 11","status":"pending"}"##
    );
    assert_eq!(request.header("content-type"), Some("application/json"));
    assert_eq!(request.header("authorization"), Some("Bearer [redacted]"));
    assert_eq!(response.status(), 201);
    let Created::Representation(created) = response.value().clone() else {
        panic!("{response:?}")
    };
    assert_eq!(
        response.location(),
        Some(&*format!("{}/beta{IMAGES}/{}", emulator.url(), created.id))
    );
    assert_eq!(response.etag(), created.etag.as_deref());
    assert_eq!(
        (created.display_name.as_str(), &created.status),
        ("Windows 11", &Some(Status::Pending))
    );
    assert!(created.last_modified_date_time.is_some());

    let got = CloudPcDeviceImage::get(&created.id)
        .send(&client)
        .await
        .unwrap();
    assert_eq!(got, created);
    let page = CloudPcDeviceImage::list().send(&client).await.unwrap();
    assert_eq!(
        page.value,
        [CloudPcDeviceImage {
            etag: page.value[0].etag.clone(),
            ..created.clone()
        }]
    );

    let updated = CloudPcDeviceImage::update(&created.id)
        .version("24H2")
        .status(Status::Ready)
        .send(&client)
        .await
        .unwrap();
    let Updated::Representation(updated) = updated else {
        panic!("{updated:?}")
    };
    assert_eq!(
        updated,
        CloudPcDeviceImage {
            etag: updated.etag.clone(),
            last_modified_date_time: updated.last_modified_date_time,
            version: Some("24H2".to_owned()),
            status: Some(Status::Ready),
            ..created.clone()
        }
    );
    assert_ne!(updated.etag, created.etag);
    assert!(updated.last_modified_date_time >= created.last_modified_date_time);

    CloudPcDeviceImage::delete(&created.id)
        .send(&client)
        .await
        .unwrap();
    assert_eq!(
        last(&emulator).1,
        format!("DELETE /beta{IMAGES}/{}", created.id)
    );
    let error = CloudPcDeviceImage::get(&created.id)
        .send(&client)
        .await
        .unwrap_err();
    assert!(error.is_not_found(), "{error}");
    assert!(
        CloudPcDeviceImage::list()
            .send(&client)
            .await
            .unwrap()
            .value
            .is_empty()
    );
}

#[tokio::test]
async fn pages_follow_each_other_by_their_links() {
    let emulator = graph_resource_emulator::Emulator::builder()
        .serve::<CloudPcDeviceImage>()
        .page_size(2)
        .start()
        .unwrap();
    for name in ["a", "b", "c"] {
        emulator
            .insert(IMAGES, json!({ "displayName": name }))
            .unwrap();
    }
    let page = CloudPcDeviceImage::list()
        .send(&client(&emulator))
        .await
        .unwrap();
    let names: Vec<_> = page
        .value
        .iter()
        .map(|image| image.display_name.as_str())
        .collect();
    assert_eq!(names, ["a", "b"]);
    assert!(
        page.next_link
            .unwrap()
            .starts_with(&format!("{}/beta{IMAGES}?", emulator.url()))
    );
}

#[tokio::test]
async fn query_options_reach_the_service() {
    let (emulator, client, id) = start_with_image();
    let page = CloudPcDeviceImage::list()
        .with_query("$select", "id,displayName")
        .with_query("$top", "1")
        .send(&client)
        .await
        .unwrap();
    assert_eq!(
        last(&emulator).1,
        format!("GET /beta{IMAGES}?$select=id,displayName&$top=1")
    );
    assert_eq!(
        (page.value[0].id.as_str(), &page.value[0].version),
        (id.as_str(), &None)
    );
}
