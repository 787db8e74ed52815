//! Clouds, versions and base URLs.

use graph_resource::{ApiVersion, Cloud, Endpoint, ErrorKind};

use crate::support::TodoList;

fn uri(endpoint: &Endpoint) -> String {
    TodoList::list("adele")
        .without_select()
        .to_http_request(endpoint)
        .unwrap()
        .uri()
        .to_string()
}

#[test]
fn each_cloud_has_its_host() {
    for (cloud, host) in [
        (Cloud::Global, "graph.microsoft.com"),
        (Cloud::UsGovernment, "graph.microsoft.us"),
        (Cloud::UsGovernmentDod, "dod-graph.microsoft.us"),
        (Cloud::China, "microsoftgraph.chinacloudapi.cn"),
    ] {
        assert_eq!(
            uri(&cloud.into()),
            format!("https://{host}/v1.0/users/adele/todo/lists")
        );
    }
    assert_eq!(Cloud::default(), Cloud::Global);
}

#[test]
fn the_endpoint_has_a_version_for_resources_without_one() {
    let beta = Endpoint::new(Cloud::Global).with_version(ApiVersion::Beta);
    assert_eq!(
        uri(&beta),
        "https://graph.microsoft.com/beta/users/adele/todo/lists"
    );
    assert_eq!(
        (beta.version(), ApiVersion::default()),
        (ApiVersion::Beta, ApiVersion::V1)
    );
}

#[test]
fn a_base_url_may_have_a_port_and_a_path() {
    for (base, expected) in [
        (
            "https://graph.microsoft.com",
            "https://graph.microsoft.com/v1.0",
        ),
        (
            "https://graph.microsoft.com/",
            "https://graph.microsoft.com/v1.0",
        ),
        (
            "https://proxy.example/graph",
            "https://proxy.example/graph/v1.0",
        ),
        (
            "https://proxy.example:8443/a/b//",
            "https://proxy.example:8443/a/b/v1.0",
        ),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1.0"),
        ("http://127.8.9.1", "http://127.8.9.1/v1.0"),
        ("http://localhost/graph", "http://localhost/graph/v1.0"),
        ("http://[::1]:8080", "http://[::1]:8080/v1.0"),
    ] {
        let endpoint = Endpoint::parse(base).unwrap();
        assert_eq!(endpoint.to_string(), expected);
        assert_eq!(uri(&endpoint), format!("{expected}/users/adele/todo/lists"));
    }
}

#[test]
fn a_base_url_that_is_none_is_refused_with_what_is_wrong() {
    for (base, why) in [
        ("", "is not a URL"),
        ("not a url", "is not a URL"),
        ("/relative", "is not absolute"),
        ("graph.microsoft.com", "is not absolute"),
        ("http://graph.microsoft.com", "is not `https`"),
        ("http://127.0.0.1.example.com", "is not `https`"),
        ("http://localhost.example.com", "is not `https`"),
        ("http://[::2]", "is not `https`"),
        ("ftp://localhost", "is not `https`"),
        ("https://graph.microsoft.com?a=b", "has a query"),
        ("https://graph.microsoft.com/v1.0", "ends in a version"),
        ("https://graph.microsoft.com/beta/", "ends in a version"),
    ] {
        let error = Endpoint::parse(base).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration);
        assert!(
            error
                .message()
                .starts_with(&format!("the base URL `{base}` {why}")),
            "{error}"
        );
    }
}

#[test]
fn credentials_in_a_base_url_are_refused_and_not_repeated() {
    for base in [
        "https://user:hunter2@graph.microsoft.com",
        "http://hunter2@localhost",
    ] {
        let error = Endpoint::parse(base).unwrap_err();
        assert_eq!(
            error.message(),
            "the base URL contains credentials: give the client a token instead"
        );
        assert!(!format!("{error:?}").contains("hunter2"));
    }
}
