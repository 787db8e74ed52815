//! Calls of actions and functions.

use bytes::Bytes;
use http::Method;
use serde_json::{Map, Value};

use super::parts::RequestParts;
use crate::edm::TypeInfo;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::model::{self, WriteProperties};
use crate::query;

/// A parameter of a call, which can be copied and compared. Generated code calls these functions, and none that demands the trait: about a
/// type without them, the compiler then says the same twice, and reports it once.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not both `Clone` and `PartialEq`",
    label = "a request copies and compares its parameters",
    note = "add `#[derive(Clone, PartialEq)]` to the type"
)]
pub trait Parameter: Sized {
    /// Copies the parameter.
    fn copy(&self) -> Self;

    /// Returns whether another parameter is equal.
    fn equals(&self, other: &Self) -> bool;
}

#[diagnostic::do_not_recommend]
impl<T: Clone + PartialEq> Parameter for T {
    fn copy(&self) -> Self {
        self.clone()
    }

    fn equals(&self, other: &Self) -> bool {
        self == other
    }
}

/// Builds the request of an action: a `POST` with the parameters as its body, which an action without parameters does not have ("OData
/// Protocol", Invoking an Action). Called by generated code.
pub fn call_action(
    parts: &RequestParts,
    parameters: &dyn WriteProperties,
    info: &'static TypeInfo,
    endpoint: &Endpoint,
) -> Result<http::Request<Bytes>, Error> {
    let body = (!info.properties().is_empty()).then(|| {
        let written = model::body(parameters, info, Some(endpoint), None);
        written.map(|(body, has_parameters)| if has_parameters { body } else { b"{}".to_vec() })
    });
    parts.to_http_request(Method::POST, endpoint, body)
}

/// Builds the request of an action whose body is not JSON. Called by generated code.
pub fn call_with_content(
    parts: &RequestParts,
    content_type: &'static str,
    content: &[u8],
    endpoint: &Endpoint,
) -> Result<http::Request<Bytes>, Error> {
    let mut parts = parts.clone();
    parts.push_header("content-type".into(), content_type.into());
    parts.to_http_request(Method::POST, endpoint, Some(Ok(content.to_vec())))
}

/// Builds the request of a function: a `GET` with the parameters in its path ("OData Protocol", Invoking a Function). Called by generated code.
pub fn call_function(
    parts: &RequestParts,
    parameters: &dyn WriteProperties,
    info: &'static TypeInfo,
    endpoint: &Endpoint,
) -> Result<http::Request<Bytes>, Error> {
    let mut parts = parts.clone();
    if let Err(problem) = add_arguments(&mut parts, parameters, info, endpoint) {
        parts.set_problem(problem);
    }
    parts.to_http_request(Method::GET, endpoint, None)
}

/// Adds the parameters to the path, in the order of their declaration. An object or a collection is an alias in the path, and its JSON is in the
/// query ("OData URL Conventions", Parameter Aliases).
fn add_arguments(
    parts: &mut RequestParts,
    parameters: &dyn WriteProperties,
    info: &'static TypeInfo,
    endpoint: &Endpoint,
) -> Result<(), String> {
    if info.properties().is_empty() {
        return Ok(());
    }
    let written = model::body(parameters, info, Some(endpoint), None);
    let (json, _) = written.map_err(|error| error.to_string())?;
    let mut given: Map<String, Value> =
        serde_json::from_slice(&json).map_err(|error| error.to_string())?;
    let mut arguments = Vec::new();
    for property in info.properties() {
        let name = property.name();
        let Some(value) = given.remove(name) else {
            continue;
        };
        let json = value.to_string();
        if matches!(value, Value::Object(_) | Value::Array(_)) {
            let alias = format!("@{name}");
            parts.push_query(&alias, &json);
            arguments.push((name, alias));
        } else {
            let literal = query::literal_of_json(json.as_bytes(), property.edm_type());
            let literal = literal.map_err(|problem| format!("`{name}`: {problem}"))?;
            arguments.push((name, literal));
        }
    }
    parts.push_arguments(&arguments);
    Ok(())
}
