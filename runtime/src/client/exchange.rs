use std::sync::atomic::{AtomicU32, Ordering};

use bytes::Bytes;
use http::header::{AUTHORIZATION, USER_AGENT};
use http::{HeaderValue, Uri};

use super::{Exchanged, Inner, Sent, guid};
use crate::request::CLIENT_REQUEST_ID;
use crate::{Error, ErrorKind, transport};

impl Inner {
    /// Sends a request, as often as it takes, and turns an answer other than 2xx into an error.
    pub(super) async fn exchange(
        &self,
        mut request: http::Request<Bytes>,
    ) -> Result<Exchanged, Error> {
        stays_at(&self.home, request.uri())?;
        let policy = request.extensions_mut().remove().unwrap_or(self.retry);
        let id = self.complete(&mut request);
        let attempts = AtomicU32::new(0);
        let attempt = || self.attempt(request.clone(), &attempts);
        let answer = self
            .retrier
            .run(&policy, &request, &attempts, attempt)
            .await;
        let attempts = attempts.into_inner();
        let sent = Sent { attempts, id };
        match answer {
            Ok(response) => Ok(Exchanged { response, sent }),
            Err(error) => Err(error.with_sent(sent)),
        }
    }

    /// Adds what is the same in all attempts. The user's own headers win.
    fn complete(&self, request: &mut http::Request<Bytes>) -> HeaderValue {
        let headers = request.headers_mut();
        headers
            .entry(USER_AGENT)
            .or_insert_with(|| self.user_agent.clone());
        headers
            .entry(CLIENT_REQUEST_ID)
            .or_insert_with(guid::random)
            .clone()
    }

    /// Puts the token in, and sends the request once.
    async fn attempt(
        &self,
        mut request: http::Request<Bytes>,
        attempts: &AtomicU32,
    ) -> Result<http::Response<Bytes>, Error> {
        if let Some(authorization) = self.credential.authorization(&self.endpoint).await? {
            request.headers_mut().insert(AUTHORIZATION, authorization);
        }
        attempts.fetch_add(1, Ordering::Relaxed);
        let response = self
            .transport
            .send(request)
            .await
            .map_err(transport::unanswered)?;
        if response.status().is_success() {
            Ok(response)
        } else {
            Err(Error::service(response))
        }
    }
}
/// A token goes to the origin of the endpoint and nowhere else, whoever made the request.
fn stays_at(home: &Uri, uri: &Uri) -> Result<(), Error> {
    if uri.scheme() == home.scheme() && uri.authority() == home.authority() {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::InvalidRequest,
        format!(
            "the request goes to another origin than the client, whose endpoint is `{home}`, and was not sent"
        ),
    ))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    fn goes(uri: &str) -> Result<(), Error> {
        let home = Uri::from_static("https://graph.microsoft.com/v1.0");
        stays_at(&home, &uri.parse().unwrap())
    }

    #[test]
    fn the_origin_of_the_endpoint_is_home_at_any_path() {
        assert!(goes("https://graph.microsoft.com/beta/me?$select=id").is_ok());
        assert!(goes("https://GRAPH.microsoft.com/").is_ok());
    }

    #[test]
    fn another_scheme_host_port_or_user_is_not_home() {
        for uri in [
            "http://graph.microsoft.com/v1.0/me",
            "https://graph.microsoft.us/v1.0/me",
            "https://graph.microsoft.com.example/v1.0/me",
            "https://graph.microsoft.com:8443/v1.0/me",
            "https://user@graph.microsoft.com/v1.0/me",
            "/v1.0/me",
        ] {
            let error = goes(uri).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::InvalidRequest, "{uri}");
        }
    }
}
