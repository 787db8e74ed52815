use std::error::Error as _;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use graph_resource::{
    AccessToken, Body, BoxFuture, Client, ErrorKind, Response, Sending, TokenError, TokenProvider,
    TokenRequest, Transport, TransportError, Updated,
};

use crate::common::{Probe, answer};

/// A transport that counts its requests.
#[derive(Default)]
struct Counter(AtomicUsize);

impl Transport for Counter {
    fn send(
        &self,
        _: http::Request<Body>,
    ) -> BoxFuture<'static, Result<http::Response<Body>, TransportError>> {
        self.0.fetch_add(1, Ordering::Relaxed);
        Box::pin(std::future::ready(Ok(answer(204, "").map(Body::from))))
    }
}

#[test]
fn the_future_of_a_request_is_send_and_unpin() {
    fn is_send_and_unpin<T: Send + Unpin + 'static>() {}
    is_send_and_unpin::<Sending<()>>();
    is_send_and_unpin::<Sending<Response<Updated<String>>>>();
}

#[tokio::test]
async fn a_closure_is_a_transport_and_the_token_is_marked_as_sensitive() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let log = Arc::clone(&seen);
    let transport = move |request: http::Request<Body>| {
        log.lock().unwrap().push(request);
        async { Ok(answer(204, "").map(Body::from)) }
    };
    let client = Client::builder()
        .token("hunter2")
        .transport(transport)
        .build()
        .unwrap();
    assert_eq!(
        client.send(&Probe::patch()).await.unwrap(),
        Updated::NoContent
    );

    let [request] = <[_; 1]>::try_from(std::mem::take(&mut *seen.lock().unwrap())).unwrap();
    assert_eq!(
        request.uri(),
        "https://graph.microsoft.com/v1.0/probes/4711"
    );
    let authorization = &request.headers()["authorization"];
    assert_eq!(authorization, "Bearer hunter2");
    assert!(authorization.is_sensitive());
    assert!(!format!("{request:?}").contains("hunter2"));
}

#[tokio::test]
async fn a_transport_can_be_shared_between_clients() {
    let counter = Arc::new(Counter::default());
    let object: Arc<dyn Transport> = counter.clone();
    for client in [
        Client::builder()
            .token("a")
            .transport(Arc::clone(&counter))
            .build(),
        Client::builder().token("b").transport(object).build(),
    ] {
        client.unwrap().send(&Probe::get()).await.unwrap();
    }
    assert_eq!(counter.0.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn nothing_is_sent_before_the_future_is_polled() {
    let counter = Arc::new(Counter::default());
    let client = Client::builder()
        .token("a")
        .transport(counter.clone())
        .build()
        .unwrap();
    let sending = client.send(&Probe::get());
    assert_eq!(counter.0.load(Ordering::Relaxed), 0);
    assert_eq!(format!("{sending:?}"), "Sending(GET /probes/{id})");
    sending.await.unwrap();
    assert_eq!(counter.0.load(Ordering::Relaxed), 1);
}

#[tokio::test]
async fn without_a_valid_token_nothing_is_sent() {
    async fn offline(_: TokenRequest) -> Result<AccessToken, TokenError> {
        Err("the identity service is offline".into())
    }
    let counter = Arc::new(Counter::default());
    let builder = || Client::builder().transport(counter.clone());
    for (builder, message) in [
        (
            builder(),
            "the client has no token: set a `token` or a `token_provider` when it is built",
        ),
        (builder().token(""), "the token is empty"),
        (
            builder().token_provider(offline),
            "the token provider returned an error",
        ),
    ] {
        let client = builder.build().unwrap();
        let error = client.send(&Probe::get()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Credential);
        assert_eq!(error.to_string(), format!("{message} [GET /probes/{{id}}]"));
        if let Some(source) = error.source() {
            assert_eq!(source.to_string(), "the identity service is offline");
        }
    }
    assert_eq!(counter.0.load(Ordering::Relaxed), 0);
}

#[tokio::test]
async fn a_provider_can_be_a_type_and_can_be_shared() {
    struct Fixed;

    impl TokenProvider for Fixed {
        fn token(&self, _: TokenRequest) -> BoxFuture<'_, Result<AccessToken, TokenError>> {
            Box::pin(async { Ok("fixed".into()) })
        }
    }

    let provider: Arc<dyn TokenProvider> = Arc::new(Fixed);
    let client = Client::builder()
        .token_provider(provider)
        .transport(Counter::default())
        .build()
        .unwrap();
    client.send(&Probe::get()).await.unwrap();
}
