//! Sending without async code.

use graph_resource::ErrorKind;

use crate::support::*;

#[test]
fn a_request_is_sent_and_its_answer_awaited() {
    let (emulator, client, id) = start_with_image();
    let update = CloudPcDeviceImage::update(&id).version("24H2");
    let updated = update.send_blocking(&client).unwrap();
    let version = updated.representation().unwrap().version;
    assert_eq!(version.as_deref(), Some("24H2"));
    assert_eq!(emulator.requests().len(), 1);
}

#[test]
fn threads_share_a_client() {
    let (emulator, client, id) = start_with_image();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            let get = CloudPcDeviceImage::get(&id);
            scope.spawn(|| get.send_blocking(&client).unwrap());
        }
    });
    assert_eq!(emulator.requests().len(), 8);
}

#[test]
fn a_flow_is_awaited_as_well() {
    let (emulator, client, id) = start_with_image();
    let modify = CloudPcDeviceImage::get(&id).modify(|image| image.version = Some("25H2".into()));
    client.block_on(modify.send(&client)).unwrap();
    let image = emulator.get(&format!("{IMAGES}/{id}")).unwrap();
    assert_eq!(image["version"], "25H2");
}

#[tokio::test]
async fn a_thread_of_an_async_runtime_is_not_blocked() {
    let (emulator, client, id) = start_with_image();
    let error = CloudPcDeviceImage::get(&id).send_blocking(&client);
    let error = error.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert!(error.message().contains("`.await`"), "{error}");
    assert!(emulator.requests().is_empty());
}
