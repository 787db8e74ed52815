//! `Default`: derived, but for a generic type, where a derive would ask it of the parameters.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::generics::Parts;
use crate::model::Resource;

pub(super) struct Default {
    pub(super) derive: Option<TokenStream>,
    pub(super) implementation: Option<TokenStream>,
}

/// `Default` of `ident`, whose fields begin as `values` say. `last` is behind them.
pub(super) fn default<'a>(
    resource: &Resource<'_>,
    ident: &Ident,
    generics: &Parts,
    values: impl Iterator<Item = (&'a Ident, TokenStream)>,
    last: Option<&TokenStream>,
) -> Default {
    if resource.generics.params.is_empty() {
        return Default {
            derive: Some(quote!(#[derive(::core::default::Default)])),
            implementation: None,
        };
    }
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics;
    let values = values.map(|(field, value)| quote!(#field: #value,));
    let implementation = quote! {
        #[automatically_derived]
        impl #parameters ::core::default::Default for #ident #arguments #bounds {
            fn default() -> Self {
                Self { #(#values)* __marker: ::core::marker::PhantomData, #last }
            }
        }
    };
    Default {
        derive: None,
        implementation: Some(implementation),
    }
}
