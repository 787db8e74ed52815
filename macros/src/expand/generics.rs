//! The parameters of the struct, on what is generated for it.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Generics, WhereClause, parse_quote};

use crate::model::Resource;

/// The three parts of `impl<…> X<…> where …`.
pub(super) struct Parts {
    pub(super) parameters: TokenStream,
    pub(super) arguments: TokenStream,
    pub(super) bounds: Option<WhereClause>,
}

/// For an impl: each type parameter is the type of a property.
pub(super) fn of_impl(resource: &Resource<'_>) -> Parts {
    parts(&bounded(resource))
}

/// The same, with a lifetime for the input that is read.
pub(super) fn of_reader(resource: &Resource<'_>) -> Parts {
    let arguments = parts(resource.generics).arguments;
    let mut generics = bounded(resource);
    generics.params.insert(0, parse_quote!('__de));
    Parts {
        arguments,
        ..parts(&generics)
    }
}

/// For a type: as the user wrote them.
pub(super) fn of_type(resource: &Resource<'_>) -> Parts {
    let generics = resource.generics;
    let parameters = generics.params.iter();
    let parameters = if generics.params.is_empty() {
        quote!()
    } else {
        quote!(<#(#parameters),*>)
    };
    Parts {
        parameters,
        ..parts(generics)
    }
}

/// A field that uses the parameters, where the others may not.
pub(super) fn marker(resource: &Resource<'_>) -> Option<TokenStream> {
    if resource.generics.params.is_empty() {
        return None;
    }
    let (ident, arguments) = (resource.ident, parts(resource.generics).arguments);
    Some(quote!(::core::marker::PhantomData<fn() -> #ident #arguments>))
}

fn bounded(resource: &Resource<'_>) -> Generics {
    let mut generics = resource.generics.clone();
    let types: Vec<_> = generics
        .type_params()
        .map(|parameter| parameter.ident.clone())
        .collect();
    if !types.is_empty() {
        let runtime = &resource.runtime;
        let bounds = &mut generics.make_where_clause().predicates;
        bounds.extend::<Vec<syn::WherePredicate>>(
            types
                .iter()
                .map(|ty| parse_quote!(#ty: #runtime::__private::PropertyValue))
                .collect(),
        );
    }
    generics
}

fn parts(generics: &Generics) -> Parts {
    let (parameters, arguments, bounds) = generics.split_for_impl();
    Parts {
        parameters: parameters.to_token_stream(),
        arguments: arguments.to_token_stream(),
        bounds: bounds.cloned(),
    }
}
