//! Throttling by workload.

use std::time::Duration;

use graph_resource_emulator::{Clock, RateLimit};

use crate::support::*;

const TEN_SECONDS: Duration = Duration::from_secs(10);

#[tokio::test]
async fn a_workload_has_a_limit_of_its_own() {
    let clock = Clock::manual();
    let emulator = builder()
        .rate_limit(RateLimit::new(2, TEN_SECONDS).below(IMAGES))
        .clock(clock.clone())
        .start()
        .unwrap();
    for status in [200, 200, 429, 429] {
        assert_eq!(get(&emulator, IMAGES).await.status, status);
    }
    let refused = get(&emulator, IMAGES).await;
    refused.assert_rejected(429, "TooManyRequests");
    assert_eq!(refused.header("retry-after"), "10");
    assert_eq!(get(&emulator, "/users/1/tasks").await.status, 200);
    clock.advance(TEN_SECONDS);
    assert_eq!(get(&emulator, IMAGES).await.status, 200);
}

#[tokio::test]
async fn headers_say_how_much_is_left() {
    let clock = Clock::manual();
    let limit = RateLimit::new(5, TEN_SECONDS);
    let emulator = builder().rate_limit(limit).clock(clock.clone());
    let emulator = emulator.start().unwrap();
    let first = get(&emulator, IMAGES).await;
    clock.advance(Duration::from_millis(2500));
    let names = [
        "ratelimit-limit",
        "ratelimit-remaining",
        "ratelimit-reset",
        "x-ms-resource-unit",
        "x-ms-throttle-limit-percentage",
    ];
    assert_eq!(
        names.map(|name| first.header(name)),
        ["5", "4", "10", "1", ""]
    );
    for _ in 0..2 {
        get(&emulator, IMAGES).await;
    }
    let fourth = get(&emulator, IMAGES).await;
    let left = names.map(|name| fourth.header(name));
    assert_eq!(left, ["5", "1", "8", "1", "0.80"]);
}

#[tokio::test]
async fn a_limit_without_headers_says_only_how_long_to_wait() {
    let limit = RateLimit::new(1, TEN_SECONDS).without_headers();
    let emulator = builder().rate_limit(limit).clock(Clock::manual());
    let emulator = emulator.start().unwrap();
    assert_eq!(get(&emulator, IMAGES).await.header("ratelimit-limit"), "");
    let refused = get(&emulator, IMAGES).await;
    assert_eq!(refused.header("ratelimit-remaining"), "");
    assert_eq!(refused.header("retry-after"), "10");
}

#[tokio::test]
async fn the_requests_of_a_batch_count_one_by_one() {
    let emulator = builder().rate_limit(RateLimit::new(2, TEN_SECONDS));
    let emulator = emulator.clock(Clock::manual()).start().unwrap();
    let read = |id: u32| json!({ "id": id.to_string(), "method": "GET", "url": IMAGES });
    let batch = json!({ "requests": [read(1), read(2), read(3)] });
    let answer = post(&emulator, "/$batch", batch).await;
    assert_eq!(answer.status, 200);
    let answers = answer.json["responses"].as_array().unwrap();
    let statuses: Vec<_> = answers.iter().map(|answer| &answer["status"]).collect();
    assert_eq!(statuses, [200, 200, 429]);
    assert_eq!(answers[2]["headers"]["Retry-After"], "10");
}
