use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{self, DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_core::{Deserialize, Deserializer};

use crate::edm::Element;
use crate::json::trail;
use crate::object::read::Text;

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

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Page<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct PageVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for PageVisitor<T> {
            type Value = Page<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a page: an object with the collection in `value`")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Page<T>, A::Error> {
                let mut value = None;
                let (mut next_link, mut delta_link, mut count) = (None, None, None);
                while let Some(name) = map.next_key::<Text<'de>>()? {
                    match name.as_str() {
                        "value" => {
                            let items = map.next_value_seed(Items(PhantomData));
                            value =
                                Some(items.map_err(|error| trail::in_property("value", error))?);
                        }
                        "@odata.nextLink" => next_link = map.next_value()?,
                        "@odata.deltaLink" => delta_link = map.next_value()?,
                        "@odata.count" => {
                            count = map.next_value_seed(Element::<Option<i64>>::new())?;
                        }
                        _ => {
                            map.next_value::<IgnoredAny>()?;
                        }
                    }
                }
                let value = value.ok_or_else(|| de::Error::missing_field("value"))?;
                Ok(Page {
                    value,
                    next_link,
                    delta_link,
                    count,
                })
            }
        }

        deserializer.deserialize_map(PageVisitor(PhantomData))
    }
}

/// The items of a page. Each knows its index if it cannot be read.
struct Items<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> DeserializeSeed<'de> for Items<T> {
    type Value = Vec<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Vec<T>, D::Error> {
        deserializer.deserialize_seq(self)
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Items<T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a collection")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<Vec<T>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = elements
            .next_element()
            .map_err(|error| trail::in_element(items.len(), error))?
        {
            items.push(item);
        }
        Ok(items)
    }
}
