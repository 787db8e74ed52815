use std::fmt;
use std::str::FromStr;

use serde_core::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::error::{Error, ErrorKind};
use crate::resource::ResourceInfo;

/// A place in the pages of a collection, which can be stored and resumed in another process: see
/// [`Pager::continuation`](super::Pager::continuation).
///
/// It is opaque, and a text to serde and to `Display` and `FromStr`. It contains the link that the service has given, which can contain what
/// was filtered by, but no token.
///
/// ```
/// use graph_resource::Continuation;
///
/// let stored = r#""microsoft.graph.user https://graph.microsoft.com/v1.0/users?$skiptoken=x""#;
/// let place: Continuation = serde_json::from_str(stored)?;
/// assert_eq!(serde_json::to_string(&place)?, stored);
/// assert!("anything".parse::<Continuation>().is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Continuation {
    /// The name of the type of the items.
    type_name: String,
    /// The link to the page, or nothing for the first one.
    link: String,
}

impl Continuation {
    pub(super) fn new(info: &ResourceInfo, link: Option<&str>) -> Self {
        Self {
            type_name: info.type_info().name().to_owned(),
            link: link.unwrap_or_default().to_owned(),
        }
    }

    /// Returns the link to the page of a collection of this resource, or `None` for the first one.
    pub(super) fn link_of(&self, info: &ResourceInfo) -> Result<Option<&str>, Error> {
        let expected = info.type_info().name();
        if self.type_name != expected {
            let (found, message) = (self.type_name.escape_debug(), "cannot be continued by");
            let message = format!("a collection of {found} {message} one of {expected}");
            return Err(Error::new(ErrorKind::InvalidRequest, message));
        }
        Ok(Some(self.link.as_str()).filter(|link| !link.is_empty()))
    }
}

impl fmt::Display for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.type_name, self.link)
    }
}

/// Shows the type only, because a link can contain personal data.
impl fmt::Debug for Continuation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Continuation({})", self.type_name)
    }
}

impl FromStr for Continuation {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text.split_once(' ') {
            Some((type_name, link)) if !type_name.is_empty() => Ok(Self {
                type_name: type_name.to_owned(),
                link: link.to_owned(),
            }),
            _ => Err(Error::new(
                ErrorKind::InvalidRequest,
                "the text is no continuation: it has no type and link",
            )),
        }
    }
}

impl Serialize for Continuation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Continuation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        text.parse()
            .map_err(|error: Error| de::Error::custom(error.message()))
    }
}
