//! Asserts that a link outside the origin of the client is refused, and that the error does not contain its query.

#![no_main]

use bytes::Bytes;
use graph_resource::{Cloud, Delete, Endpoint, Error, ErrorKind, Get, List, Page};
use graph_resource_fuzz::answer::{client, poll_once};
use graph_resource_fuzz::errors::assert_one_line;
use graph_resource_fuzz::thing::Base;
use http::header::LOCATION;
use http::{HeaderValue, Response, StatusCode};
use libfuzzer_sys::fuzz_target;
use serde_json::json;
use url::Url;

/// The text in the query of every link.
const SECRET: &str = "skiptoken-skiptoken";

/// The first line is a link, the rest the context URL of the page that contains it.
fuzz_target!(|text: &str| {
    let (link, context) = text.split_once('\n').unwrap_or((text, ""));
    let link = &format!("{link}?{SECRET}");
    let page = page(context, link);
    for endpoint in [
        Endpoint::new(Cloud::Global),
        Endpoint::parse("http://[::1]:8080/a/b").expect("a valid URL"),
    ] {
        let next = |list: List<Base>| list.next(&page).expect("the page has a link");
        let outcomes = [
            List::<Base>::at(link).to_http_request(&endpoint),
            Get::<Base>::at(link).to_http_request(&endpoint),
            Delete::<Base>::at(link).to_http_request(&endpoint),
            next(Base::list("1")).to_http_request(&endpoint),
            next(next(Base::list("1"))).to_http_request(&endpoint),
            next(List::<Base>::at(link)).to_http_request(&endpoint),
            List::<Base>::at(link)
                .with_query("$top", "1")
                .to_http_request(&endpoint),
        ];
        for outcome in outcomes {
            check(
                outcome.map(|request| request.uri().to_string()),
                &endpoint,
                text,
            );
        }
        if let Some(expected) = unchanged(link, &endpoint) {
            let request = List::<Base>::at(link).to_http_request(&endpoint);
            assert_eq!(
                request
                    .expect("the link is at the origin")
                    .uri()
                    .to_string(),
                expected
            );
        }
    }
    follow(link, text);
});

/// Reads a page with these links.
fn page(context: &str, link: &str) -> Page<Base> {
    let json = json!({ "@odata.context": context, "value": [], "@odata.nextLink": link });
    let page: Page<Base> = serde_json::from_value(json).expect("the page can be read");
    // A link that says where it leads is kept.
    if context.is_empty() || link.starts_with("https:") || link.starts_with("//") {
        assert_eq!(page.next_link.as_deref(), Some(link));
    }
    page
}

fn check(outcome: Result<String, Error>, endpoint: &Endpoint, text: &str) {
    match outcome {
        Ok(uri) => {
            // By the rules of browsers, which parse URLs differently from the crate `http`.
            let url = Url::parse(&uri).expect("browsers accept the URL");
            let home = Url::parse(&endpoint.to_string()).expect("an endpoint is a URL");
            assert_eq!(url.origin(), home.origin(), "{uri}");
            assert_eq!((url.username(), url.password()), ("", None), "{uri}");
        }
        Err(error) => check_refusal(&error, text),
    }
}

fn check_refusal(error: &Error, text: &str) {
    assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{error}");
    assert_one_line(error);
    let lines = format!("{error} {error:?} {error:#?}");
    assert!(text.contains(SECRET) || !lines.contains(SECRET), "{lines}");
}

/// Returns the link if it is at the origin and contains only characters of a URL.
fn unchanged<'a>(link: &'a str, endpoint: &Endpoint) -> Option<&'a str> {
    let base = endpoint.to_string();
    let origin = &base[..base.find(endpoint.authority())? + endpoint.authority().len()];
    let rest = link.strip_prefix(origin)?;
    let is_valid = |character: char| {
        character.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/?%".contains(character)
    };
    (rest.starts_with('/') && rest.chars().all(is_valid)).then_some(link)
}

/// Asserts that redirects follow the same rules. The transport of `client` panics for another origin.
fn follow(link: &str, text: &str) {
    let Ok(location) = HeaderValue::from_bytes(link.as_bytes()) else {
        return;
    };
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
    response.headers_mut().insert(LOCATION, location);
    let error = poll_once(Base::delete("1", "2").send(&client(&response)))
        .expect_err("the redirect is endless or refused");
    assert_eq!(error.kind(), ErrorKind::Service);
    assert_eq!(error.status(), Some(StatusCode::PERMANENT_REDIRECT));
    assert_one_line(&error);
    let lines = format!("{error} {error:?}");
    assert!(text.contains(SECRET) || !lines.contains(SECRET), "{lines}");
}
