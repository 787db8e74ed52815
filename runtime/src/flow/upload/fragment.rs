//! The requests of a session.

use bytes::Bytes;
use http::header::{ACCEPT, CONTENT_RANGE, CONTENT_TYPE};
use http::{HeaderValue, Method, Response};

use super::session::UploadSession;
use crate::client::Client;
use crate::endpoint::Endpoint;
use crate::error::{Error, ErrorKind};
use crate::request::{ExchangeKind, Request, Retry};

/// What stands for the path in errors and logs: the URL is a secret.
const TEMPLATE: &str = "/{upload_session}";

const JSON: HeaderValue = HeaderValue::from_static("application/json");
const BINARY: HeaderValue = HeaderValue::from_static("application/octet-stream");

/// The request that sends a fragment. It is sent once: after a failure, the service says what it expects.
pub(super) struct Fragment<'a> {
    pub(super) session: &'a UploadSession,
    pub(super) bytes: Bytes,
    pub(super) start: u64,
    pub(super) total: u64,
}

/// The request for the state of a session.
pub(super) struct State<'a>(pub(super) &'a UploadSession);

/// The request that deletes a session.
pub(super) struct Cancel<'a>(pub(super) &'a UploadSession);

impl UploadSession {
    /// Asks for the state of the session.
    ///
    /// # Errors
    ///
    /// Those of the request: `404` if the session has ended.
    pub fn state(&self, client: &Client) -> impl Future<Output = Result<Self, Error>> + use<> {
        let (client, session) = (client.clone(), self.clone());
        async move {
            let mut state = client.execute(&State(&session)).await?.into_parts().0;
            state.url = session.url;
            Ok(state)
        }
    }

    /// Deletes the session, and all that was sent.
    ///
    /// # Errors
    ///
    /// Those of the request: `404` if the session has ended.
    pub fn cancel(self, client: &Client) -> impl Future<Output = Result<(), Error>> + use<> {
        let client = client.clone();
        async move {
            client.execute(&Cancel(&self)).await?;
            Ok(())
        }
    }
}

fn without_token(
    method: Method,
    session: &UploadSession,
    body: Bytes,
) -> Result<http::Request<Bytes>, Error> {
    let mut request = http::Request::new(body);
    *request.uri_mut() = session
        .uri()
        .map_err(|error| error.with_request(&method, TEMPLATE))?;
    *request.method_mut() = method;
    request.headers_mut().insert(ACCEPT, JSON);
    request.extensions_mut().insert(ExchangeKind::WithoutToken);
    Ok(request)
}

impl Request for Fragment<'_> {
    type Answer = Response<Bytes>;

    fn to_http_request(&self, _: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        let mut request = without_token(Method::PUT, self.session, self.bytes.clone())?;
        let last = self.start + (self.bytes.len() as u64).saturating_sub(1);
        let range = format!("bytes {}-{last}/{}", self.start, self.total);
        let range = HeaderValue::try_from(range).map_err(|error| {
            let message = "the range of a fragment cannot be written";
            Error::new(ErrorKind::InvalidRequest, message).with_source(error)
        })?;
        request.headers_mut().insert(CONTENT_RANGE, range);
        request.headers_mut().insert(CONTENT_TYPE, BINARY);
        request.extensions_mut().insert(Retry::never());
        Ok(request)
    }

    fn path_template(&self) -> &'static str {
        TEMPLATE
    }

    fn read_answer(response: &Response<Bytes>) -> Result<Self::Answer, Error> {
        Ok(response.clone())
    }
}

impl Request for State<'_> {
    type Answer = UploadSession;

    fn to_http_request(&self, _: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        without_token(Method::GET, self.0, Bytes::new())
    }

    fn path_template(&self) -> &'static str {
        TEMPLATE
    }

    fn read_answer(response: &Response<Bytes>) -> Result<Self::Answer, Error> {
        UploadSession::read_state(response)
    }
}

impl Request for Cancel<'_> {
    type Answer = ();

    fn to_http_request(&self, _: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        without_token(Method::DELETE, self.0, Bytes::new())
    }

    fn path_template(&self) -> &'static str {
        TEMPLATE
    }

    fn read_answer(_: &Response<Bytes>) -> Result<Self::Answer, Error> {
        Ok(())
    }
}
