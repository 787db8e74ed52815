//! Tests that links of answers are sent as they are, and that `Location` is understood as Graph writes it.

use graph_resource::{ApiVersion, Client, Error, ErrorKind, Get, List, graph_resource};
use http::HeaderValue;

use crate::common::answer;
use crate::server::Server;

#[graph_resource(path = "/teams")]
#[derive(Debug)]
pub(crate) struct Team {
    #[graph(key)]
    pub(crate) id: String,
}

/// Sends a request for the link, and returns the request target that the server received.
async fn sent_to(path: &str) -> Result<String, Error> {
    let server = Server::answering(answer(200, r#"{"value":[]}"#)).await;
    let client = server.client().build().unwrap();
    let request = List::<Team>::at(server.url() + path);
    client.send(&request).await?;
    Ok(server.received()[0].uri().to_string())
}

#[tokio::test]
async fn a_link_is_sent_byte_for_byte() {
    for path in [
        "/v1.0/teams('1')/channels(name='a''b')?$skiptoken=X%2e%27(b)|{c}[d]^~",
        "/v1.0/teams/%2Ee%2f%7C|%7b?$skiptoken=%2e%2E/../.&&=a+b%20c\\",
        "/beta/teams//a/?",
        "/v1.0/teams/...a.b?a=b?c=d",
    ] {
        assert_eq!(sent_to(path).await.unwrap(), path);
    }
}

/// The parser of `reqwest` encodes these, which does not change their meaning.
#[tokio::test]
async fn quotes_in_a_query_and_braces_in_a_path_keep_their_meaning() {
    let path = "/v1.0/teams/{a}?$filter=startswith(displayName,'b')&x=%27";
    let sent = if cfg!(feature = "reqwest") {
        "/v1.0/teams/%7Ba%7D?$filter=startswith(displayName,%27b%27)&x=%27"
    } else {
        path
    };
    assert_eq!(sent_to(path).await.unwrap(), sent);
}

#[tokio::test]
async fn a_link_that_the_http_client_would_change_is_not_sent_elsewhere() {
    for path in [
        "/v1.0/teams/../users",
        "/v1.0/teams/%2e%2E/users",
        "/v1.0/./teams",
        "/v1.0/teams/.",
        "/v1.0/a\\b",
    ] {
        let sent = sent_to(path).await;
        if cfg!(feature = "reqwest") {
            let error = sent.unwrap_err();
            assert_eq!(error.kind(), ErrorKind::Transport);
            assert!(error.message().starts_with("nothing was sent"), "{error}");
        } else {
            assert_eq!(sent.unwrap(), path);
        }
    }
}

/// Starts a server that redirects the first request to `location`, and returns the target of the second.
async fn redirected_to(location: &'static str, client: impl Fn(&Server) -> Client) -> String {
    let server = Server::start(move |number| async move {
        let mut response = answer(if number == 1 { 302 } else { 200 }, r#"{"id":"1"}"#);
        let location = HeaderValue::from_static(location);
        response.headers_mut().insert("location", location);
        response
    })
    .await;
    let request = Get::<Team>::at("/teams('1')/operations('2')");
    client(&server).send(&request).await.unwrap();
    let received = server.received();
    assert_eq!(received.len(), 2, "{location}");
    let first = received[0].uri().path();
    assert!(first.ends_with("/teams('1')/operations('2')"), "{first}");
    received[1].uri().to_string()
}

#[tokio::test]
async fn a_location_without_a_version_is_below_the_version() {
    for (location, target) in [
        (
            "/teams('1')/operations('2')",
            "/v1.0/teams('1')/operations('2')",
        ),
        ("/v1.0/teams('1')", "/v1.0/teams('1')"),
        ("/beta/teams('1')", "/beta/teams('1')"),
        ("operations('3')", "/v1.0/teams('1')/operations('3')"),
    ] {
        let client = |server: &Server| server.client().build().unwrap();
        assert_eq!(redirected_to(location, client).await, target);
    }
    let beta = |server: &Server| {
        server
            .client()
            .api_version(ApiVersion::Beta)
            .build()
            .unwrap()
    };
    assert_eq!(redirected_to("/teams('1')", beta).await, "/beta/teams('1')");
    let without_version = |server: &Server| {
        let url = format!("{}/odata", server.url());
        let client = Client::builder()
            .base_url(url)
            .api_version(ApiVersion::None);
        client.build().unwrap()
    };
    for location in ["/odata/teams('1')", "/teams('1')"] {
        assert_eq!(redirected_to(location, without_version).await, location);
    }
    let below_a_path = |server: &Server| {
        let url = format!("{}/graph", server.url());
        Client::builder().base_url(url).build().unwrap()
    };
    assert_eq!(
        redirected_to("/teams('1')", below_a_path).await,
        "/graph/v1.0/teams('1')"
    );
}

/// Returns the target of the request for the page after one with this context URL and next link.
async fn next_page(context: &str, link: &str) -> Result<String, Error> {
    let page = format!(r#"{{"value":[],"@odata.nextLink":"{link}","@odata.context":"{context}"}}"#);
    let server = Server::answering(answer(200, page)).await;
    let client = server.client().build().unwrap();
    let list = Team::list();
    let mut page = client.send(&list).await.unwrap();
    let link = page.next_link.take().unwrap();
    page.next_link = Some(link.replace("https://own.example", &server.url()));
    client.send(&list.next(&page).unwrap()).await?;
    Ok(server.received()[1].uri().to_string())
}

/// The links are those of an OData service without a version in its URL.
#[tokio::test]
async fn a_service_without_a_version_is_read_page_by_page() {
    for (context, link) in [
        ("$metadata#teams", "teams?$skiptoken=1000"),
        ("$metadata#teams", "/odata/v4/catalog/teams?$skiptoken=1000"),
    ] {
        let body =
            format!(r#"{{"@odata.context":"{context}","value":[],"@odata.nextLink":"{link}"}}"#);
        let server = Server::answering(answer(200, body)).await;
        let client = Client::builder()
            .base_url(format!("{}/odata/v4/catalog", server.url()))
            .api_version(ApiVersion::None)
            .build()
            .unwrap();
        let list = Team::list();
        let page = client.send(&list).await.unwrap();
        client.send(&list.next(&page).unwrap()).await.unwrap();
        let received = server.received();
        assert_eq!(received[0].uri().path(), "/odata/v4/catalog/teams");
        let second = "/odata/v4/catalog/teams?$skiptoken=1000";
        assert_eq!(received[1].uri(), second, "{link}");
    }
}

#[tokio::test]
async fn a_relative_next_link_is_relative_to_the_context_url() {
    for (context, link, target) in [
        (
            "https://own.example/beta/$metadata#teams",
            "groups/1/teams?$skiptoken=%2e(b)",
            "/beta/groups/1/teams?$skiptoken=%2e(b)",
        ),
        (
            "https://own.example/v1.0/$metadata#teams",
            "/teams?$skiptoken=1",
            "/v1.0/teams?$skiptoken=1",
        ),
        ("../v1.0/$metadata#teams", "teams?a=b", "/v1.0/teams?a=b"),
        ("$metadata#teams", "teams?a=b", "/v1.0/teams?a=b"),
        (
            "https://own.example/beta/$metadata#teams",
            "?$skiptoken=1",
            "/v1.0/teams?$skiptoken=1",
        ),
    ] {
        assert_eq!(
            next_page(context, link).await.unwrap(),
            target,
            "{context} {link}"
        );
    }
}

#[tokio::test]
async fn a_foreign_context_url_is_refused_like_a_foreign_link() {
    for link in ["teams?a=b", "/v1.0/teams"] {
        let context = "https://evil.example/v1.0/$metadata#teams";
        let error = next_page(context, link).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(
            error.message().contains("`https://evil.example`"),
            "{error}"
        );
    }
}

#[tokio::test]
async fn a_next_link_that_repeats_ends_with_an_error() {
    for cycle in [1, 2, 5] {
        let server = Server::start(move |number| async move {
            let page = number % cycle;
            let body =
                format!(r#"{{"value":[],"@odata.nextLink":"/v1.0/teams?$skiptoken={page}"}}"#);
            answer(200, body)
        })
        .await;
        let client = server.client().build().unwrap();
        let mut list = Team::list();
        let error = loop {
            match client.send(&list).await {
                Ok(page) => list = list.next(&page).unwrap(),
                Err(error) => break error,
            }
        };
        assert_eq!(error.kind(), ErrorKind::InvalidRequest);
        assert!(
            error
                .message()
                .starts_with("the link to the next page leads to a page that was read already"),
            "{error}"
        );
        assert!(server.received().len() <= 4 * cycle);
    }
}

#[tokio::test]
async fn the_link_of_the_page_itself_is_an_error_at_once() {
    let link = "/v1.0/teams?$skiptoken=1";
    let body = format!(r#"{{"value":[],"@odata.nextLink":"{link}"}}"#);
    let server = Server::answering(answer(200, body)).await;
    let client = server.client().build().unwrap();
    let list = List::<Team>::at(link);
    let page = client.send(&list).await.unwrap();
    let error = client.send(&list.next(&page).unwrap()).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::InvalidRequest);
    assert_eq!(server.received().len(), 1);
}
