use std::task::{Context, Waker};

use super::super::credential::Credential;
use super::{TestProvider, endpoint, poll_new_request, poll_text, request_token};
use std::sync::Arc;

/// Creates a credential with the token `a`, which expires in the given number of seconds.
fn with_token(life: u64) -> (TestProvider, Arc<Credential>) {
    let (provider, credential) = TestProvider::new();
    let mut first = request_token(&credential);
    assert_eq!(poll_text(&mut first), "waiting");
    provider.give(0, "a", life);
    assert_eq!(poll_text(&mut first), "a");
    (provider, credential)
}

#[test]
fn a_token_is_cached_until_shortly_before_it_expires() {
    let (provider, credential) = with_token(3600);
    for seconds in [0, 1, 3299] {
        provider.set_time(seconds);
        assert_eq!(poll_new_request(&credential), "a");
    }
    assert_eq!(provider.asked(), 1);
    provider.set_time(3540);
    assert_eq!(poll_new_request(&credential), "waiting");
    assert_eq!(provider.asked(), 2);
}

#[test]
fn a_cached_token_is_returned_without_an_allocation() {
    let (_, credential) = with_token(3600);
    let endpoint = endpoint();
    let allocations = allocation_counter::measure(|| {
        let mut asking = std::pin::pin!(credential.authorize(&endpoint));
        let asked = asking
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()));
        assert!(asked.is_ready());
    });
    assert_eq!(allocations.count_total, 0);
}

#[test]
fn one_request_renews_a_token_early_while_the_others_use_it() {
    let (provider, credential) = with_token(3600);
    provider.set_time(3300);
    let mut renewing = request_token(&credential);
    assert_eq!(poll_text(&mut renewing), "waiting");
    provider.set_time(3539);
    assert_eq!(poll_new_request(&credential), "a");
    assert_eq!(provider.asked(), 2);
    provider.give(1, "b", 3600);
    assert_eq!(poll_text(&mut renewing), "b");
    assert_eq!(poll_new_request(&credential), "b");
    assert_eq!(provider.asked(), 2);
}

#[test]
fn after_a_failed_early_renewal_the_token_is_used_and_the_next_renewal_is_postponed() {
    let (provider, credential) = with_token(3600);
    provider.set_time(3300);
    let mut renewing = request_token(&credential);
    assert_eq!(poll_text(&mut renewing), "waiting");
    provider.answer(1, Err("offline".into()));
    assert_eq!(poll_text(&mut renewing), "a");
    provider.set_time(3329);
    assert_eq!(poll_new_request(&credential), "a");
    assert_eq!(provider.asked(), 2);
    provider.set_time(3330);
    assert_eq!(poll_new_request(&credential), "waiting");
    assert_eq!(provider.asked(), 3);
}

#[test]
fn a_renewal_that_fails_after_the_token_has_expired_is_an_error() {
    let (provider, credential) = with_token(3600);
    provider.set_time(3500);
    let mut renewing = request_token(&credential);
    assert_eq!(poll_text(&mut renewing), "waiting");
    provider.set_time(3540);
    provider.answer(1, Err("offline".into()));
    assert_eq!(
        poll_text(&mut renewing),
        "the token provider returned an error"
    );
}

#[test]
fn a_request_without_a_valid_token_waits_for_the_pending_renewal() {
    let (provider, credential) = with_token(3600);
    provider.set_time(3500);
    let mut renewing = request_token(&credential);
    assert_eq!(poll_text(&mut renewing), "waiting");
    provider.set_time(3540);
    let mut late = request_token(&credential);
    assert_eq!(poll_text(&mut late), "waiting");
    assert_eq!(provider.asked(), 2);
    provider.give(1, "b", 3600);
    assert_eq!(poll_text(&mut late), "b");
}

#[test]
fn an_abandoned_renewal_is_repeated_by_the_next_request() {
    let (provider, credential) = with_token(3600);
    provider.set_time(3300);
    let mut renewing = request_token(&credential);
    assert_eq!(poll_text(&mut renewing), "waiting");
    drop(renewing);
    let mut next = request_token(&credential);
    assert_eq!(poll_text(&mut next), "waiting");
    provider.give(2, "b", 3600);
    assert_eq!(poll_text(&mut next), "b");
}

#[test]
fn the_margins_of_a_token_of_a_short_life_are_a_share_of_it() {
    for (life, renew_from, valid_until) in [(600, 300, 540), (60, 30, 54), (20, 10, 18)] {
        let (provider, credential) = with_token(life);
        provider.set_time(renew_from - 1);
        assert_eq!(poll_new_request(&credential), "a");
        provider.set_time(renew_from);
        assert_eq!(poll_new_request(&credential), "waiting");
        let mut renewing = request_token(&credential);
        assert_eq!(poll_text(&mut renewing), "waiting");
        provider.set_time(valid_until - 1);
        assert_eq!(poll_new_request(&credential), "a");
        provider.set_time(valid_until);
        assert_eq!(poll_new_request(&credential), "waiting");
    }
}

#[test]
fn a_provider_that_returns_the_same_token_for_a_renewal_is_asked_again_after_a_pause() {
    let (provider, credential) = with_token(3600);
    provider.set_time(3300);
    let mut renewing = request_token(&credential);
    assert_eq!(poll_text(&mut renewing), "waiting");
    provider.give(1, "a", 300);
    assert_eq!(poll_text(&mut renewing), "a");
    provider.set_time(3329);
    assert_eq!(poll_new_request(&credential), "a");
    provider.set_time(3330);
    assert_eq!(poll_new_request(&credential), "waiting");
    provider.set_time(3540);
    assert_eq!(poll_new_request(&credential), "waiting");
}

#[test]
fn a_provider_that_returns_the_same_token_until_it_expires_is_asked_less_often_than_it_is_used() {
    let (provider, credential) = with_token(3600);
    provider.set_time(3540);
    let mut waiting = request_token(&credential);
    assert_eq!(poll_text(&mut waiting), "waiting");
    provider.give(1, "a", 60);
    assert_eq!(poll_text(&mut waiting), "a");
    provider.set_time(3569);
    assert_eq!(poll_new_request(&credential), "a");
    assert_eq!(provider.asked(), 2);
}

#[test]
fn a_token_without_expiry_is_used_by_the_requests_that_waited_for_it() {
    let (provider, credential) = TestProvider::new();
    let (mut first, mut second) = (request_token(&credential), request_token(&credential));
    assert_eq!(poll_text(&mut first), "waiting");
    assert_eq!(poll_text(&mut second), "waiting");
    provider.answer(0, Ok("a".into()));
    assert_eq!(poll_text(&mut first), "a");
    assert_eq!(poll_new_request(&credential), "waiting");
    assert_eq!(provider.asked(), 2);
    assert_eq!(poll_text(&mut second), "a");
}

#[test]
fn a_token_that_has_expired_on_arrival_is_used_once_and_not_requested_in_a_loop() {
    let (provider, credential) = TestProvider::new();
    let mut first = request_token(&credential);
    assert_eq!(poll_text(&mut first), "waiting");
    provider.give(0, "a", 0);
    assert_eq!(poll_text(&mut first), "a");
    assert_eq!(provider.asked(), 1);
    assert_eq!(poll_new_request(&credential), "waiting");
    assert_eq!(provider.asked(), 2);
}

#[test]
fn a_token_that_is_not_a_header_value_is_an_error_and_is_not_cached() {
    let (provider, credential) = TestProvider::new();
    let mut first = request_token(&credential);
    assert_eq!(poll_text(&mut first), "waiting");
    provider.give(0, "Bearer a", 3600);
    assert!(poll_text(&mut first).contains("without `Bearer`"));
    assert_eq!(poll_new_request(&credential), "waiting");
}
