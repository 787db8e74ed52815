//! Places in a collection that can be stored: a link of the service, bound to the type of the items.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, ErrorKind};
use crate::resource::ResourceInfo;

/// A link, and the type of the items that it leads to.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Place {
    type_name: String,
    /// The link, or nothing for the beginning.
    link: String,
}

impl Place {
    pub(super) fn new(info: &ResourceInfo, link: Option<&str>) -> Self {
        Self {
            type_name: info.type_info().name().to_owned(),
            link: link.unwrap_or_default().to_owned(),
        }
    }

    pub(super) fn type_name(&self) -> &str {
        &self.type_name
    }

    /// Returns the link to items of this resource, or `None` for the beginning.
    pub(super) fn link_of(&self, info: &ResourceInfo) -> Result<Option<&str>, Error> {
        let expected = info.type_info().name();
        if self.type_name != expected {
            let found = self.type_name.escape_debug();
            let message =
                format!("a collection of {found} cannot be continued by one of {expected}");
            return Err(Error::new(ErrorKind::InvalidRequest, message));
        }
        Ok(Some(self.link.as_str()).filter(|link| !link.is_empty()))
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.type_name, self.link)
    }
}

impl FromStr for Place {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text.split_once(' ') {
            Some((type_name, link)) if !type_name.is_empty() => Ok(Self {
                type_name: type_name.to_owned(),
                link: link.to_owned(),
            }),
            _ => Err(Error::new(
                ErrorKind::InvalidRequest,
                "the text is no place in a collection: it has no type and link",
            )),
        }
    }
}

/// Implements the text form of a type that is a [`Place`]: for serde, `Display` and `FromStr`. `Debug` shows the type of the items only,
/// because a link can contain personal data.
macro_rules! stored_place {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.0, f)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_tuple(stringify!($name))
                    .field(&format_args!("{}", self.0.type_name()))
                    .finish()
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::error::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl serde_core::Serialize for $name {
            fn serialize<S: serde_core::Serializer>(
                &self,
                serializer: S,
            ) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde_core::Deserialize<'de> for $name {
            fn deserialize<D: serde_core::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'_, str>>::deserialize(deserializer)?;
                text.parse().map_err(|error: crate::error::Error| {
                    serde_core::de::Error::custom(error.message())
                })
            }
        }
    };
}
pub(super) use stored_place;
