//! Requests that the service refuses.

use bytes::Bytes;
use graph_resource::{Cloud, Endpoint, Error, ErrorKind, Request, Updated};
use serde_json::json;

use crate::support::*;

#[tokio::test]
async fn an_unknown_id_is_not_found_with_code_message_and_request_id() {
    let (emulator, client) = start();
    for error in [
        CloudPcDeviceImage::get("nowhere")
            .send(&client)
            .await
            .unwrap_err(),
        CloudPcDeviceImage::update("nowhere")
            .version("1")
            .send(&client)
            .await
            .unwrap_err(),
        CloudPcDeviceImage::delete("nowhere")
            .send(&client)
            .await
            .unwrap_err(),
    ] {
        assert!(error.is_not_found());
        assert_eq!(
            (error.kind(), error.code()),
            (ErrorKind::Service, Some("Request_ResourceNotFound"))
        );
        assert_eq!(
            error.message(),
            "Resource 'nowhere' does not exist or one of its queried reference-property objects are not present."
        );
        let answers = emulator
            .requests()
            .into_iter()
            .map(|request| request.response().clone());
        let ids: Vec<_> = answers
            .map(|answer| answer.headers()["request-id"].to_str().unwrap().to_owned())
            .collect();
        assert!(ids.iter().any(|id| Some(id.as_str()) == error.request_id()));
        let method = error.method().unwrap();
        assert_eq!(
            error.to_string(),
            format!(
                "404 Not Found (Request_ResourceNotFound): {} [{method} {IMAGES}/{{id}}] [request-id {}]",
                error.message(),
                error.request_id().unwrap()
            )
        );
    }
}

/// A request by hand, which may say what the builders cannot.
struct Raw(http::Method, String, serde_json::Value);

impl Request for Raw {
    type Answer = Updated<CloudPcDeviceImage>;

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let base = endpoint.to_string().replace("/v1.0", "/beta");
        let request = http::Request::builder()
            .method(self.0.clone())
            .uri(format!("{base}{}", self.1));
        Ok(request
            .header("content-type", "application/json")
            .body(self.2.to_string().into())
            .unwrap())
    }

    fn path_template(&self) -> &'static str {
        "/raw"
    }

    fn read_answer(response: &http::Response<Bytes>) -> Result<Self::Answer, Error> {
        Updated::read(response)
    }
}

#[tokio::test]
async fn the_service_refuses_properties_that_the_builders_cannot_send() {
    let (emulator, client, id) = start_with_image();
    let before = stored(&emulator, &id);
    for (body, name) in [
        (
            json!({ "lastModifiedDateTime": "2024-01-01T00:00:00Z" }),
            "lastModifiedDateTime",
        ),
        (json!({ "id": "2" }), "id"),
        (
            json!({ "sourceImageResourceId": "/subscriptions/2" }),
            "sourceImageResourceId",
        ),
        (json!({ "displayName": null }), "displayName"),
        (json!({ "scopeIds": null }), "scopeIds"),
        (json!({ "displayname": "x" }), "displayname"),
    ] {
        let raw = Raw(http::Method::PATCH, format!("{IMAGES}/{id}"), body.clone());
        let error = client.send(&raw).await.unwrap_err();
        assert_eq!(
            (error.status().unwrap().as_u16(), error.code()),
            (400, Some("Request_BadRequest"))
        );
        assert!(error.message().contains(&format!("'{name}'")), "{error}");
        // And the patch does not take it out of JSON either.
        assert!(serde_json::from_value::<CloudPcDeviceImagePatch>(body).is_err());
    }
    let error = client
        .send(&Raw(
            http::Method::POST,
            IMAGES.to_owned(),
            json!({ "version": "1" }),
        ))
        .await
        .unwrap_err();
    assert_eq!(
        error.message(),
        "The required property 'displayName' is missing."
    );
    assert_eq!(stored(&emulator, &id), before);
}

#[tokio::test]
async fn a_request_that_cannot_be_built_is_not_sent() {
    let (emulator, client, _) = start_with_image();
    let sentinel = Status::Unknown("unknownFutureValue".to_owned());
    for error in [
        CloudPcDeviceImage::get("..")
            .send(&client)
            .await
            .unwrap_err(),
        CloudPcDeviceImage::delete("")
            .send(&client)
            .await
            .unwrap_err(),
        CloudPcDeviceImage::update("1")
            .version("1")
            .with_header("host", "x")
            .send(&client)
            .await
            .unwrap_err(),
        CloudPcDeviceImage::update("1")
            .status(sentinel)
            .send(&client)
            .await
            .unwrap_err(),
    ] {
        assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{error}");
        assert!(error.path_template().unwrap().starts_with(IMAGES));
    }
    assert!(emulator.requests().is_empty());
}

/// An item whose key its creator gives.
#[graph_resource::graph_resource(path = "/me/extensions")]
struct Extension {
    #[graph(key, required)]
    name: String,
    #[graph(sensitive)]
    value: Option<String>,
}

fn new() -> NewExtension {
    NewExtension {
        name: "com.contoso".to_owned(),
    }
}

#[tokio::test]
async fn a_key_that_is_taken_is_a_conflict() {
    let emulator = graph_resource_emulator::Emulator::builder()
        .serve::<Extension>()
        .start()
        .unwrap();
    let client = client(&emulator);
    let created = Extension::create(new())
        .value("1")
        .send(&client)
        .await
        .unwrap();
    let created = created.representation().unwrap();
    assert_eq!(
        (created.name.as_str(), created.value.as_deref()),
        ("com.contoso", Some("1"))
    );
    let error = Extension::create(new())
        .value("2")
        .send(&client)
        .await
        .unwrap_err();
    assert!(error.is_conflict(), "{error}");
    assert_eq!(
        error.code(),
        Some("Request_MultipleObjectsWithSameKeyValue")
    );
    let stored = emulator.get("/me/extensions/com.contoso").unwrap();
    assert_eq!(stored, json!({ "name": "com.contoso", "value": "1" }));
}

#[tokio::test]
async fn without_a_token_the_service_answers_401_and_another_host_is_never_asked() {
    let (emulator, _, id) = start_with_image();
    let client = graph_resource::Client::builder()
        .base_url(emulator.url())
        .build()
        .unwrap();
    let error = CloudPcDeviceImage::get(&id)
        .send(&client)
        .await
        .unwrap_err();
    assert!(error.is_unauthorized(), "{error}");
    let client = graph_resource::Client::builder()
        .cloud(Cloud::Global)
        .transport(|_: http::Request<graph_resource::Body>| async {
            Err::<http::Response<Bytes>, _>("nothing may be sent".into())
        })
        .build()
        .unwrap();
    let error = CloudPcDeviceImage::get(&id)
        .send(&client)
        .await
        .unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Credential);
}
