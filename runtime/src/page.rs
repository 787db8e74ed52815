use bytes::Bytes;
use serde_core::de;
use serde_core::{Deserialize, Deserializer};

use crate::edm::{Edm, End, PropertyValue, read_elements};
use crate::json::trail;
use crate::object::found::{Found, Place, Refusal, fill};
use crate::object::read::Nullable;
use crate::{Error, answer};

/// One page of a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page<T> {
    /// The items of this page. A page can be empty and yet have a `next_link`.
    pub value: Vec<T>,
    /// `@odata.nextLink`: the URL of the next page. Opaque.
    pub next_link: Option<String>,
    /// `@odata.deltaLink`: the URL that tells later what has changed. Opaque.
    pub delta_link: Option<String>,
    /// `@odata.count`: the size of the whole collection, where it was asked for.
    pub count: Option<i64>,
}

impl<'de, T: PropertyValue> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut page = Self::new();
        fill(deserializer, &mut page)?;
        Ok(page)
    }
}

impl<T> Page<T> {
    pub(crate) const fn new() -> Self {
        Self {
            value: Vec::new(),
            next_link: None,
            delta_link: None,
            count: None,
        }
    }
}

impl<T: PropertyValue> Page<T> {
    /// Reads an answer. Called by what measures it, with items that are no resources.
    #[doc(hidden)]
    pub fn read_answer(response: &http::Response<Bytes>) -> Result<Self, Error> {
        answer::read_page(response)
    }
}

impl<'de, T: PropertyValue> Place<'de> for Page<T> {
    fn take(&mut self, found: Found<'_, 'de>) -> Result<(), Refusal> {
        let Self {
            value,
            next_link,
            delta_link,
            count,
        } = self;
        value.clear();
        read(found, &mut End(value), [next_link, delta_link], count)
    }
}

/// Reads a page, whatever its items are, of which each goes to the `end`.
fn read<'de>(
    found: Found<'_, 'de>,
    end: &mut dyn Place<'de>,
    [next_link, delta_link]: [&mut Option<String>; 2],
    count: &mut Option<i64>,
) -> Result<(), Refusal> {
    let Found::Object(members) = found else {
        return Err(found.unexpected("a page: an object with the collection in `value`"));
    };
    let mut has_items = false;
    while let Some(name) = members.next_name()? {
        match &*name {
            "value" => {
                has_items = true;
                members
                    .value(&mut Items(&mut *end))
                    .map_err(|error| trail::in_property("value", error))?;
            }
            "@odata.nextLink" => members.value(&mut Nullable(next_link, Edm))?,
            "@odata.deltaLink" => members.value(&mut Nullable(delta_link, Edm))?,
            "@odata.count" => members.value(&mut Nullable(count, Edm))?,
            _ => members.skip()?,
        }
    }
    if has_items {
        Ok(())
    } else {
        Err(de::Error::missing_field("value"))
    }
}

/// The place of the items of a page.
struct Items<'a, 'de>(&'a mut dyn Place<'de>);

impl<'de> Place<'de> for Items<'_, 'de> {
    fn take(&mut self, found: Found<'_, 'de>) -> Result<(), Refusal> {
        read_elements(found, self.0)
    }
}
