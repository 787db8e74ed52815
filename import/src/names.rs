//! Names in Rust for names of the metadata, and whether one of them needs a `rename`.
//!
//! `graph-resource` takes the name of a field in lower camel case: `display_name` is `displayName`. A name that does not come out as it was needs
//! `#[graph(rename = "…")]`; a forgotten one would compile, with a property that the service does not know.

use heck::{ToSnakeCase, ToUpperCamelCase};

/// A name in Rust.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RustName {
    /// The identifier, raw if it is a keyword: `r#type`.
    pub ident: String,
    /// Whether the name of the metadata has to be stated.
    pub needs_rename: bool,
}

/// The keywords that cannot be raw identifiers.
const NEVER_RAW: [&str; 4] = ["crate", "self", "super", "Self"];

/// Returns the name of a field for a property.
///
/// ```
/// use graph_resource_import::names::field;
///
/// assert_eq!(field("displayName").ident, "display_name");
/// assert_eq!(field("type").ident, "r#type");
/// assert!(field("azureADDeviceId").needs_rename);
/// ```
pub fn field(name: &str) -> RustName {
    let snake = name.to_snake_case();
    let ident = identifier(&snake, "field");
    let needs_rename = wire_name_of_field(&ident) != name;
    RustName {
        ident,
        needs_rename,
    }
}

/// Returns the name of a variant for a member.
pub fn variant(name: &str) -> RustName {
    let ident = identifier(&name.to_upper_camel_case(), "Member");
    let needs_rename = wire_name_of_type(&ident) != name;
    RustName {
        ident,
        needs_rename,
    }
}

/// Returns the name of a type for the qualified name of the metadata. The name has to be stated if it is in another namespace than
/// `microsoft.graph`.
pub fn type_name(qualified: &str) -> RustName {
    let ident = identifier(&short(qualified).to_upper_camel_case(), "Type");
    let implied = format!("microsoft.graph.{}", wire_name_of_type(&ident));
    RustName {
        needs_rename: implied != qualified,
        ident,
    }
}

/// Returns the name of a module for a namespace other than `microsoft.graph`.
pub fn module(namespace: &str) -> Option<String> {
    let rest = namespace
        .strip_prefix("microsoft.graph")
        .unwrap_or(namespace);
    let rest = rest.trim_matches('.');
    (!rest.is_empty()).then(|| identifier(&rest.to_snake_case(), "module"))
}

/// Returns a qualified name without its namespace.
pub fn short(qualified: &str) -> &str {
    qualified.rsplit('.').next().unwrap_or(qualified)
}

/// Returns the namespace of a qualified name.
pub fn namespace(qualified: &str) -> &str {
    qualified
        .rsplit_once('.')
        .map_or("", |(namespace, _)| namespace)
}

/// Makes an identifier of a word, with `prefix` if it does not begin with a letter.
fn identifier(word: &str, prefix: &str) -> String {
    let word = if word.starts_with(|first: char| first.is_ascii_alphabetic()) {
        word.to_owned()
    } else {
        format!("{prefix}{word}")
    };
    if NEVER_RAW.contains(&&*word) {
        format!("{word}_")
    } else if syn::parse_str::<syn::Ident>(&word).is_ok() {
        word
    } else {
        format!("r#{word}")
    }
}

/// Returns the name that `graph-resource` gives a field in JSON.
pub(crate) fn wire_name_of_field(ident: &str) -> String {
    let ident = ident.strip_prefix("r#").unwrap_or(ident);
    let mut words = ident.split('_').filter(|word| !word.is_empty());
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        if word.starts_with(|first: char| first.is_ascii_digit()) {
            name.push('_');
        }
        let mut characters = word.chars();
        name.extend(characters.next().map(|first| first.to_ascii_uppercase()));
        name.push_str(characters.as_str());
    }
    name
}

/// Returns the name that `graph-resource` gives a type or a variant in JSON.
pub(crate) fn wire_name_of_type(ident: &str) -> String {
    let mut characters = ident.trim_end_matches('_').chars();
    let first = characters.next().map(|first| first.to_ascii_lowercase());
    first.into_iter().chain(characters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_renamed_only_where_its_name_does_not_come_out() {
        for (name, ident, needs_rename) in [
            ("id", "id", false),
            ("displayName", "display_name", false),
            ("type", "r#type", false),
            ("self", "self_", false),
            ("addressLine2", "address_line2", false),
            ("v4_0_3", "v4_0_3", false),
            ("azureADDeviceId", "azure_ad_device_id", true),
            ("cTag", "c_tag", false),
            ("HTML", "html", true),
            ("2ndName", "field2nd_name", true),
            ("@odata.type", "odata_type", true),
        ] {
            let named = field(name);
            assert_eq!(
                (&*named.ident, named.needs_rename),
                (ident, needs_rename),
                "{name}"
            );
        }
    }

    #[test]
    fn a_variant_is_renamed_only_where_its_name_does_not_come_out() {
        for (name, ident, needs_rename) in [
            ("pending", "Pending", false),
            ("notStarted", "NotStarted", false),
            ("self", "Self_", false),
            ("windows10X", "Windows10X", false),
            ("IOS", "Ios", true),
            ("v4_0", "V40", true),
            ("1stParty", "Member1stParty", true),
        ] {
            let named = variant(name);
            assert_eq!(
                (&*named.ident, named.needs_rename),
                (ident, needs_rename),
                "{name}"
            );
        }
    }

    #[test]
    fn a_type_of_another_namespace_states_its_name() {
        assert!(!type_name("microsoft.graph.user").needs_rename);
        assert!(type_name("microsoft.graph.security.alert").needs_rename);
        assert_eq!(module("microsoft.graph"), None);
        assert_eq!(
            module("microsoft.graph.security").as_deref(),
            Some("security")
        );
        assert_eq!(
            module("microsoft.graph.partners.billing").as_deref(),
            Some("partners_billing")
        );
    }
}
