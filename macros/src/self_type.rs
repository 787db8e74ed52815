//! Replaces `Self` in the types of fields, because it means another type in the generated code.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Fields, Type};

use crate::name::mentions;

/// Replaces `Self` in the types of fields by the name and the arguments of the struct.
pub(crate) fn replace(input: &mut DeriveInput) {
    let (ident, (_, arguments, _)) = (&input.ident, input.generics.split_for_impl());
    let full_name = quote!(#ident #arguments);
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
        // A type remains a type when a path replaces `Self`, so this always succeeds.
        if let Ok(ty) = syn::parse2::<Type>(replaced(tokens, &full_name)) {
            field.ty = ty;
        }
    }
}

fn replaced(tokens: TokenStream, full_name: &TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .flat_map(|token| match token {
            TokenTree::Ident(ident) if ident == "Self" => full_name.clone(),
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), replaced(group.stream(), full_name));
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
    fn self_is_replaced_by_the_struct_and_its_arguments() {
        let mut input: DeriveInput = parse_quote! {
            struct Folder<'a, T: Clone> {
                name: Cow<'a, str>,
                children: Vec<(Self, [Box<Self>; 2])>,
                parent: Option<Box<Self>>,
            }
        };
        replace(&mut input);
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
