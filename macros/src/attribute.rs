//! The attribute macros: look at their arguments just enough to find the runtime, and put the derive that does the work on the
//! untouched item.

use proc_macro2::{Delimiter, Group, Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, LitStr, Meta, Path, Token, parse_quote};

use crate::attr;
use crate::diagnostics::Mistakes;

pub(crate) fn resource(args: &TokenStream, item: TokenStream) -> TokenStream {
    let macro_ = Macro {
        name: "graph_resource",
        place: "a struct with named fields",
        wrapper: attr::RESOURCE,
        derive: "DeriveResource",
        also_derives: &[],
    };
    macro_.delegate(args, item)
}

pub(crate) fn complex(args: &TokenStream, item: TokenStream) -> TokenStream {
    let macro_ = Macro {
        name: "graph_complex",
        place: "a struct with named fields",
        wrapper: attr::COMPLEX,
        derive: "DeriveComplex",
        also_derives: &[],
    };
    macro_.delegate(args, item)
}

pub(crate) fn union(args: &TokenStream, item: TokenStream) -> TokenStream {
    let macro_ = Macro {
        name: "graph_union",
        place: "an enum",
        wrapper: attr::UNION,
        derive: "DeriveUnion",
        also_derives: &[],
    };
    macro_.delegate(args, item)
}

/// An enum is a plain value, so that the traits of one are derived where the user did not.
pub(crate) fn enumeration(args: &TokenStream, item: TokenStream) -> TokenStream {
    let macro_ = Macro {
        name: "graph_enum",
        place: "an enum",
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

/// What tells one attribute macro from another.
struct Macro<'a> {
    name: &'a str,
    /// What it is to be put on.
    place: &'a str,
    /// Under which its arguments are handed on.
    wrapper: &'a str,
    derive: &'a str,
    /// The traits that an enum has besides.
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
            mistakes.report(&keyword, wrong, format!("put it on {}", self.place));
            let mistakes = mistakes.into_tokens();
            return quote!(#mistakes #(#attributes)* #body);
        }
        let masks_debug = is("struct") && has_sensitive_field(&body);
        let mut derived = Vec::new();
        for attribute in &mut attributes {
            derived.extend(self.take_own_derives(attribute, masks_debug, &mistakes));
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

    /// Reports derives of what the macro writes by itself, and takes them out, so that they do not conflict as well. Returns
    /// what is derived besides.
    fn take_own_derives(
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
        let (own, kept): (Vec<_>, Vec<_>) = paths
            .into_iter()
            .partition(|path| self.report_own(path, masks_debug, mistakes));
        if !own.is_empty() {
            list.tokens = quote!(#(#kept),*);
        }
        kept
    }

    /// Whether the macro writes the trait by itself, which then is reported.
    fn report_own(&self, path: &Path, masks_debug: bool, mistakes: &Mistakes) -> bool {
        let name = last(path).map(ToString::to_string).unwrap_or_default();
        let how = match name.as_str() {
            "Serialize" | "Deserialize" => "in the form that Microsoft Graph has",
            "Debug" if masks_debug => "with `sensitive` properties masked",
            _ => return false,
        };
        let wrong = format!("`{name}` is written by `#[{}]`, {how}", self.name);
        mistakes.report(path, wrong, format!("remove `{name}` from this `derive`"));
        true
    }
}

/// What says which kind of item it is.
fn keyword(body: &TokenStream) -> Option<Ident> {
    body.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) if ident != "pub" => Some(ident),
        _ => None,
    })
}

/// Whether there is a `#[graph(…, sensitive, …)]` on a field of the struct.
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

/// The path of the runtime: `crate = "…"`, or its own name. A mistake in the argument is for the derive to report.
fn runtime(args: &TokenStream) -> Path {
    let tokens: Vec<TokenTree> = args.clone().into_iter().collect();
    // The literal is one token, or an invisible group of it where it came through a `macro_rules`.
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
