//! The patch type.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::{self, Parts};
use super::{docs, init, read, setters, write};
use crate::model::{Property, Resource};

pub(super) fn types(resource: &Resource<'_>) -> TokenStream {
    let Resource {
        visibility,
        runtime,
        ..
    } = resource;
    let ident = resource.patch_ident();
    let Parts {
        parameters, bounds, ..
    } = generics::of_patch_type(resource);
    let fields = resource.updatable().map(|property| {
        let Property {
            ident,
            visibility,
            value_type,
            ..
        } = property;
        let docs = docs::of_property(property);
        let ty = if property.is_nullable {
            quote!(#runtime::Change<#value_type>)
        } else {
            quote!(::core::option::Option<#value_type>)
        };
        quote!(#docs #visibility #ident: #ty,)
    });
    let marker = generics::marker(resource).map(|ty| quote!(#[doc(hidden)] pub __marker: #ty,));
    let init::Default { derive, .. } = default(resource);
    let docs = format!(
        " A partial update of one [`{}`]: what is to be done to each property that an update may carry.",
        resource.ident
    );
    quote! {
        #[doc = #docs]
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
        #derive
        #[must_use = "a patch does nothing until it is sent or applied"]
        #visibility struct #ident #parameters #bounds {
            #(#fields)*
            #marker
            #[doc(hidden)]
            pub __request: __Request,
        }
    }
}

fn default(resource: &Resource<'_>) -> init::Default {
    let values = resource
        .updatable()
        .map(|property| (property.ident, quote!(::core::default::Default::default())));
    let generics = generics::of_impl(resource);
    init::default(
        resource,
        &resource.patch_ident(),
        &generics,
        values,
        Some(quote!(__request: ())),
    )
}

pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    let ident = resource.patch_ident();
    let any_patch = generics::of_any_patch(resource);
    let default = default(resource).implementation;
    let setters = own_methods(resource, &any_patch);
    let patch = patch(resource);
    let writing = write::properties(&ident, &any_patch, resource.updatable(), |property| {
        if property.is_nullable {
            "change"
        } else {
            "optional"
        }
    });
    let serialize = write::serialize(&ident, &generics::of_impl(resource), "request");
    let reading = read::patch(resource);
    let debug = write::debug(&ident, &any_patch);
    quote!(#default #setters #patch #writing #serialize #reading #debug)
}

/// The setters, and the step from a patch to a request.
fn own_methods(resource: &Resource<'_>, any_patch: &Parts) -> TokenStream {
    let ident = resource.patch_ident();
    let Parts {
        parameters,
        arguments,
        bounds,
    } = any_patch;
    let setters = resource.updatable().map(setters::of_patch);
    let fields = resource.updatable().map(|property| property.ident);
    let marker = generics::marker(resource).map(|_| quote!(__marker: self.__marker,));
    let with_other = generics::with(resource, &quote!(__Other));
    quote! {
        #[automatically_derived]
        impl #parameters #ident #arguments #bounds {
            #(#setters)*

            fn __for<__Other>(self, request: __Other) -> #ident #with_other {
                #ident { #(#fields: self.#fields,)* #marker __request: request }
            }
        }
    }
}

/// `impl Patch`, and its methods for those who have not imported the trait.
fn patch(resource: &Resource<'_>) -> TokenStream {
    let Resource {
        ident,
        visibility,
        runtime,
        ..
    } = resource;
    let patch = resource.patch_ident();
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let names: Vec<_> = resource
        .updatable()
        .map(|property| property.ident)
        .collect();
    let (parameter_list, bound_list) = generics::as_lists(resource);
    quote! {
        #[automatically_derived]
        impl #parameters #runtime::Patch for #patch #arguments #bounds {
            type Resource = #ident #arguments;

            fn between(before: &Self::Resource, after: &Self::Resource) -> Self {
                let mut patch: Self = ::core::default::Default::default();
                #(patch.#names = __graph::between(&before.#names, &after.#names);)*
                patch
            }

            fn apply_to(self, resource: &mut Self::Resource) {
                #(__graph::apply(self.#names, &mut resource.#names);)*
            }
        }

        __graph::patch_methods!([#parameter_list] #visibility #patch #arguments, #ident #arguments, [#bound_list]);
    }
}
