use std::error::Error as _;

use super::*;

/// The runtime looks after this task now and then before all others have had their turn.
async fn all_have_come() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_hundred_requests_at_once_ask_once() {
    let (desk, credential) = Desk::new();
    let requests: Vec<_> = (0..100)
        .map(|_| tokio::spawn(wanting(&credential)))
        .collect();
    all_have_come().await;
    desk.give(0, "a", 3600);
    for request in requests {
        assert_eq!(told(request.await.unwrap()), "a");
    }
    assert_eq!(desk.asked(), 1);
}

#[tokio::test]
async fn a_failure_is_reported_to_all_who_waited_and_to_nobody_else() {
    let (desk, credential) = Desk::new();
    let requests: Vec<_> = (0..100)
        .map(|_| tokio::spawn(wanting(&credential)))
        .collect();
    all_have_come().await;
    desk.answer(0, Err(std::io::Error::other("offline").into()));
    let mut sources = Vec::new();
    for request in requests {
        let error = request.await.unwrap().err().unwrap();
        assert_eq!(error.kind(), ErrorKind::Credential);
        let source = error.source().unwrap();
        assert_eq!(source.to_string(), "offline");
        assert!(source.is::<std::io::Error>());
        sources.push(std::ptr::from_ref(source).addr());
    }
    sources.dedup();
    assert_eq!(sources.len(), 1);
    assert_eq!(at_once(&credential), "waiting");
    assert_eq!(desk.asked(), 2);
}

#[test]
fn a_failure_that_one_who_waited_has_not_yet_heard_of_is_not_that_of_the_next() {
    let (desk, credential) = Desk::new();
    let (mut first, mut slow) = (wanting(&credential), wanting(&credential));
    assert_eq!(state_of(&mut first), "waiting");
    assert_eq!(state_of(&mut slow), "waiting");
    desk.answer(0, Err("offline".into()));
    assert_eq!(state_of(&mut first), "no token could be had");
    let mut next = wanting(&credential);
    assert_eq!(state_of(&mut next), "waiting");
    desk.give(1, "a", 3600);
    assert_eq!(state_of(&mut next), "a");
    assert_eq!(state_of(&mut slow), "no token could be had");
}

#[tokio::test]
async fn who_asked_may_be_dropped_and_the_others_get_their_token() {
    let (desk, credential) = Desk::new();
    let asking = tokio::spawn(wanting(&credential));
    all_have_come().await;
    let waiting = tokio::spawn(wanting(&credential));
    all_have_come().await;
    asking.abort();
    assert!(asking.await.is_err_and(|error| error.is_cancelled()));
    desk.give(0, "a", 3600);
    assert_eq!(told(waiting.await.unwrap()), "a");
    assert_eq!(desk.asked(), 1);
}

#[test]
fn where_all_who_waited_are_dropped_the_next_asks_anew() {
    let (desk, credential) = Desk::new();
    let (mut first, mut second) = (wanting(&credential), wanting(&credential));
    assert_eq!(state_of(&mut first), "waiting");
    assert_eq!(state_of(&mut second), "waiting");
    drop((first, second));
    let mut next = wanting(&credential);
    assert_eq!(state_of(&mut next), "waiting");
    assert_eq!(desk.asked(), 2);
    desk.give(1, "a", 3600);
    assert_eq!(state_of(&mut next), "a");
}

#[test]
fn a_provider_is_not_asked_before_somebody_waits() {
    let (desk, credential) = Desk::new();
    drop(wanting(&credential));
    assert_eq!(desk.asked(), 0);
}

#[test]
fn a_panic_of_the_provider_strands_nobody() {
    async fn panics(_: TokenRequest) -> Result<AccessToken, TokenError> {
        tokio::task::yield_now().await;
        panic!("on purpose")
    }
    let credential = Arc::new(Credential::provider(panics));
    let (mut first, mut second) = (wanting(&credential), wanting(&credential));
    assert_eq!(state_of(&mut first), "waiting");
    assert_eq!(state_of(&mut second), "the provider of tokens panicked");
    assert_eq!(state_of(&mut first), "the provider of tokens panicked");
    assert_eq!(at_once(&credential), "waiting");
}

#[test]
fn neither_a_credential_nor_an_error_shows_the_token() {
    let (desk, credential) = Desk::new();
    let mut first = wanting(&credential);
    assert_eq!(state_of(&mut first), "waiting");
    desk.give(0, "hunter2", 3600);
    assert_eq!(state_of(&mut first), "hunter2");
    assert!(!format!("{credential:?}").contains("hunter2"));

    let mut second = refused(
        &credential,
        Authorization::first(HeaderValue::from_static("Bearer hunter2")),
        refusal::challenge("e30="),
    );
    assert_eq!(state_of(&mut second), "waiting");
    desk.answer(1, Err("offline".into()));
    let error = poll(&mut second).unwrap().err().unwrap();
    assert!(!format!("{error} {error:?} {error:#?}").contains("hunter2"));
}
