use std::time::{Duration, SystemTime};

use graph_resource_emulator::Clock;

use crate::support::*;

#[tokio::test]
async fn all_dates_of_a_response_are_those_of_the_clock() {
    let clock = Clock::manual_at(SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777));
    let emulator = builder().clock(clock.clone()).start().unwrap();
    let created = post(&emulator, IMAGES, json!({ "displayName": "x" })).await;
    assert_eq!(created.header("date"), "Sun, 06 Nov 1994 08:49:37 GMT");
    assert_eq!(created.json["createdDateTime"], "1994-11-06T08:49:37Z");

    clock.advance(Duration::from_millis(90_500));
    let id = created.json["id"].as_str().unwrap();
    let path = format!("{IMAGES}/{id}");
    let updated = patch(&emulator, &path, json!({ "version": "2" })).await;
    assert_eq!(updated.header("date"), "Sun, 06 Nov 1994 08:51:07 GMT");
    assert_eq!(updated.json["createdDateTime"], "1994-11-06T08:49:37Z");
    let modified = &updated.json["lastModifiedDateTime"];
    assert_eq!(modified, "1994-11-06T08:51:07.5Z");

    let error = get(&emulator, "/nowhere").await;
    let date = &error.json["error"]["innerError"]["date"];
    assert_eq!(date, "1994-11-06T08:51:07");
}

#[tokio::test]
async fn test_data_has_the_time_of_the_clock() {
    let clock = Clock::manual_at(SystemTime::UNIX_EPOCH);
    let emulator = builder().clock(clock.clone()).start().unwrap();
    clock.advance(Duration::from_secs(1));
    let id = emulator.insert(IMAGES, json!({})).unwrap();
    let path = format!("{IMAGES}/{id}");
    let created = || emulator.get(&path).unwrap()["createdDateTime"].clone();
    assert_eq!(created(), "1970-01-01T00:00:01Z");
    clock.advance(Duration::from_secs(1));
    emulator.put(&path, json!({})).unwrap();
    assert_eq!(created(), "1970-01-01T00:00:02Z");
    let settings = emulator.get("/users/1/mailboxSettings").unwrap();
    assert_eq!(settings["lastModifiedDateTime"], "1970-01-01T00:00:02Z");
}
