//! The grammar of the attributes: which names there are, where, and what each takes. What they mean together is for `model`.

mod entry;
mod enumeration;
mod field;
mod resource;
mod slot;
mod union;

use proc_macro2::TokenStream;
use syn::{Attribute, Meta};

pub(crate) use entry::Entry;
pub(crate) use enumeration::{EnumAttributes, VariantAttributes};
pub(crate) use field::FieldAttributes;
pub(crate) use resource::ResourceAttributes;
pub(crate) use slot::{Given, Slot};
pub(crate) use union::{UnionVariantAttributes, parse_runtime as parse_union_runtime};

use crate::diagnostics::Mistakes;
use entry::{Known, entries};

pub(crate) const GRAPH: &str = "graph";
pub(crate) const SERDE: &str = "serde";

/// Under which `#[graph_resource(…)]` hands its arguments to the derive.
pub(crate) const RESOURCE: &str = "resource";
/// Under which `#[graph_complex(…)]` hands its arguments to the derive.
pub(crate) const COMPLEX: &str = "complex";
/// Under which `#[graph_union(…)]` hands its arguments to the derive.
pub(crate) const UNION: &str = "union";
/// Under which `#[graph_enum(…)]` hands its arguments to the derive.
pub(crate) const ENUMERATION: &str = "enumeration";

pub(crate) const ALTERNATE_KEY: &str = "alternate_key";
pub(crate) const BASE: &str = "base";
pub(crate) const BIND: &str = "bind";
pub(crate) const CRATE: &str = "crate";
pub(crate) const CREATE_ONLY: &str = "create_only";
pub(crate) const DEFAULT: &str = "default";
pub(crate) const EMIT_TYPE: &str = "emit_type";
pub(crate) const ETAG: &str = "etag";
pub(crate) const EVOLVED: &str = "evolved";
pub(crate) const EXTENSIBLE: &str = "extensible";
pub(crate) const EXTRA: &str = "extra";
pub(crate) const FLAGS: &str = "flags";
pub(crate) const KEY: &str = "key";
pub(crate) const MERGE: &str = "merge";
pub(crate) const NAVIGATION: &str = "navigation";
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

/// How the path of the runtime is written.
const CRATE_EXAMPLE: &str = "my_crate::graph_resource";

/// Calls `each` for every entry of the `#[graph(…)]` among `attributes` whose name is one of `names`, or nearly.
fn for_each_entry(
    attributes: &[Attribute],
    names: &[&'static str],
    mistakes: &Mistakes,
    mut each: impl FnMut(&'static str, &Entry),
) {
    let known = Known {
        what: "attribute",
        names,
    };
    for attribute in attributes {
        let Some(list) = graph_list(attribute, mistakes) else {
            continue;
        };
        for entry in entries(list, known, mistakes).read {
            if let Some(name) = known.find(&entry, mistakes) {
                each(name, &entry);
            }
        }
    }
}

/// Calls `each` for every argument of an attribute macro, which hands them to the derive as `#[graph(<wrapper>(…))]`. Returns
/// whether each argument was one of `names`, or nearly.
fn for_each_argument(
    attributes: &[Attribute],
    wrapper: &'static str,
    names: &[&'static str],
    mistakes: &Mistakes,
    mut each: impl FnMut(&'static str, &Entry),
) -> bool {
    let known = Known {
        what: "argument",
        names,
    };
    let mut are_all_known = true;
    for attribute in attributes {
        let Some(list) = graph_list(attribute, mistakes) else {
            continue;
        };
        for entry in entries(list, known, mistakes).read {
            if entry.name != wrapper {
                misplaced(&entry, mistakes);
                continue;
            }
            let arguments = entries(entry.list().unwrap_or_default(), known, mistakes);
            are_all_known &= arguments.are_all;
            for argument in arguments.read {
                match known.find(&argument, mistakes) {
                    Some(name) => each(name, &argument),
                    None => are_all_known = false,
                }
            }
        }
    }
    are_all_known
}

fn misplaced(entry: &Entry, mistakes: &Mistakes) {
    let name = &entry.name;
    mistakes.report(
        name,
        format!("`#[graph({name})]` has no place here"),
        "it goes on a field or a variant; what concerns the whole item is an argument of the attribute macro",
    );
}

/// What is in the parentheses, if `attribute` is a `#[graph(…)]`.
fn graph_list(attribute: &Attribute, mistakes: &Mistakes) -> Option<TokenStream> {
    if attribute.path().is_ident(SERDE) {
        mistakes.report(
            attribute,
            "serde's attributes have no effect here: the macro writes `Serialize` and `Deserialize` by itself",
            "write `#[graph(…)]`: `rename`, `default` and `with` are there, too",
        );
    }
    if !attribute.path().is_ident(GRAPH) {
        return None;
    }
    match &attribute.meta {
        Meta::List(list) if !list.tokens.is_empty() => Some(list.tokens.clone()),
        meta => {
            let wrong = match meta {
                Meta::NameValue(_) => "`graph` takes a list",
                _ => "the attribute says nothing",
            };
            mistakes.report(meta, wrong, "write, for example, `#[graph(read_only)]`");
            None
        }
    }
}

/// The documentation of an item, to be copied to what is generated from it.
pub(crate) fn docs(attributes: &[Attribute]) -> Vec<&Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"))
        .collect()
}
