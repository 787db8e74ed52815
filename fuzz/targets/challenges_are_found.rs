//! Asserts that the claims of a `401` are JSON, are found in any context, are requested once, and are not in the text of the error.

#![no_main]

use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, STANDARD_NO_PAD, URL_SAFE, URL_SAFE_NO_PAD};
use bytes::Bytes;
use graph_resource::{AccessToken, Client, Error, TokenRequest};
use graph_resource_fuzz::answer::{client, parse, poll_once};
use graph_resource_fuzz::errors::{assert_keeps, assert_one_line};
use graph_resource_fuzz::thing::Base;
use http::header::{AUTHORIZATION, WWW_AUTHENTICATE};
use http::{HeaderMap, HeaderValue, Response, StatusCode};
use libfuzzer_sys::{Corpus, fuzz_target};
use serde_json::{Value, json};

fuzz_target!(|data: &[u8]| -> Corpus {
    let Some(mut response) = parse(data) else {
        return Corpus::Reject;
    };
    for status in [StatusCode::FORBIDDEN, StatusCode::UNAUTHORIZED] {
        *response.status_mut() = status;
        let claims = refused(&response).claims();
        if let Some(claims) = &claims {
            assert_eq!(status, StatusCode::UNAUTHORIZED);
            check(claims, response.headers());
        }
        check_reauthorization(&response, claims.as_deref());
    }
    if let Ok(text) = std::str::from_utf8(data) {
        check_is_found(text, response.headers());
    }
    Corpus::Keep
});

fn refused(response: &Response<Bytes>) -> Error {
    let error =
        poll_once(Base::get("1", "2").send(&client(response))).expect_err("the request is refused");
    assert_keeps(&error, response);
    if let Some(claims) = error.claims() {
        // Short claims may occur by chance.
        let lines = format!("{error} {error:?} {error:#?}");
        assert!(claims.len() < 32 || !lines.contains(&claims), "{lines}");
    }
    error
}

/// Asserts that the claims are an object, and that a header contains them.
fn check(claims: &str, headers: &HeaderMap) {
    assert!(
        serde_json::from_str::<Value>(claims).is_ok_and(|claims| claims.is_object()),
        "{claims}"
    );
    let has_claims = |line: &HeaderValue| {
        let line = String::from_utf8_lossy(line.as_bytes()).to_lowercase();
        line.contains("bearer") && line.contains("claims")
    };
    assert!(headers.get_all(WWW_AUTHENTICATE).iter().any(has_claims));
}

/// Asserts that the provider is asked for a token with the claims and the request is sent with it, or that the provider is not asked again.
fn check_reauthorization(response: &Response<Bytes>, claims: Option<&str>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let sent = Arc::new(Mutex::new(Vec::new()));
    let provider = {
        let asked = Arc::clone(&asked);
        move |request: TokenRequest| {
            let mut asked = asked.lock().expect("no other thread");
            asked.push(request.claims().map(str::to_owned));
            std::future::ready(Ok(AccessToken::new(format!("token-{}", asked.len()))))
        }
    };
    let transport = {
        let (sent, response) = (Arc::clone(&sent), response.clone());
        move |request: http::Request<graph_resource::Body>| {
            let token = request.headers()[AUTHORIZATION].clone();
            sent.lock().expect("no other thread").push(token);
            std::future::ready(Ok(response.clone()))
        }
    };
    let client = Client::builder()
        .token_provider(provider)
        .transport(transport)
        .build();
    let client = client.expect("a provider and a transport are sufficient");
    let error = poll_once(Base::get("1", "2").send(&client)).expect_err("the request is refused");
    assert_eq!(error.status(), Some(response.status()));
    assert_one_line(&error);
    let (mut tokens, mut claimed) = (vec!["Bearer token-1"], vec![None]);
    if let Some(claims) = claims {
        tokens.push("Bearer token-2");
        claimed.push(Some(claims.to_owned()));
    }
    assert_eq!(*sent.lock().expect("no other thread"), tokens);
    assert_eq!(*asked.lock().expect("no other thread"), claimed);
}

/// Asserts that valid claims are found among any other parameters, of which one may be malformed, and header lines.
fn check_is_found(text: &str, others: &HeaderMap) {
    let mut texts = text.splitn(3, '\n');
    let mut next = || texts.next().unwrap_or_default();
    let (before, after, value) = (quoted(next()), quoted(next()), next());
    let claims = json!({ "access_token": value }).to_string();
    let engine = [&STANDARD, &STANDARD_NO_PAD, &URL_SAFE, &URL_SAFE_NO_PAD][value.len() % 4];
    let other = [
        "",
        "Negotiate, ",
        "Basic realm=\"claims=\", ",
        "Bearer error=x, ",
    ][after.len() % 4];
    let malformed = [
        "",
        "authorization_uri=https://login.example/authorize?a=b, ",
        "error_description=Token expired, please sign in, ",
        "x:y \"z\" =, ",
    ][before.len() % 4];
    let line = format!(
        "{other}Bearer realm={before}, {malformed}claims=\"{}\", error_description={after}",
        engine.encode(&claims)
    );
    let Ok(line) = HeaderValue::from_bytes(line.as_bytes()) else {
        return;
    };
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::UNAUTHORIZED;
    response.headers_mut().append(WWW_AUTHENTICATE, line);
    // Later lines are ignored.
    for other in others.get_all(WWW_AUTHENTICATE) {
        response
            .headers_mut()
            .append(WWW_AUTHENTICATE, other.clone());
    }
    assert_eq!(refused(&response).claims().as_deref(), Some(&*claims));
}

/// Returns a quoted string of HTTP (RFC 9110, section 5.6.4).
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for character in text
        .chars()
        .filter(|character| !character.is_ascii_control())
    {
        if ['"', '\\'].contains(&character) {
            quoted.push('\\');
        }
        quoted.push(character);
    }
    quoted + "\""
}
