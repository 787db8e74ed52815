//! The timestamps that the service itself sets.

use std::time::SystemTime;

use graph_resource::TypeInfo;
use serde_json::Value;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::store::Properties;

const CREATED: &str = "createdDateTime";
const LAST_MODIFIED: &str = "lastModifiedDateTime";

/// Sets the timestamps of a new item that its type declares as read-only, unless they have a value, such as in test data.
pub(super) fn set_created(info: &TypeInfo, properties: &mut Properties, now: SystemTime) {
    for name in [CREATED, LAST_MODIFIED] {
        if is_read_only(info, name) && !properties.contains_key(name) {
            properties.insert(name.to_owned(), Value::String(format(now)));
        }
    }
}

/// Sets the timestamp of a change.
pub(super) fn set_modified(info: &TypeInfo, properties: &mut Properties, now: SystemTime) {
    if is_read_only(info, LAST_MODIFIED) {
        properties.insert(LAST_MODIFIED.to_owned(), Value::String(format(now)));
    }
}

fn is_read_only(info: &TypeInfo, name: &str) -> bool {
    info.property(name)
        .is_some_and(|property| property.is_read_only())
}

/// Formats a time in UTC, with the precision of Microsoft Graph: ticks of 100 ns.
pub(super) fn format(time: SystemTime) -> String {
    let time = OffsetDateTime::from(time);
    let ticks = time.nanosecond() / 100 * 100;
    let time = time.replace_nanosecond(ticks).unwrap_or(time);
    // The years of the emulator's clock have four digits, which can be formatted.
    time.format(&Rfc3339).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_timestamp_has_at_most_seven_decimals() {
        for (nanoseconds, text) in [
            (0, "1970-01-01T00:00:00Z"),
            (99, "1970-01-01T00:00:00Z"),
            (123_456_789, "1970-01-01T00:00:00.1234567Z"),
        ] {
            let time = SystemTime::UNIX_EPOCH + Duration::from_nanos(nanoseconds);
            assert_eq!(format(time), text);
        }
    }
}
