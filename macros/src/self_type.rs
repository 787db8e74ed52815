//! `Self` in the type of a field: in what is generated, it would be another type.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Fields, Type};

use crate::name::mentions;

/// Writes the type out wherever a field says `Self`.
pub(crate) fn write_out(input: &mut DeriveInput) {
    let (ident, (_, arguments, _)) = (&input.ident, input.generics.split_for_impl());
    let written_out = quote!(#ident #arguments);
    let Data::Struct(data) = &mut input.data else {
        return;
    };
    let Fields::Named(fields) = &mut data.fields else {
        return;
    };
    for field in &mut fields.named {
        let tokens = field.ty.to_token_stream();
        if !mentions(tokens.clone(), "Self") {
            continue;
        }
        // What was a type with `Self` is one with a path in its place.
        if let Ok(ty) = syn::parse2::<Type>(replaced(tokens, &written_out)) {
            field.ty = ty;
        }
    }
}

fn replaced(tokens: TokenStream, written_out: &TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Ident(ident) if ident == "Self" => written_out.clone(),
            TokenTree::Group(group) => {
                let mut inner =
                    Group::new(group.delimiter(), replaced(group.stream(), written_out));
                inner.set_span(group.span());
                inner.to_token_stream()
            }
            token => token.into_token_stream(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use syn::parse_quote;

    use super::*;

    #[test]
    fn self_is_written_out_with_its_arguments() {
        let mut input: DeriveInput = parse_quote! {
            struct Folder<'a, T: Clone> {
                name: Cow<'a, str>,
                children: Vec<(Self, [Box<Self>; 2])>,
                parent: Option<Box<Self>>,
            }
        };
        write_out(&mut input);
        let expected: DeriveInput = parse_quote! {
            struct Folder<'a, T: Clone> {
                name: Cow<'a, str>,
                children: Vec<(Folder<'a, T>, [Box<Folder<'a, T> >; 2])>,
                parent: Option<Box<Folder<'a, T> > >,
            }
        };
        assert_eq!(
            input.to_token_stream().to_string(),
            expected.to_token_stream().to_string()
        );
    }
}
