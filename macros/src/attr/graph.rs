//! The helper attribute `#[graph(…)]`.

use proc_macro2::TokenStream;
use syn::{Attribute, Meta};

use crate::diagnostics::Mistakes;

/// The name of the helper attribute.
pub(crate) const GRAPH: &str = "graph";
const SERDE: &str = "serde";

/// The entry in which `#[graph_resource(…)]` passes its arguments to the derive.
pub(crate) const RESOURCE: &str = "resource";
/// The entry in which `#[graph_complex(…)]` passes its arguments to the derive.
pub(crate) const COMPLEX: &str = "complex";
/// The entry in which `#[graph_union(…)]` passes its arguments to the derive.
pub(crate) const UNION: &str = "union";
/// The entry in which `#[graph_enum(…)]` passes its arguments to the derive.
pub(crate) const ENUMERATION: &str = "enumeration";

/// The entry in which `#[graph_action(…)]` passes its arguments to the derive.
pub(crate) const ACTION: &str = "action";
/// The entry in which `#[graph_function(…)]` passes its arguments to the derive.
pub(crate) const FUNCTION: &str = "function";

/// Returns the tokens in the parentheses of `attribute` if it is a `#[graph(…)]`.
pub(super) fn list(attribute: &Attribute, mistakes: &Mistakes) -> Option<TokenStream> {
    if attribute.path().is_ident(SERDE) {
        mistakes.report(
            attribute,
            "serde's attributes have no effect here: the macro implements `Serialize` and `Deserialize` itself",
            "use `#[graph(…)]`, which also has `rename`, `default` and `with`",
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
                _ => "the attribute is empty",
            };
            mistakes.report(meta, wrong, "write, for example, `#[graph(read_only)]`");
            None
        }
    }
}
