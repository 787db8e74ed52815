//! The grammar of the attributes: which names there are, where, and what each takes. What they mean together is for `model`.

mod enumeration;
mod field;
mod resource;
mod slot;

use proc_macro2::TokenTree;
use syn::meta::ParseNestedMeta;
use syn::{Attribute, LitStr, Token};

pub(crate) use enumeration::{EnumAttributes, VariantAttributes};
pub(crate) use field::FieldAttributes;
pub(crate) use resource::ResourceAttributes;
pub(crate) use slot::{Given, Slot};

use crate::diagnostics::{Mistakes, did_you_mean};

pub(crate) const GRAPH: &str = "graph";
pub(crate) const SERDE: &str = "serde";

/// Under which `#[graph_resource(…)]` hands its arguments to the derive.
pub(crate) const RESOURCE: &str = "resource";
/// Under which `#[graph_enum(…)]` hands its arguments to the derive.
pub(crate) const ENUMERATION: &str = "enumeration";

pub(crate) const CRATE: &str = "crate";
pub(crate) const CREATE_ONLY: &str = "create_only";
pub(crate) const DEFAULT: &str = "default";
pub(crate) const EMIT_TYPE: &str = "emit_type";
pub(crate) const ETAG: &str = "etag";
pub(crate) const KEY: &str = "key";
pub(crate) const ODATA_TYPE: &str = "odata_type";
pub(crate) const OPERATIONS: &str = "operations";
pub(crate) const PATH: &str = "path";
pub(crate) const READ_ONLY: &str = "read_only";
pub(crate) const RENAME: &str = "rename";
pub(crate) const REQUIRED: &str = "required";
pub(crate) const SENSITIVE: &str = "sensitive";
pub(crate) const SETTER: &str = "setter";
pub(crate) const UNKNOWN: &str = "unknown";
pub(crate) const UPDATE: &str = "update";
pub(crate) const VERSION: &str = "version";
pub(crate) const WITH: &str = "with";
pub(crate) const WRITE_ONLY: &str = "write_only";

/// Calls `entry` for each `name`, `name = value` or `name(…)` in the `#[graph(…)]` among `attributes`. `entry` returns whether
/// it knows the name.
fn for_each_entry(
    attributes: &[Attribute],
    known: &[&str],
    mistakes: &Mistakes,
    mut entry: impl FnMut(&str, &ParseNestedMeta<'_>) -> bool,
) {
    for attribute in attributes {
        if attribute.path().is_ident(SERDE) {
            mistakes.report(
                attribute,
                "serde's attributes have no effect here: the macro writes `Serialize` and `Deserialize` by itself",
                "write `#[graph(…)]`: `rename`, `default` and `with` are there, too",
            );
        }
        if !attribute.path().is_ident(GRAPH) {
            continue;
        }
        let parsed = attribute.parse_nested_meta(|meta| {
            let name = name_of(&meta);
            if !entry(&name, &meta) {
                unknown(&meta, &name, known, mistakes);
            }
            expect_end(&meta, mistakes);
            Ok(())
        });
        if let Err(error) = parsed {
            mistakes.push(error);
        }
    }
}

/// Calls `entry` for each argument of the attribute macro `on`, which hands them to the derive as `#[graph(<wrapper>(…))]`.
fn for_each_argument(
    attributes: &[Attribute],
    wrapper: &str,
    known: &[&str],
    mistakes: &Mistakes,
    mut entry: impl FnMut(&str, &ParseNestedMeta<'_>) -> bool,
) {
    for_each_entry(attributes, &[], mistakes, |name, meta| {
        if name != wrapper {
            let help = "it goes on a field or a variant; what concerns the whole item is an argument of the attribute macro";
            mistakes.report(
                &meta.path,
                format_args!("`#[graph({name})]` has no place here"),
                help,
            );
            skip(meta);
            return true;
        }
        if !meta.input.peek(syn::token::Paren) {
            return true;
        }
        let arguments = meta.parse_nested_meta(|argument| {
            let name = name_of(&argument);
            if !entry(&name, &argument) {
                unknown(&argument, &name, known, mistakes);
            }
            expect_end(&argument, mistakes);
            Ok(())
        });
        if let Err(error) = arguments {
            mistakes.push(error);
        }
        true
    });
}

fn name_of(meta: &ParseNestedMeta<'_>) -> String {
    meta.path
        .get_ident()
        .map(ToString::to_string)
        .unwrap_or_default()
}

fn unknown(meta: &ParseNestedMeta<'_>, name: &str, known: &[&str], mistakes: &Mistakes) {
    let help = match did_you_mean(name, known) {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("there are {}", listed(known)),
    };
    let wrong = format!(
        "unknown attribute `{}`",
        quote::ToTokens::to_token_stream(&meta.path)
    );
    mistakes.report(&meta.path, wrong, help);
    skip(meta);
}

/// Reports what is left of an entry once it is read.
fn expect_end(meta: &ParseNestedMeta<'_>, mistakes: &Mistakes) {
    if meta.input.is_empty() || meta.input.peek(Token![,]) {
        return;
    }
    let rest = meta.input.cursor().token_stream();
    let first = rest.into_iter().next();
    mistakes.report(&first, "unexpected token", "entries are separated by `,`");
    skip(meta);
}

/// Goes on to the next entry.
fn skip(meta: &ParseNestedMeta<'_>) {
    while !meta.input.is_empty() && !meta.input.peek(Token![,]) {
        if meta.input.parse::<TokenTree>().is_err() {
            return;
        }
    }
}

/// `name`, and nothing behind it.
fn flag(meta: &ParseNestedMeta<'_>, name: &str, mistakes: &Mistakes) {
    if meta.input.is_empty() || meta.input.peek(Token![,]) {
        return;
    }
    mistakes.report(
        &meta.path,
        format!("`{name}` takes no value"),
        format!("write `{name}` alone"),
    );
    skip(meta);
}

/// `name = "text"`.
fn string(
    meta: &ParseNestedMeta<'_>,
    name: &str,
    example: &str,
    mistakes: &Mistakes,
) -> Option<LitStr> {
    let parsed = meta
        .value()
        .and_then(syn::parse::ParseBuffer::parse::<LitStr>);
    match parsed {
        Ok(literal) => Some(literal),
        Err(_) => {
            mistakes.report(
                &meta.path,
                format!("`{name}` takes a string"),
                format!("write `{name} = \"{example}\"`"),
            );
            skip(meta);
            None
        }
    }
}

/// `name = "text"`, where the text is Rust.
fn code<T: syn::parse::Parse>(
    meta: &ParseNestedMeta<'_>,
    name: &str,
    example: &str,
    mistakes: &Mistakes,
) -> Option<T> {
    let literal = string(meta, name, example, mistakes)?;
    match literal.parse() {
        Ok(code) => Some(code),
        Err(_) => {
            let wrong = format!("`{name}` cannot be \"{}\"", literal.value());
            mistakes.report(
                &literal,
                wrong,
                format!("write, for example, `{name} = \"{example}\"`"),
            );
            None
        }
    }
}

/// `name = "text"`, where the text is one of a few.
fn one_of<T: Copy>(
    meta: &ParseNestedMeta<'_>,
    name: &str,
    choices: &[(&str, T)],
    mistakes: &Mistakes,
) -> Option<T> {
    let literal = string(meta, name, choices[0].0, mistakes)?;
    let found = choices.iter().find(|(text, _)| *text == literal.value());
    if found.is_none() {
        let names: Vec<_> = choices
            .iter()
            .map(|(text, _)| format!("\"{text}\""))
            .collect();
        let wrong = format!("`{name}` cannot be \"{}\"", literal.value());
        mistakes.report(&literal, wrong, format!("it is {}", names.join(" or ")));
    }
    found.map(|(_, value)| *value)
}

fn listed(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, others)) => format!("{} and {last}", others.join(", ")),
        None => "none".to_owned(),
    }
}

/// The documentation of an item, to be copied to what is generated from it.
pub(crate) fn docs(attributes: &[Attribute]) -> Vec<&Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"))
        .collect()
}
