//! Content at another host, which must not get the token.

use graph_resource::{Client, ErrorKind};
use graph_resource_emulator::{CallAnswer, Emulator, Fault, When};
use http::Method;

use crate::support::{
    DriveItem, FILE, GetActiveUserDetail, TOKEN, builder, client, clients, numbered, quick, read,
};

#[tokio::test]
async fn a_redirect_to_another_origin_is_followed_without_the_token() {
    let emulator = builder().contents_elsewhere().start().unwrap();
    emulator.put_content(FILE, "text/plain", "content").unwrap();
    for client in clients(&emulator) {
        emulator.clear_requests();
        let client = client.with_header("x-internal", "secret");
        let request = DriveItem::content("d", "f").range(3..);
        let content = read(request.send(&client).await).await.unwrap();
        assert_eq!(content, b"tent");
        let requests = emulator.requests();
        assert_eq!(requests.len(), 2);
        assert!(!requests[0].is_elsewhere() && requests[1].is_elsewhere());
        assert_eq!(requests[1].header("range"), Some("bytes=3-"));
        for (name, _) in requests[1].headers() {
            let allowed = ["accept", "host", "range", "user-agent"];
            assert!(allowed.contains(&name.as_str()), "{name}");
        }
    }
}

#[tokio::test]
async fn a_content_elsewhere_that_breaks_off_is_asked_for_at_the_service_again() {
    let emulator = builder().contents_elsewhere().start().unwrap();
    let content = numbered(1_000_000);
    emulator
        .put_content(FILE, "video/mp4", content.clone())
        .unwrap();
    let client = client(&emulator);
    emulator
        .inject(Fault::answer().cut_off(), When::next(1).elsewhere())
        .unwrap();
    let request = DriveItem::content("d", "f").with_retry(quick());
    assert!(read(request.send(&client).await).await.unwrap() == content);
    let places: Vec<_> = emulator
        .requests()
        .iter()
        .map(graph_resource_emulator::RecordedRequest::is_elsewhere)
        .collect();
    assert_eq!(places, [false, true, false, true]);
}

#[tokio::test]
async fn a_report_is_read_from_where_the_service_leads() {
    let emulator = Emulator::builder()
        .answer_elsewhere(Method::GET, "/report.csv", |_| {
            CallAnswer::content("text/csv", "User\nada\n")
        })
        .start()
        .unwrap();
    let location = format!("{}/report.csv?sig=1", emulator.url_elsewhere());
    let service = Emulator::builder()
        .answer(
            Method::GET,
            "/reports/getOffice365ActiveUserDetail",
            move |_| CallAnswer::redirect(&location),
        )
        .start()
        .unwrap();
    let client = client(&service);
    let report = GetActiveUserDetail::call("D7").send(&client).await;
    assert_eq!(read(report).await.unwrap(), b"User\nada\n");
    assert_eq!(emulator.requests()[0].header("authorization"), None);
}

#[tokio::test]
async fn a_second_redirect_is_not_followed() {
    let emulator = builder()
        .answer_elsewhere(Method::GET, "/again", |_| {
            CallAnswer::redirect("https://example.com/")
        })
        .start()
        .unwrap();
    let again = format!("{}/again", emulator.url_elsewhere());
    let error = error_of_redirect_to(&again).await;
    assert_eq!(error.kind(), ErrorKind::Service);
    assert!(error.message().contains("redirects again"), "{error}");
}

#[tokio::test]
async fn a_redirect_to_another_origin_without_tls_is_refused() {
    for location in [
        "http://example.com/file",
        "https://user:hunter2@example.com/file",
        "ftp://example.com/file",
    ] {
        let error = error_of_redirect_to(location).await;
        assert_eq!(error.kind(), ErrorKind::Service, "{location}");
        assert!(
            error.message().contains("was not followed"),
            "{location}: {error}"
        );
        assert!(!format!("{error:?}").contains("hunter2"));
    }
}

#[tokio::test]
async fn an_unauthorized_answer_of_another_origin_does_not_renew_the_token() {
    let emulator = builder()
        .answer_elsewhere(Method::GET, "/gone", |_| {
            CallAnswer::error(401, "unauthenticated", "The URL has expired.")
        })
        .start()
        .unwrap();
    let gone = format!("{}/gone", emulator.url_elsewhere());
    let error = error_of_redirect_to(&gone).await;
    assert!(error.is_unauthorized());
    assert_eq!(emulator.requests().len(), 1);
}

#[tokio::test]
async fn what_is_no_content_is_not_followed_to_another_origin() {
    let elsewhere = builder().start().unwrap();
    let location = format!("{}/contents", elsewhere.url_elsewhere());
    let emulator = builder()
        .answer(Method::GET, "/drives/d/items/f", move |_| {
            CallAnswer::redirect(&location)
        })
        .start()
        .unwrap();
    let error = DriveItem::get("d", "f").send(&client(&emulator)).await;
    assert!(error.unwrap_err().message().contains("was not followed"));
    assert_eq!(elsewhere.requests().len(), 0);
}

/// Returns the error of a content whose redirect leads to `location`. No request elsewhere has the token.
async fn error_of_redirect_to(location: &str) -> graph_resource::Error {
    let location = location.to_owned();
    let service = Emulator::builder()
        .answer(
            Method::GET,
            "/drives/{drive_id}/items/{item_id}/content",
            move |_| CallAnswer::redirect(&location),
        )
        .start()
        .unwrap();
    let client = Client::builder().base_url(service.url()).token(TOKEN);
    let request = DriveItem::content("d", "f").with_retry(graph_resource::Retry::never());
    request.send(&client.build().unwrap()).await.unwrap_err()
}
