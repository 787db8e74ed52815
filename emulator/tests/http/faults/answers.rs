use std::time::{Duration, Instant, SystemTime};

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
async fn a_status_is_answered_in_graph_s_form_and_nothing_is_done() {
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
        answer.assert_refused(status, code);
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
async fn a_status_after_acting_hides_what_was_done() {
    let (emulator, path) = start_with(Fault::status(504).after_acting());
    let answer = patch(&emulator, &path, json!({ "version": "2" })).await;
    assert_eq!(answer.status, 504);
    assert_eq!(version(&emulator, &path), "2");
}

#[tokio::test]
async fn the_log_says_what_a_request_met_and_whether_it_was_executed() {
    let (emulator, path) = start_with_image();
    let (before, after) = (Fault::status(503), Fault::hang_up().after_acting());
    emulator.inject(before.clone(), When::next(1)).unwrap();
    emulator.inject(after.clone(), When::next(1)).unwrap();
    let begin = Instant::now();
    for _ in 0..3 {
        let request = with_json(&emulator, "PATCH", &path, &json!({ "version": "2" }));
        let _ = request.send().await;
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
    let times: Vec<_> = requests.iter().map(RecordedRequest::received_at).collect();
    assert!(times[0] >= begin && times.is_sorted());
}

#[tokio::test]
async fn an_answer_that_there_was_not_is_on_record_as_444() {
    let (emulator, path) = start_with(Fault::hang_up());
    assert!(request(&emulator, "GET", &path).send().await.is_err());
    let recorded = emulator.requests().remove(0);
    assert_eq!(recorded.response().status(), 444);
    assert!(!recorded.was_executed());
}

#[tokio::test]
async fn retry_after_is_a_text_or_seconds() {
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
async fn retry_after_is_a_date_by_the_clock_of_the_answer() {
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
async fn a_budget_says_when_it_is_there_again() {
    let (emulator, path) = start_with_image();
    let throttled = Fault::status(429).retry_after(RetryAfter::Window);
    let budget = When::over(2, Duration::from_millis(300));
    emulator.inject(throttled, budget).unwrap();
    let mut statuses = [0; 3];
    let mut wait = 0.0;
    for status in &mut statuses {
        let answer = get(&emulator, &path).await;
        *status = answer.status;
        wait = answer.header("retry-after").parse().unwrap_or(0.0);
    }
    assert_eq!(statuses, [200, 200, 429]);
    assert!(wait > 0.0 && wait <= 0.3, "{wait}");
    tokio::time::sleep(Duration::from_secs_f64(wait)).await;
    assert_eq!(get(&emulator, &path).await.status, 200);
}

#[tokio::test]
async fn a_redirect_names_its_target_and_does_nothing() {
    for status in [301, 302, 303, 307, 308] {
        let (emulator, path) = start_with(Fault::redirect(status, "https://other.example/x"));
        let client = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .unwrap();
        let url = format!("{}/beta{path}", emulator.url());
        let answer = send(client.delete(url).header("Authorization", "Bearer t")).await;
        assert_eq!(answer.status, status);
        assert_eq!(answer.header("location"), "https://other.example/x");
        assert!(emulator.get(&path).is_some());
    }
}

#[tokio::test]
async fn claims_are_asked_for_until_another_token_comes() {
    let (emulator, path) = start_with_image();
    let claims = json!({ "access_token": { "nbf": { "essential": true, "value": "1604106651" } } });
    let challenge = Fault::claims_challenge(&claims.to_string());
    emulator
        .inject(challenge, When::until_another_token())
        .unwrap();
    let with_token = |token: &str| {
        let url = format!("{}/beta{path}", emulator.url());
        let request = reqwest::Client::new().get(url);
        send(request.header("Authorization", format!("Bearer {token}")))
    };
    for (token, status) in [("old", 401), ("old", 401), ("new", 200)] {
        assert_eq!(with_token(token).await.status, status);
    }
    let refused = emulator.requests().remove(0);
    let challenge = refused.response().headers()["www-authenticate"]
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
async fn an_entity_tag_is_missing_in_the_header_and_in_the_body() {
    let (emulator, path) = start_with(Fault::answer().without_etag());
    let answer = get(&emulator, &path).await;
    assert!(!answer.headers.contains_key("etag"));
    assert_eq!(answer.json.get("@odata.etag"), None);
    assert_eq!(answer.json["version"], "1");
}

#[tokio::test]
async fn an_entity_tag_is_replaced_in_the_header_and_in_the_body() {
    let (emulator, path) = start_with(Fault::answer().etag("W/\"other\""));
    let answer = get(&emulator, &path).await;
    assert_eq!(answer.header("etag"), "W/\"other\"");
    assert_eq!(answer.json["@odata.etag"], "W/\"other\"");
    assert_eq!(answer.json["version"], "1");
    assert_ne!(get(&emulator, &path).await.header("etag"), "W/\"other\"");
}
