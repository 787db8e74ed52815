//! Any id names exactly one item.

use serde_json::json;

use crate::support::*;

#[tokio::test]
async fn an_id_of_any_characters_arrives_as_it_is() {
    let (emulator, client) = start();
    let ids = [
        "AAMkAD_w-=",
        "../users",
        "a/b",
        "a\\b",
        "x?y=z",
        "%2e%2e",
        "%00",
        "a#b",
        "'",
        "$count",
        "a b",
        "a+b",
        "a;b=c",
        "\0",
        "\r\n",
        "...",
        "\u{fc}",
        "\u{1f980}",
        "adele@contoso.com#EXT#",
    ];
    for id in ids {
        emulator
            .insert(IMAGES, json!({ "id": id, "displayName": id }))
            .unwrap();
    }
    for id in ids {
        let image = CloudPcDeviceImage::get(id).send(&client).await.unwrap();
        assert_eq!((image.id.as_str(), image.display_name.as_str()), (id, id));
        CloudPcDeviceImage::update(id)
            .version("1")
            .send(&client)
            .await
            .unwrap();
    }
    let versions: Vec<_> = CloudPcDeviceImage::list()
        .send(&client)
        .await
        .unwrap()
        .value
        .into_iter()
        .map(|image| image.version)
        .collect();
    assert_eq!(versions, vec![Some("1".to_owned()); ids.len()]);
    for id in ids {
        CloudPcDeviceImage::delete(id).send(&client).await.unwrap();
    }
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
async fn a_parameter_of_the_path_keeps_items_apart() {
    let (emulator, client) = start();
    for user in ["a/b", "a", "b", "%61"] {
        let settings = MailboxSettings::update(user)
            .time_zone(user)
            .send(&client)
            .await
            .unwrap();
        assert_eq!(
            settings.representation().unwrap().time_zone.as_deref(),
            Some(user)
        );
    }
    for user in ["a/b", "a", "b", "%61"] {
        let settings = MailboxSettings::get(user).send(&client).await.unwrap();
        assert_eq!(settings.time_zone.as_deref(), Some(user));
    }
    assert_eq!(emulator.requests().len(), 8);
}
