//! Text in an id cannot change the address beyond its own segment.

use std::sync::Arc;

use graph_resource::{
    Client, ErrorKind, HyperTransport, ReqwestTransport, Transport, graph_resource,
};
use graph_resource_emulator::{Emulator, RecordedRequest};
use percent_encoding::percent_decode_str;
use serde_json::json;

use crate::support::*;

/// Ids that would lead elsewhere if they were put into a URL as they are.
const HOSTILE: &[&str] = &[
    "../users",
    "..\\users",
    "../../../etc/passwd",
    "a/b",
    "/",
    "//other.example/x",
    "https://other.example/x",
    "a\\b",
    "x?y=z",
    "?$select=id",
    "x&y=z",
    "a#b",
    "#",
    "%2e%2e",
    "%2e",
    ".%2e",
    "%2E%2E%2Fusers",
    "%252e",
    "..;/users",
    "...",
    ".. ",
    "%",
    "%zz",
    "'",
    "''",
    "') or ('1' eq '1",
    "x')/y",
    "a;b=c",
    "a:b",
    "a+b",
    "a b",
    " ",
    "$value",
    "$batch",
    "@me",
    "{id}",
    "\0",
    "a\0b",
    "\n",
    "\r\nX-Odd: 1\r\n\r\n",
    "\t",
    "\u{7f}",
    "\u{fc}",
    "\u{1f980}",
    "\u{202e}\u{feff}",
    "\u{ff0e}\u{ff0e}\u{2215}users",
];

/// Ids that no encoding keeps from addressing something else.
const IMPOSSIBLE: &[&str] = &["", ".", ".."];

/// Cells of a workbook, which are named within quotes.
#[graph_resource(path = "/users/{user_id}/workbook/range(address='{address}')")]
#[derive(Debug)]
struct Range {
    values: Option<String>,
}

/// A client over each adapter.
fn clients(emulator: &Emulator) -> [Client; 2] {
    let transports: [Arc<dyn Transport>; 2] = [
        Arc::new(ReqwestTransport::new().unwrap()),
        Arc::new(HyperTransport::new().unwrap()),
    ];
    transports.map(|transport| {
        let builder = Client::builder().base_url(emulator.url()).token("token");
        builder.transport(transport).build().unwrap()
    })
}

/// The segments of the only request since the last time, decoded.
fn asked(emulator: &Emulator) -> Vec<String> {
    let requests = emulator.requests();
    emulator.clear_requests();
    let [request] = &requests[..] else {
        panic!("{requests:?}");
    };
    assert_eq!(request.query(), None);
    assert_eq!(request.header("x-odd"), None);
    segments(request)
}

fn segments(request: &RecordedRequest) -> Vec<String> {
    let segments = request.path().split('/');
    let decoded = segments.map(|segment| percent_decode_str(segment).decode_utf8().unwrap());
    decoded.map(String::from).collect()
}

#[tokio::test]
async fn a_key_reaches_the_item_that_has_it_and_asks_for_nothing_else() {
    let (emulator, _) = start();
    let long = "x/".repeat(10_000);
    let ids = [HOSTILE, &[&long]].concat();
    for id in &ids {
        let image = json!({ "id": id, "displayName": "untouched" });
        emulator.insert(IMAGES, image).unwrap();
    }
    for client in clients(&emulator) {
        for id in &ids {
            let update = CloudPcDeviceImage::update(*id).display_name(*id);
            update.send(&client).await.unwrap();
            let expected = format!("/beta{IMAGES}/");
            let expected = expected.split('/').map(str::to_owned);
            let mut expected: Vec<_> = expected.collect();
            (*id).clone_into(expected.last_mut().unwrap());
            assert_eq!(asked(&emulator), expected);

            let image = CloudPcDeviceImage::get(*id).send(&client).await.unwrap();
            assert_eq!((image.id.as_str(), image.display_name.as_str()), (*id, *id));
            emulator.clear_requests();
        }
    }
}

#[tokio::test]
async fn a_parameter_reaches_the_user_that_it_names_and_asks_for_nothing_else() {
    let (emulator, _) = start();
    for client in clients(&emulator) {
        for id in HOSTILE {
            let update = MailboxSettings::update(*id).time_zone(*id);
            update.send(&client).await.unwrap();
            let expected = ["", "v1.0", "users", id, "mailboxSettings"];
            assert_eq!(asked(&emulator), expected);

            let settings = MailboxSettings::get(*id).send(&client).await.unwrap();
            assert_eq!(settings.time_zone.as_deref(), Some(*id));
            emulator.clear_requests();
        }
    }
}

#[tokio::test]
async fn text_in_quotes_does_not_escape_them() {
    let (emulator, _) = start();
    for client in clients(&emulator) {
        for id in HOSTILE {
            // There is no such range. What counts is what was asked for.
            let _ = Range::get("adele", *id)
                .without_select()
                .send(&client)
                .await;
            let literal = id.replace('\'', "''");
            let range = format!("range(address='{literal}')");
            let expected = ["", "v1.0", "users", "adele", "workbook", &range];
            assert_eq!(asked(&emulator), expected);
        }
    }
}

#[tokio::test]
async fn keys_that_no_encoding_keeps_in_one_segment_are_refused_and_not_sent() {
    let (emulator, _) = start();
    for client in clients(&emulator) {
        for id in IMPOSSIBLE {
            let of_key = CloudPcDeviceImage::get(*id)
                .send(&client)
                .await
                .unwrap_err();
            let of_parameter = MailboxSettings::get(*id).send(&client).await.unwrap_err();
            for (error, name) in [(of_key, "`id`"), (of_parameter, "`user_id`")] {
                assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{id:?}");
                assert!(error.message().starts_with(name), "{error}");
            }
        }
    }
    assert!(emulator.requests().is_empty());
}

#[tokio::test]
async fn an_id_that_is_too_long_for_a_url_is_refused_and_not_sent() {
    let (emulator, _) = start();
    let id = "x".repeat(70_000);
    for client in clients(&emulator) {
        let error = CloudPcDeviceImage::get(&id)
            .send(&client)
            .await
            .unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(error.to_string().len() < 300, "{error}");
    }
    assert!(emulator.requests().is_empty());
}
