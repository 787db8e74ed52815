//! Asserts that the macros expand any tokens to Rust: the unchanged item, with other items or with errors that have a message.
//!
//! The first line contains the arguments, and the rest is the item. `$` makes an invisible group of the next token, as a `macro_rules` does
//! with its fragments.

#![no_main]

use graph_resource_fuzz_macros::MACROS;
use libfuzzer_sys::{Corpus, fuzz_target};
use proc_macro2::{Delimiter, Group, Ident, Span, TokenStream, TokenTree};
use syn::{File, Item, LitStr};

/// The maximum depth of nesting: the compiler and `syn` are recursive.
const MAX_DEPTH: usize = 60;

fuzz_target!(|text: &str| -> Corpus {
    let (arguments, item) = text.split_once('\n').unwrap_or(("", text));
    let (Some(arguments), Some(item)) = (tokens(arguments), tokens(item)) else {
        return Corpus::Reject;
    };
    // The compiler passes on items only. For other tokens, it is sufficient that no macro panics.
    let named = syn::parse2::<Item>(item.clone())
        .ok()
        .map(|item| name(&item));
    for one in MACROS {
        let output = (one.attribute)(&arguments, item.clone());
        let wrapper = Ident::new(one.wrapper, Span::call_site());
        let derived = (one.derive)(quote(wrapper, &arguments, &item));
        if let Some(named) = &named {
            let file = check(output, &item);
            let is_kept = named.is_none() || file.items.iter().any(|item| name(item) == *named);
            assert!(is_kept, "{text} is missing in the expansion");
            let file = check(derived, &item);
            assert!(!file.items.is_empty(), "the expansion of {text} is empty");
        }
    }
    Corpus::Keep
});

/// Parses tokens, unless they are invalid or nested too deep.
fn tokens(text: &str) -> Option<TokenStream> {
    with_invisible_groups(text.parse().ok()?, 0)
}

fn with_invisible_groups(tokens: TokenStream, depth: usize) -> Option<TokenStream> {
    if depth > MAX_DEPTH {
        return None;
    }
    let mut grouped = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let token = match token {
            // An empty bound: the edition forbids the types in which it is allowed, and `syn` does not parse all of them.
            TokenTree::Punct(punct) if punct.as_char() == '+' && !is_begun(tokens.peek()) => {
                return None;
            }
            TokenTree::Punct(punct) if punct.as_char() == '$' => {
                let inner = TokenStream::from(tokens.next()?);
                let inner = with_invisible_groups(inner, depth + 1)?;
                Group::new(Delimiter::None, inner).into()
            }
            TokenTree::Group(group) => {
                let inner = with_invisible_groups(group.stream(), depth + 1)?;
                Group::new(group.delimiter(), inner).into()
            }
            token => token,
        };
        grouped.push(token);
    }
    Some(grouped.into_iter().collect())
}

/// Returns whether the token begins another item of a list.
fn is_begun(token: Option<&TokenTree>) -> bool {
    match token {
        None => false,
        Some(TokenTree::Punct(punct)) => "'?:-!*&".contains(punct.as_char()),
        Some(_) => true,
    }
}

/// `#[graph(wrapper(arguments))] item`
fn quote(wrapper: Ident, arguments: &TokenStream, item: &TokenStream) -> TokenStream {
    let group = |delimiter, tokens| TokenTree::from(Group::new(delimiter, tokens));
    let arguments = group(Delimiter::Parenthesis, arguments.clone());
    let wrapper = TokenStream::from_iter([wrapper.into(), arguments]);
    let graph = TokenTree::from(Ident::new("graph", Span::call_site()));
    let graph = TokenStream::from_iter([graph, group(Delimiter::Parenthesis, wrapper)]);
    let hash = TokenTree::from(proc_macro2::Punct::new('#', proc_macro2::Spacing::Alone));
    let attribute = TokenStream::from_iter([hash, group(Delimiter::Bracket, graph)]);
    attribute.into_iter().chain(item.clone()).collect()
}

/// Returns the name of an item that a macro supports.
fn name(item: &Item) -> Option<Ident> {
    match item {
        Item::Struct(item) => Some(item.ident.clone()),
        Item::Enum(item) => Some(item.ident.clone()),
        Item::Union(item) => Some(item.ident.clone()),
        _ => None,
    }
}

/// Parses the output of a macro, and asserts that each error has a message.
fn check(output: TokenStream, of: &TokenStream) -> File {
    let text = output.to_string();
    let file: File =
        syn::parse2(output).unwrap_or_else(|error| panic!("{error}: `{of}` expands to `{text}`"));
    for item in &file.items {
        if let Item::Macro(item) = item
            && item
                .mac
                .path
                .segments
                .last()
                .is_some_and(|last| last.ident == "compile_error")
        {
            let message: LitStr = item.mac.parse_body().expect("an error has a string");
            assert!(
                !message.value().trim().is_empty(),
                "an error in {of} has no message"
            );
        }
    }
    file
}
