//! Converts names between Rust and JSON.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;

/// Returns the name of a field in JSON: `osBuildNumber` for `os_build_number`, `type` for `r#type` and `type_`.
///
/// A `_` before a digit is kept: Microsoft Graph has `v4_0_3`, and where it has `addressLine2`, the field is `address_line2`.
pub(crate) fn of_field(field: &Ident) -> String {
    let field = field.unraw().to_string();
    let mut words = field.split('_').filter(|word| !word.is_empty());
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        if word.starts_with(|first: char| first.is_ascii_digit()) {
            name.push('_');
        }
        push_capitalized(&mut name, word);
    }
    name
}

/// Returns the name of a type or a variant in JSON: `cloudPcDeviceImage` for `CloudPcDeviceImage`, `self` for `Self_`.
pub(crate) fn of_type(ident: &Ident) -> String {
    let ident = ident.unraw().to_string();
    let mut characters = ident.trim_end_matches('_').chars();
    characters
        .next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .chain(characters)
        .collect()
}

/// Returns the name of a path parameter in Rust: `user_id` for `userId` and `user-id`.
pub(crate) fn to_snake_case(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for character in name.chars() {
        if character.is_ascii_uppercase() && !snake.is_empty() && !snake.ends_with('_') {
            snake.push('_');
        }
        snake.push(if character == '-' {
            '_'
        } else {
            character.to_ascii_lowercase()
        });
    }
    snake
}

/// Returns whether `tokens` contain `name`, the name of a type or a lifetime.
pub(crate) fn mentions(tokens: TokenStream, name: &str) -> bool {
    let name = name.trim_start_matches('\'');
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// Adds the names in `tokens` to `names`.
pub(crate) fn collect(tokens: TokenStream, names: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect(group.stream(), names),
            TokenTree::Ident(ident) => drop(names.insert(ident.unraw().to_string())),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

fn push_capitalized(name: &mut String, word: &str) {
    let mut characters = word.chars();
    name.extend(characters.next().into_iter().flat_map(char::to_uppercase));
    name.push_str(characters.as_str());
}

#[cfg(test)]
mod tests {
    use quote::format_ident;

    use super::*;

    #[test]
    fn a_field_is_in_lower_camel_case_in_json() {
        for (field, wire) in [
            ("id", "id"),
            ("display_name", "displayName"),
            ("os_build_number", "osBuildNumber"),
            ("r#type", "type"),
            ("self_", "self"),
            ("v4_0_3", "v4_0_3"),
            ("field_1", "field_1"),
            ("address_line2", "addressLine2"),
        ] {
            let ident: Ident = syn::parse_str(field).unwrap_or_else(|_| format_ident!("self_"));
            assert_eq!(of_field(&ident), wire);
        }
    }

    #[test]
    fn a_type_is_in_lower_camel_case_in_json() {
        assert_eq!(
            of_type(&format_ident!("CloudPcDeviceImage")),
            "cloudPcDeviceImage"
        );
        assert_eq!(of_type(&format_ident!("User")), "user");
        assert_eq!(of_type(&format_ident!("Self_")), "self");
        assert_eq!(of_type(&format_ident!("V4_0")), "v4_0");
    }
}
