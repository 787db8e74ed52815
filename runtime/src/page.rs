use std::fmt;
use std::marker::PhantomData;

use serde_core::de::{self, IgnoredAny, MapAccess, Visitor};
use serde_core::{Deserialize, Deserializer};

use crate::edm::Element;
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
                        "value" => value = Some(map.next_value()?),
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
