//! The generic parameters of the struct, for the generated types and impls.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{GenericParam, Generics, WhereClause, parse_quote};

use crate::model::StructuredType;
use crate::name::mentions;

/// The three parts of `impl<…> X<…> where …`.
pub(super) struct Parts {
    pub(super) parameters: TokenStream,
    pub(super) arguments: TokenStream,
    pub(super) bounds: Option<WhereClause>,
}

impl Parts {
    /// The parts of a type without parameters.
    pub(super) fn none() -> Self {
        Self {
            parameters: TokenStream::new(),
            arguments: TokenStream::new(),
            bounds: None,
        }
    }
}

/// Returns the parts for an impl, in which each type parameter is the type of a property.
pub(super) fn of_impl(resource: &StructuredType<'_>) -> Parts {
    parts(&bounded(resource))
}

/// Returns the parts for an impl of the patch with any request.
pub(super) fn of_any_patch(resource: &StructuredType<'_>) -> Parts {
    let request = resource.parameter_ident("Request");
    with_parameter(resource, parse_quote!(#request))
}

/// Returns the parts for an impl of the patch with any request that has the bound.
pub(super) fn of_patch_where(resource: &StructuredType<'_>, bound: &TokenStream) -> Parts {
    let request = resource.parameter_ident("Request");
    with_parameter(resource, parse_quote!(#request: #bound))
}

/// Returns the parts for an impl of the patch with a write of any kind that has the bound.
pub(super) fn of_write(resource: &StructuredType<'_>, bound: &TokenStream) -> Parts {
    let kind = resource.parameter_ident("Kind");
    Parts {
        arguments: with(resource, &quote!(__graph::Write<#kind>)),
        ..with_parameter(resource, parse_quote!(#kind: #bound))
    }
}

fn with_parameter(resource: &StructuredType<'_>, parameter: GenericParam) -> Parts {
    let mut generics = bounded(resource);
    generics.params.push(parameter);
    parts(&generics)
}

/// Returns the parts of [`of_impl`], with a lifetime for the input that is read.
pub(super) fn of_reader(resource: &StructuredType<'_>) -> Parts {
    let arguments = parts(resource.generics).arguments;
    let mut generics = bounded(resource);
    generics.params.insert(0, parse_quote!('__de));
    Parts {
        arguments,
        ..parts(&generics)
    }
}

/// Returns the parts for an impl about the type of one property: only the parameters that occur in it.
pub(super) fn of_value(resource: &StructuredType<'_>, ty: &syn::Type) -> Parts {
    let mut generics = bounded(resource);
    let is_used =
        |parameter: &GenericParam| mentions(ty.to_token_stream(), &argument(parameter).to_string());
    let (used, unused): (Vec<_>, Vec<_>) = generics.params.into_iter().partition(is_used);
    generics.params = used.into_iter().collect();
    if let Some(clause) = &mut generics.where_clause {
        let is_kept = |predicate: &syn::WherePredicate| {
            unused.iter().all(|parameter| {
                !mentions(
                    predicate.to_token_stream(),
                    &argument(parameter).to_string(),
                )
            })
        };
        clause.predicates = std::mem::take(&mut clause.predicates)
            .into_iter()
            .filter(is_kept)
            .collect();
    }
    parts(&generics)
}

/// Returns whether none of the parameters occurs in `ty`.
pub(super) fn is_free_of_parameters(resource: &StructuredType<'_>, ty: &syn::Type) -> bool {
    let mut parameters = resource.generics.params.iter();
    parameters.all(|parameter| !mentions(ty.to_token_stream(), &argument(parameter).to_string()))
}

/// Returns the parts for a type, as the user wrote them.
pub(super) fn of_type(resource: &StructuredType<'_>) -> Parts {
    let parameters = listed(resource.generics.params.iter());
    Parts {
        parameters,
        ..parts(resource.generics)
    }
}

/// Returns the parts for the patch type: as the user wrote them, and the request.
pub(super) fn of_patch_type(resource: &StructuredType<'_>) -> Parts {
    let request = resource.parameter_ident("Request");
    let request: GenericParam = parse_quote!(#request = ());
    let parameters = listed(resource.generics.params.iter().chain([&request]));
    Parts {
        parameters,
        ..of_type(resource)
    }
}

/// Returns the parts for an alias, which has no bounds.
pub(super) fn of_alias(resource: &StructuredType<'_>) -> TokenStream {
    let mut generics = resource.generics.clone();
    for parameter in &mut generics.params {
        match parameter {
            GenericParam::Type(ty) => ty.bounds.clear(),
            GenericParam::Lifetime(lifetime) => lifetime.bounds.clear(),
            GenericParam::Const(_) => {}
        }
    }
    listed(generics.params.iter())
}

/// Returns the arguments for the user's parameters, followed by `last`.
pub(super) fn with(resource: &StructuredType<'_>, last: &TokenStream) -> TokenStream {
    let arguments = resource.generics.params.iter().map(argument);
    quote!(<#(#arguments,)* #last>)
}

/// Returns parameters, arguments and bounds as lists with trailing commas, to which a macro of the runtime can add.
pub(super) struct Lists {
    pub(super) parameters: TokenStream,
    pub(super) arguments: TokenStream,
    pub(super) bounds: TokenStream,
}

pub(super) fn as_lists(resource: &StructuredType<'_>) -> Lists {
    let generics = bounded(resource);
    let parameters = generics.params.iter().map(|parameter| {
        let mut parameter = parameter.clone();
        match &mut parameter {
            GenericParam::Type(ty) => ty.default = None,
            GenericParam::Const(constant) => constant.default = None,
            GenericParam::Lifetime(_) => {}
        }
        parameter
    });
    let arguments = resource.generics.params.iter().map(argument);
    let predicates = generics
        .where_clause
        .iter()
        .flat_map(|clause| &clause.predicates);
    Lists {
        parameters: quote!(#(#parameters,)*),
        arguments: quote!(#(#arguments,)*),
        bounds: quote!(#(#predicates,)*),
    }
}

/// Returns the type of a field that uses all parameters, if the other fields may not.
pub(super) fn marker(resource: &StructuredType<'_>) -> Option<TokenStream> {
    if resource.generics.params.is_empty() {
        return None;
    }
    let (ident, arguments) = (resource.ident, parts(resource.generics).arguments);
    Some(quote!(::core::marker::PhantomData<fn() -> #ident #arguments>))
}

fn bounded(resource: &StructuredType<'_>) -> Generics {
    let mut generics = resource.generics.clone();
    let runtime = &resource.runtime;
    let bounds: Vec<syn::WherePredicate> = generics
        .type_params()
        .map(|parameter| &parameter.ident)
        .map(|ty| parse_quote! {
                #ty: #runtime::__private::PropertyValue + ::core::clone::Clone + ::core::cmp::PartialEq
            })
        .collect();
    if !bounds.is_empty() {
        generics.make_where_clause().predicates.extend(bounds);
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

fn listed<'a>(parameters: impl Iterator<Item = &'a GenericParam>) -> TokenStream {
    let parameters: Vec<_> = parameters.collect();
    if parameters.is_empty() {
        TokenStream::new()
    } else {
        quote!(<#(#parameters),*>)
    }
}

fn argument(parameter: &GenericParam) -> TokenStream {
    match parameter {
        GenericParam::Type(ty) => ty.ident.to_token_stream(),
        GenericParam::Const(constant) => constant.ident.to_token_stream(),
        GenericParam::Lifetime(lifetime) => lifetime.lifetime.to_token_stream(),
    }
}
