//! The request builders: the patch with a write.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::docs::Write;
use super::generics::{self, Lists, Parts};
use super::{docs, setters, write};
use crate::model::{Access, Operation, Property, StructuredType};

pub(super) fn types(resource: &StructuredType<'_>) -> TokenStream {
    let runtime = &resource.runtime;
    let update = resource.is_updated_in_part().then(|| {
        let docs = docs::of_request(resource, Write::Update);
        alias(
            resource,
            &resource.update_ident(),
            &docs,
            &quote!(#runtime::Write<#runtime::Update>),
        )
    });
    let create = resource.has(Operation::Create).then(|| {
        let docs = docs::of_request(resource, Write::Create);
        let only = only_type(resource);
        let alias = alias(
            resource,
            &resource.create_ident(),
            &docs,
            &quote!(#runtime::Write<#runtime::Create<#only>>),
        );
        let only = only_struct(resource);
        quote!(#only #alias)
    });
    quote!(#update #create)
}

pub(super) fn alias(
    resource: &StructuredType<'_>,
    ident: &Ident,
    docs: &TokenStream,
    request: &TokenStream,
) -> TokenStream {
    let (visibility, patch) = (resource.visibility, resource.patch_ident());
    let parameters = generics::of_alias(resource);
    let arguments = generics::with(resource, request);
    quote! {
        #docs
        #visibility type #ident #parameters = #patch #arguments;
    }
}

/// The properties that a create carries, and an update does not.
pub(super) fn create_only<'a>(
    resource: &'a StructuredType<'a>,
) -> impl Iterator<Item = &'a Property<'a>> {
    resource
        .properties
        .iter()
        .filter(|property| matches!(property.access, Access::CreateOnly | Access::CreatableKey))
}

pub(super) fn only_ident(resource: &StructuredType<'_>) -> Ident {
    format_ident!("{}CreateOnly", resource.ident.unraw())
}

fn only_type(resource: &StructuredType<'_>) -> TokenStream {
    if create_only(resource).next().is_none() {
        return quote!(());
    }
    let (ident, arguments) = (only_ident(resource), generics::of_type(resource).arguments);
    quote!(#ident #arguments)
}

fn only_struct(resource: &StructuredType<'_>) -> Option<TokenStream> {
    create_only(resource).next()?;
    let (ident, visibility) = (only_ident(resource), resource.visibility);
    let Parts {
        parameters, bounds, ..
    } = generics::of_type(resource);
    let fields = create_only(resource).map(|property| {
        let Property {
            ident, value_type, ..
        } = property;
        let docs = docs::of_property(property);
        let ty = if property.is_required() {
            quote!(#value_type)
        } else {
            quote!(::core::option::Option<#value_type>)
        };
        quote!(#docs #ident: #ty,)
    });
    let marker = generics::marker(resource).map(|ty| quote!(__marker: #ty,));
    let docs = format!(
        " The properties of a new [`{}`] that cannot be changed afterwards.",
        resource.ident
    );
    Some(quote! {
        #[doc = #docs]
        #[allow(deprecated, clippy::derive_partial_eq_without_eq)]
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
        #visibility struct #ident #parameters #bounds {
            #(#fields)*
            #marker
        }
    })
}

pub(super) fn implementations(resource: &StructuredType<'_>) -> TokenStream {
    let updatable = resource.has(Operation::Update).then(|| updatable(resource));
    let update = resource.is_updated_in_part().then(|| update(resource));
    let create = resource.has(Operation::Create).then(|| create(resource));
    let only = create_only(resource)
        .next()
        .filter(|_| resource.has(Operation::Create))
        .map(|_| only(resource));
    let writes = resource.is_written().then(|| writes(resource));
    quote!(#updatable #update #create #only #writes)
}

fn updatable(resource: &StructuredType<'_>) -> TokenStream {
    let StructuredType { ident, runtime, .. } = resource;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    quote! {
        #[automatically_derived]
        impl #parameters #runtime::Updatable for #ident #arguments #bounds {}
    }
}

/// Makes a patch with a write a request, with the methods that all writes have.
fn writes(resource: &StructuredType<'_>) -> TokenStream {
    let StructuredType { ident, runtime, .. } = resource;
    let patch = resource.patch_ident();
    let target = generics::of_type(resource).arguments;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_write(resource, &quote!(#runtime::WriteKind));
    let Lists {
        parameters: list,
        arguments: argument_list,
        bounds: bound_list,
    } = generics::as_lists(resource);
    let kind = resource.parameter_ident("Kind");
    let request = quote!(#patch<#argument_list __graph::Write<#kind>>);
    let answer = quote!(<#kind as #runtime::WriteKind>::Answer<#ident #target>);
    quote! {
        #[automatically_derived]
        impl #parameters #runtime::Request for #patch #arguments #bounds {
            type Answer = #answer;

            fn to_http_request(
                &self,
                endpoint: &#runtime::Endpoint,
            ) -> __graph::Result<__graph::http::Request<__graph::Bytes>, #runtime::Error> {
                __graph::Write::to_http_request(&self.__request, self, &__INFO, endpoint)
            }

            fn path_template(&self) -> &'static __graph::str {
                __graph::Write::path_template(&self.__request)
            }

            fn read_answer(
                response: &__graph::http::Response<__graph::Bytes>,
            ) -> __graph::Result<Self::Answer, #runtime::Error> {
                <#kind as #runtime::WriteKind>::read(response)
            }
        }

        __graph::request_methods!([#list #kind: #runtime::WriteKind] #request, [#bound_list], __request.parts);
        __graph::sending_methods!([#list #kind: #runtime::WriteKind] #request, [#bound_list], #answer);

        impl #parameters #patch #arguments #bounds {
            /// Asks for the resource in the answer: `Prefer: return=representation`. A service may ignore it.
            pub fn with_return_representation(self) -> Self {
                self.with_header("prefer", "return=representation")
            }

            /// Asks for an answer without the resource: `Prefer: return=minimal`. A service may ignore it.
            pub fn with_return_minimal(self) -> Self {
                self.with_header("prefer", "return=minimal")
            }

            /// Names the type of the item in `@odata.type`, such as `microsoft.graph.win32LobApp`, if it is not the declared one but derived
            /// from it.
            pub fn with_odata_type(mut self, name: impl __graph::AsRef<__graph::str>) -> Self {
                __graph::Write::name_type(&mut self.__request, __graph::AsRef::as_ref(&name));
                self
            }
        }
    }
}

/// The methods that only an update has.
fn update(resource: &StructuredType<'_>) -> TokenStream {
    let StructuredType {
        visibility,
        runtime,
        ..
    } = resource;
    let patch = resource.patch_ident();
    let Parts {
        parameters, bounds, ..
    } = generics::of_impl(resource);
    let arguments = generics::with(resource, &quote!(__graph::Write<#runtime::Update>));
    let with_patch = with_patch(resource);
    quote! {
        impl #parameters #patch #arguments #bounds {
            #with_patch

            /// Sends the update even if it changes nothing, as `{}`.
            #visibility fn with_allow_empty(mut self) -> Self {
                #runtime::Update::allow_empty(&mut self.__request.kind);
                self
            }

            /// Sends `If-Match`: the service rejects the request with `412` if the item no longer has this etag.
            ///
            /// The etag is sent verbatim, as it came in `@odata.etag` or in an `ETag` header. Without one, building the request fails.
            pub fn with_if_match(self, etag: impl __graph::Into<#runtime::Etag>) -> Self {
                self.with_header("if-match", __graph::Into::<#runtime::Etag>::into(etag).into_header())
            }
        }
    }
}

/// The method of an update or upsert that replaces the whole patch.
pub(super) fn with_patch(resource: &StructuredType<'_>) -> TokenStream {
    let (visibility, patch) = (resource.visibility, resource.patch_ident());
    let arguments = generics::of_type(resource).arguments;
    quote! {
        /// Replaces all changes so far by those of `patch`.
        #visibility fn with_patch(mut self, mut patch: #patch #arguments) -> Self {
            self.__swap(&mut patch);
            self
        }
    }
}

/// The method of a create that replaces the whole patch, apart from what the create requires.
fn create(resource: &StructuredType<'_>) -> TokenStream {
    let (visibility, runtime) = (resource.visibility, &resource.runtime);
    let (patch, only) = (resource.patch_ident(), only_type(resource));
    let Parts {
        parameters, bounds, ..
    } = generics::of_impl(resource);
    let arguments = generics::with(resource, &quote!(#runtime::Write<#runtime::Create<#only>>));
    let bare = generics::of_type(resource).arguments;
    let required = resource
        .updatable()
        .filter(|property| property.is_required())
        .map(|property| property.ident);
    quote! {
        impl #parameters #patch #arguments #bounds {
            /// Replaces all changes so far by those of `patch`. Of the properties that a create requires, those that `patch` does not set stay.
            #visibility fn with_patch(mut self, mut patch: #patch #bare) -> Self {
                self.__swap(&mut patch);
                #(__graph::require(&mut self.#required, &mut patch.#required);)*
                self
            }
        }
    }
}

/// Implements the setters and the writing of the properties that only a create carries.
fn only(resource: &StructuredType<'_>) -> TokenStream {
    let (runtime, patch, only) = (
        &resource.runtime,
        resource.patch_ident(),
        only_type(resource),
    );
    let create_arguments =
        generics::with(resource, &quote!(#runtime::Write<#runtime::Create<#only>>));
    let generics = generics::of_impl(resource);
    let Parts {
        parameters, bounds, ..
    } = &generics;
    let setters = create_only(resource)
        .filter(|property| !property.is_required())
        .map(setters::of_create);
    let writes = create_only(resource).map(write::create_only);
    let writing = write::properties(&only_ident(resource), &generics, writes);
    quote! {
        #writing

        impl #parameters #patch #create_arguments #bounds {
            #(#setters)*
        }
    }
}
