//! Asserts that any text as a key, as a parameter, or as an alternate key in quotes is encoded as one segment of the path, or the request is
//! refused; and that any text in a query is one value.

#![no_main]

use std::borrow::Cow;

use bytes::Bytes;
use graph_resource::{ApiVersion, Cloud, Endpoint, Error, ErrorKind, graph_resource};
use libfuzzer_sys::fuzz_target;
use percent_encoding::percent_decode_str;
use url::Url;

#[graph_resource(path = "/users/{user_id}/lists", emit_type = "never")]
pub struct List {
    #[graph(key)]
    pub id: String,
    #[graph(create_only, alternate_key)]
    pub unique_name: Option<String>,
    pub name: Option<String>,
    #[graph(navigation, bind)]
    pub owner: Option<Box<Application>>,
}

#[graph_resource(path = "/applications(appId='{app_id}')/{part}", version = "beta")]
pub struct Application {
    pub name: Option<String>,
}

/// A segment of the path.
enum Segment<'a> {
    Literal(&'a str),
    Text(&'a str),
    /// The prefix up to the quote, and the text in quotes.
    InQuotes(&'a str, &'a str),
}

use Segment::{InQuotes, Literal, Text};

fuzz_target!(|texts: (&str, &str)| {
    let (one, other) = texts;
    for endpoint in [
        Endpoint::new(Cloud::China),
        Endpoint::parse("http://127.0.0.1:8080/graph").expect("a valid URL"),
        Endpoint::new(Cloud::Global).with_version(ApiVersion::Beta),
    ] {
        let collection = [Literal("users"), Text(one), Literal("lists")];
        let item = [Literal("users"), Text(one), Literal("lists"), Text(other)];
        let list = List::list(one).with_query("$filter", other);
        check(
            &list.to_http_request(&endpoint),
            &endpoint,
            None,
            &collection,
            Some(other),
        );
        let create = List::create(one).name(other);
        check(
            &create.to_http_request(&endpoint),
            &endpoint,
            None,
            &collection,
            None,
        );
        let get = List::get(one, other.to_owned()).with_query("$filter", one);
        check(
            &get.to_http_request(&endpoint),
            &endpoint,
            None,
            &item,
            Some(one),
        );
        let update = List::update(one, Cow::Borrowed(other)).clear_name();
        check(
            &update.to_http_request(&endpoint),
            &endpoint,
            None,
            &item,
            None,
        );
        check(
            &List::delete(one, other).to_http_request(&endpoint),
            &endpoint,
            None,
            &item,
            None,
        );
        let named = [
            Literal("users"),
            Text(one),
            InQuotes("lists(uniqueName='", other),
        ];
        let get = List::get_by_unique_name(one, other);
        check(
            &get.to_http_request(&endpoint),
            &endpoint,
            None,
            &named,
            None,
        );
        let upsert = List::upsert_by_unique_name(one, other).name(one);
        check(
            &upsert.to_http_request(&endpoint),
            &endpoint,
            None,
            &named,
            None,
        );
        let quoted = [InQuotes("applications(appId='", one), Text(other)];
        let get = Application::get(one, other);
        check(
            &get.to_http_request(&endpoint),
            &endpoint,
            Some("beta"),
            &quoted,
            None,
        );
        let bound = List::update("1", "2").owner(get).to_http_request(&endpoint);
        check_reference(bound, &endpoint, &quoted);
    }
});

/// Checks a request against the expected segments of its path.
fn check(
    request: &Result<http::Request<Bytes>, Error>,
    endpoint: &Endpoint,
    version: Option<&str>,
    segments: &[Segment<'_>],
    query: Option<&str>,
) {
    match request {
        Ok(request) => {
            check_url(
                &request.uri().to_string(),
                endpoint,
                version,
                segments,
                query,
            );
            assert!(
                request.body().is_empty()
                    || serde_json::from_slice::<serde_json::Value>(request.body()).is_ok()
            );
        }
        Err(error) => check_refusal(error, segments),
    }
}

fn check_url(
    text: &str,
    endpoint: &Endpoint,
    version: Option<&str>,
    segments: &[Segment<'_>],
    query: Option<&str>,
) {
    let base = endpoint.to_string();
    let base = match version {
        Some(version) => format!(
            "{}/{version}",
            base.rsplit_once('/')
                .expect("an endpoint ends in a version")
                .0
        ),
        None => base,
    };
    let url = Url::parse(text).expect("browsers accept the URL");
    let base = Url::parse(&base).expect("an endpoint is a URL");
    assert_eq!(url.as_str(), text, "a browser would change the URL");
    assert_eq!(url.origin(), base.origin());
    assert_eq!(
        (url.username(), url.password(), url.fragment()),
        ("", None, None)
    );
    let path = url
        .path()
        .strip_prefix(base.path())
        .expect("the path follows the version");
    let found: Vec<_> = path.split('/').skip(1).collect();
    assert_eq!(found.len(), segments.len(), "{path}");
    for (found, expected) in found.into_iter().zip(segments) {
        let found = percent_decode_str(found)
            .decode_utf8()
            .expect("the segment is UTF-8");
        match expected {
            Literal(text) | Text(text) => assert_eq!(found, *text),
            InQuotes(name, text) => assert_eq!(unquoted(name, &found), *text),
        }
    }
    let options: Vec<_> = url.query_pairs().collect();
    match query {
        Some(text) => assert_eq!(options, [(Cow::Borrowed("$filter"), Cow::Borrowed(text))]),
        None => assert_eq!(url.query(), None),
    }
}

/// Returns the text of a string literal of OData, in which quotes are doubled.
fn unquoted(name: &str, segment: &str) -> String {
    let literal = segment
        .strip_prefix(name)
        .and_then(|rest| rest.strip_suffix("')"));
    let literal = literal.expect("the segment is a key in quotes");
    assert!(!literal.replace("''", "").contains('\''), "{literal}");
    literal.replace("''", "'")
}

/// Asserts that a request is refused only if it would address another resource.
fn check_refusal(error: &Error, segments: &[Segment<'_>]) {
    assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{error}");
    let is_invalid = |segment: &Segment<'_>| match segment {
        Text(text) | InQuotes(_, text) => ["", ".", ".."].contains(text),
        Literal(_) => false,
    };
    let is_long = |segment: &Segment<'_>| match segment {
        Text(text) | InQuotes(_, text) | Literal(text) => text.len() > 5_000,
    };
    assert!(
        segments
            .iter()
            .any(|segment| is_invalid(segment) || is_long(segment)),
        "{error}"
    );
}

/// Asserts that a reference to another resource is its URL at the same service.
fn check_reference(
    request: Result<http::Request<Bytes>, Error>,
    endpoint: &Endpoint,
    segments: &[Segment<'_>],
) {
    match request {
        Ok(request) => {
            let body: serde_json::Value =
                serde_json::from_slice(request.body()).expect("the body is JSON");
            let url = body["owner@odata.bind"]
                .as_str()
                .expect("the reference is a string");
            check_url(url, endpoint, Some("beta"), segments, None);
        }
        Err(error) => check_refusal(&error, segments),
    }
}
