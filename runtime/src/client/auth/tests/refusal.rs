use std::error::Error as _;

use std::sync::Arc;

use bytes::Bytes;
use http::{HeaderValue, StatusCode};

use super::super::authorization::{Authorization, ChallengeStage};
use super::super::credential::Credential;
use super::{TestProvider, poll, poll_new_request, poll_text, refused, request_token, secret};
use crate::error::ErrorKind;

/// `{"a":1}` and `{"b":2}`.
const A: &str = "eyJhIjoxfQ==";
const B: &str = "eyJiIjoyfQ==";

fn answer(status: u16, challenge: Option<&str>) -> http::Response<Bytes> {
    let mut response = http::Response::new(Bytes::new());
    *response.status_mut() = StatusCode::from_u16(status).unwrap();
    if let Some(challenge) = challenge {
        let challenge = challenge.parse().unwrap();
        response.headers_mut().insert("www-authenticate", challenge);
    }
    response
}

/// Creates an answer that demands claims.
pub(super) fn challenge(claims: &str) -> http::Response<Bytes> {
    let challenge = format!("Bearer error=\"insufficient_claims\", claims=\"{claims}\"");
    answer(401, Some(&challenge))
}

/// Returns the authorization of a new request.
fn authorize(credential: &Arc<Credential>) -> Authorization {
    poll(&mut request_token(credential))
        .unwrap()
        .unwrap()
        .unwrap()
}

/// Creates a credential with the token `a`, which expires in an hour.
fn with_token() -> (TestProvider, Arc<Credential>) {
    let (provider, credential) = TestProvider::new();
    let mut first = request_token(&credential);
    assert_eq!(poll_text(&mut first), "waiting");
    provider.give(0, "a", 3600);
    assert_eq!(poll_text(&mut first), "a");
    (provider, credential)
}

#[test]
fn a_challenge_is_answered_by_a_token_with_its_claims_which_is_cached() {
    let (provider, credential) = with_token();
    let used = authorize(&credential);
    let mut again = refused(&credential, used, challenge(A));
    assert_eq!(poll_text(&mut again), "waiting");
    assert_eq!(provider.claims().as_deref(), Some(r#"{"a":1}"#));
    provider.give(1, "b", 3600);
    assert_eq!(poll_text(&mut again), "b");
    assert_eq!(poll_new_request(&credential), "b");
    assert_eq!(provider.asked(), 2);
}

#[test]
fn a_challenge_is_answered_once() {
    let (provider, credential) = with_token();
    let used = authorize(&credential);
    let mut again = refused(&credential, used, challenge(A));
    assert_eq!(poll_text(&mut again), "waiting");
    provider.give(1, "b", 3600);
    let other = poll(&mut again).unwrap().unwrap().unwrap();
    let mut refused_again = refused(&credential, other, challenge(B));
    assert_eq!(poll_text(&mut refused_again), "none");
    assert_eq!(provider.asked(), 2);
    assert_eq!(poll_new_request(&credential), "waiting", "`b` is removed");
}

#[test]
fn the_same_challenge_to_many_is_answered_by_one_token() {
    let (provider, credential) = with_token();
    let mut many: Vec<_> = (0..100)
        .map(|_| refused(&credential, old_authorization(), challenge(A)))
        .collect();
    for request in &mut many {
        assert_eq!(poll_text(request), "waiting");
    }
    provider.give(1, "b", 3600);
    for request in &mut many {
        assert_eq!(poll_text(request), "b");
    }
    let mut late = refused(&credential, old_authorization(), challenge(A));
    assert_eq!(poll_text(&mut late), "b");
    assert_eq!(provider.asked(), 2);
}

/// Creates the authorization of a request that was sent with the token `a`.
fn old_authorization() -> Authorization {
    let mut header = HeaderValue::from_static("Bearer a");
    header.set_sensitive(true);
    Authorization::initial(header)
}

#[test]
fn another_challenge_is_another_request_to_the_provider() {
    let (provider, credential) = with_token();
    let mut first = refused(&credential, old_authorization(), challenge(A));
    let mut second = refused(&credential, old_authorization(), challenge(B));
    assert_eq!(poll_text(&mut first), "waiting");
    assert_eq!(poll_text(&mut second), "waiting");
    assert_eq!(provider.asked(), 3);
    provider.give(1, "b", 3600);
    assert_eq!(poll_text(&mut first), "b");
    provider.give(2, "c", 3600);
    assert_eq!(poll_text(&mut second), "c");
}

#[test]
fn of_two_fetches_the_token_of_the_later_is_cached_in_any_order_of_completion() {
    for order in [[1, 2], [2, 1]] {
        let (provider, credential) = with_token();
        let mut requests = [A, B].map(|claims| {
            let mut request = refused(&credential, old_authorization(), challenge(claims));
            assert_eq!(poll_text(&mut request), "waiting");
            request
        });
        for number in order {
            let token = format!("token-{number}");
            provider.give(number, &token, 3600);
            assert_eq!(poll_text(&mut requests[number - 1]), token);
        }
        assert_eq!(poll_new_request(&credential), "token-2");
        assert_eq!(provider.asked(), 3);
    }
}

#[test]
fn a_successor_of_the_refused_token_is_tried_first_and_then_a_new_token() {
    let (provider, credential) = TestProvider::new();
    let mut other_task = request_token(&credential);
    assert_eq!(poll_text(&mut other_task), "waiting");
    provider.give(0, "b", 3600);
    assert_eq!(poll_text(&mut other_task), "b");

    let mut again = refused(&credential, old_authorization(), challenge(A));
    let successor = poll(&mut again).unwrap().unwrap().unwrap();
    assert_eq!(secret(&successor), "b");
    assert_eq!(provider.asked(), 1);

    let mut once_more = refused(&credential, successor, challenge(A));
    assert_eq!(poll_text(&mut once_more), "waiting");
    provider.give(1, "c", 3600);
    let last = poll(&mut once_more).unwrap().unwrap().unwrap();
    assert_eq!(secret(&last), "c");
    let mut refused_again = refused(&credential, last, challenge(A));
    assert_eq!(poll_text(&mut refused_again), "none");
}

#[test]
fn a_request_tries_at_most_one_successor() {
    let (provider, credential) = with_token();
    let successor = Authorization {
        stage: ChallengeStage::Successor,
        ..Authorization::initial(HeaderValue::from_static("Bearer b"))
    };
    let mut again = refused(&credential, successor, challenge(A));
    assert_eq!(poll_text(&mut again), "waiting");
    assert_eq!(provider.claims().as_deref(), Some(r#"{"a":1}"#));
}

#[test]
fn a_cached_token_with_the_same_claims_is_the_final_one() {
    let (provider, credential) = with_token();
    let mut first = refused(&credential, old_authorization(), challenge(A));
    assert_eq!(poll_text(&mut first), "waiting");
    provider.give(1, "b", 3600);
    assert_eq!(poll_text(&mut first), "b");
    let mut late = refused(&credential, old_authorization(), challenge(A));
    let answered = poll(&mut late).unwrap().unwrap().unwrap();
    assert_eq!(secret(&answered), "b");
    let mut refused_again = refused(&credential, answered, challenge(A));
    assert_eq!(poll_text(&mut refused_again), "none");
    assert_eq!(provider.asked(), 2);
}

#[test]
fn while_a_challenge_is_answered_no_request_uses_the_refused_token() {
    let (provider, credential) = with_token();
    let mut again = refused(&credential, old_authorization(), challenge(A));
    assert_eq!(poll_text(&mut again), "waiting");
    let mut next = request_token(&credential);
    assert_eq!(poll_text(&mut next), "waiting");
    assert_eq!(provider.asked(), 2);
    provider.give(1, "b", 3600);
    assert_eq!(poll_text(&mut next), "b");
}

#[test]
fn if_no_token_with_the_claims_is_available_the_error_has_the_reason_and_the_answer() {
    let (provider, credential) = with_token();
    let mut again = refused(&credential, old_authorization(), challenge(A));
    assert_eq!(poll_text(&mut again), "waiting");
    provider.answer(1, Err("the user has to sign in".into()));
    let error = poll(&mut again).unwrap().err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(
        error.to_string(),
        "401 Unauthorized: the token provider returned an error"
    );
    assert_eq!(
        error.source().unwrap().to_string(),
        "the user has to sign in"
    );
    assert_eq!(error.claims().as_deref(), Some(r#"{"a":1}"#));
}

#[test]
fn without_another_token_the_answer_is_returned() {
    let (provider, credential) = with_token();
    let mut again = refused(&credential, old_authorization(), challenge(A));
    assert_eq!(poll_text(&mut again), "waiting");
    provider.give(1, "a", 3600);
    assert_eq!(poll_text(&mut again), "none");
    assert_eq!(poll_new_request(&credential), "waiting", "`a` is removed");
}

#[test]
fn a_401_without_claims_removes_the_token_and_is_not_repeated() {
    for response in [
        answer(401, None),
        answer(401, Some("Bearer error=\"invalid_token\"")),
        challenge("?"),
    ] {
        let (provider, credential) = with_token();
        let mut refused_again = refused(&credential, old_authorization(), response);
        assert_eq!(poll_text(&mut refused_again), "none");
        assert_eq!(provider.asked(), 1);
        assert_eq!(poll_new_request(&credential), "waiting");
        assert_eq!(provider.asked(), 2);
    }
}

#[test]
fn a_status_other_than_401_keeps_the_token() {
    let (provider, credential) = with_token();
    for status in [200, 403, 407, 500] {
        let mut response = challenge(A);
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        let mut refused_again = refused(&credential, old_authorization(), response);
        assert_eq!(poll_text(&mut refused_again), "none");
    }
    assert_eq!(poll_new_request(&credential), "a");
    assert_eq!(provider.asked(), 1);
}

#[test]
fn a_late_401_does_not_remove_a_newer_token() {
    let (provider, credential) = with_token();
    provider.set_time(3540);
    let mut next = request_token(&credential);
    assert_eq!(poll_text(&mut next), "waiting");
    provider.give(1, "b", 3600);
    assert_eq!(poll_text(&mut next), "b");
    let mut late = refused(&credential, old_authorization(), answer(401, None));
    assert_eq!(poll_text(&mut late), "none");
    assert_eq!(poll_new_request(&credential), "b");
}

#[test]
fn a_fixed_token_cannot_be_replaced() {
    let credential = Arc::new(Credential::token("a".into()));
    let used = authorize(&credential);
    let mut refused_again = refused(&credential, used, challenge(A));
    assert_eq!(poll_text(&mut refused_again), "none");
    assert_eq!(poll_new_request(&credential), "a");
}
