//! Futures of requests move to other threads, and outlive the values that made them.

use graph_resource::Sending;
use serde_json::json;

use crate::support::*;

fn assert_send<T: Send + 'static>(value: T) -> T {
    value
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn many_at_once_over_one_client() {
    let (emulator, client) = start();
    let ids: Vec<_> = (0..20)
        .map(|number| {
            emulator
                .insert(IMAGES, json!({ "displayName": number.to_string() }))
                .unwrap()
        })
        .collect();
    let tasks: Vec<_> = ids
        .iter()
        .enumerate()
        .map(|(number, id)| {
            let client = client.clone();
            let update = CloudPcDeviceImage::update(id).version(number.to_string());
            tokio::spawn(async move { update.send(&client).await })
        })
        .collect();
    for (number, task) in tasks.into_iter().enumerate() {
        let image = task.await.unwrap().unwrap().representation().unwrap();
        assert_eq!(image.version.as_deref(), Some(&*number.to_string()));
        assert_eq!(image.display_name, number.to_string());
    }
    assert_eq!(emulator.requests().len(), 20);
}

#[tokio::test]
async fn a_future_holds_all_that_it_needs() {
    let (emulator, client, id) = start_with_image();
    let sending: Sending<_> = assert_send(
        CloudPcDeviceImage::update(&id)
            .version("24H2")
            .send_with_response(&client),
    );
    drop((client, id));
    assert!(emulator.requests().is_empty());
    let response = tokio::spawn(sending).await.unwrap().unwrap();
    assert_eq!(response.status(), 200);
}

#[tokio::test]
async fn a_future_that_is_dropped_has_sent_nothing() {
    let (emulator, client, id) = start_with_image();
    drop(
        CloudPcDeviceImage::update(&id)
            .version("24H2")
            .send(&client),
    );
    drop(CloudPcDeviceImage::delete(&id).send(&client));
    assert!(emulator.requests().is_empty());
    assert!(stored(&emulator, &id).is_some());
}

#[test]
fn requests_and_answers_can_be_shared_between_threads() {
    fn assert_shared<T: Send + Sync + 'static>() {}
    assert_shared::<CloudPcDeviceImagePatch>();
    assert_shared::<CloudPcDeviceImageUpdate>();
    assert_shared::<CloudPcDeviceImageCreate>();
    assert_shared::<graph_resource::List<CloudPcDeviceImage>>();
    assert_shared::<graph_resource::Client>();
    assert_shared::<graph_resource::Error>();
    assert_shared::<graph_resource::Response<graph_resource::Updated<CloudPcDeviceImage>>>();
}
