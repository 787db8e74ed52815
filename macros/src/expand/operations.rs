//! The functions that make requests.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::generics::{self, Parts};
use super::{request, setters};
use crate::model::{Operation, Property, Resource};

pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    let ident = resource.ident;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let functions = resource.operations.iter().map(|operation| match operation {
        Operation::List => bodiless(resource, "list", "List", Scope::Collection, "one page of"),
        Operation::Get => bodiless(resource, "get", "Get", Scope::Item, "one"),
        Operation::Delete => bodiless(resource, "delete", "Delete", Scope::Item, "deletes one"),
        Operation::Update => update(resource),
        Operation::Create => create(resource),
    });
    quote! {
        #[automatically_derived]
        impl #parameters #ident #arguments #bounds {
            #(#functions)*
        }
    }
}

/// What the address of a request names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scope {
    Collection,
    Item,
}

/// The arguments of a function that fill the address, and the address out of them.
fn address(resource: &Resource<'_>, scope: Scope) -> (TokenStream, TokenStream) {
    let key = resource
        .key()
        .filter(|_| scope == Scope::Item)
        .map(|key| key.ident);
    let parameters: Vec<&Ident> = resource.template.parameters.iter().chain(key).collect();
    let (arguments, values) = request::address(&parameters);
    let path = match scope {
        Scope::Collection => quote!(__INFO.path()),
        Scope::Item => quote!(__INFO.item_path()),
    };
    (arguments, quote!(__graph::Address::new(#path, #values)))
}

fn bodiless(
    resource: &Resource<'_>,
    name: &str,
    request: &str,
    scope: Scope,
    what: &str,
) -> TokenStream {
    let Resource {
        visibility,
        runtime,
        ident,
        ..
    } = resource;
    let (arguments, address) = address(resource, scope);
    let docs = match name {
        "delete" => format!(
            " The request that {what} [`{ident}`]: `DELETE {}`.",
            resource.item_path()
        ),
        "list" => format!(
            " The request for {what} [`{ident}`]s: `GET {}`.",
            resource.template.text
        ),
        _ => format!(
            " The request for {what} [`{ident}`]: `GET {}`.",
            resource.item_path()
        ),
    };
    let name = Ident::new(name, Span::call_site());
    let request = Ident::new(request, Span::call_site());
    quote! {
        #[doc = #docs]
        #visibility fn #name(#arguments) -> #runtime::#request<Self> {
            #runtime::#request::new(#address)
        }
    }
}

fn update(resource: &Resource<'_>) -> TokenStream {
    let Resource {
        visibility, ident, ..
    } = resource;
    let request = resource.update_ident();
    let generic_arguments = generics::of_type(resource).arguments;
    let (arguments, address) = address(resource, Scope::Item);
    let method = match resource.update_method {
        crate::model::UpdateMethod::Patch => "PATCH",
        crate::model::UpdateMethod::Put => "PUT",
    };
    let docs = format!(
        " The request that updates one [`{ident}`]: `{method} {}`.",
        resource.item_path()
    );
    quote! {
        #[doc = #docs]
        #visibility fn update(#arguments) -> #request #generic_arguments {
            #request {
                __parts: __graph::RequestParts::new(#address, __INFO.version()),
                patch: ::core::default::Default::default(),
            }
        }
    }
}

/// What a create requires comes as arguments, behind those of the address: a missing one does not compile.
fn create(resource: &Resource<'_>) -> TokenStream {
    let Resource {
        visibility, ident, ..
    } = resource;
    let request = resource.create_ident();
    let generic_arguments = generics::of_type(resource).arguments;
    let (mut arguments, address) = address(resource, Scope::Collection);
    let (required, optional): (Vec<_>, Vec<_>) = resource
        .creatable()
        .partition(|property| property.is_required());
    for property in &required {
        let (name, ty) = (property.ident, setters::argument(property));
        let comma = (!arguments.is_empty()).then(|| quote!(,));
        arguments.extend(quote!(#comma #name: #ty));
    }
    let required = required.iter().map(|property| {
        let Property { ident, .. } = property;
        if property.is_primitive() {
            quote!(#ident,)
        } else {
            quote!(#ident: ::core::convert::Into::into(#ident),)
        }
    });
    let optional = optional.iter().map(|property| property.ident);
    let marker = generics::marker(resource).map(|_| quote!(__marker: ::core::marker::PhantomData,));
    let docs = format!(
        " The request that creates one [`{ident}`]: `POST {}`.",
        resource.template.text
    );
    quote! {
        #[doc = #docs]
        #[allow(clippy::too_many_arguments)]
        #visibility fn create(#arguments) -> #request #generic_arguments {
            #request {
                __parts: __graph::RequestParts::new(#address, __INFO.version()),
                #(#required)*
                #(#optional: ::core::option::Option::None,)*
                #marker
            }
        }
    }
}
