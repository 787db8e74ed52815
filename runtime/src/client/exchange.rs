use bytes::Bytes;
use http::Uri;
use http::header::{AUTHORIZATION, USER_AGENT};

use super::Inner;
use super::auth::Authorization;
use crate::{Error, ErrorKind, transport};

impl Inner {
    pub(super) async fn exchange(
        &self,
        mut request: http::Request<Bytes>,
    ) -> Result<http::Response<Bytes>, Error> {
        stays_at(&self.home, request.uri())?;
        request
            .headers_mut()
            .entry(USER_AGENT)
            .or_insert_with(|| self.user_agent.clone());
        let mut authorization = self.credential.authorize(&self.endpoint).await?;
        let again = self.credential.can_answer().then(|| request.clone());
        loop {
            let response = self.attempt(request, authorization.as_ref()).await?;
            if response.status().is_success() {
                return Ok(response);
            }
            let used = authorization.as_ref();
            let answer = self.credential.answer(&self.endpoint, used, &response);
            let (Some(other), Some(next)) = (answer.await?, &again) else {
                return Err(Error::service(response));
            };
            authorization = Some(other);
            request = next.clone();
        }
    }

    async fn attempt(
        &self,
        mut request: http::Request<Bytes>,
        authorization: Option<&Authorization>,
    ) -> Result<http::Response<Bytes>, Error> {
        if let Some(authorization) = authorization {
            let header = authorization.header().clone();
            request.headers_mut().insert(AUTHORIZATION, header);
        }
        self.transport
            .send(request)
            .await
            .map_err(transport::unanswered)
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
