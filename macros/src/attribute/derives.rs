//! The derives that the user writes next to an attribute macro.

use quote::quote;
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, Meta, Path, Token};

use crate::diagnostics::Mistakes;

/// Returns the traits that the attribute derives, if it is a `#[derive(…)]`.
pub(super) fn derived(attribute: &Attribute) -> Vec<Path> {
    let Meta::List(list) = &attribute.meta else {
        return Vec::new();
    };
    if !list.path.is_ident("derive") {
        return Vec::new();
    }
    list.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)
        .map(|paths| paths.into_iter().collect())
        .unwrap_or_default()
}

/// Reports and removes derives of traits that the macro `name` implements, which would conflict.
pub(super) fn remove_conflicting(
    attribute: &mut Attribute,
    name: &str,
    masks_debug: bool,
    mistakes: &Mistakes,
) {
    let (conflicting, kept): (Vec<_>, Vec<_>) = derived(attribute)
        .into_iter()
        .partition(|path| report_conflict(path, name, masks_debug, mistakes));
    if let (Meta::List(list), false) = (&mut attribute.meta, conflicting.is_empty()) {
        list.tokens = quote!(#(#kept),*);
    }
}

/// Returns whether the macro implements the trait itself, and reports it if so.
fn report_conflict(path: &Path, name: &str, masks_debug: bool, mistakes: &Mistakes) -> bool {
    let derived = last(path).map(ToString::to_string).unwrap_or_default();
    let how = match derived.as_str() {
        "Serialize" | "Deserialize" => "in the form that Microsoft Graph uses",
        "Debug" if masks_debug => "with `sensitive` properties masked",
        _ => return false,
    };
    let wrong = format!("`#[{name}]` implements `{derived}`, {how}");
    mistakes.report(
        path,
        wrong,
        format!("remove `{derived}` from this `derive`"),
    );
    true
}

/// Returns the last segment of the path.
pub(super) fn last(path: &Path) -> Option<&Ident> {
    path.segments.last().map(|segment| &segment.ident)
}
