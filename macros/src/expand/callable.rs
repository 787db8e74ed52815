//! Actions and functions: the request that calls one, and the functions that create it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;

use super::generics::Parts;
use super::{codec, info, setters, write};
use crate::model::{Callable, CallableKind, Property};
use crate::template::Template;

/// The type of the request.
pub(super) fn request(callable: &Callable<'_>) -> TokenStream {
    let (ident, visibility) = (callable.parameters.ident, callable.parameters.visibility);
    let (runtime, call) = (&callable.parameters.runtime, callable.call_ident());
    let docs = format!(
        " The request that calls [`{ident}`]: `{} {}`.",
        callable.kind.method(),
        callable.template.text
    );
    quote! {
        #[doc = #docs]
        #[must_use = "a request does nothing until it is sent"]
        #visibility struct #call {
            __parameters: #ident,
            __parts: #runtime::__private::RequestParts,
        }
    }
}

pub(super) fn implementations(callable: &Callable<'_>) -> TokenStream {
    let ident = callable.parameters.ident;
    let codecs = codec::implementations(&callable.parameters);
    let functions = functions(callable);
    let writing = (callable.content().is_none()).then(|| {
        let type_info = info::type_info(&callable.parameters);
        let properties = callable.parameters.properties.iter().map(write::whole);
        let writing = write::properties(ident, &Parts::none(), properties);
        quote! {
            static __TYPE: __graph::TypeInfo = #type_info;
            #writing
        }
    });
    let setters: Vec<_> = callable.optional().map(setters::of_parameter).collect();
    let call = callable.call_ident();
    let values = values(callable);
    let request = implementation(callable);
    let setters = (!setters.is_empty()).then(|| quote!(impl #call { #(#setters)* }));
    quote! {
        #codecs
        #writing
        #functions
        #values
        #request
        #setters
    }
}

/// Returns the functions that create the request, one for each address.
fn functions(callable: &Callable<'_>) -> TokenStream {
    let ident = callable.parameters.ident;
    let call = Ident::new("call", Span::call_site());
    let further = callable
        .further
        .iter()
        .map(|further| function(callable, &further.name, &further.template));
    let function = function(callable, &call, &callable.template);
    quote! {
        impl #ident {
            #function
            #(#further)*
        }
    }
}

fn function(callable: &Callable<'_>, name: &Ident, template: &Template) -> TokenStream {
    let (visibility, ident) = (callable.parameters.visibility, callable.parameters.ident);
    let (call, path) = (callable.call_ident(), &template.text);
    let docs = format!(
        " Returns the request that calls it: `{} {path}`.",
        callable.kind.method()
    );
    let runtime = &callable.parameters.runtime;
    let version = if let Some(version) = callable.version {
        let version = info::api_version(version, runtime);
        quote!(__graph::Some(#version))
    } else {
        quote!(__graph::None)
    };
    let returns = returns(callable);
    let in_path = &template.parameters;
    let content = callable.content().map(|(_, content)| content.ident);
    let arguments = callable.required().map(|property| {
        let (ident, ty) = (property.ident, property.value_type);
        let argument = match content {
            Some(_) => quote!(impl __graph::Into<#ty>),
            None => setters::argument(property, &quote!(__graph)),
        };
        quote!(#ident: #argument,)
    });
    let given = callable.required().map(|property| {
        let (ident, ty) = (property.ident, property.value_type);
        if content.is_some() {
            return quote!(#ident: __graph::Into::into(#ident),);
        }
        let value = setters::value(property, &quote!(__graph));
        quote! {
            #ident: {
                let value = #ident;
                __graph::IntoProperty::<#ty>::into_property(#value)
            },
        }
    });
    let left_out = callable.optional().map(|property| property.ident);
    let count = in_path.len() + callable.required().count();
    let lint = (count > 7).then(|| quote!(#[allow(clippy::too_many_arguments)]));
    quote! {
        #[doc = #docs]
        #lint
        #visibility fn #name(#(#in_path: impl __graph::Key,)* #(#arguments)*) -> #call {
            let __parts = __graph::RequestParts::call(
                #version,
                #path,
                &[#(&#in_path),*],
                <#returns as #runtime::Returned>::shape(),
            );
            #call {
                __parameters: #ident {
                    #(#given)*
                    #(#left_out: __graph::None,)*
                },
                __parts,
            }
        }
    }
}

/// Implements `Clone`, `PartialEq` and `Debug` for the request.
///
/// They are not derived, since the struct of the parameters need not have them.
fn values(callable: &Callable<'_>) -> TokenStream {
    let (ident, call) = (callable.parameters.ident, callable.call_ident());
    let fields = callable.parameters.properties.iter();
    let fields: Vec<_> = fields.map(|property| property.ident).collect();
    let types: Vec<_> = (callable.parameters.properties.iter())
        .map(|property| property.ty)
        .collect();
    let name = call.unraw().to_string();
    let debug = if callable.content().is_some() {
        quote!(f.write_str(#name))
    } else {
        quote!(__graph::debug(&self.__parameters, &__TYPE, #name, f))
    };
    quote! {
        #[automatically_derived]
        impl ::core::clone::Clone for #call {
            fn clone(&self) -> Self {
                Self {
                    __parameters: #ident {
                        #(#fields: <#types as __graph::Parameter>::copy(&self.__parameters.#fields),)*
                    },
                    __parts: ::core::clone::Clone::clone(&self.__parts),
                }
            }
        }

        #[automatically_derived]
        impl ::core::cmp::PartialEq for #call {
            fn eq(&self, other: &Self) -> __graph::bool {
                self.__parts == other.__parts
                    #(&& <#types as __graph::Parameter>::equals(&self.__parameters.#fields, &other.__parameters.#fields))*
            }
        }

        #[automatically_derived]
        impl ::core::fmt::Debug for #call {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #debug
            }
        }
    }
}

fn implementation(callable: &Callable<'_>) -> TokenStream {
    let (call, runtime) = (callable.call_ident(), &callable.parameters.runtime);
    let returns = returns(callable);
    let built = match (callable.kind, callable.content()) {
        (_, Some((content_type, Property { ident, .. }))) => quote! {
            __graph::call_with_content(
                &self.__parts,
                #content_type,
                __graph::AsRef::<[__graph::u8]>::as_ref(&self.__parameters.#ident),
                endpoint,
            )
        },
        (CallableKind::Action, None) => {
            quote!(__graph::call_action(
                &self.__parts,
                &self.__parameters,
                &__TYPE,
                endpoint
            ))
        }
        (CallableKind::Function, None) => {
            quote!(__graph::call_function(
                &self.__parts,
                &self.__parameters,
                &__TYPE,
                endpoint
            ))
        }
    };
    quote! {
        #[automatically_derived]
        impl #runtime::Request for #call {
            type Answer = #returns;

            fn to_http_request(
                &self,
                endpoint: &#runtime::Endpoint,
            ) -> __graph::Result<__graph::http::Request<__graph::Bytes>, #runtime::Error> {
                #built
            }

            fn path_template(&self) -> &'static __graph::str {
                __graph::RequestParts::path_template(&self.__parts)
            }

            fn read_answer(
                response: &__graph::http::Response<__graph::Bytes>,
            ) -> __graph::Result<#returns, #runtime::Error> {
                <#returns as #runtime::Returned>::read(response)
            }
        }

        __graph::request_methods!([] #call, [], __parts);
        __graph::sending_methods!([] #call, [], #returns);
    }
}

/// Returns the type of the result.
fn returns(callable: &Callable<'_>) -> TokenStream {
    let ty = callable.returns.as_ref().map(|ty| quote!(#ty));
    ty.unwrap_or_else(|| quote!(()))
}
