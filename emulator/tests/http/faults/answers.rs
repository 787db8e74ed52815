use std::time::{Duration, SystemTime};

use base64::Engine as _;
use graph_resource_emulator::{Fault, RecordedRequest, RetryAfter, When};

use super::{start_with, version};
use crate::support::*;

fn in_seconds(answer: &Answer, name: &str) -> u64 {
    let date = httpdate::parse_http_date(answer.header(name)).unwrap();
    date.duration_since(SystemTime::UNIX_EPOCH)
        .unwrap()
        .as_secs()
}

#[tokio::test]
async fn a_status_has_an_error_body_and_the_request_is_not_executed() {
    for (status, code) in [
        (429, "TooManyRequests"),
        (500, "InternalServerError"),
        (502, "BadGateway"),
        (503, "serviceNotAvailable"),
        (504, "GatewayTimeout"),
        (412, "resourceModified"),
    ] {
        let (emulator, path) = start_with(Fault::status(status));
        let answer = patch(&emulator, &path, json!({ "version": "2" })).await;
        answer.assert_rejected(status, code);
        assert_eq!(answer.header("retry-after"), "");
        assert_eq!(version(&emulator, &path), "1");
        assert_eq!(
            patch(&emulator, &path, json!({ "version": "2" }))
                .await
                .status,
            200
        );
    }
}

#[tokio::test]
async fn a_status_can_follow_the_execution_of_the_request() {
    let (emulator, path) = start_with(Fault::status(504).after_execution());
    let answer = patch(&emulator, &path, json!({ "version": "2" })).await;
    assert_eq!(answer.status, 504);
    assert_eq!(version(&emulator, &path), "2");
}

#[tokio::test]
async fn the_log_has_the_fault_of_a_request_and_whether_it_was_executed() {
    let (emulator, path, clock) = start_with_image_and_clock();
    let (before, after) = (Fault::status(503), Fault::hang_up().after_execution());
    emulator.inject(before.clone(), When::next(1)).unwrap();
    emulator.inject(after.clone(), When::next(1)).unwrap();
    for _ in 0..3 {
        let request = with_json(&emulator, "PATCH", &path, &json!({ "version": "2" }));
        let _ = request.send().await;
        clock.advance(Duration::from_secs(7));
    }
    patch(&emulator, &path, json!({ "status": "failed" })).await;

    let requests = emulator.requests();
    let seen = requests.iter().map(|request| {
        let status = request.response().status().as_u16();
        (request.fault(), request.was_executed(), status)
    });
    let expected = [
        (Some(&before), false, 503),
        (Some(&after), true, 200),
        (None, true, 200),
        (None, false, 400),
    ];
    assert!(seen.eq(expected), "{requests:?}");
    let times = requests.iter().map(RecordedRequest::received_at);
    let seconds = times.map(|time| (time - requests[0].received_at()).as_secs());
    assert!(seconds.eq([0, 7, 14, 21]));
}

#[tokio::test]
async fn a_missing_response_is_recorded_as_444() {
    let (emulator, path) = start_with(Fault::hang_up());
    assert!(request(&emulator, "GET", &path).send().await.is_err());
    let recorded = emulator.requests().remove(0);
    assert_eq!(recorded.response().status(), 444);
    assert!(!recorded.was_executed());
}

#[tokio::test]
async fn retry_after_can_be_a_text_or_seconds() {
    for (value, text) in [
        (RetryAfter::from("120"), "120"),
        ("2.128".into(), "2.128"),
        ("120, 30".into(), "120, 30"),
        ("abc".into(), "abc"),
        ("-1".into(), "-1"),
        (Duration::from_millis(50).into(), "0.050"),
        (RetryAfter::Window, ""),
    ] {
        let (emulator, path) = start_with(Fault::status(429).retry_after(value));
        assert_eq!(get(&emulator, &path).await.header("retry-after"), text);
    }
}

#[tokio::test]
async fn retry_after_can_be_a_date_relative_to_that_of_the_response() {
    let wait = RetryAfter::Date(Duration::from_millis(7900));
    let throttled = Fault::status(429).retry_after(wait);
    let slow_clock = throttled
        .clone()
        .header("Date", "Sun, 06 Nov 1994 08:49:37 GMT");
    for fault in [throttled, slow_clock] {
        let (emulator, path) = start_with(fault);
        let answer = get(&emulator, &path).await;
        assert_eq!(
            in_seconds(&answer, "retry-after"),
            in_seconds(&answer, "date") + 7
        );
    }
}

#[tokio::test]
async fn a_budget_is_renewed_after_the_announced_time() {
    let (emulator, path, clock) = start_with_image_and_clock();
    let throttled = Fault::status(429).retry_after(RetryAfter::Window);
    let budget = When::over(2, Duration::from_secs(10));
    emulator.inject(throttled, budget).unwrap();
    for (seconds, status, retry_after) in [
        (0, 200, ""),
        (3, 200, ""),
        (1, 429, "6"),
        (5, 429, "1"),
        (1, 200, ""),
        (9, 200, ""),
        (0, 429, "1"),
    ] {
        clock.advance(Duration::from_secs(seconds));
        let answer = get(&emulator, &path).await;
        assert_eq!(
            (answer.status, answer.header("retry-after")),
            (status, retry_after)
        );
    }
}

#[tokio::test]
async fn a_redirected_request_is_not_executed() {
    for status in [301, 302, 303, 307, 308] {
        let (emulator, path) = start_with(Fault::redirect(status, "https://other.example/x"));
        let url = format!("{}/beta{path}", emulator.url());
        let answer = send(client().delete(url).header("Authorization", "Bearer t")).await;
        assert_eq!(answer.status, status);
        assert_eq!(answer.header("location"), "https://other.example/x");
        assert!(emulator.get(&path).is_some());
    }
}

#[tokio::test]
async fn claims_are_requested_until_another_token_arrives() {
    let (emulator, path) = start_with_image();
    let claims = json!({ "access_token": { "nbf": { "essential": true, "value": "1604106651" } } });
    let challenge = Fault::claims_challenge(&claims.to_string());
    emulator
        .inject(challenge, When::until_another_token())
        .unwrap();
    let with_token = |token: &str| {
        let url = format!("{}/beta{path}", emulator.url());
        let request = client().get(url);
        send(request.header("Authorization", format!("Bearer {token}")))
    };
    for (token, status) in [("old", 401), ("old", 401), ("new", 200)] {
        assert_eq!(with_token(token).await.status, status);
    }
    let challenged = emulator.requests().remove(0);
    let challenge = challenged.response().headers()["www-authenticate"]
        .to_str()
        .unwrap();
    assert!(
        challenge.starts_with("Bearer ") && challenge.contains("error=\"insufficient_claims\"")
    );
    let (_, encoded) = challenge.split_once("claims=\"").unwrap();
    let decoded = base64::engine::general_purpose::STANDARD.decode(encoded.trim_end_matches('"'));
    assert_eq!(decoded.unwrap(), claims.to_string().as_bytes());
}

#[tokio::test]
async fn an_entity_tag_is_removed_from_the_header_and_the_body() {
    let (emulator, path) = start_with(Fault::answer().without_etag());
    let answer = get(&emulator, &path).await;
    assert!(!answer.headers.contains_key("etag"));
    assert_eq!(answer.json.get("@odata.etag"), None);
    assert_eq!(answer.json["version"], "1");
}

#[tokio::test]
async fn an_entity_tag_is_replaced_in_the_header_and_the_body() {
    let (emulator, path) = start_with(Fault::answer().etag("W/\"other\""));
    let answer = get(&emulator, &path).await;
    assert_eq!(answer.header("etag"), "W/\"other\"");
    assert_eq!(answer.json["@odata.etag"], "W/\"other\"");
    assert_eq!(answer.json["version"], "1");
    assert_ne!(get(&emulator, &path).await.header("etag"), "W/\"other\"");
}
