use std::collections::BTreeMap;
use std::fmt;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION};
use http::{Method, Request, Response, StatusCode};
use serde_json::{Value, json};

use crate::http::response::{empty, json as json_response, set_header};
use crate::odata::path;

/// A call of an action or a function that the emulator has received: see [`EmulatorBuilder::answer`](crate::EmulatorBuilder::answer).
#[derive(Debug)]
pub struct ReceivedCall<'a> {
    request: &'a Request<Bytes>,
    in_path: BTreeMap<String, String>,
    arguments: BTreeMap<String, String>,
}

impl ReceivedCall<'_> {
    /// Returns the value of a parameter of the path, decoded: `user_id` of `/users/{user_id}/sendMail`.
    pub fn in_path(&self, parameter: &str) -> Option<&str> {
        self.in_path.get(parameter).map(String::as_str)
    }

    /// Returns the argument of a function with this name: a text without its quotes, an alias as its JSON, any other literal as it is.
    pub fn argument(&self, name: &str) -> Option<&str> {
        self.arguments.get(name).map(String::as_str)
    }

    /// Returns the body as JSON, which has the parameters of an action. It is `null` if there is no JSON.
    pub fn json(&self) -> Value {
        serde_json::from_slice(self.request.body()).unwrap_or_default()
    }

    /// Returns the request as it was received.
    pub const fn request(&self) -> &Request<Bytes> {
        self.request
    }
}

/// The answer to a call of an action or a function: see [`EmulatorBuilder::answer`](crate::EmulatorBuilder::answer).
///
/// ```
/// use graph_resource_emulator::CallAnswer;
/// use serde_json::json;
///
/// let of_an_action = CallAnswer::no_content();
/// let of_a_function = CallAnswer::json(json!({ "value": 5 }));
/// let of_a_long_operation = CallAnswer::accepted("https://graph.microsoft.com/v1.0/operations/1");
/// let of_a_report = CallAnswer::content("text/csv", "Report Refresh Date\n2026-11-27\n");
/// let refused = CallAnswer::error(403, "accessDenied", "The mailbox is not licensed.");
/// ```
#[derive(Debug, Clone)]
#[must_use = "an answer has no effect until a call is answered with it"]
pub struct CallAnswer(Response<Bytes>);

impl CallAnswer {
    /// `204` without a body.
    pub fn no_content() -> Self {
        Self(empty(StatusCode::NO_CONTENT))
    }

    /// `200` with a JSON body: an object, in whose `value` a primitive value or a collection is.
    pub fn json(body: impl Into<Value>) -> Self {
        Self(json_response(StatusCode::OK, &body.into()))
    }

    /// `202` without a body, with the URL of the operation in `Location`.
    pub fn accepted(location: &str) -> Self {
        let mut response = empty(StatusCode::ACCEPTED);
        set_header(&mut response, LOCATION, location);
        Self(response)
    }

    /// `200` with a body of another content type.
    pub fn content(content_type: &str, body: impl Into<Bytes>) -> Self {
        let mut response = empty(StatusCode::OK);
        set_header(&mut response, CONTENT_TYPE, content_type);
        *response.body_mut() = body.into();
        Self(response)
    }

    /// An error with this status. A status that is none of HTTP is `500`.
    pub fn error(status: u16, code: &str, message: &str) -> Self {
        let status = StatusCode::try_from(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = json!({ "error": { "code": code, "message": message } });
        Self(json_response(status, &body))
    }

    /// Any answer.
    pub const fn response(response: Response<Bytes>) -> Self {
        Self(response)
    }
}

type Handler = Box<dyn Fn(&ReceivedCall<'_>) -> CallAnswer + Send + Sync>;

/// The actions and functions of an emulator.
#[derive(Default)]
pub(crate) struct Calls(Vec<(Method, String, Handler)>);

impl Calls {
    pub(crate) fn add(&mut self, method: Method, template: String, handler: Handler) {
        self.0.push((method, template, handler));
    }

    /// Answers a request if it calls one of them.
    pub(crate) fn answer(&self, request: &Request<Bytes>) -> Option<Response<Bytes>> {
        if self.0.is_empty() {
            return None;
        }
        let segments = path::decode(request.uri().path())?;
        let segments = segments.iter().map(String::as_str);
        // The first one is the version.
        let segments: Vec<&str> = segments
            .filter(|segment| !segment.is_empty())
            .skip(1)
            .collect();
        let calls = self
            .0
            .iter()
            .filter(|(method, ..)| method == request.method());
        let mut calls = calls.filter_map(|(_, template, handler)| {
            let (in_path, arguments) = matched(template, &segments)?;
            let arguments = arguments
                .into_iter()
                .map(|(name, literal)| (name, value_of(&literal, request)));
            let call = ReceivedCall {
                request,
                in_path,
                arguments: arguments.collect(),
            };
            Some(handler(&call).0)
        });
        calls.next()
    }
}

impl fmt::Debug for Calls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let calls = self
            .0
            .iter()
            .map(|(method, template, _)| (method, template));
        f.debug_list().entries(calls).finish()
    }
}

/// The values of parameters by their names.
type Values = BTreeMap<String, String>;

/// Returns the values of the parameters in the path, and the literals of the arguments after it, if the path has the form of the template.
fn matched(template: &str, segments: &[&str]) -> Option<(Values, Values)> {
    let mut values = Values::new();
    let mut arguments = Values::new();
    let names: Vec<&str> = template
        .split('/')
        .filter(|name| !name.is_empty())
        .collect();
    if names.len() != segments.len() {
        return None;
    }
    for (index, (name, segment)) in names.iter().zip(segments).enumerate() {
        let parameter = name
            .strip_prefix('{')
            .and_then(|name| name.strip_suffix('}'));
        if let Some(parameter) = parameter {
            values.insert(parameter.to_owned(), (*segment).to_owned());
            continue;
        }
        let is_last = index + 1 == names.len();
        let (segment, list) = match segment.split_once('(') {
            Some((segment, list)) if is_last && !name.contains('(') => {
                (segment, list.strip_suffix(')')?)
            }
            _ => (*segment, ""),
        };
        if !segment.eq_ignore_ascii_case(name) {
            return None;
        }
        arguments.extend(split_arguments(list));
    }
    Some((values, arguments))
}

/// Splits `a='x,y',b=1` at the commas that are not in quotes.
fn split_arguments(list: &str) -> Vec<(String, String)> {
    let mut is_quoted = false;
    let arguments = list.split(|c| {
        is_quoted ^= c == '\'';
        c == ',' && !is_quoted
    });
    arguments
        .filter_map(|argument| argument.split_once('='))
        .map(|(name, literal)| (name.trim().to_owned(), literal.trim().to_owned()))
        .collect()
}

/// Returns the text of a literal, or the value of an alias in the query.
fn value_of(literal: &str, request: &Request<Bytes>) -> String {
    if literal.starts_with('@') {
        let query = request.uri().query().unwrap_or_default();
        let mut options = form_urlencoded::parse(query.as_bytes());
        let option = options.find(|(name, _)| name == literal);
        return option
            .map(|(_, value)| value.into_owned())
            .unwrap_or_default();
    }
    let text = literal
        .strip_prefix('\'')
        .and_then(|text| text.strip_suffix('\''));
    text.map_or_else(|| literal.to_owned(), |text| text.replace("''", "'"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_are_split_at_commas_outside_of_quotes() {
        let arguments = split_arguments("a='x,''y',b=1,c=@c");
        let expected = [("a", "'x,''y'"), ("b", "1"), ("c", "@c")];
        assert_eq!(
            arguments,
            expected.map(|(name, text)| (name.to_owned(), text.to_owned()))
        );
    }

    #[test]
    fn a_path_of_another_form_is_no_call() {
        let template = "/users/{id}/find";
        assert!(matched(template, &["users", "ada", "find"]).is_some());
        assert!(matched(template, &["users", "ada", "Find(a=1)"]).is_some());
        assert!(matched(template, &["users", "ada", "findAll"]).is_none());
        assert!(matched(template, &["users", "ada", "find(a=1"]).is_none());
        assert!(matched(template, &["users", "find"]).is_none());
    }
}
