use serde_core::Deserializer;
use serde_core::de::IntoDeserializer;
use serde_core::de::value::StrDeserializer;

use super::value::PropertyValue;
use crate::error::{Error, ErrorKind};

/// Reads a value from the text that it has in JSON: a date or a time, a duration, a GUID, a number, or a member of an enum.
///
/// A setter never fails, and therefore takes the value itself. This is the shortest way from text to it.
///
/// ```
/// use graph_resource::{edm, graph_resource};
/// use time::OffsetDateTime;
///
/// #[graph_resource(path = "/me/events")]
/// pub struct Event {
///     #[graph(key)]
///     pub id: String,
///     pub ends: Option<OffsetDateTime>,
/// }
///
/// let update = Event::update("1").ends(edm::parse::<OffsetDateTime>("2026-11-26T08:00:00Z")?);
/// assert!(edm::parse::<OffsetDateTime>("2026-11-26").is_err()); // no time
/// # Ok::<(), graph_resource::Error>(())
/// ```
///
/// # Errors
///
/// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) if the text is not a value of the type. The message says why.
pub fn parse<T: PropertyValue>(text: &str) -> Result<T, Error> {
    let deserializer: StrDeserializer<'_, serde_json::Error> = text.into_deserializer();
    read(deserializer).map_err(|error| {
        let edm_type = T::EDM_TYPE;
        Error::new(
            ErrorKind::InvalidRequest,
            format!(
                "`{}` is not a value of {edm_type}: {error}",
                text.escape_debug()
            ),
        )
    })
}

fn read<'de, T: PropertyValue, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    T::read(deserializer)
}
