//! Names: of Rust without `r#`, and on the wire.

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::ext::IdentExt;

/// The wire name of a field: `os_build_number` is `osBuildNumber`, `r#type` and `type_` are `type`.
pub(crate) fn of_field(field: &Ident) -> String {
    let field = field.unraw().to_string();
    let mut words = field.split('_').filter(|word| !word.is_empty());
    let mut name = words.next().unwrap_or_default().to_owned();
    for word in words {
        push_capitalized(&mut name, word);
    }
    name
}

/// The wire name of a type or a variant: `CloudPcDeviceImage` is `cloudPcDeviceImage`.
pub(crate) fn of_type(ident: &Ident) -> String {
    let ident = ident.unraw().to_string();
    let mut characters = ident.chars();
    characters
        .next()
        .into_iter()
        .flat_map(char::to_lowercase)
        .chain(characters)
        .collect()
}

/// The Rust name of a path parameter: `userId` and `user-id` are `user_id`.
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

/// Whether `name`, of a type or a lifetime, is among `tokens`.
pub(crate) fn mentions(tokens: TokenStream, name: &str) -> bool {
    let name = name.trim_start_matches('\'');
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Group(group) => mentions(group.stream(), name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
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
    fn a_field_is_lower_camel_case_on_the_wire() {
        for (field, wire) in [
            ("id", "id"),
            ("display_name", "displayName"),
            ("os_build_number", "osBuildNumber"),
            ("r#type", "type"),
            ("self_", "self"),
            ("v4_0_3", "v403"),
        ] {
            let ident: Ident = syn::parse_str(field).unwrap_or_else(|_| format_ident!("self_"));
            assert_eq!(of_field(&ident), wire);
        }
    }

    #[test]
    fn a_type_is_lower_camel_case_on_the_wire() {
        assert_eq!(
            of_type(&format_ident!("CloudPcDeviceImage")),
            "cloudPcDeviceImage"
        );
        assert_eq!(of_type(&format_ident!("User")), "user");
    }
}
