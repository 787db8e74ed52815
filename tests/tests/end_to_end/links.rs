//! Links to the next page, and to created items.

use graph_resource::{ErrorKind, Get, List};
use graph_resource_emulator::Emulator;
use serde_json::json;

use crate::support::*;

#[tokio::test]
async fn a_collection_is_read_page_by_page() {
    let emulator = Emulator::builder()
        .serve::<CloudPcDeviceImage>()
        .page_size(2)
        .start()
        .unwrap();
    let client = client(&emulator);
    for number in 0..5 {
        let image = json!({ "id": number.to_string(), "displayName": "" });
        emulator.insert(IMAGES, image).unwrap();
    }
    let mut ids = Vec::new();
    let mut request = Some(CloudPcDeviceImage::list().with_header("x-trace", "1"));
    while let Some(list) = request {
        let page = client.send(&list).await.unwrap();
        request = list.next(&page);
        ids.extend(page.value.into_iter().map(|image| image.id));
    }
    assert_eq!(ids, ["0", "1", "2", "3", "4"]);
    let requests = emulator.requests();
    assert_eq!(requests.len(), 3);
    assert!(
        requests
            .iter()
            .all(|request| request.header("x-trace") == Some("1"))
    );
}

#[tokio::test]
async fn a_created_item_is_found_at_its_location() {
    let (_emulator, client) = start();
    let create = CloudPcDeviceImage::create(new_image()).with_return_minimal();
    let created = create.send_with_response(&client).await.unwrap();
    let location = created.location().unwrap();
    let get = Get::<CloudPcDeviceImage>::at(location);
    let image = get.send(&client).await.unwrap();
    assert_eq!(image.display_name, "Windows 11");
}

#[tokio::test]
async fn a_link_to_another_host_is_not_followed() {
    let (emulator, client) = start();
    let (elsewhere, _) = start();
    let link = format!("{}/beta{IMAGES}?$skiptoken=hunter2", elsewhere.url());
    let list = List::<CloudPcDeviceImage>::at(link);
    let error = list.send(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    for url in [emulator.url(), elsewhere.url()] {
        assert!(error.message().contains(url), "{error}");
    }
    assert!(emulator.requests().is_empty() && elsewhere.requests().is_empty());
}
