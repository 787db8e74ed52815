//! Setters: of the patch, of the update and of the create.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use crate::model::Property;

/// The setters of one property of a patch that is at `patch`: `self`, or `self.patch`.
pub(super) fn of_change(property: &Property<'_>, patch: &TokenStream) -> TokenStream {
    let Property {
        ident,
        visibility,
        wire_name,
        value_type,
        ..
    } = property;
    let (setter, argument, value) = (property.setter(), argument(property), value(property));
    let docs = docs::of_property(property);
    if !property.is_nullable {
        return quote! {
            #docs
            #visibility fn #setter(mut self, value: #argument) -> Self {
                #patch.#ident = ::core::option::Option::Some(#value);
                self
            }
        };
    }
    let (clear, or_clear) = (property.clear_setter(), property.setter_or_clear());
    let clear_docs = format!(" Clears `{wire_name}`: sends JSON `null`.");
    let or_clear_docs = format!(" Sets `{wire_name}`, or clears it where the value is `None`.");
    quote! {
        #docs
        #visibility fn #setter(mut self, value: #argument) -> Self {
            #patch.#ident = __graph::Change::Set(#value);
            self
        }

        #[doc = #clear_docs]
        #visibility fn #clear(mut self) -> Self {
            #patch.#ident = __graph::Change::Clear;
            self
        }

        #[doc = #or_clear_docs]
        #visibility fn #or_clear(mut self, value: ::core::option::Option<#value_type>) -> Self {
            #patch.#ident = __graph::Change::set_or_clear(value);
            self
        }
    }
}

/// The setter of one property of a create.
pub(super) fn of_create(property: &Property<'_>) -> TokenStream {
    let Property {
        ident, visibility, ..
    } = property;
    let (setter, argument, value) = (property.setter(), argument(property), value(property));
    let docs = docs::of_property(property);
    quote! {
        #docs
        #visibility fn #setter(mut self, value: #argument) -> Self {
            self.#ident = ::core::option::Option::Some(#value);
            self
        }
    }
}

/// The type of the argument of a setter.
pub(super) fn argument(property: &Property<'_>) -> TokenStream {
    let ty = property.value_type;
    if property.is_primitive() {
        quote!(#ty)
    } else {
        quote!(impl ::core::convert::Into<#ty>)
    }
}

/// The value of the property, out of the argument `value`.
fn value(property: &Property<'_>) -> TokenStream {
    if property.is_primitive() {
        quote!(value)
    } else {
        quote!(::core::convert::Into::into(value))
    }
}
