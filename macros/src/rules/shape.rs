//! Rules about the item itself.

use syn::{Data, DataEnum, DeriveInput, Fields, FieldsNamed};

use crate::diagnostics::Mistakes;
use crate::model::is_name_of_primitive;

/// Reports an item with the name of a primitive type, which it would be taken for wherever it is the type of a field.
pub(crate) fn name_is_not_primitive(input: &DeriveInput, mistakes: &Mistakes) {
    let name = input.ident.to_string();
    if is_name_of_primitive(&name) {
        let wrong = format!("`{name}` is the name of a primitive type");
        let help = "give it another name, and the name in JSON by `odata_type`";
        mistakes.report(&input.ident, wrong, help);
    }
}

/// Returns the fields of a struct with named fields. Any other item is not a `noun`.
pub(crate) fn named_fields<'a>(
    input: &'a DeriveInput,
    noun: &str,
    mistakes: &Mistakes,
) -> Option<&'a FieldsNamed> {
    let help = format!(
        "{noun} is a struct with a named field for each property: `struct Image {{ display_name: Option<String> }}`"
    );
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => return Some(fields),
            Fields::Unnamed(fields) => {
                mistakes.report(
                    fields,
                    format!("the fields of {noun} must have names"),
                    help,
                );
            }
            Fields::Unit => {
                mistakes.report(&input.ident, format!("{noun} must have fields"), help);
            }
        },
        Data::Enum(data) => {
            let help = format!(
                "{noun} is a struct; use `#[graph_enum]` for an enumeration type and `#[graph_union]` for a base type"
            );
            mistakes.report(&data.enum_token, format!("an enum cannot be {noun}"), help);
        }
        Data::Union(data) => {
            mistakes.report(&data.union_token, format!("a union cannot be {noun}"), help);
        }
    }
    None
}

/// Returns the variants of an enum without generic parameters. Any other item is not a `noun`.
pub(crate) fn enum_without_parameters<'a>(
    input: &'a DeriveInput,
    noun: &str,
    help: &str,
    mistakes: &Mistakes,
) -> Option<&'a DataEnum> {
    let Data::Enum(data) = &input.data else {
        mistakes.report(&input.ident, "this is not an enum", help);
        return None;
    };
    if !input.generics.params.is_empty() {
        let wrong = format!("{noun} cannot have generic parameters");
        mistakes.report(&input.generics, wrong, "remove them");
        return None;
    }
    Some(data)
}
