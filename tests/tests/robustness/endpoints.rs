//! Base URLs, ids, headers and query options.

use graph_resource::Endpoint;

use crate::damage::variants;
use crate::resource::Thing;

#[test]
fn any_text_is_a_base_url_or_an_error_that_says_why() {
    for sample in [
        "https://graph.microsoft.com/a/",
        "http://[::1]:8080/b?c#d",
        "http://user:secret@localhost",
    ] {
        for base in variants(sample) {
            let base = String::from_utf8_lossy(&base);
            match Endpoint::parse(&base) {
                Ok(endpoint) => {
                    assert!(endpoint.to_string().ends_with("/v1.0"));
                    let uri = Thing::get("1")
                        .to_http_request(&endpoint)
                        .map(|request| request.uri().path().to_owned());
                    assert!(
                        uri.is_ok_and(|path| path.ends_with("/v1.0/me/things/1")),
                        "{base:?}"
                    );
                }
                Err(error) => assert!(error.message().starts_with("the base URL"), "{error}"),
            }
        }
    }
}

#[test]
fn any_id_is_one_segment_or_an_error_that_names_the_key() {
    let endpoint = Endpoint::new(graph_resource::Cloud::Global);
    for id in variants("../a%2f?b#c'\\\u{1f980}") {
        let id = String::from_utf8_lossy(&id);
        match Thing::get(&*id).to_http_request(&endpoint) {
            Ok(request) => {
                let path = request.uri().path();
                assert_eq!(path.matches('/').count(), 4, "{path}");
                assert!(request.uri().query().unwrap().starts_with("$select=id,"));
                assert_eq!(request.uri().host(), Some("graph.microsoft.com"));
            }
            Err(error) => assert!(error.message().starts_with("`id` is "), "{error}"),
        }
    }
}

#[test]
fn any_header_is_sent_as_it_is_or_is_an_error_that_does_not_repeat_its_value() {
    let endpoint = Endpoint::new(graph_resource::Cloud::Global);
    for text in variants("x-header\r\nHost: \u{e9}") {
        let text = String::from_utf8_lossy(&text).into_owned();
        let list = Thing::list()
            .with_header("x-value", text.clone())
            .with_query(&text, &text);
        match list.to_http_request(&endpoint) {
            Ok(request) => assert_eq!(request.headers()["x-value"].as_bytes(), text.as_bytes()),
            Err(error) => assert_eq!(
                error.message(),
                "the value of the header `x-value` has characters that cannot be sent"
            ),
        }
        let _ = Thing::list()
            .with_header(text, "1")
            .to_http_request(&endpoint);
    }
}
