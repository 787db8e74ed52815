use graph_resource::{Cloud, Endpoint, Request};

/// The body of `request`.
pub(crate) fn body(request: &impl Request) -> String {
    let request = request
        .to_http_request(&Endpoint::new(Cloud::Global))
        .unwrap();
    String::from_utf8(request.into_body().to_vec()).unwrap()
}
