//! The patch type.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

use super::generics::{self, Parts};
use super::json_schema;
use super::value::{self, Calls};
use super::{codec, docs, read, setters, write};
use crate::model::{Kind, Property, StructuredType};

pub(super) fn types(resource: &StructuredType<'_>) -> TokenStream {
    let visibility = resource.visibility;
    let ident = resource.patch_ident();
    let Parts {
        parameters, bounds, ..
    } = generics::of_patch_type(resource);
    let fields = resource.patched().map(|property| {
        let Property {
            ident, visibility, ..
        } = property;
        let docs = docs::of_property(property);
        let ty = field_type(resource, property);
        quote!(#docs #visibility #ident: #ty,)
    });
    let marker = generics::marker(resource).map(|ty| quote!(#[doc(hidden)] pub __marker: #ty,));
    let docs = docs::of_patch(resource);
    let request = resource.parameter_ident("Request");
    quote! {
        #docs
        #[allow(deprecated)]
        #[must_use = "a patch does nothing until it is sent or applied"]
        #visibility struct #ident #parameters #bounds {
            #(#fields)*
            #marker
            #[doc(hidden)]
            pub __request: #request,
        }
    }
}

/// The type of the field of a property.
fn field_type(resource: &StructuredType<'_>, property: &Property<'_>) -> TokenStream {
    let (runtime, ty) = (&resource.runtime, property.value_type);
    if property.is_type_name() {
        return property.ty.to_token_stream();
    }
    let value = match property.kind {
        Kind::Extra => return quote!(#runtime::edm::DynamicChanges),
        Kind::Base => return quote!(<#ty as #runtime::StructuredType>::Patch),
        Kind::Merged => setters::merged(property, &quote!(#runtime::edm), &quote!(#runtime)),
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
    let bare = generics::of_impl(resource);
    let reader = generics::of_reader(resource);
    let parts = [
        own_methods(resource, &any_patch),
        write::properties(&ident, &any_patch, resource.patched().map(write::change)),
        read::patch(resource),
        value::serde(&ident, &bare, &reader, &Calls::of_patch()),
        json_schema::of_patch(&ident, &bare).unwrap_or_default(),
        write::debug(&ident, &any_patch),
        construction(resource, &any_patch, &bare),
        comparison(resource, &bare),
        copies(resource),
    ];
    let shaped = value::shaped(&ident, &bare, "PatchOf");
    quote!(#(#parts)* #shaped)
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
        impl #parameters #ident #arguments #bounds {
            #(#setters)*
        }

        #base
    }
}

/// The patch that changes nothing.
fn construction(resource: &StructuredType<'_>, any_patch: &Parts, bare: &Parts) -> TokenStream {
    let patch = resource.patch_ident();
    let bare_arguments = &bare.arguments;
    let fields = resource.patched().map(|property| property.ident);
    let swap = resource.is_written().then(|| {
        quote! {
            /// Swaps the changes of both, but not what they are changes of.
            #[allow(unused_variables)]
            fn __swap(&mut self, patch: &mut #patch #bare_arguments) {
                #(__graph::swap(&mut self.#fields, &mut patch.#fields);)*
            }
        }
    });
    let keep = resource.patched().map(|property| {
        let ident = property.ident;
        if property.kind == Kind::Base {
            quote!(#ident: ::core::default::Default::default(),)
        } else {
            let keep = codec::keep(property);
            quote!(#ident: #keep,)
        }
    });
    let marker = generics::marker(resource).map(|_| quote!(__marker: ::core::marker::PhantomData,));
    let request = resource.parameter_ident("Request");
    let Parts {
        parameters,
        arguments,
        bounds,
    } = any_patch;
    let default = {
        let Parts {
            parameters,
            arguments,
            bounds,
        } = bare;
        // Only the bare patch has a default, so that the type of `..Default::default()` in a literal can be inferred.
        quote! {
            #[automatically_derived]
            impl #parameters ::core::default::Default for #patch #arguments #bounds {
                fn default() -> Self {
                    Self::__new(())
                }
            }
        }
    };
    quote! {
        impl #parameters #patch #arguments #bounds {
            #[inline(never)]
            fn __new(request: #request) -> Self {
                #patch {
                    #(#keep)*
                    #marker
                    __request: request,
                }
            }

            #swap
        }

        #default
    }
}

/// The difference of two objects, and its application.
fn comparison(resource: &StructuredType<'_>, bare: &Parts) -> TokenStream {
    let StructuredType {
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
    } = bare;
    let between = resource.updatable().filter_map(between);
    let apply = resource.patched().filter_map(apply);
    let carry_type = carry_type(resource);
    let carried = carry_type
        .is_some()
        .then(|| quote!(__graph::carry_type(&mut patch, after);));
    // `mut` and the arguments are unused if the patch has no properties.
    quote! {
        #[automatically_derived]
        #[allow(unused_mut, unused_variables)]
        impl #parameters #runtime::Patch for #patch #arguments #bounds {
            type Target = #ident #arguments;

            fn between(before: &Self::Target, after: &Self::Target) -> Self {
                let mut patch = Self::__new(());
                #(#between)*
                #carried
                patch
            }

            #carry_type

            fn apply_to(mut self, target: &mut Self::Target) {
                #(#apply)*
            }
        }

        impl #parameters #patch #arguments #bounds {
            /// Returns whether the patch changes nothing.
            #[must_use]
            #visibility fn is_empty(&self) -> __graph::bool {
                #runtime::Patch::is_empty(self)
            }

            /// Creates the patch that turns `before` into `after`: a change for each property that differs and that an update may carry.
            #visibility fn between(before: &#ident #arguments, after: &#ident #arguments) -> Self {
                #runtime::Patch::between(before, after)
            }

            /// Applies the patch to `target`, except for expanded relationships: the service follows references.
            #visibility fn apply_to(self, target: &mut #ident #arguments) {
                #runtime::Patch::apply_to(self, target);
            }
        }
    }
}

fn between(property: &Property<'_>) -> Option<TokenStream> {
    let ident = property.ident;
    let arguments = quote!(&mut patch.#ident, &before.#ident, &after.#ident);
    Some(match property.kind {
        Kind::Extra if property.merges_dynamic() => quote!(__graph::between_merged(#arguments);),
        Kind::Replaced | Kind::Extra => call(property, "compare", &arguments),
        Kind::Merged if property.is_nullable => {
            quote!(__graph::merge::between_nullable(#arguments);)
        }
        Kind::Merged => quote!(__graph::merge::between(#arguments);),
        Kind::Bound if property.is_reference() => call(property, "compare", &arguments),
        Kind::BoundCollection if property.is_reference() => {
            quote!(__graph::merge::added(#arguments);)
        }
        Kind::Base => {
            quote!(patch.#ident = __graph::Patch::between(&before.#ident, &after.#ident);)
        }
        _ => return None,
    })
}

/// Returns the method that takes over the name of the type of an object, if the type or its base may receive one.
fn carry_type(resource: &StructuredType<'_>) -> Option<TokenStream> {
    let field = resource.properties.iter().find(|one| one.is_type_name());
    let ident = field.or_else(|| resource.only(Kind::Base))?.ident;
    let carry = if field.is_some() {
        quote!(__graph::PatchField::copy_from(&mut self.#ident, &target.#ident);)
    } else {
        quote!(__graph::Patch::carry_type(&mut self.#ident, &target.#ident);)
    };
    Some(quote! {
        fn carry_type(&mut self, target: &Self::Target) {
            #carry
        }
    })
}

fn apply(property: &Property<'_>) -> Option<TokenStream> {
    let ident = property.ident;
    if property.is_type_name() {
        return Some(quote!(__graph::apply_type(&mut self.#ident, &mut target.#ident);));
    }
    let arguments = quote!(&mut self.#ident, &mut target.#ident);
    Some(match property.kind {
        Kind::Extra if property.merges_dynamic() => quote!(__graph::apply_merged(#arguments);),
        Kind::Replaced | Kind::Extra => call(property, "apply", &arguments),
        Kind::Bound if property.is_reference() => call(property, "apply", &arguments),
        Kind::BoundCollection if property.is_reference() => {
            quote!(__graph::merge::add(#arguments);)
        }
        Kind::Merged if property.is_nullable => {
            quote!(__graph::merge::apply_nullable(#arguments);)
        }
        Kind::Merged => quote!(__graph::merge::apply(#arguments);),
        Kind::Base => quote!(
            __graph::Patch::apply_to(::core::mem::take(&mut self.#ident), &mut target.#ident);
        ),
        _ => return None,
    })
}

fn call(property: &Property<'_>, name: &str, arguments: &TokenStream) -> TokenStream {
    let call = codec::field_call(property, &quote!(__graph), name, arguments);
    quote!(#call;)
}

fn copy(property: &Property<'_>) -> TokenStream {
    let ident = property.ident;
    if property.kind == Kind::Base {
        return quote!(copy.#ident = ::core::clone::Clone::clone(&self.#ident););
    }
    call(
        property,
        "copy_from",
        &quote!(&mut copy.#ident, &self.#ident),
    )
}

fn is_same(property: &Property<'_>) -> TokenStream {
    let ident = property.ident;
    if property.kind == Kind::Base {
        return quote!(self.#ident == other.#ident);
    }
    let arguments = quote!(&self.#ident, &other.#ident);
    codec::field_call(property, &quote!(__graph), "is_same", &arguments)
}

/// Implements `Clone` and `PartialEq`. A derive would contain a copy of the code for each field.
///
/// `PartialEq` is not `automatically_derived`, for which Clippy would ask for `Eq` as well.
fn copies(resource: &StructuredType<'_>) -> TokenStream {
    let patch = resource.patch_ident();
    let copies = resource.patched().map(copy);
    let comparisons = resource.patched().map(is_same);
    let clone = generics::of_patch_where(resource, &quote!(::core::clone::Clone));
    let eq = generics::of_patch_where(resource, &quote!(::core::cmp::PartialEq));
    let Parts {
        parameters,
        arguments,
        bounds,
    } = clone;
    let eq_parameters = eq.parameters;
    quote! {
        #[automatically_derived]
        impl #parameters ::core::clone::Clone for #patch #arguments #bounds {
            #[allow(unused_mut)]
            fn clone(&self) -> Self {
                let mut copy = Self::__new(::core::clone::Clone::clone(&self.__request));
                #(#copies)*
                copy
            }
        }

        impl #eq_parameters ::core::cmp::PartialEq for #patch #arguments #bounds {
            fn eq(&self, other: &Self) -> __graph::bool {
                self.__request == other.__request
                    #(&& #comparisons)*
            }
        }
    }
}
