//! The functions that make requests for an item by an alternate key, and the upsert.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::generics::{self, Parts};
use super::requests;
use crate::model::{Operation, Property, StructuredType, UpdateMethod};

/// The alias for the request, if there is an upsert.
pub(super) fn types(resource: &StructuredType<'_>) -> Option<TokenStream> {
    resource
        .alternate_keys()
        .find(|key| upserts(resource, key))?;
    let (ident, runtime) = (resource.ident, &resource.runtime);
    let docs = format!(
        " The request that updates one [`{ident}`], or creates it where it is missing. Made by the `upsert_by_…` of [`{ident}`]."
    );
    let upsert = quote!(#runtime::Upsert);
    Some(requests::alias(
        resource,
        &resource.upsert_ident(),
        &docs,
        &upsert,
    ))
}

/// Whether the client may give the key to an item that is created.
fn upserts(resource: &StructuredType<'_>, key: &Property<'_>) -> bool {
    resource.has(Operation::Update)
        && resource.update_method() == UpdateMethod::Patch
        && key.is_creatable()
}

pub(super) fn implementations(resource: &StructuredType<'_>) -> Option<TokenStream> {
    resource.alternate_keys().next()?;
    let (ident, visibility, patch) = (resource.ident, resource.visibility, resource.patch_ident());
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let functions = resource
        .alternate_keys()
        .map(|key| functions(resource, key));
    let lists = generics::as_lists(resource);
    let upsert = resource
        .alternate_keys()
        .any(|key| upserts(resource, key))
        .then(|| quote!(__graph::upsert!(#visibility #patch, #ident #arguments, #lists);));
    Some(quote! {
        #upsert

        #[automatically_derived]
        impl #parameters #ident #arguments #bounds {
            #(#functions)*
        }
    })
}

/// A function that names an item by an alternate key.
struct Function {
    name: &'static str,
    /// What the request is for, in its documentation.
    what: &'static str,
    method: &'static str,
    /// The type of the runtime that makes a request of the address.
    request: &'static str,
    /// The request with the setters of the patch, if it is one.
    builder: Option<Ident>,
}

fn functions(resource: &StructuredType<'_>, key: &Property<'_>) -> TokenStream {
    let update_method = match resource.update_method() {
        UpdateMethod::Patch => "PATCH",
        UpdateMethod::Put => "PUT",
    };
    let function = |name, what, method, request, builder| Function {
        name,
        what,
        method,
        request,
        builder,
    };
    let update = Some(resource.update_ident());
    let upsert = Some(resource.upsert_ident());
    let all = [
        (
            resource.has(Operation::Get),
            function("get", "for one", "GET", "Get", None),
        ),
        (
            resource.has(Operation::Update),
            function(
                "update",
                "that updates one",
                update_method,
                "Update",
                update,
            ),
        ),
        (
            upserts(resource, key),
            function(
                "upsert",
                "that updates or creates one",
                "PATCH",
                "Upsert",
                upsert,
            ),
        ),
        (
            resource.has(Operation::Delete),
            function("delete", "that deletes one", "DELETE", "Delete", None),
        ),
    ];
    all.iter()
        .filter(|(exists, _)| *exists)
        .map(|(_, function)| function.by(key, resource))
        .collect()
}

impl Function {
    fn by(&self, key: &Property<'_>, resource: &StructuredType<'_>) -> TokenStream {
        let (visibility, runtime) = (resource.visibility, &resource.runtime);
        let (template, wire_name) = (resource.path_by(key), &key.wire_name);
        let Self { what, method, .. } = self;
        let docs = format!(
            " The request {what} [`{}`] by its `{wire_name}`: `{method} {template}`.",
            resource.ident
        );
        let suffix = key.ident.unraw().to_string();
        let suffix = suffix.trim_end_matches('_');
        let name = format_ident!("{}_by_{suffix}", self.name, span = key.ident.span());
        let parameters = resource.parameters().iter().chain([key.ident]);
        let parameters: Vec<&Ident> = parameters.collect();
        let address = quote!(__INFO.by_alternate_key(#template, &[#(&#parameters),*]));
        let request = format_ident!("{}", self.request);
        let request = quote!(#runtime::#request);
        let (ty, made) = match &self.builder {
            None => (quote!(#request<Self>), quote!(#request::new(#address))),
            Some(builder) => {
                let arguments = generics::of_type(resource).arguments;
                let ty = quote!(#builder #arguments);
                let made = quote!(<#ty>::__new(#request::new(#address)));
                (ty, made)
            }
        };
        quote! {
            #[doc = #docs]
            #visibility fn #name(#(#parameters: impl __graph::Key,)*) -> #ty {
                #made
            }
        }
    }
}
