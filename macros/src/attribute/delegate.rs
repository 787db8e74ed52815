//! Adds the derive that does the work.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::parse::{ParseStream, Parser};
use syn::{Attribute, Path};

use super::{derives, scan, variants};
use crate::diagnostics::Mistakes;

/// The properties of an attribute macro.
pub(super) struct Macro<'a> {
    pub(super) name: &'a str,
    /// The item that it is for.
    pub(super) target: &'a str,
    /// The entry of `#[graph(…)]` in which its arguments are passed to the derive.
    pub(super) wrapper: &'a str,
    pub(super) derive: &'a str,
    /// The traits that are derived for an enum as well.
    pub(super) also_derives: &'a [Path],
}

impl Macro<'_> {
    /// Returns the item with the derive, and with the arguments in an attribute for it.
    pub(super) fn delegate(&self, args: &TokenStream, item: TokenStream) -> TokenStream {
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
        let body = if scan::keyword(&body).is_some_and(|keyword| keyword == "enum") {
            variants::distinct(body, &mistakes)
        } else {
            body
        };
        let added = self.added(args, &mut attributes, &body, &mistakes);
        let mistakes = mistakes.into_tokens();
        quote!(#mistakes #added #(#attributes)* #body)
    }

    /// Returns the attributes to add to the item. `None` if a derive cannot be on the item.
    fn added(
        &self,
        args: &TokenStream,
        attributes: &mut [Attribute],
        body: &TokenStream,
        mistakes: &Mistakes,
    ) -> Option<TokenStream> {
        let keyword = scan::keyword(body);
        let is = |name: &str| keyword.as_ref().is_some_and(|keyword| keyword == name);
        if !["struct", "enum", "union"].into_iter().any(is) {
            let wrong = format!("`#[{}]` cannot be used here", self.name);
            mistakes.report(&keyword, wrong, format!("write it on {}", self.target));
            return None;
        }
        let masks_debug = is("struct") && scan::has_sensitive_field(body);
        for attribute in attributes.iter_mut() {
            derives::remove_conflicting(attribute, self.name, masks_debug, mistakes);
        }
        let missing = self.missing_derives(attributes).filter(|_| is("enum"));
        let runtime = scan::runtime(args);
        let [derive, wrapper] = [self.derive, self.wrapper].map(|name| format_ident!("{name}"));
        let args = (!args.is_empty()).then(|| quote!((#args)));
        Some(quote! {
            #[derive(#runtime::__private::#derive #(, #missing)*)]
            #[graph(#wrapper #args)]
        })
    }

    /// Returns the traits that the attributes do not derive yet.
    fn missing_derives(&self, attributes: &[Attribute]) -> impl Iterator<Item = &Path> {
        let derived: Vec<Path> = attributes.iter().flat_map(derives::derived).collect();
        self.also_derives.iter().filter(move |path| {
            let mut derived = derived.iter();
            !derived.any(|derived| derives::last(derived) == derives::last(path))
        })
    }
}
