use std::error::Error as _;

use std::sync::Arc;

use http::HeaderValue;

use super::super::authorization::Authorization;
use super::super::credential::Credential;
use super::super::token::{AccessToken, TokenError, TokenRequest};
use super::{
    TestProvider, describe, poll, poll_new_request, poll_text, refusal, refused, request_token,
};
use crate::error::ErrorKind;

/// Yields until all other tasks have been polled. The runtime may poll this task several times before that.
async fn all_are_polled() {
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn a_hundred_concurrent_requests_ask_once() {
    let (provider, credential) = TestProvider::new();
    let requests: Vec<_> = (0..100)
        .map(|_| tokio::spawn(request_token(&credential)))
        .collect();
    all_are_polled().await;
    provider.give(0, "a", 3600);
    for request in requests {
        assert_eq!(describe(request.await.unwrap()), "a");
    }
    assert_eq!(provider.asked(), 1);
}

#[tokio::test]
async fn a_failure_is_reported_to_all_waiting_requests_and_to_no_other() {
    let (provider, credential) = TestProvider::new();
    let requests: Vec<_> = (0..100)
        .map(|_| tokio::spawn(request_token(&credential)))
        .collect();
    all_are_polled().await;
    provider.answer(0, Err(std::io::Error::other("offline").into()));
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
    assert_eq!(poll_new_request(&credential), "waiting");
    assert_eq!(provider.asked(), 2);
}

#[test]
fn a_failure_is_not_reported_to_a_later_request_while_another_has_yet_to_receive_it() {
    let (provider, credential) = TestProvider::new();
    let (mut first, mut slow) = (request_token(&credential), request_token(&credential));
    assert_eq!(poll_text(&mut first), "waiting");
    assert_eq!(poll_text(&mut slow), "waiting");
    provider.answer(0, Err("offline".into()));
    assert_eq!(
        poll_text(&mut first),
        "the token provider returned an error"
    );
    let mut next = request_token(&credential);
    assert_eq!(poll_text(&mut next), "waiting");
    provider.give(1, "a", 3600);
    assert_eq!(poll_text(&mut next), "a");
    assert_eq!(poll_text(&mut slow), "the token provider returned an error");
}

#[tokio::test]
async fn the_request_that_asked_can_be_dropped_and_the_others_get_their_token() {
    let (provider, credential) = TestProvider::new();
    let asking = tokio::spawn(request_token(&credential));
    all_are_polled().await;
    let waiting = tokio::spawn(request_token(&credential));
    all_are_polled().await;
    asking.abort();
    assert!(asking.await.is_err_and(|error| error.is_cancelled()));
    provider.give(0, "a", 3600);
    assert_eq!(describe(waiting.await.unwrap()), "a");
    assert_eq!(provider.asked(), 1);
}

#[test]
fn if_all_waiting_requests_are_dropped_the_next_asks_again() {
    let (provider, credential) = TestProvider::new();
    let (mut first, mut second) = (request_token(&credential), request_token(&credential));
    assert_eq!(poll_text(&mut first), "waiting");
    assert_eq!(poll_text(&mut second), "waiting");
    drop((first, second));
    let mut next = request_token(&credential);
    assert_eq!(poll_text(&mut next), "waiting");
    assert_eq!(provider.asked(), 2);
    provider.give(1, "a", 3600);
    assert_eq!(poll_text(&mut next), "a");
}

#[test]
fn a_provider_is_not_asked_before_a_request_is_polled() {
    let (provider, credential) = TestProvider::new();
    drop(request_token(&credential));
    assert_eq!(provider.asked(), 0);
}

#[test]
fn a_panic_of_the_provider_is_an_error_of_all_waiting_requests() {
    async fn panics(_: TokenRequest) -> Result<AccessToken, TokenError> {
        tokio::task::yield_now().await;
        panic!("on purpose")
    }
    let credential = Arc::new(Credential::provider(panics));
    let (mut first, mut second) = (request_token(&credential), request_token(&credential));
    assert_eq!(poll_text(&mut first), "waiting");
    assert_eq!(poll_text(&mut second), "the token provider panicked");
    assert_eq!(poll_text(&mut first), "the token provider panicked");
    assert_eq!(poll_new_request(&credential), "waiting");
}

#[test]
fn neither_a_credential_nor_an_error_contains_the_token() {
    let (provider, credential) = TestProvider::new();
    let mut first = request_token(&credential);
    assert_eq!(poll_text(&mut first), "waiting");
    provider.give(0, "hunter2", 3600);
    assert_eq!(poll_text(&mut first), "hunter2");
    assert!(!format!("{credential:?}").contains("hunter2"));

    let mut second = refused(
        &credential,
        Authorization::initial(HeaderValue::from_static("Bearer hunter2")),
        refusal::challenge("e30="),
    );
    assert_eq!(poll_text(&mut second), "waiting");
    provider.answer(1, Err("offline".into()));
    let error = poll(&mut second).unwrap().err().unwrap();
    assert!(!format!("{error} {error:?} {error:#?}").contains("hunter2"));
}
