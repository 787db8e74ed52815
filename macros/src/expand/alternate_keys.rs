//! The functions that create requests for an item by an alternate key, and the upsert.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::docs::{self, Write};
use super::generics::{self, Parts};
use super::operations::{self, Whole};
use super::requests;
use crate::model::{Operation, Property, StructuredType};

/// The alias for the request, if there is an upsert.
pub(super) fn types(resource: &StructuredType<'_>) -> Option<TokenStream> {
    resource
        .alternate_keys()
        .find(|key| resource.is_updated_in_part() && upserts(resource, key))?;
    let runtime = &resource.runtime;
    let docs = docs::of_request(resource, Write::Upsert);
    let upsert = quote!(#runtime::Write<#runtime::Upsert>);
    Some(requests::alias(
        resource,
        &resource.upsert_ident(),
        &docs,
        &upsert,
    ))
}

/// Returns whether the client may choose the key of an item that is created.
fn upserts(resource: &StructuredType<'_>, key: &Property<'_>) -> bool {
    resource.has(Operation::Update) && key.is_creatable()
}

pub(super) fn implementations(resource: &StructuredType<'_>) -> Option<TokenStream> {
    resource.alternate_keys().next()?;
    let ident = resource.ident;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let functions = resource
        .alternate_keys()
        .map(|key| functions(resource, key));
    let upsert = resource
        .alternate_keys()
        .any(|key| resource.is_updated_in_part() && upserts(resource, key))
        .then(|| upsert(resource));
    Some(quote! {
        #upsert

        impl #parameters #ident #arguments #bounds {
            #(#functions)*
        }
    })
}

/// The methods of an upsert.
fn upsert(resource: &StructuredType<'_>) -> TokenStream {
    let (visibility, runtime) = (resource.visibility, &resource.runtime);
    let patch = resource.patch_ident();
    let Parts {
        parameters, bounds, ..
    } = generics::of_impl(resource);
    let arguments = generics::with(resource, &quote!(__graph::Write<#runtime::Upsert>));
    let with_patch = requests::with_patch(resource);
    quote! {
        impl #parameters #patch #arguments #bounds {
            #with_patch

            /// Updates only, with `If-Match: *`: if the item is missing, the answer is `404`.
            #visibility fn with_update_only(mut self) -> Self {
                __graph::Write::set_condition(&mut self.__request, "if-match");
                self
            }

            /// Creates only, with `If-None-Match: *`: if the item exists, the answer is `412`.
            #visibility fn with_insert_only(mut self) -> Self {
                __graph::Write::set_condition(&mut self.__request, "if-none-match");
                self
            }
        }
    }
}

/// A function that creates a request for an item by an alternate key.
struct Function {
    operation: &'static str,
    /// The purpose of the request, in its documentation.
    purpose: &'static str,
    method: &'static str,
    request: Request,
}

/// The request that a function creates.
enum Request {
    /// A type of the runtime that needs the address alone.
    Bodiless(&'static str),
    /// The builder with the setters of the patch, and the constructor of its write.
    Write(Ident, &'static str),
    /// The write of a whole value: its kind, and its constructor.
    Whole(&'static str, &'static str),
}

fn functions(resource: &StructuredType<'_>, key: &Property<'_>) -> TokenStream {
    let method = resource.update_method();
    let (name, purpose, update, upsert) = if resource.is_replaced() {
        let update = Request::Whole("Replace", "replace_by");
        let upsert = Request::Whole("ReplaceOrCreate", "upsert_by");
        ("replace", "that replaces one", update, upsert)
    } else {
        let update = Request::Write(resource.update_ident(), "update");
        let upsert = Request::Write(resource.upsert_ident(), "upsert");
        ("update", "that updates one", update, upsert)
    };
    let rows = [
        (
            resource.has(Operation::Get),
            ("get", "for one", "GET", Request::Bodiless("Get")),
        ),
        (
            resource.has(Operation::Update),
            (name, purpose, method, update),
        ),
        (
            upserts(resource, key),
            ("upsert", "that updates or creates one", method, upsert),
        ),
        (
            resource.has(Operation::Delete),
            (
                "delete",
                "that deletes one",
                "DELETE",
                Request::Bodiless("Delete"),
            ),
        ),
    ];
    rows.into_iter()
        .filter_map(|(exists, row)| exists.then_some(row))
        .map(|(operation, purpose, method, request)| Function {
            operation,
            purpose,
            method,
            request,
        })
        .map(|function| function.by(key, resource))
        .collect()
}

impl Function {
    /// Returns the sentence about the answer of a write.
    fn answer(&self, resource: &StructuredType<'_>) -> String {
        match self.operation {
            "update" | "replace" => Write::Update.answer(resource),
            "upsert" => Write::Upsert.answer(resource),
            _ => String::new(),
        }
    }

    fn by(&self, key: &Property<'_>, resource: &StructuredType<'_>) -> TokenStream {
        let visibility = resource.visibility;
        let docs = format!(
            " Creates the request {} [`{}`] by its `{}`: `{} {}`.{}",
            self.purpose,
            resource.ident,
            key.wire_name,
            self.method,
            resource.path_by(key, ""),
            self.answer(resource)
        );
        let suffix = key.ident.unraw().to_string();
        let suffix = suffix.trim_end_matches('_');
        let name = format_ident!("{}_by_{suffix}", self.operation, span = key.ident.span());
        let of_path = resource.parameters().iter().map(operations::text_argument);
        let arguments = of_path.chain([operations::key_argument(key)]);
        let path = path(resource, key);
        if let Request::Whole(kind, constructor) = self.request {
            let runtime = &resource.runtime;
            let [kind, constructor] = [kind, constructor].map(|name| format_ident!("{name}"));
            let whole = Whole {
                docs: &docs,
                name,
                kind: quote!(#runtime::#kind),
                constructor: quote!(__graph::Whole::#constructor),
            };
            let key = &key.wire_name;
            return whole.function(resource, &quote!(#path, #key,));
        }
        let parameters: Vec<&Ident> = resource.parameters().iter().chain([key.ident]).collect();
        let address = quote!(__graph::RequestParts::of(&__INFO, #path, &[#(&#parameters),*]));
        let request = self.request.at(resource, &address);
        quote! {
            #[doc = #docs]
            #visibility fn #name(#(#arguments,)*) -> #request
        }
    }
}

impl Request {
    /// The type of the request, and the body of the function that creates it.
    fn at(&self, resource: &StructuredType<'_>, address: &TokenStream) -> TokenStream {
        let runtime = &resource.runtime;
        let arguments = generics::of_type(resource).arguments;
        match self {
            Self::Bodiless(name) => {
                let request = format_ident!("{name}");
                quote!(#runtime::#request<Self> { #runtime::#request::new(#address) })
            }
            Self::Write(builder, constructor) => {
                let constructor = format_ident!("{constructor}");
                quote! {
                    #builder #arguments {
                        <#builder #arguments>::__new(__graph::Write::#constructor(#address))
                    }
                }
            }
            Self::Whole(..) => TokenStream::new(),
        }
    }
}

/// The path of an item by the key. The type of the key decides whether its literal is quoted.
fn path(resource: &StructuredType<'_>, key: &Property<'_>) -> TokenStream {
    let quoted = resource.path_by(key, "'");
    if key.with().is_some() {
        return quote!(#quoted);
    }
    let (ty, bare) = (key.value_type, resource.path_by(key, ""));
    quote!(const { __graph::path_by::<#ty>(#quoted, #bare) })
}
