//! The attribute macros. They read only as much of their arguments as they need to find the runtime, and add the derive that
//! generates the code to the unchanged item.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, LitStr, Meta, Path, Token, parse_quote};

use crate::attr;
use crate::diagnostics::Mistakes;

/// Expands `#[graph_resource]`.
pub(crate) fn resource(args: &TokenStream, item: TokenStream) -> TokenStream {
    let macro_ = Macro {
        name: "graph_resource",
        target: "a struct with named fields",
        wrapper: attr::RESOURCE,
        derive: "DeriveResource",
        also_derives: &[],
    };
    macro_.delegate(args, item)
}

/// Expands `#[graph_complex]`.
pub(crate) fn complex(args: &TokenStream, item: TokenStream) -> TokenStream {
    let macro_ = Macro {
        name: "graph_complex",
        target: "a struct with named fields",
        wrapper: attr::COMPLEX,
        derive: "DeriveComplex",
        also_derives: &[],
    };
    macro_.delegate(args, item)
}

/// Expands `#[graph_union]`.
pub(crate) fn union(args: &TokenStream, item: TokenStream) -> TokenStream {
    let macro_ = Macro {
        name: "graph_union",
        target: "an enum",
        wrapper: attr::UNION,
        derive: "DeriveUnion",
        also_derives: &[],
    };
    macro_.delegate(args, item)
}

/// Expands `#[graph_enum]`. An enum is a plain value, so the traits of one are derived as well, unless the user derives them.
pub(crate) fn enumeration(args: &TokenStream, item: TokenStream) -> TokenStream {
    let macro_ = Macro {
        name: "graph_enum",
        target: "an enum",
        wrapper: attr::ENUMERATION,
        derive: "DeriveEnum",
        also_derives: &[
            parse_quote!(::core::fmt::Debug),
            parse_quote!(::core::clone::Clone),
            parse_quote!(::core::cmp::PartialEq),
            parse_quote!(::core::cmp::Eq),
            parse_quote!(::core::hash::Hash),
        ],
    };
    macro_.delegate(args, item)
}

/// The properties of an attribute macro.
struct Macro<'a> {
    name: &'a str,
    /// The item that it is for.
    target: &'a str,
    /// The entry of `#[graph(…)]` in which its arguments are passed to the derive.
    wrapper: &'a str,
    derive: &'a str,
    /// The traits that are derived as well.
    also_derives: &'a [Path],
}

impl Macro<'_> {
    fn delegate(&self, args: &TokenStream, item: TokenStream) -> TokenStream {
        let parsed = |input: ParseStream<'_>| {
            Ok((
                Attribute::parse_outer(input)?,
                input.parse::<TokenStream>()?,
            ))
        };
        let (mut attributes, body) = match parsed.parse2(item) {
            Ok(parsed) => parsed,
            Err(error) => return error.into_compile_error(),
        };
        let mistakes = Mistakes::new();
        let keyword = keyword(&body);
        let is = |name: &str| keyword.as_ref().is_some_and(|keyword| keyword == name);
        if !["struct", "enum", "union"].into_iter().any(is) {
            let wrong = format!("`#[{}]` cannot be used here", self.name);
            mistakes.report(&keyword, wrong, format!("write it on {}", self.target));
            let mistakes = mistakes.into_tokens();
            return quote!(#mistakes #(#attributes)* #body);
        }
        let masks_debug = is("struct") && has_sensitive_field(&body);
        let mut derived = Vec::new();
        for attribute in &mut attributes {
            derived.extend(self.remove_conflicting_derives(attribute, masks_debug, &mistakes));
        }
        let missing = self.also_derives.iter().filter(|path| {
            is("enum") && !derived.iter().any(|derived| last(derived) == last(path))
        });
        let runtime = runtime(args);
        let [derive, wrapper] = [self.derive, self.wrapper].map(|name| format_ident!("{name}"));
        let mistakes = mistakes.into_tokens();
        let args = (!args.is_empty()).then(|| quote!((#args)));
        quote! {
            #mistakes
            #[derive(#runtime::__private::#derive #(, #missing)*)]
            #[graph(#wrapper #args)]
            #(#attributes)*
            #body
        }
    }

    /// Reports and removes derives of traits that the macro implements, which would conflict. Returns the other derives.
    fn remove_conflicting_derives(
        &self,
        attribute: &mut Attribute,
        masks_debug: bool,
        mistakes: &Mistakes,
    ) -> Vec<Path> {
        let Meta::List(list) = &mut attribute.meta else {
            return Vec::new();
        };
        if !list.path.is_ident("derive") {
            return Vec::new();
        }
        let Ok(paths) = list.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated)
        else {
            return Vec::new();
        };
        let (conflicting, kept): (Vec<_>, Vec<_>) = paths
            .into_iter()
            .partition(|path| self.report_conflict(path, masks_debug, mistakes));
        if !conflicting.is_empty() {
            list.tokens = quote!(#(#kept),*);
        }
        kept
    }

    /// Returns whether the macro implements the trait itself, and reports it if so.
    fn report_conflict(&self, path: &Path, masks_debug: bool, mistakes: &Mistakes) -> bool {
        let name = last(path).map(ToString::to_string).unwrap_or_default();
        let how = match name.as_str() {
            "Serialize" | "Deserialize" => "in the form that Microsoft Graph uses",
            "Debug" if masks_debug => "with `sensitive` properties masked",
            _ => return false,
        };
        let wrong = format!("`#[{}]` implements `{name}`, {how}", self.name);
        mistakes.report(path, wrong, format!("remove `{name}` from this `derive`"));
        true
    }
}

/// Returns the keyword of the item, such as `struct`.
fn keyword(body: &TokenStream) -> Option<Ident> {
    body.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) if ident != "pub" => Some(ident),
        _ => None,
    })
}

/// Returns whether a field of the struct has a `#[graph(…, sensitive, …)]`.
fn has_sensitive_field(body: &TokenStream) -> bool {
    let Some(TokenTree::Group(fields)) = body.clone().into_iter().last() else {
        return false;
    };
    let attributes = groups(fields.stream(), Delimiter::Bracket);
    attributes
        .filter(|attribute| {
            matches!(attribute.stream().into_iter().next(), Some(TokenTree::Ident(name)) if name == attr::GRAPH)
        })
        .flat_map(|attribute| groups(attribute.stream(), Delimiter::Parenthesis))
        .flat_map(|entries| entries.stream())
        .any(|token| matches!(token, TokenTree::Ident(name) if name == attr::SENSITIVE))
}

fn groups(tokens: TokenStream, delimiter: Delimiter) -> impl Iterator<Item = Group> {
    tokens.into_iter().filter_map(move |token| match token {
        TokenTree::Group(group) if group.delimiter() == delimiter => Some(group),
        _ => None,
    })
}

/// Returns the path of the runtime: the argument `crate = "…"`, or the default. The derive reports mistakes in the argument.
fn runtime(args: &TokenStream) -> Path {
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

fn last(path: &Path) -> Option<&Ident> {
    path.segments.last().map(|segment| &segment.ident)
}
