use serde_core::de;
use serde_core::{Deserialize, Deserializer};

use crate::edm::{Edm, PropertyValue, read_elements};
use crate::json::trail;
use crate::object::found::{Found, Place, Refusal, fill};
use crate::object::read::Nullable;

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

impl<'de, T: PropertyValue> Place<'de> for Page<T> {
    fn take(&mut self, found: Found<'_, 'de>) -> Result<(), Refusal> {
        let Self {
            value,
            next_link,
            delta_link,
            count,
        } = self;
        read(found, &mut Items(value), [next_link, delta_link], count)
    }
}

/// Reads a page, whatever its items are.
fn read<'de>(
    found: Found<'_, 'de>,
    items: &mut dyn Place<'de>,
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
                    .value(items)
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
struct Items<'a, T>(&'a mut Vec<T>);

impl<'de, T: PropertyValue> Place<'de> for Items<'_, T> {
    fn take(&mut self, found: Found<'_, 'de>) -> Result<(), Refusal> {
        match found {
            Found::Collection(elements) => {
                *self.0 = read_elements(elements)?;
                Ok(())
            }
            found => Err(found.unexpected("a collection")),
        }
    }
}
