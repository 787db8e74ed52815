//! Directory extensions, whose names contain the id of the application that registered them ("Add custom data to resources by using
//! extensions"). Items are stored with the names that the structs declare.

use bytes::Bytes;
use graph_resource::{Endpoint, Property, ResourceInfo};
use http::uri::PathAndQuery;
use http::{Request, Response, Uri};
use serde_json::{Map, Value};

use crate::odata::names;

use super::error::GraphError;

const PREFIX: &str = "extension_";

/// The extensions of one application.
#[derive(Debug)]
pub(crate) struct Extensions {
    /// The first part of their names in requests and answers: `extension_25883231668a43a780b25685c3f874bc_`.
    prefix: String,
    /// Their names in the structs: `extension_uidNumber`.
    declared: Vec<&'static str>,
}

/// The direction in which names are translated.
#[derive(Clone, Copy)]
enum Direction {
    ToDeclared,
    FromDeclared,
}

impl Extensions {
    /// Returns the extensions that `resources` declare, or `None` if `graph` has no application.
    pub(crate) fn new<'r>(
        graph: &Endpoint,
        resources: impl Iterator<Item = &'r ResourceInfo>,
    ) -> Option<Self> {
        let prefix = graph.extension_name("")?;
        let declared = resources
            .flat_map(|resource| std::iter::once(resource).chain(resource.variants()))
            .flat_map(|resource| resource.type_info().all_properties())
            .filter(|property| property.is_extension())
            .map(Property::name)
            .collect();
        Some(Self { prefix, declared })
    }

    /// Returns an item with the names that the structs declare.
    pub(crate) fn stored(&self, item: Value) -> Value {
        self.translate(item, Direction::ToDeclared)
    }

    /// Returns an item with the names of requests and answers.
    pub(crate) fn shown(&self, item: Value) -> Value {
        self.translate(item, Direction::FromDeclared)
    }

    /// Returns a request with the names that the structs declare.
    pub(super) fn request(&self, request: &Request<Bytes>) -> Result<Request<Bytes>, GraphError> {
        let mut translated = request.clone();
        if let Some(query) = request.uri().query() {
            if let Some(name) = self.declared_in(query) {
                return Err(without_app(name));
            }
            let query = self.translate_text(query, Direction::ToDeclared);
            let path = format!("{}?{query}", request.uri().path());
            if let Ok(path) = PathAndQuery::try_from(path) {
                *translated.uri_mut() = Uri::from(path);
            }
        }
        if let Ok(body) = serde_json::from_slice::<Value>(request.body()) {
            if let Some(name) = self.declared_member(&body) {
                return Err(without_app(name));
            }
            *translated.body_mut() = bytes_of(&self.stored(body));
        }
        Ok(translated)
    }

    /// Returns a response with the names of requests and answers.
    pub(super) fn response(&self, response: Response<Bytes>) -> Response<Bytes> {
        response.map(|body| match serde_json::from_slice(&body) {
            Ok(value) => bytes_of(&self.shown(value)),
            Err(_) => body,
        })
    }

    fn translate(&self, value: Value, direction: Direction) -> Value {
        match value {
            Value::Object(members) => {
                let members = members.into_iter().map(|(name, value)| {
                    let value = match (name.as_str(), value) {
                        (names::NEXT_LINK | names::CONTEXT, Value::String(link)) => {
                            Value::String(self.translate_text(&link, direction))
                        }
                        (_, value) => self.translate(value, direction),
                    };
                    (self.translate_text(&name, direction), value)
                });
                Value::Object(members.collect::<Map<_, _>>())
            }
            Value::Array(elements) => {
                let elements = elements.into_iter();
                elements
                    .map(|element| self.translate(element, direction))
                    .collect()
            }
            other => other,
        }
    }

    /// Translates each name in a text. Other text stays as it is.
    fn translate_text(&self, text: &str, direction: Direction) -> String {
        let (from, to) = match direction {
            Direction::ToDeclared => (self.prefix.as_str(), PREFIX),
            Direction::FromDeclared => (PREFIX, self.prefix.as_str()),
        };
        let words = words(text).map(|word| {
            let local = word.strip_prefix(from)?;
            let is_declared = self
                .declared
                .iter()
                .any(|name| name[PREFIX.len()..] == *local);
            is_declared.then(|| format!("{to}{local}"))
        });
        let translated = words.zip(self::words(text));
        translated
            .map(|(name, word)| name.unwrap_or_else(|| word.to_owned()))
            .collect()
    }

    /// Returns a name in a text that only structs have.
    fn declared_in(&self, text: &str) -> Option<&'static str> {
        words(text).find_map(|word| self.declared.iter().find(|name| **name == word).copied())
    }

    /// Returns the name of a member that only structs have.
    fn declared_member(&self, body: &Value) -> Option<&'static str> {
        let Value::Object(members) = body else {
            return None;
        };
        members.keys().find_map(|name| self.declared_in(name))
    }
}

/// Splits a text into names and what is between them.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_name = is_part(rest.chars().next()?);
        let end = rest.find(|letter| is_part(letter) != is_name);
        let (word, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        Some(word)
    })
}

fn bytes_of(value: &Value) -> Bytes {
    Bytes::from(value.to_string())
}

fn without_app(name: &str) -> GraphError {
    GraphError::bad_request(format!(
        "Could not find a property named '{name}': the name of a directory extension contains the id of its application."
    ))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use graph_resource::{Cloud, Resource, graph_resource};
    use serde_json::json;

    use super::*;

    const APP: &str = "25883231-668a-43a7-80b2-5685c3f874bc";
    const UID: &str = "extension_25883231668a43a780b25685c3f874bc_uidNumber";

    #[graph_resource(path = "/users")]
    struct User {
        #[graph(key)]
        id: String,
        #[graph(extension)]
        uid_number: Option<i32>,
    }

    fn extensions() -> Extensions {
        let graph = Endpoint::new(Cloud::Global)
            .with_extension_app(APP)
            .unwrap();
        Extensions::new(&graph, std::iter::once(User::INFO)).unwrap()
    }

    #[test]
    fn without_an_application_there_are_none() {
        let graph = Endpoint::new(Cloud::Global);
        assert!(Extensions::new(&graph, std::iter::once(User::INFO)).is_none());
    }

    #[test]
    fn an_item_is_stored_with_declared_names_and_shown_with_those_of_the_application() {
        let other = "extension_35883231668a43a780b25685c3f874bc_uidNumber";
        let shown =
            json!({ "a": [{ UID: 1 }], format!("{UID}@odata.type"): "#Int32", other: 2, "t": UID });
        let stored = extensions().stored(shown.clone());
        let declared = json!({
            "a": [{ "extension_uidNumber": 1 }],
            "extension_uidNumber@odata.type": "#Int32",
            other: 2,
            "t": UID,
        });
        assert_eq!(stored, declared);
        assert_eq!(extensions().shown(stored), shown);
    }

    #[test]
    fn a_request_cannot_name_an_extension_without_its_application() {
        let wrong = [
            ("/users?$select=id,extension_uidNumber", "{}"),
            ("/users", r#"{"extension_uidNumber":1}"#),
        ];
        for (uri, body) in wrong {
            let request = Request::patch(uri).body(Bytes::from(body)).unwrap();
            let error = extensions().request(&request).unwrap_err();
            assert!(
                error.message.contains("'extension_uidNumber'"),
                "{}",
                error.message
            );
        }
        let request = Request::get(format!("/users?$select=id,{UID}")).body(Bytes::new());
        let request = extensions().request(&request.unwrap()).unwrap();
        assert_eq!(request.uri(), "/users?$select=id,extension_uidNumber");
    }
}
