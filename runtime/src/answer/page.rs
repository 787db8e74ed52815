use std::borrow::Cow;

use bytes::Bytes;
use serde_core::de;
use serde_core::{Deserialize, Deserializer};
use serde_json::Value as Json;

use super::body::read_to;
use crate::edm::sink::{NullableSink, PushSink, read_elements};
use crate::edm::{Edm, EdmType, PropertyValue};
use crate::endpoint::context;
use crate::error::Error;
use crate::json::{Input, Members, Sink, ValueError, path, read_into};
use crate::odata::names;

/// One page of a collection.
///
/// ```
/// use graph_resource::Page;
///
/// let json = r#"{ "value": ["a", "b"], "@odata.count": 7, "@odata.nextLink": "https://graph.microsoft.com/v1.0/…" }"#;
/// let page: Page<String> = serde_json::from_str(json)?;
/// assert_eq!(page.value, ["a", "b"]);
/// assert_eq!(page.count, Some(7));
/// assert!(page.next_link.is_some()); // there is another page: see `List::next`
/// for item in page {
///     println!("{item}");
/// }
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page<T> {
    /// The items of this page. A page can be empty and still have a `next_link`.
    pub value: Vec<T>,
    /// `@odata.nextLink`: the URL of the next page. Opaque. A relative one is completed by the context URL of the answer, if it has one.
    pub next_link: Option<String>,
    /// `@odata.deltaLink`: the URL that later returns the changes since this answer. Opaque.
    pub delta_link: Option<String>,
    /// `@odata.count`: the number of items of the whole collection, if the request asked for it.
    pub count: Option<i64>,
}

impl<'de, T: PropertyValue> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut page = Self::new(Vec::new());
        read_into(deserializer, &mut page)?;
        Ok(page)
    }
}

impl<T> Page<T> {
    /// Iterates over the items of the page.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.value.iter()
    }

    /// Creates a page that is the only one of its collection. Tests of an application may need it.
    pub const fn new(value: Vec<T>) -> Self {
        Self {
            value,
            next_link: None,
            delta_link: None,
            count: None,
        }
    }
}

/// Iterates over the items of the page alone: see [`List::next`](crate::List::next) for the page after it.
impl<T> IntoIterator for Page<T> {
    type Item = T;
    type IntoIter = std::vec::IntoIter<T>;

    fn into_iter(self) -> Self::IntoIter {
        self.value.into_iter()
    }
}

impl<'a, T> IntoIterator for &'a Page<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: PropertyValue> Page<T> {
    /// Reads an answer. Public for measurements with items that are not resources.
    #[doc(hidden)]
    pub fn read_answer(response: &http::Response<Bytes>) -> Result<Self, Error> {
        read_page(response)
    }
}

impl<'de, T: PropertyValue> Sink<'de> for Page<T> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        let Self {
            value,
            next_link,
            delta_link,
            count,
        } = self;
        value.clear();
        read(input, &mut PushSink(value), [next_link, delta_link], count)
    }
}

/// Reads the body of an answer as a page.
pub(crate) fn read_page<T: PropertyValue>(
    response: &http::Response<Bytes>,
) -> Result<Page<T>, Error> {
    let mut page = Page::new(Vec::new());
    match read_to(response, &mut page, EdmType::Untyped) {
        Ok(()) => Ok(page),
        Err(error) => Err(error),
    }
}

/// Reads a page of any type, with each item into `items`.
fn read<'de>(
    input: Input<'_, 'de>,
    items: &mut dyn Sink<'de>,
    [next_link, delta_link]: [&mut Option<String>; 2],
    count: &mut Option<i64>,
) -> Result<(), ValueError> {
    let Input::Object(members) = input else {
        return Err(input.unexpected("a page: an object with the collection in `value`"));
    };
    let mut has_items = false;
    let mut context = Cow::Borrowed("");
    while let Some(name) = members.next_name()? {
        match &*name {
            "value" => {
                has_items = true;
                members
                    .value(&mut Items(&mut *items))
                    .map_err(|error| path::in_property("value", error))?;
            }
            names::CONTEXT => members.value(&mut TextSink(&mut context))?,
            names::NEXT_LINK => members.value(&mut NullableSink(next_link, Edm))?,
            names::DELTA_LINK => members.value(&mut NullableSink(delta_link, Edm))?,
            names::COUNT => members.value(&mut NullableSink(count, Edm))?,
            "error" => refuse_error(members)?,
            _ => members.skip()?,
        }
    }
    context::complete(&context, next_link);
    context::complete(&context, delta_link);
    if has_items {
        Ok(())
    } else {
        Err(de::Error::missing_field("value"))
    }
}

/// The sink of a text that is only looked at, and therefore not copied. Any other scalar is ignored.
struct TextSink<'a, 'de>(&'a mut Cow<'de, str>);

impl<'de> Sink<'de> for TextSink<'_, 'de> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        match input {
            Input::Borrowed(text) => *self.0 = Cow::Borrowed(text),
            Input::Text(text) => *self.0 = Cow::Owned(text.to_owned()),
            Input::Object(..) | Input::Collection(..) => return Err(input.unexpected("a URL")),
            _ => {}
        }
        Ok(())
    }
}

/// Fails at an error object beside the items: the page is not complete.
#[cold]
fn refuse_error(members: &mut dyn Members<'_>) -> Result<(), ValueError> {
    let mut error = None;
    members.value(&mut NullableSink(&mut error, Edm))?;
    match error {
        Some(Json::Object(_)) => Err(path::in_property(
            "error",
            de::Error::custom("the service failed while it answered the page"),
        )),
        _ => Ok(()),
    }
}

/// The sink of the items of a page.
struct Items<'a, 'de>(&'a mut dyn Sink<'de>);

impl<'de> Sink<'de> for Items<'_, 'de> {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        read_elements(input, self.0)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use std::collections::BTreeMap;
    use std::error::Error as _;

    use super::*;
    use crate::answer::testing::answer;

    #[test]
    fn an_error_in_json_names_the_path() {
        let body = r#"{"value":[{"a":1},{"a":"x"}]}"#;
        let answer = answer(200, "application/json", body);
        let error = read_page::<BTreeMap<String, u8>>(&answer).unwrap_err();
        let message = "the JSON of the answer cannot be read at `value[1].a`";
        assert_eq!(error.message(), message);
        let source = error.source().unwrap().to_string();
        assert!(
            source.starts_with("invalid value: string \"x\""),
            "{source}"
        );
    }
}
