//! What the update and the create have in common.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::generics::{self, Parts};
use crate::model::Resource;

/// `impl Request`, with `body` as the expression that builds the HTTP request.
pub(super) fn implementation(
    resource: &Resource<'_>,
    request: &Ident,
    answer: &TokenStream,
    body: &TokenStream,
) -> TokenStream {
    let runtime = &resource.runtime;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    quote! {
        __graph::request_methods!([#parameters] #request #arguments, [#bounds]);
        __graph::preference_methods!([#parameters] #request #arguments, [#bounds]);

        #[automatically_derived]
        impl #parameters #runtime::Request for #request #arguments #bounds {
            type Answer = #answer;

            fn to_http_request(
                &self,
                endpoint: &#runtime::Endpoint,
            ) -> ::core::result::Result<__graph::HttpRequest, #runtime::Error> {
                #body
            }

            fn path_template(&self) -> &'static __graph::str {
                self.__parts.path_template()
            }

            fn read_answer(
                response: &__graph::HttpResponse,
            ) -> ::core::result::Result<Self::Answer, #runtime::Error> {
                Self::Answer::read(response)
            }
        }
    }
}

/// The arguments that fill the address, and their names.
pub(super) fn address(parameters: &[&Ident]) -> (TokenStream, TokenStream) {
    (
        quote!(#(#parameters: impl __graph::Key),*),
        quote!(&[#(&#parameters),*]),
    )
}
