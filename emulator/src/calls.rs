use std::collections::BTreeMap;
use std::fmt;

use bytes::Bytes;
use http::header::{CONTENT_TYPE, LOCATION};
use http::{Method, Request, Response, StatusCode};
use serde_json::{Value, json};

use crate::http::response::{empty, json as json_response, set_header};
use crate::odata::literal::Literal;
use crate::odata::path;
use crate::odata::separated::split_outside;

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

    /// `302`, with the URL where the content is.
    pub fn redirect(location: &str) -> Self {
        let mut response = empty(StatusCode::FOUND);
        set_header(&mut response, LOCATION, location);
        Self(response)
    }

    /// Any answer.
    pub const fn response(response: Response<Bytes>) -> Self {
        Self(response)
    }

    pub(crate) fn into_response(self) -> Response<Bytes> {
        self.0
    }
}

/// A function that answers a call.
pub(crate) type Handler = Box<dyn Fn(&ReceivedCall<'_>) -> CallAnswer + Send + Sync>;

/// The actions and functions of an emulator.
pub(crate) struct Calls {
    answered: Vec<Answered>,
    /// The number of segments before the path of a call: the version, or nothing at another host.
    segments_before: usize,
}

impl Default for Calls {
    fn default() -> Self {
        Self {
            answered: Vec::new(),
            segments_before: 1,
        }
    }
}

/// An action or a function that is answered.
struct Answered {
    method: Method,
    template: Template,
    handler: Handler,
}

/// The path of a call, after the version.
#[derive(Debug)]
pub(crate) struct Template(Vec<Part>);

/// A segment of a template.
#[derive(Debug)]
enum Part {
    Name(String),
    Parameter {
        name: String,
        /// What stands in the segment after the value, such as the `:` after an item in a path of a drive.
        after: String,
    },
}

impl Calls {
    /// Creates the calls of a host without versions.
    pub(crate) const fn at_root() -> Self {
        Self {
            answered: Vec::new(),
            segments_before: 0,
        }
    }

    pub(crate) fn add(&mut self, method: Method, template: &str, handler: Handler) {
        let template = Template::parse(template);
        self.answered.push(Answered {
            method,
            template,
            handler,
        });
    }

    /// Answers a request if it calls one of them.
    pub(crate) fn answer(&self, request: &Request<Bytes>) -> Option<Response<Bytes>> {
        if self.answered.is_empty() {
            return None;
        }
        let segments = path::decode(request.uri().path())?;
        let segments = segments.iter().map(String::as_str);
        let segments: Vec<&str> = segments
            .filter(|segment| !segment.is_empty())
            .skip(self.segments_before)
            .collect();
        let calls = self.answered.iter();
        let mut calls = calls.filter(|call| call.method == request.method());
        calls.find_map(|call| {
            let (in_path, literals) = call.template.fill(&segments)?;
            let arguments = literals
                .into_iter()
                .map(|(name, literal)| (name, value_of(&literal, request)));
            let received = ReceivedCall {
                request,
                in_path,
                arguments: arguments.collect(),
            };
            Some((call.handler)(&received).0)
        })
    }
}

impl fmt::Debug for Calls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let calls = self
            .answered
            .iter()
            .map(|call| (&call.method, &call.template));
        f.debug_list().entries(calls).finish()
    }
}

/// The values of parameters by their names.
pub(crate) type Values = BTreeMap<String, String>;

impl Template {
    pub(crate) fn parse(template: &str) -> Self {
        let segments = template.split('/').filter(|segment| !segment.is_empty());
        let parts = segments.map(|segment| {
            let parameter = segment.strip_prefix('{').and_then(|it| it.split_once('}'));
            match parameter {
                Some((name, after)) => Part::Parameter {
                    name: name.to_owned(),
                    after: after.to_owned(),
                },
                None => Part::Name(segment.to_owned()),
            }
        });
        Self(parts.collect())
    }

    /// Returns whether a path has this form.
    pub(crate) fn matches(&self, path: &str) -> bool {
        let Some(segments) = path::decode(path) else {
            return false;
        };
        let segments = segments.iter().map(String::as_str);
        let segments: Vec<&str> = segments.filter(|segment| !segment.is_empty()).collect();
        self.fill(&segments).is_some()
    }

    /// Returns the values of the parameters in the path, and the literals of the arguments after it, if the path has this form.
    pub(crate) fn fill(&self, segments: &[&str]) -> Option<(Values, Values)> {
        if self.0.len() != segments.len() {
            return None;
        }
        let mut values = Values::new();
        let mut arguments = Values::new();
        let end = self.0.len().saturating_sub(1);
        for (index, (part, segment)) in self.0.iter().zip(segments).enumerate() {
            match part {
                Part::Parameter { name, after } => {
                    let value = segment.strip_suffix(after.as_str())?;
                    values.insert(name.clone(), value.to_owned());
                }
                Part::Name(name) if name.eq_ignore_ascii_case(segment) => {}
                Part::Name(name) => {
                    let (called, list) = segment.split_once('(').filter(|_| index == end)?;
                    arguments = split_arguments(list.strip_suffix(')')?);
                    called.eq_ignore_ascii_case(name).then_some(())?;
                }
            }
        }
        Some((values, arguments))
    }
}

/// Splits `a='x,y',b=1` into names and literals.
fn split_arguments(list: &str) -> Values {
    split_outside(list, ',')
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
    Literal::parse(literal).map_or_else(|| literal.to_owned(), Literal::into_text)
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
            Values::from(expected.map(|(name, text)| (name.to_owned(), text.to_owned())))
        );
    }

    #[test]
    fn a_path_of_another_form_is_no_call() {
        let template = Template::parse("/users/{id}/find");
        let matched = |segments: &[&str]| template.fill(segments);
        assert!(matched(&["users", "ada", "find"]).is_some());
        assert!(matched(&["users", "ada", "Find(a=1)"]).is_some());
        assert!(matched(&["users", "ada", "findAll"]).is_none());
        assert!(matched(&["users", "ada", "find(a=1"]).is_none());
        assert!(matched(&["users", "find"]).is_none());
        let template = Template::parse("/items/{id}:/{name}:/find");
        let (values, _) = template
            .fill(&["items", "root:", "a:b:", "find"])
            .unwrap_or_default();
        assert_eq!(values["name"], "a:b");
        assert!(template.fill(&["items", "root", "a:", "find"]).is_none());
    }
}
