use bytes::Bytes;
use http::header::CONTENT_TYPE;

use super::graph::GraphError;
use super::kind::ErrorKind;
use super::line::StatusLine;
use super::repr::Error;
use crate::encoding::is_blank;

impl Error {
    /// Creates the error that an answer other than 2xx reports.
    pub(crate) fn service(response: http::Response<Bytes>) -> Self {
        let graph = GraphError::parse(response.body());
        let message = match (&graph.message, &graph.code) {
            (Some(_), _) => String::new(),
            (None, Some(_)) => "the service gave a code, but no message".to_owned(),
            (None, None) => describe(&response),
        };
        Self::new(ErrorKind::Service, message).with_graph_error(response, graph)
    }
}

impl Error {
    /// Creates the error that an operation has failed, with what its state says.
    #[cfg(feature = "retry")]
    #[cold]
    pub(crate) fn of_operation(message: &'static str, response: http::Response<Bytes>) -> Self {
        let graph = GraphError::parse(response.body());
        Self::new(ErrorKind::OperationFailed, message).with_graph_error(response, graph)
    }

    /// Creates the error that an answer of 2xx reports in its body, if that is an error object.
    #[cold]
    pub(crate) fn under_success(response: &http::Response<Bytes>) -> Option<Self> {
        let graph = GraphError::parse_error_object(response.body())?;
        let message = "the service answered an error with a status of success";
        let error = Self::new(ErrorKind::UnexpectedAnswer, message);
        Some(error.with_graph_error(response.clone(), graph))
    }
}

/// Describes an answer without an error object.
fn describe(response: &http::Response<Bytes>) -> String {
    let status = StatusLine(response.status());
    let content = response
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let body = match content {
        _ if is_blank(response.body()) => "without a body".to_owned(),
        Some(content) => format!("with {content}"),
        None => "with a body of unknown type".to_owned(),
    };
    let reason = if response.status().is_redirection() {
        ", which is not a redirect that this request can follow"
    } else {
        ""
    };
    format!("the service answered {status} {body}{reason}")
}
