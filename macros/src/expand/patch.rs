//! The patch type.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::{self, Parts};
use super::{docs, read, setters, write};
use crate::model::{Kind, Property, StructuredType};

pub(super) fn types(resource: &StructuredType<'_>) -> TokenStream {
    let visibility = resource.visibility;
    let ident = resource.patch_ident();
    let Parts {
        parameters, bounds, ..
    } = generics::of_patch_type(resource);
    let fields = resource.updatable().map(|property| {
        let Property {
            ident, visibility, ..
        } = property;
        let docs = docs::of_property(property);
        let ty = place(resource, property);
        quote!(#docs #visibility #ident: #ty,)
    });
    let marker = generics::marker(resource).map(|ty| quote!(#[doc(hidden)] pub __marker: #ty,));
    let docs = format!(
        " A partial update of one [`{}`]: what is to be done to each property that an update may carry.",
        resource.ident
    );
    quote! {
        #[doc = #docs]
        #[allow(deprecated)]
        #[must_use = "a patch does nothing until it is sent or applied"]
        #visibility struct #ident #parameters #bounds {
            #(#fields)*
            #marker
            #[doc(hidden)]
            pub __request: __Request,
        }
    }
}

/// The type of the place of a property.
fn place(resource: &StructuredType<'_>, property: &Property<'_>) -> TokenStream {
    let (runtime, ty) = (&resource.runtime, property.value_type);
    let value = match property.kind {
        Kind::Extra => return quote!(#runtime::edm::DynamicChanges),
        Kind::Base => return quote!(<#ty as #runtime::StructuredType>::Patch),
        Kind::Merged => quote!(<#ty as #runtime::Merge>::Patch),
        Kind::Bound => quote!(#runtime::Reference),
        Kind::BoundCollection => quote!(::std::vec::Vec<#runtime::Reference>),
        Kind::Replaced | Kind::Navigation | Kind::Invalid => quote!(#ty),
    };
    if property.is_clearable() {
        quote!(#runtime::Change<#value>)
    } else {
        quote!(::core::option::Option<#value>)
    }
}

pub(super) fn implementations(resource: &StructuredType<'_>) -> TokenStream {
    let ident = resource.patch_ident();
    let any_patch = generics::of_any_patch(resource);
    let setters = own_methods(resource, &any_patch);
    let alike = alike(resource);
    let writing = write::properties(&ident, &any_patch, resource.updatable().map(write::change));
    let serialize = write::serialize_patch(&ident, &generics::of_impl(resource));
    let reading = read::patch(resource);
    let debug = write::debug(&ident, &any_patch);
    quote!(#setters #alike #writing #serialize #reading #debug)
}

fn own_methods(resource: &StructuredType<'_>, any_patch: &Parts) -> TokenStream {
    let ident = resource.patch_ident();
    let Parts {
        parameters,
        arguments,
        bounds,
    } = any_patch;
    let setters = resource.updatable().map(setters::of_patch);
    let base = resource
        .only(Kind::Base)
        .map(|base| setters::of_base(base, &ident, any_patch));
    quote! {
        #[automatically_derived]
        impl #parameters #ident #arguments #bounds {
            #(#setters)*
        }

        #base
    }
}

/// What is done with all properties alike.
fn alike(resource: &StructuredType<'_>) -> TokenStream {
    let StructuredType {
        ident, visibility, ..
    } = resource;
    let patch = resource.patch_ident();
    let arguments = generics::of_type(resource).arguments;
    let lists = generics::as_lists(resource);
    let names = |belongs: fn(&Property<'_>) -> bool| {
        let names = resource
            .updatable()
            .filter(move |property| belongs(property))
            .map(|property| property.ident);
        quote!({ #(#names),* })
    };
    let replaced = names(|property| matches!(property.kind, Kind::Replaced | Kind::Extra));
    let merged = names(|property| property.kind == Kind::Merged && !property.is_nullable);
    let merged_nullable = names(|property| property.kind == Kind::Merged && property.is_nullable);
    let base = names(|property| property.kind == Kind::Base);
    let bound = names(|property| matches!(property.kind, Kind::Bound | Kind::BoundCollection));
    let marker = generics::marker(resource).map(|_| quote!(__marker));
    let value = resource
        .is_complex()
        .then(|| quote!(__graph::patch_value!(#patch, #ident #arguments, #lists);));
    quote! {
        __graph::patch!(
            #visibility #patch, #ident #arguments, #lists,
            #replaced merge #merged #merged_nullable base #base bind #bound [#marker]
        );
        #value
    }
}
