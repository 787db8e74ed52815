//! Directory extensions: properties whose names contain the id of the application that registered them ("Add custom data to resources by
//! using extensions").
//!
//! A struct declares `extension_uidNumber`; requests and answers have `extension_25883231668a43a780b25685c3f874bc_uidNumber`.

use std::cell::Cell;

/// The first part of the name of a directory extension.
const PREFIX: &str = "extension_";
/// The number of hexadecimal digits in a GUID.
const DIGITS: usize = 32;

/// What is wrong with a request that names an extension, to an endpoint without an application.
pub(crate) const NO_APP: &str = "a directory extension, whose name contains the id of an application: give that to the client by `extension_app`, or \
                                 to the endpoint by `with_extension_app`";

thread_local! {
    static READING: Cell<Option<ExtensionApp>> = const { Cell::new(None) };
}

/// The id of the application whose extensions are meant, as hexadecimal digits in lower case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ExtensionApp([u8; DIGITS]);

impl ExtensionApp {
    /// Parses a GUID, with hyphens or without.
    pub(crate) fn parse(id: &str) -> Option<Self> {
        let has_hyphens = id.len() == DIGITS + 4;
        let mut digits = [0; DIGITS];
        let mut count = 0;
        for (index, byte) in id.bytes().enumerate() {
            if has_hyphens && matches!(index, 8 | 13 | 18 | 23) {
                if byte != b'-' {
                    return None;
                }
                continue;
            }
            if !byte.is_ascii_hexdigit() {
                return None;
            }
            *digits.get_mut(count)? = byte.to_ascii_lowercase();
            count += 1;
        }
        (count == DIGITS).then_some(Self(digits))
    }

    /// Returns the name in JSON and in URLs of the extension that a struct declares, or of an annotation of it. Any other name stays as it is.
    pub(crate) fn name_of(self, declared: &str) -> Option<String> {
        let local = declared.strip_prefix(PREFIX)?;
        let digits = self.0.iter().map(|digit| char::from(*digit));
        let mut name = String::with_capacity(PREFIX.len() + DIGITS + 1 + local.len());
        name.push_str(PREFIX);
        name.extend(digits);
        name.push('_');
        name.push_str(local);
        Some(name)
    }

    /// Returns `query`, such as `$select=id,extension_uidNumber`, with the names in requests. What is in quotes stays as it is.
    pub(crate) fn names_in(self, query: &str) -> String {
        let parts = query.split('\'').enumerate();
        let parts = parts.map(|(index, part)| match index % 2 {
            0 => self.names_in_part(part),
            _ => part.to_owned(),
        });
        parts.collect::<Vec<_>>().join("'")
    }

    fn names_in_part(self, query: &str) -> String {
        let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
        let mut text = String::with_capacity(query.len() + DIGITS + 1);
        let mut rest = query;
        while let Some(start) = rest.find(is_part) {
            let (before, name) = rest.split_at(start);
            let length = name.find(|letter| !is_part(letter)).unwrap_or(name.len());
            let (name, after) = name.split_at(length);
            text.push_str(before);
            match self.name_of(name).filter(|_| of_app(name).is_none()) {
                Some(name) => text.push_str(&name),
                None => text.push_str(name),
            }
            rest = after;
        }
        text + rest
    }

    /// Has this thread read the extensions of the application until the guard is dropped.
    pub(crate) fn reading(app: Option<Self>) -> Reading {
        Reading(READING.replace(app))
    }

    /// Returns the application whose extensions this thread reads, if that is known.
    pub(crate) fn current() -> Option<Self> {
        READING.get()
    }
}

/// A change of the application whose extensions are read.
pub(crate) struct Reading(Option<ExtensionApp>);

impl Drop for Reading {
    fn drop(&mut self) {
        READING.set(self.0);
    }
}

/// Returns whether a text names a declared extension.
pub(crate) fn is_named_in(text: &str) -> bool {
    text.contains(PREFIX)
}

/// Returns the first name in a query that is that of a declared extension.
pub(crate) fn declared_in(query: &str) -> Option<&str> {
    let is_between = |letter: char| !(letter.is_ascii_alphanumeric() || letter == '_');
    let outside_quotes = query.split('\'').step_by(2);
    let names = outside_quotes.flat_map(|part| part.split(is_between));
    let mut extensions = names.filter(|name| name.starts_with(PREFIX));
    extensions.find(|name| of_app(name).is_none())
}

/// Splits the name of an extension in JSON into its application and the name that a struct declares.
pub(crate) fn of_app(name: &str) -> Option<(ExtensionApp, String)> {
    let rest = name.strip_prefix(PREFIX)?;
    let (digits, local) = rest.split_at_checked(DIGITS)?;
    let local = local.strip_prefix('_').filter(|local| !local.is_empty())?;
    Some((ExtensionApp::parse(digits)?, format!("{PREFIX}{local}")))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    const ID: &str = "25883231-668A-43a7-80b2-5685c3f874bc";
    const NAME: &str = "extension_25883231668a43a780b25685c3f874bc_uidNumber";

    #[test]
    fn an_id_is_a_guid_with_hyphens_or_without() {
        let app = ExtensionApp::parse(ID).unwrap();
        assert_eq!(ExtensionApp::parse(&ID.replace('-', "")), Some(app));
        for wrong in [
            "",
            "25883231-668a-43a7-80b2-5685c3f874b",
            "25883231-668a-43a7-80b2-5685c3f874bcd",
            "25883231-668a-43a7-80b2-5685c3f874bg",
            "25883231668a-43a7-80b2-5685c3f874bc0",
            "{5883231-668a-43a7-80b2-5685c3f874b}",
            "25883231-668a-43a7-80b2-5685c3f8\u{e9}bc",
        ] {
            assert_eq!(ExtensionApp::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_name_is_that_of_one_application() {
        let app = ExtensionApp::parse(ID).unwrap();
        assert_eq!(app.name_of("extension_uidNumber").as_deref(), Some(NAME));
        assert_eq!(app.name_of("displayName"), None);
        assert_eq!(of_app(NAME), Some((app, "extension_uidNumber".to_owned())));
        for other in [
            "extension_uidNumber",
            "extension_25883231668a43a780b25685c3f874bc",
            "extension_25883231668a43a780b25685c3f874bc_",
            "extension_25883231668a43a780b25685c3f874bg_a",
            "displayName",
        ] {
            assert_eq!(of_app(other), None, "{other}");
        }
    }

    #[test]
    fn a_query_has_the_names_of_the_application() {
        let app = ExtensionApp::parse(ID).unwrap();
        let query = "$select=id,extension_uidNumber&$expand=manager($select=extension_uidNumber)";
        assert_eq!(
            app.names_in(query),
            query.replace("extension_uidNumber", NAME)
        );
        assert_eq!(app.names_in(NAME), NAME);
        let filter = "startswith(extension_a,'x,extension_a''extension_a') and extension_a eq ''";
        let expected = filter.replacen("extension_a", &app.name_of("extension_a").unwrap(), 1);
        let expected = expected.replace(
            "and extension_a",
            &format!("and {}", app.name_of("extension_a").unwrap()),
        );
        assert_eq!(app.names_in(filter), expected);
        assert_eq!(declared_in("a eq 'extension_a'"), None);
        assert_eq!(
            app.names_in("$select=id,my_extension_a"),
            "$select=id,my_extension_a"
        );
    }

    #[test]
    fn a_thread_reads_the_extensions_of_one_application_at_a_time() {
        let app = ExtensionApp::parse(ID);
        {
            let _outer = ExtensionApp::reading(app);
            {
                let _inner = ExtensionApp::reading(None);
                assert_eq!(ExtensionApp::current(), None);
            }
            assert_eq!(ExtensionApp::current(), app);
        }
        assert_eq!(ExtensionApp::current(), None);
    }
}
