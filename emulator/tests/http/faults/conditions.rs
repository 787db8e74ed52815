use std::time::Duration;

use graph_resource_emulator::{Emulator, Fault, When};

use crate::support::*;

async fn statuses(emulator: &Emulator, count: usize) -> Vec<u16> {
    let mut statuses = Vec::new();
    for _ in 0..count {
        statuses.push(get(emulator, IMAGES).await.status);
    }
    statuses
}

#[tokio::test]
async fn a_burst_ends_after_its_number_of_requests() {
    let emulator = start();
    emulator
        .inject(Fault::status(500), When::next(1).after(1))
        .unwrap();
    emulator.inject(Fault::status(503), When::next(2)).unwrap();
    assert_eq!(statuses(&emulator, 5).await, [503, 500, 503, 200, 200]);
}

#[tokio::test]
async fn a_method_and_a_path_restrict_the_requests() {
    let (emulator, path) = start_with_image();
    let when = When::always().method("GET").path(path.as_str());
    emulator.inject(Fault::status(503), when).unwrap();
    assert_eq!(get(&emulator, IMAGES).await.status, 200);
    assert_eq!(get(&emulator, &path).await.status, 503);
    assert_eq!(delete(&emulator, &path).await.status, 204);
}

#[tokio::test]
async fn the_same_seed_chooses_the_same_requests() {
    let runs = [11, 11, 12].map(|seed| async move {
        let emulator = start();
        emulator
            .inject(Fault::status(503), When::chance(0.5, seed))
            .unwrap();
        statuses(&emulator, 40).await
    });
    let [one, same, other] = runs;
    let (one, same, other) = (one.await, same.await, other.await);
    assert_eq!(one, same);
    assert_ne!(one, other);
    assert!(one.contains(&503) && one.contains(&200));
}

#[tokio::test]
async fn cleared_faults_have_no_effect() {
    let emulator = start();
    emulator.inject(Fault::hang_up(), When::always()).unwrap();
    emulator.clear_faults();
    assert_eq!(statuses(&emulator, 1).await, [200]);
}

#[test]
fn invalid_faults_and_conditions_are_rejected_when_they_are_injected() {
    let emulator = start();
    for (fault, when, named) in [
        (Fault::status(1000), When::always(), "1000"),
        (Fault::status(503).reset(), When::always(), "reset"),
        (
            Fault::answer().header("Content-Length", "1"),
            When::always(),
            "Content-Length",
        ),
        (Fault::hang_up(), When::every(0), "every(0)"),
        (Fault::hang_up(), When::chance(1.1, 0), "1.1"),
        (Fault::hang_up(), When::chance(f64::NAN, 0), "NaN"),
        (Fault::hang_up(), When::over(1, Duration::ZERO), "zero"),
        (
            Fault::hang_up(),
            When::always().path("users/%zz"),
            "users/%zz",
        ),
    ] {
        let error = emulator.inject(fault, when).unwrap_err().to_string();
        assert!(error.contains(named), "{error}");
    }
}
