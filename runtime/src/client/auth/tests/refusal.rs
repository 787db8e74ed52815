use std::error::Error as _;

use super::*;

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

/// An answer that demands claims.
pub(super) fn challenge(claims: &str) -> http::Response<Bytes> {
    let challenge = format!("Bearer error=\"insufficient_claims\", claims=\"{claims}\"");
    answer(401, Some(&challenge))
}

/// What a request got, at once.
fn got(credential: &Arc<Credential>) -> Authorization {
    poll(&mut wanting(credential)).unwrap().unwrap().unwrap()
}

/// A client that has the token `a`, for an hour.
fn with_token() -> (Desk, Arc<Credential>) {
    let (desk, credential) = Desk::new();
    let mut first = wanting(&credential);
    assert_eq!(state_of(&mut first), "waiting");
    desk.give(0, "a", 3600);
    assert_eq!(state_of(&mut first), "a");
    (desk, credential)
}

#[test]
fn a_challenge_is_answered_by_a_token_with_its_claims_which_is_kept() {
    let (desk, credential) = with_token();
    let used = got(&credential);
    let mut again = refused(&credential, used, challenge(A));
    assert_eq!(state_of(&mut again), "waiting");
    assert_eq!(desk.claims().as_deref(), Some(r#"{"a":1}"#));
    desk.give(1, "b", 3600);
    assert_eq!(state_of(&mut again), "b");
    assert_eq!(at_once(&credential), "b");
    assert_eq!(desk.asked(), 2);
}

#[test]
fn it_is_answered_once() {
    let (desk, credential) = with_token();
    let used = got(&credential);
    let mut again = refused(&credential, used, challenge(A));
    assert_eq!(state_of(&mut again), "waiting");
    desk.give(1, "b", 3600);
    let other = poll(&mut again).unwrap().unwrap().unwrap();
    let mut stands = refused(&credential, other, challenge(B));
    assert_eq!(state_of(&mut stands), "none");
    assert_eq!(desk.asked(), 2);
    assert_eq!(at_once(&credential), "waiting", "`b` is forgotten");
}

#[test]
fn the_same_challenge_to_many_is_answered_by_one_token() {
    let (desk, credential) = with_token();
    let mut many: Vec<_> = (0..100)
        .map(|_| refused(&credential, got_before(), challenge(A)))
        .collect();
    for request in &mut many {
        assert_eq!(state_of(request), "waiting");
    }
    desk.give(1, "b", 3600);
    for request in &mut many {
        assert_eq!(state_of(request), "b");
    }
    let mut late = refused(&credential, got_before(), challenge(A));
    assert_eq!(state_of(&mut late), "b");
    assert_eq!(desk.asked(), 2);
}

/// The token `a`, as a request has it that is still on its way.
fn got_before() -> Authorization {
    let mut header = HeaderValue::from_static("Bearer a");
    header.set_sensitive(true);
    Authorization::first(header)
}

#[test]
fn another_challenge_is_another_question() {
    let (desk, credential) = with_token();
    let mut first = refused(&credential, got_before(), challenge(A));
    let mut second = refused(&credential, got_before(), challenge(B));
    assert_eq!(state_of(&mut first), "waiting");
    assert_eq!(state_of(&mut second), "waiting");
    assert_eq!(desk.asked(), 3);
    desk.give(1, "b", 3600);
    assert_eq!(state_of(&mut first), "b");
    desk.give(2, "c", 3600);
    assert_eq!(state_of(&mut second), "c");
}

#[test]
fn of_two_answers_the_later_question_s_is_kept_whichever_comes_first() {
    for order in [[1, 2], [2, 1]] {
        let (desk, credential) = with_token();
        let mut requests = [A, B].map(|claims| {
            let mut request = refused(&credential, got_before(), challenge(claims));
            assert_eq!(state_of(&mut request), "waiting");
            request
        });
        for number in order {
            let token = format!("token-{number}");
            desk.give(number, &token, 3600);
            assert_eq!(state_of(&mut requests[number - 1]), token);
        }
        assert_eq!(at_once(&credential), "token-2");
        assert_eq!(desk.asked(), 3);
    }
}

#[test]
fn a_token_that_took_the_place_of_the_refused_one_is_tried_first_and_then_a_new_one() {
    let (desk, credential) = Desk::new();
    let mut other_task = wanting(&credential);
    assert_eq!(state_of(&mut other_task), "waiting");
    desk.give(0, "b", 3600);
    assert_eq!(state_of(&mut other_task), "b");

    let mut again = refused(&credential, got_before(), challenge(A));
    let successor = poll(&mut again).unwrap().unwrap().unwrap();
    assert_eq!(secret(&successor), "b");
    assert_eq!(desk.asked(), 1);

    let mut once_more = refused(&credential, successor, challenge(A));
    assert_eq!(state_of(&mut once_more), "waiting");
    desk.give(1, "c", 3600);
    let last = poll(&mut once_more).unwrap().unwrap().unwrap();
    assert_eq!(secret(&last), "c");
    let mut stands = refused(&credential, last, challenge(A));
    assert_eq!(state_of(&mut stands), "none");
}

#[test]
fn a_request_tries_one_such_token_and_not_one_after_the_other() {
    let (desk, credential) = with_token();
    let successor = Authorization {
        trial: Trial::Successor,
        ..Authorization::first(HeaderValue::from_static("Bearer b"))
    };
    let mut again = refused(&credential, successor, challenge(A));
    assert_eq!(state_of(&mut again), "waiting");
    assert_eq!(desk.claims().as_deref(), Some(r#"{"a":1}"#));
}

#[test]
fn a_token_with_the_same_claims_is_the_answer_and_not_a_trial() {
    let (desk, credential) = with_token();
    let mut first = refused(&credential, got_before(), challenge(A));
    assert_eq!(state_of(&mut first), "waiting");
    desk.give(1, "b", 3600);
    assert_eq!(state_of(&mut first), "b");
    let mut late = refused(&credential, got_before(), challenge(A));
    let answered = poll(&mut late).unwrap().unwrap().unwrap();
    assert_eq!(secret(&answered), "b");
    let mut stands = refused(&credential, answered, challenge(A));
    assert_eq!(state_of(&mut stands), "none");
    assert_eq!(desk.asked(), 2);
}

#[test]
fn while_a_challenge_is_being_answered_nobody_sends_the_refused_token() {
    let (desk, credential) = with_token();
    let mut again = refused(&credential, got_before(), challenge(A));
    assert_eq!(state_of(&mut again), "waiting");
    let mut next = wanting(&credential);
    assert_eq!(state_of(&mut next), "waiting");
    assert_eq!(desk.asked(), 2);
    desk.give(1, "b", 3600);
    assert_eq!(state_of(&mut next), "b");
}

#[test]
fn where_no_token_with_the_claims_can_be_had_the_error_has_the_reason_and_the_answer() {
    let (desk, credential) = with_token();
    let mut again = refused(&credential, got_before(), challenge(A));
    assert_eq!(state_of(&mut again), "waiting");
    desk.answer(1, Err("the user has to sign in".into()));
    let error = poll(&mut again).unwrap().err().unwrap();
    assert_eq!(error.kind(), ErrorKind::Credential);
    assert_eq!(error.to_string(), "401 Unauthorized: no token could be had");
    assert_eq!(
        error.source().unwrap().to_string(),
        "the user has to sign in"
    );
    assert_eq!(error.claims().as_deref(), Some(r#"{"a":1}"#));
}

#[test]
fn a_provider_that_has_no_other_token_leaves_the_answer_as_it_is() {
    let (desk, credential) = with_token();
    let mut again = refused(&credential, got_before(), challenge(A));
    assert_eq!(state_of(&mut again), "waiting");
    desk.give(1, "a", 3600);
    assert_eq!(state_of(&mut again), "none");
    assert_eq!(at_once(&credential), "waiting", "`a` is forgotten");
}

#[test]
fn a_401_without_claims_makes_the_token_forgotten_and_is_not_repeated() {
    for response in [
        answer(401, None),
        answer(401, Some("Bearer error=\"invalid_token\"")),
        challenge("?"),
    ] {
        let (desk, credential) = with_token();
        let mut stands = refused(&credential, got_before(), response);
        assert_eq!(state_of(&mut stands), "none");
        assert_eq!(desk.asked(), 1);
        assert_eq!(at_once(&credential), "waiting");
        assert_eq!(desk.asked(), 2);
    }
}

#[test]
fn what_is_not_a_401_leaves_the_token_alone() {
    let (desk, credential) = with_token();
    for status in [200, 403, 407, 500] {
        let mut response = challenge(A);
        *response.status_mut() = StatusCode::from_u16(status).unwrap();
        let mut stands = refused(&credential, got_before(), response);
        assert_eq!(state_of(&mut stands), "none");
    }
    assert_eq!(at_once(&credential), "a");
    assert_eq!(desk.asked(), 1);
}

#[test]
fn a_late_401_does_not_make_a_newer_token_forgotten() {
    let (desk, credential) = with_token();
    desk.set_time(3540);
    let mut next = wanting(&credential);
    assert_eq!(state_of(&mut next), "waiting");
    desk.give(1, "b", 3600);
    assert_eq!(state_of(&mut next), "b");
    let mut late = refused(&credential, got_before(), answer(401, None));
    assert_eq!(state_of(&mut late), "none");
    assert_eq!(at_once(&credential), "b");
}

#[test]
fn a_token_for_good_cannot_be_replaced() {
    let credential = Arc::new(Credential::token("a".into()));
    let used = got(&credential);
    let mut stands = refused(&credential, used, challenge(A));
    assert_eq!(state_of(&mut stands), "none");
    assert_eq!(at_once(&credential), "a");
}
