//! Finds a few things in tokens that are not parsed yet.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{LitStr, Path};

use crate::attr;

/// Returns the keyword of the item, such as `struct`.
pub(super) fn keyword(body: &TokenStream) -> Option<Ident> {
    body.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) if ident != "pub" => Some(ident),
        _ => None,
    })
}

/// Returns whether a field of the struct has a `#[graph(…, sensitive, …)]`.
pub(super) fn has_sensitive_field(body: &TokenStream) -> bool {
    let Some(TokenTree::Group(fields)) = body.clone().into_iter().last() else {
        return false;
    };
    has_entry(groups(fields.stream(), Delimiter::Bracket), attr::SENSITIVE)
}

/// Returns whether an attribute is a `#[graph(…)]` with the entry.
pub(super) fn has_entry(mut attributes: impl Iterator<Item = Group>, entry: &str) -> bool {
    attributes.any(|attribute| {
        begins_with(&attribute, attr::GRAPH)
            && groups(attribute.stream(), Delimiter::Parenthesis)
                .flat_map(|entries| entries.stream())
                .any(|token| matches!(token, TokenTree::Ident(name) if name == entry))
    })
}

/// Returns whether the first token of the attribute, the group after `#`, is `name`.
pub(super) fn begins_with(attribute: &Group, name: &str) -> bool {
    attribute.delimiter() == Delimiter::Bracket
        && matches!(attribute.stream().into_iter().next(), Some(TokenTree::Ident(first)) if first == name)
}

fn groups(tokens: TokenStream, delimiter: Delimiter) -> impl Iterator<Item = Group> {
    tokens.into_iter().filter_map(move |token| match token {
        TokenTree::Group(group) if group.delimiter() == delimiter => Some(group),
        _ => None,
    })
}

/// Returns the path of the runtime: the argument `crate = "…"`, or the default. The derive reports mistakes in the argument.
pub(super) fn runtime(args: &TokenStream) -> Path {
    let tokens: Vec<TokenTree> = args.clone().into_iter().collect();
    // The literal is one token, or an invisible group with the token if it comes from a `macro_rules`.
    let given = tokens.windows(3).find_map(|window| match window {
        [TokenTree::Ident(name), TokenTree::Punct(equals), path]
            if name == attr::CRATE && equals.as_char() == '=' =>
        {
            syn::parse2::<LitStr>(path.to_token_stream())
                .ok()?
                .parse()
                .ok()
        }
        _ => None,
    });
    given.unwrap_or_else(attr::default_runtime)
}
