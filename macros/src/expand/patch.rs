//! The patch type.

use proc_macro2::TokenStream;
use quote::quote;

use super::generics::{self, Parts};
use super::{docs, read, setters, write};
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
    } = generics::of_type(resource);
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
    let docs = format!(
        " A partial update of one [`{}`]: what is to be done to each property that an update may carry.",
        resource.ident
    );
    quote! {
        #[doc = #docs]
        #[derive(::core::clone::Clone, ::core::cmp::PartialEq)]
        #[must_use = "a patch does nothing until it is sent or applied"]
        #visibility struct #ident #parameters #bounds {
            #(#fields)*
            #marker
        }
    }
}

pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    let default = default(resource);
    let own = own_methods(resource);
    let patch = patch(resource);
    let writing = writing(resource);
    let reading = reading(resource);
    let debug = write::debug(resource, &resource.patch_ident());
    quote!(#default #own #patch #writing #reading #debug)
}

fn default(resource: &Resource<'_>) -> TokenStream {
    let ident = resource.patch_ident();
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_type(resource);
    let fields = resource.updatable().map(|property| {
        let ident = property.ident;
        if property.is_nullable {
            quote!(#ident: __graph::Change::Keep,)
        } else {
            quote!(#ident: ::core::option::Option::None,)
        }
    });
    let marker = generics::marker(resource).map(|_| quote!(__marker: ::core::marker::PhantomData,));
    quote! {
        #[automatically_derived]
        impl #parameters ::core::default::Default for #ident #arguments #bounds {
            fn default() -> Self {
                Self { #(#fields)* #marker }
            }
        }
    }
}

/// The setters, and the methods of [`Patch`] for those who have not imported the trait.
fn own_methods(resource: &Resource<'_>) -> TokenStream {
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
    let setters = resource
        .updatable()
        .map(|property| setters::of_change(property, &quote!(self)));
    quote! {
        #[automatically_derived]
        impl #parameters #patch #arguments #bounds {
            #(#setters)*

            /// Whether nothing changes.
            #[must_use]
            #visibility fn is_empty(&self) -> __graph::bool {
                #runtime::Patch::is_empty(self)
            }

            /// What turns `before` into `after`: a change for each property that differs and that an update may carry.
            #visibility fn between(before: &#ident #arguments, after: &#ident #arguments) -> Self {
                #runtime::Patch::between(before, after)
            }

            /// Does to `resource` what the patch says.
            #visibility fn apply_to(self, resource: &mut #ident #arguments) {
                #runtime::Patch::apply_to(self, resource);
            }
        }
    }
}

fn patch(resource: &Resource<'_>) -> TokenStream {
    let Resource { ident, runtime, .. } = resource;
    let patch = resource.patch_ident();
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let properties: Vec<_> = resource.updatable().collect();
    let names: Vec<_> = properties.iter().map(|property| property.ident).collect();
    let is_kept = properties.iter().map(|property| {
        let field = property.ident;
        if property.is_nullable {
            quote!(self.#field.is_keep())
        } else {
            quote!(self.#field.is_none())
        }
    });
    let is_empty = if properties.is_empty() {
        quote!(true)
    } else {
        quote!(#(#is_kept)&&*)
    };
    let change: Vec<_> = properties
        .iter()
        .map(|property| {
            if property.is_nullable {
                quote!(__graph::Change)
            } else {
                quote!(__graph::Replace)
            }
        })
        .collect();
    let marker = generics::marker(resource).map(|_| quote!(__marker: ::core::marker::PhantomData,));
    quote! {
        #[automatically_derived]
        impl #parameters #runtime::Patch for #patch #arguments #bounds {
            type Resource = #ident #arguments;

            fn is_empty(&self) -> __graph::bool {
                #is_empty
            }

            fn between(before: &Self::Resource, after: &Self::Resource) -> Self {
                Self {
                    #(#names: #change::between(&before.#names, &after.#names),)*
                    #marker
                }
            }

            fn apply_to(self, resource: &mut Self::Resource) {
                #(#change::apply_to(self.#names, &mut resource.#names);)*
            }
        }
    }
}

fn writing(resource: &Resource<'_>) -> TokenStream {
    let patch = resource.patch_ident();
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let writes = resource.updatable().map(|property| {
        let field = property.ident;
        let method = if property.is_nullable {
            "change"
        } else {
            "optional"
        };
        write::property(property, method, &quote!(&self.#field))
    });
    quote! {
        #[automatically_derived]
        impl #parameters __graph::WriteObject for #patch #arguments #bounds {
            const TYPE: &'static __graph::TypeInfo = &__TYPE;

            fn write<__W: __graph::PropertyWriter>(&self, writer: &mut __W) -> ::core::result::Result<(), __W::Error> {
                #(#writes)*
                ::core::result::Result::Ok(())
            }
        }

        #[automatically_derived]
        impl #parameters __graph::Serialize for #patch #arguments #bounds {
            fn serialize<__S: __graph::Serializer>(
                &self,
                serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                __graph::write::object(self, serializer, __graph::Form::Request)
            }
        }
    }
}

fn reading(resource: &Resource<'_>) -> TokenStream {
    let patch = resource.patch_ident();
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_reader(resource);
    let arms = resource.updatable().map(|property| {
        read::arm(
            property,
            if property.is_nullable {
                "change"
            } else {
                "set"
            },
        )
    });
    quote! {
        #[automatically_derived]
        impl #parameters __graph::ReadObject<'__de> for #patch #arguments #bounds {
            type Object = Self;
            const TYPE: &'static __graph::TypeInfo = &__TYPE;
            const UNDECLARED: __graph::Undeclared = __graph::Undeclared::Refuse;

            fn property<__A: __graph::MapAccess<'__de>>(
                &mut self,
                name: &__graph::str,
                value: &mut __A,
            ) -> ::core::result::Result<__graph::bool, __A::Error> {
                match name {
                    #(#arms)*
                    _ => return ::core::result::Result::Ok(false),
                }
                ::core::result::Result::Ok(true)
            }

            fn finish<__E: __graph::ReadError>(self) -> ::core::result::Result<Self, __E> {
                ::core::result::Result::Ok(self)
            }
        }

        #[automatically_derived]
        impl #parameters __graph::Deserialize<'__de> for #patch #arguments #bounds {
            fn deserialize<__D: __graph::Deserializer<'__de>>(
                deserializer: __D,
            ) -> ::core::result::Result<Self, __D::Error> {
                __graph::read::object::<Self, __D>(deserializer)
            }
        }
    }
}
