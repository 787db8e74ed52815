//! Literals in a query ("OData URL Conventions", Primitive Literals).

use crate::edm::{EdmType, Form, PropertyValue};

/// Returns the literal of a value, or the reason why it has none.
pub(super) fn literal<T: PropertyValue>(value: &T) -> Result<String, String> {
    let mut json = Vec::new();
    let form = Form::Request { endpoint: None };
    value
        .write_json(&mut json, form)
        .map_err(|error| error.to_string())?;
    of_json(&json, T::EDM_TYPE)
}

/// Returns the literal of a value with this JSON, or the reason why it has none.
pub(crate) fn of_json(json: &[u8], edm_type: EdmType) -> Result<String, String> {
    match json.first() {
        Some(b'"') => {
            let text: String = serde_json::from_slice(json).map_err(|error| error.to_string())?;
            Ok(of_text(&text, edm_type))
        }
        Some(b'{' | b'[') | None => Err("an object or a collection is no literal".to_owned()),
        Some(_) => String::from_utf8(json.to_vec()).map_err(|error| error.to_string()),
    }
}

fn of_text(text: &str, edm_type: EdmType) -> String {
    match edm_type {
        EdmType::Duration => format!("duration'{text}'"),
        EdmType::Binary => format!("binary'{text}'"),
        _ if edm_type.is_quoted() => quoted(text),
        _ => text.to_owned(),
    }
}

/// Returns a string literal, in which quotes are doubled.
pub(super) fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}
