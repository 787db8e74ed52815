//! Documented addresses that say nothing of a type, and why.

use super::trial::Exclusion;

/// What is documented at an address that no request of the type can have.
struct Entry {
    /// The end of the name of the type, or nothing if it does not matter.
    of: &'static str,
    part: Part,
    exclusion: fn(String) -> Exclusion,
}

/// A part of an address.
enum Part {
    Within(&'static str),
    End(&'static str),
}

const TABLE: &[Entry] = &[
    of_any("/.../", Exclusion::NoPath),
    of_any("(team-id)", Exclusion::NoPath),
    of_any("range(<address>)", Exclusion::NoPath),
    of_any("/content[", Exclusion::NoPath),
    of_any("getRoleScopeTagsByIds", Exclusion::OtherOperation),
    of_any("UpdateAdDomainPassword", Exclusion::OtherOperation),
    of(
        ".cloudPcUserSetting",
        Part::Within("/provisioningPolicies/"),
        Exclusion::DocumentationError,
    ),
    of(
        ".team",
        Part::End("/primaryChannel"),
        Exclusion::DocumentationError,
    ),
    of(
        ".team",
        Part::End("/filesFolder"),
        Exclusion::DocumentationError,
    ),
    of(
        ".driveItem",
        Part::End("{shareIdOrEncodedSharingUrl}"),
        Exclusion::DocumentationError,
    ),
    of(
        ".todoTaskList",
        Part::End("/tasks"),
        Exclusion::DocumentationError,
    ),
    of(
        ".workbookRangeFont",
        Part::End("/format"),
        Exclusion::DocumentationError,
    ),
    of(
        ".workbookRangeFill",
        Part::End("/format"),
        Exclusion::DocumentationError,
    ),
];

const fn of_any(part: &'static str, exclusion: fn(String) -> Exclusion) -> Entry {
    of("", Part::Within(part), exclusion)
}

const fn of(of: &'static str, part: Part, exclusion: fn(String) -> Exclusion) -> Entry {
    Entry {
        of,
        part,
        exclusion,
    }
}

/// Why `address` of the type is not tried.
pub fn of_address(type_name: &str, address: &str) -> Option<Exclusion> {
    let applies = |entry: &&Entry| {
        let has_part = match entry.part {
            Part::Within(part) => address.contains(part),
            Part::End(part) => address.ends_with(part),
        };
        has_part && type_name.ends_with(entry.of)
    };
    let entry = TABLE.iter().find(applies)?;
    Some((entry.exclusion)(format!("{type_name} at {address}")))
}
