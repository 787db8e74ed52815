//! The attribute macros: look at their arguments just enough to find the runtime, and put the derive that does the work on the
//! untouched item.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, format_ident, quote};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Attribute, LitStr, Meta, Path, Token, parse_quote};

use crate::attr;
use crate::diagnostics::Mistakes;

pub(crate) fn resource(args: TokenStream, item: TokenStream) -> TokenStream {
    let macro_name = "graph_resource";
    delegate(
        macro_name,
        "a struct with named fields",
        attr::RESOURCE,
        "DeriveResource",
        &args,
        item,
        &[],
    )
}

/// An enum is a plain value, so that the traits of one are derived where the user did not.
pub(crate) fn enumeration(args: TokenStream, item: TokenStream) -> TokenStream {
    let traits = [
        parse_quote!(::core::fmt::Debug),
        parse_quote!(::core::clone::Clone),
        parse_quote!(::core::cmp::PartialEq),
        parse_quote!(::core::cmp::Eq),
        parse_quote!(::core::hash::Hash),
    ];
    delegate(
        "graph_enum",
        "an enum",
        attr::ENUMERATION,
        "DeriveEnum",
        &args,
        item,
        &traits,
    )
}

fn delegate(
    macro_name: &str,
    place: &str,
    wrapper: &str,
    derive: &str,
    args: &TokenStream,
    item: TokenStream,
    traits: &[Path],
) -> TokenStream {
    let mistakes = Mistakes::new();
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
    if !is_data(&body) {
        let help = format!("put it on {place}");
        mistakes.report(
            &body,
            format_args!("`#[{macro_name}]` cannot be used here"),
            help,
        );
        let mistakes = mistakes.into_tokens();
        return quote!(#mistakes #(#attributes)* #body);
    }
    let mut derived = Vec::new();
    for attribute in &mut attributes {
        derived.extend(take_stray_derives(attribute, macro_name, &mistakes));
    }
    let missing = traits
        .iter()
        .filter(|path| !derived.iter().any(|derived| last(derived) == last(path)));
    let runtime = runtime(args);
    let (derive, wrapper) = (format_ident!("{derive}"), format_ident!("{wrapper}"));
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

/// Whether a derive may stand on the item.
fn is_data(body: &TokenStream) -> bool {
    let keyword = body.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(ident) if ident != "pub" => Some(ident),
        _ => None,
    });
    keyword.is_some_and(|keyword| keyword == "struct" || keyword == "enum" || keyword == "union")
}

/// The path of the runtime: `crate = "…"`, or its own name. A mistake in the argument is for the derive to report.
fn runtime(args: &TokenStream) -> Path {
    let tokens: Vec<TokenTree> = args.clone().into_iter().collect();
    let given = tokens.windows(3).find_map(|window| match window {
        [
            TokenTree::Ident(name),
            TokenTree::Punct(equals),
            TokenTree::Literal(path),
        ] if name == attr::CRATE && equals.as_char() == '=' => {
            syn::parse2::<LitStr>(path.to_token_stream())
                .ok()?
                .parse()
                .ok()
        }
        _ => None,
    });
    given.unwrap_or_else(default_runtime)
}

pub(crate) fn default_runtime() -> Path {
    parse_quote!(::graph_resource)
}

/// Reports derives that the macro does by itself, and takes them out, so that they do not conflict as well. Returns what is derived.
fn take_stray_derives(
    attribute: &mut Attribute,
    macro_name: &str,
    mistakes: &Mistakes,
) -> Vec<Path> {
    let Meta::List(list) = &mut attribute.meta else {
        return Vec::new();
    };
    if !list.path.is_ident("derive") {
        return Vec::new();
    }
    let Ok(paths) = list.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated) else {
        return Vec::new();
    };
    let is_stray =
        |path: &Path| last(path).is_some_and(|name| name == "Serialize" || name == "Deserialize");
    for path in paths.iter().filter(|path| is_stray(path)) {
        let name = last(path).map(ToString::to_string).unwrap_or_default();
        let wrong = format!(
            "`{name}` is derived twice: `#[{macro_name}]` writes it, in the form that Microsoft Graph has"
        );
        mistakes.report(path, wrong, format!("remove `{name}` from this `derive`"));
    }
    let (stray, kept): (Vec<_>, Vec<_>) = paths.into_iter().partition(is_stray);
    if !stray.is_empty() {
        list.tokens = quote!(#(#kept),*);
    }
    kept
}

fn last(path: &Path) -> Option<&Ident> {
    path.segments.last().map(|segment| &segment.ident)
}
