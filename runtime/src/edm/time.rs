use serde_core::{Deserializer, Serializer, ser};
use time::format_description::well_known::{Iso8601, Rfc3339};
use time::{Date, OffsetDateTime};

use super::{Form, PropertyValue, text};

/// `Edm.DateTimeOffset`: `2023-11-03T07:03:44.97Z`, with no to nine digits of a second, `Z` or an offset.
impl PropertyValue for OffsetDateTime {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::visit(
            deserializer,
            "a DateTimeOffset such as `2023-11-03T07:03:44.97Z`",
            |text| Self::parse(text, &Rfc3339).map_err(|error| format!("`{text}`: {error}")),
        )
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.format(&Rfc3339).map_err(ser::Error::custom)?)
    }
}

/// `Edm.Date`: `2012-12-03`.
impl PropertyValue for Date {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::visit(deserializer, "a Date such as `2012-12-03`", |text| {
            // The parser takes the date of a point in time as well, and drops the time.
            if text.contains(['T', 't']) {
                return Err(format!("`{text}`: there is a time beside the date"));
            }
            Self::parse(text, &Iso8601::DATE).map_err(|error| format!("`{text}`: {error}"))
        })
    }

    fn write<S: Serializer>(&self, serializer: S, _: Form) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
