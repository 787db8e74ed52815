use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde_core::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, IgnoredAny, MapAccess, SeqAccess,
    Visitor,
};
use serde_json::value::RawValue;

use crate::encoding::{declares_json, decode, without_bom};
use crate::error::{Error, ErrorKind};
use crate::json::MemberName;

/// An answer to one request of a batch.
pub(super) struct Part {
    /// The id of the request.
    pub(super) id: usize,
    pub(super) response: http::Response<Bytes>,
}

/// Reads the answer to a batch.
///
/// If its JSON ends too early, the answers before that are returned: what they say is true all the same.
pub(super) fn read(response: &http::Response<Bytes>) -> Result<Vec<Part>, Error> {
    let whole = response.body();
    let mut parts = Parts {
        whole,
        found: Vec::new(),
        has_list: false,
    };
    let read = match std::str::from_utf8(without_bom(whole)) {
        Ok(text) => {
            let mut json = serde_json::Deserializer::from_str(text);
            Members(&mut parts).deserialize(&mut json)
        }
        Err(error) => Err(serde_json::Error::custom(error)),
    };
    let Parts {
        found, has_list, ..
    } = parts;
    match read {
        _ if !found.is_empty() => Ok(found),
        Ok(()) if has_list => Ok(found),
        Ok(()) => Err(Error::under_success(response).unwrap_or_else(|| {
            let message = "the answer to the batch has no `responses`";
            Error::new(ErrorKind::UnexpectedAnswer, message)
        })),
        Err(error) => {
            let message = "the answer to the batch is not JSON";
            Err(Error::new(ErrorKind::UnexpectedAnswer, message).with_source(error))
        }
    }
}

/// The answers that have been read so far.
struct Parts<'a> {
    whole: &'a Bytes,
    found: Vec<Part>,
    has_list: bool,
}

/// Reads the members of the whole.
struct Members<'p, 'a>(&'p mut Parts<'a>);

impl<'de> DeserializeSeed<'de> for Members<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Members<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer to a batch")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(MemberName(name)) = members.next_key()? {
            if name.eq_ignore_ascii_case("responses") {
                self.0.has_list = true;
                members.next_value_seed(Responses(self.0))?;
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}

/// Reads the list of answers.
struct Responses<'p, 'a>(&'p mut Parts<'a>);

impl<'de> DeserializeSeed<'de> for Responses<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Responses<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the list of answers")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut answers: A) -> Result<(), A::Error> {
        while let Some(part) = answers.next_element_seed(Answer(self.0.whole))? {
            self.0.found.extend(part);
        }
        Ok(())
    }
}

/// Reads one answer, if it says to which request it belongs.
struct Answer<'a>(&'a Bytes);

impl<'de> DeserializeSeed<'de> for Answer<'_> {
    type Value = Option<Part>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Answer<'_> {
    type Value = Option<Part>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an answer to a request")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let (mut id, mut status, mut headers, mut body) = (None, None, None, None);
        while let Some(MemberName(name)) = members.next_key()? {
            match () {
                () if name.eq_ignore_ascii_case("id") => {
                    id = Some(members.next_value::<&RawValue>()?);
                }
                () if name.eq_ignore_ascii_case("status") => {
                    status = Some(members.next_value::<&RawValue>()?);
                }
                () if name.eq_ignore_ascii_case("headers") => {
                    headers = members.next_value_seed(Headers)?;
                }
                () if name.eq_ignore_ascii_case("body") => {
                    body = Some(members.next_value::<&RawValue>()?);
                }
                () => drop(members.next_value::<IgnoredAny>()?),
            }
        }
        let (Some(id), Some(status)) = (id.and_then(number), status.and_then(number)) else {
            return Ok(None);
        };
        let status = u16::try_from(status).ok().map(StatusCode::from_u16);
        let Some(Ok(status)) = status else {
            return Ok(None);
        };
        let headers = headers.unwrap_or_default();
        let body = body_of(body, &headers, self.0);
        let mut response = http::Response::new(body);
        *response.status_mut() = status;
        *response.headers_mut() = headers;
        Ok(Some(Part { id, response }))
    }
}

/// Returns a number, which some services write as text.
fn number(json: &RawValue) -> Option<usize> {
    json.get().trim_matches('"').parse().ok()
}

/// Returns the body of an answer: the JSON as it is, or the bytes that are written in base64.
fn body_of(json: Option<&RawValue>, headers: &HeaderMap, whole: &Bytes) -> Bytes {
    let json = match json.map(RawValue::get) {
        None | Some("null") => return Bytes::new(),
        Some(json) => json,
    };
    if declares_json(headers) != Some(false) {
        return whole.slice_ref(json.as_bytes());
    }
    match serde_json::from_str::<String>(json) {
        // A text that is not in base64 is the body itself.
        Ok(text) => decode(&text).unwrap_or(text.into_bytes()).into(),
        Err(_) => whole.slice_ref(json.as_bytes()),
    }
}

/// Reads the headers of an answer, of which those are left out that no header can be.
struct Headers;

impl<'de> DeserializeSeed<'de> for Headers {
    type Value = Option<HeaderMap>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_option(self)
    }
}

impl<'de> Visitor<'de> for Headers {
    type Value = Option<HeaderMap>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("headers")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut headers = HeaderMap::new();
        while let Some(MemberName(name)) = members.next_key()? {
            let Text(value) = members.next_value()?;
            let name = HeaderName::try_from(name.as_ref());
            let value = value.and_then(|value| HeaderValue::try_from(&*value).ok());
            if let (Ok(name), Some(value)) = (name, value)
                && headers.len() < MAX_HEADERS
            {
                headers.append(name, value);
            }
        }
        Ok(Some(headers))
    }
}

/// The most headers of an answer that are kept.
const MAX_HEADERS: usize = 1000;

/// The value of a header: a text, or what else some services write. `None` is no value.
struct Text<'de>(Option<Cow<'de, str>>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the value of a header")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Text(Some(Cow::Borrowed(text))))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Text(Some(Cow::Owned(text.to_owned()))))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Text(Some(value.to_string().into())))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Self::Value, E> {
        Ok(Text(Some(number.to_string().into())))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Self::Value, E> {
        Ok(Text(Some(number.to_string().into())))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Self::Value, E> {
        Ok(Text(Some(number.to_string().into())))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(Text(None))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Self::Value, A::Error> {
        let mut list: Option<String> = None;
        while let Some(MemberName(value)) = values.next_element()? {
            match &mut list {
                Some(list) => {
                    list.push_str(", ");
                    list.push_str(&value);
                }
                None => list = Some(value.into_owned()),
            }
        }
        Ok(Text(list.map(Cow::Owned)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Text(None))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    fn parts(json: &str) -> Result<Vec<(usize, u16, String)>, Error> {
        let response = http::Response::new(Bytes::copy_from_slice(json.as_bytes()));
        let parts = read(&response)?.into_iter().map(|part| {
            let body = String::from_utf8(part.response.body().to_vec()).unwrap();
            (part.id, part.response.status().as_u16(), body)
        });
        Ok(parts.collect())
    }

    fn one(json: &str) -> (usize, u16, String) {
        let json = format!(r#"{{"responses":[{json}]}}"#);
        parts(&json).unwrap().pop().unwrap()
    }

    #[test]
    fn a_body_is_the_json_as_it_is() {
        for body in [
            r#"{"id": 9007199254740993, "a":[1.0]}"#,
            "[ ]",
            "7",
            r#""text""#,
        ] {
            let read = one(&format!(r#"{{"id":"1","status":200,"body": {body} }}"#));
            assert_eq!(read, (1, 200, body.to_owned()));
        }
    }

    #[test]
    fn a_body_can_be_missing_or_null() {
        for json in [
            r#"{"id":"2","status":204}"#,
            r#"{"body":null,"status":204,"id":"2"}"#,
        ] {
            assert_eq!(one(json), (2, 204, String::new()));
        }
    }

    #[test]
    fn a_body_that_is_not_json_is_in_base64() {
        for (content, body, expected) in [
            ("text/html", "PGgxPg==", "<h1>"),
            ("text/html", "PGgxPg", "<h1>"),
            ("image/jpeg", "not base64!", "not base64!"),
            ("application/json", "PGgxPg==", r#""PGgxPg==""#),
        ] {
            let read = one(&format!(
                r#"{{"id":"1","status":502,"headers":{{"content-TYPE":"{content}"}},"body":"{body}"}}"#
            ));
            assert_eq!(read.2, expected, "{content}");
        }
    }

    #[test]
    fn names_have_any_case_and_numbers_can_be_text() {
        let read = parts(r#"{"Responses":[{"ID":7,"STATUS":"404","Body":{}}]}"#).unwrap();
        assert_eq!(read, [(7, 404, "{}".to_owned())]);
    }

    #[test]
    fn headers_can_be_texts_numbers_and_lists() {
        let json = r#"{"responses":[{"id":"1","status":429,"headers":{"RETRY-after":3,"A":["b","c"],"d":null,"e f":"g"}}]}"#;
        let response = http::Response::new(Bytes::from_static(json.as_bytes()));
        let parts = read(&response).unwrap();
        let headers = parts[0].response.headers();
        assert_eq!(headers["retry-after"], "3");
        assert_eq!(headers["a"], "b, c");
        assert_eq!(headers.len(), 2);
    }

    #[test]
    fn an_answer_without_an_id_or_a_status_is_none() {
        let json = r#"{"responses":[{"status":200},{"id":"1"},{"id":"2","status":99},{"id":"-1","status":200}]}"#;
        assert_eq!(parts(json).unwrap(), []);
    }

    #[test]
    fn answers_before_the_end_of_what_was_cut_off_are_read() {
        let json = r#"{"responses":[{"id":"1","status":204},{"id":"2","sta"#;
        assert_eq!(parts(json).unwrap(), [(1, 204, String::new())]);
    }

    #[test]
    fn what_is_no_answer_to_a_batch_is_an_error() {
        for (json, message) in [
            ("<html>", "the answer to the batch is not JSON"),
            ("", "the answer to the batch is not JSON"),
            ("{}", "the answer to the batch has no `responses`"),
            (r#"{"error":{"code":"c","message":"m"}}"#, "m"),
        ] {
            assert_eq!(parts(json).unwrap_err().message(), message, "{json}");
        }
    }
}
