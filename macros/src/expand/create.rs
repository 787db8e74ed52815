//! The request builder of a create.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::{self, Parts};
use super::{request, setters, write};
use crate::model::{Operation, Property, Resource};

pub(super) fn types(resource: &Resource<'_>) -> TokenStream {
    let Resource {
        visibility,
        runtime,
        ..
    } = resource;
    let ident = resource.create_ident();
    let Parts {
        parameters, bounds, ..
    } = generics::of_type(resource);
    let fields = resource.creatable().map(|property| {
        let Property {
            ident, value_type, ..
        } = property;
        if property.is_required() {
            quote!(#ident: #value_type,)
        } else {
            quote!(#ident: ::core::option::Option<#value_type>,)
        }
    });
    let marker = generics::marker(resource).map(|ty| quote!(__marker: #ty,));
    let docs = format!(
        " The request to create one [`{0}`]. Made by [`{0}::create`].",
        resource.ident
    );
    quote! {
        #[doc = #docs]
        #[derive(::core::clone::Clone)]
        #[must_use = "a create does nothing until it is sent"]
        #visibility struct #ident #parameters #bounds {
            __parts: #runtime::__private::RequestParts,
            #(#fields)*
            #marker
        }
    }
}

pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    if !resource.has(Operation::Create) {
        return TokenStream::new();
    }
    let Resource {
        ident: resource_ident,
        runtime,
        ..
    } = resource;
    let ident = resource.create_ident();
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let setters = resource
        .creatable()
        .filter(|property| !property.is_required())
        .map(setters::of_create);
    let writes = resource.creatable().map(|property| {
        let field = property.ident;
        let method = if property.is_required() {
            "value"
        } else {
            "optional"
        };
        write::property(property, method, &quote!(&self.#field))
    });
    let debug = write::debug(resource, &ident);
    let request = request::implementation(
        resource,
        &ident,
        &quote!(#runtime::Created<#resource_ident #arguments>),
        &quote!(__graph::create::to_http_request(
            &self.__parts,
            self,
            endpoint
        )),
    );
    quote! {
        #[automatically_derived]
        impl #parameters #ident #arguments #bounds {
            #(#setters)*
        }

        #[automatically_derived]
        impl #parameters __graph::WriteObject for #ident #arguments #bounds {
            const TYPE: &'static __graph::TypeInfo = &__TYPE;

            fn write<__W: __graph::PropertyWriter>(&self, writer: &mut __W) -> ::core::result::Result<(), __W::Error> {
                #(#writes)*
                ::core::result::Result::Ok(())
            }
        }

        #debug
        #request
    }
}
