//! What the service itself writes.

use graph_resource::TypeInfo;
use serde_json::Value;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::store::Properties;

const CREATED: &str = "createdDateTime";
const LAST_MODIFIED: &str = "lastModifiedDateTime";

/// Dates a new item, as far as its type has a read-only property for it. What is there stays, such as in seed data.
pub(crate) fn created(info: &TypeInfo, properties: &mut Properties) {
    let now = now();
    for name in [CREATED, LAST_MODIFIED] {
        if is_for_the_service(info, name) && !properties.contains_key(name) {
            properties.insert(name.to_owned(), Value::String(now.clone()));
        }
    }
}

/// Dates a change.
pub(crate) fn changed(info: &TypeInfo, properties: &mut Properties) {
    if is_for_the_service(info, LAST_MODIFIED) {
        properties.insert(LAST_MODIFIED.to_owned(), Value::String(now()));
    }
}

fn is_for_the_service(info: &TypeInfo, name: &str) -> bool {
    info.property(name)
        .is_some_and(|property| property.is_read_only())
}

/// The current time in UTC, to the tick of 100 ns that Microsoft Graph counts in.
pub(crate) fn now() -> String {
    let now = OffsetDateTime::now_utc();
    let ticks = now.nanosecond() / 100 * 100;
    let now = now.replace_nanosecond(ticks).unwrap_or(now);
    // A year of four digits can be formatted.
    now.format(&Rfc3339).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_time_has_at_most_seven_digits_of_a_second() {
        let now = now();
        let fraction = now.split_once('.').map_or("", |(_, fraction)| fraction);
        assert!(
            now.ends_with('Z') && fraction.len() <= "1234567Z".len(),
            "{now}"
        );
    }
}
