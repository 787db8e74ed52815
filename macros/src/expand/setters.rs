//! Setters.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs;
use crate::model::Property;

/// The setters of one property of the patch, which are those of the update and the create as well.
pub(super) fn of_patch(property: &Property<'_>) -> TokenStream {
    let Property {
        ident,
        visibility,
        wire_name,
        value_type,
        ..
    } = property;
    let (setter, argument) = (property.setter(), argument(property));
    let docs = docs::of_property(property);
    let nullable = property.is_nullable.then(|| {
        let (clear, or_clear) = (property.clear_setter(), property.setter_or_clear());
        let clear_docs = format!(" Clears `{wire_name}`: sends JSON `null`.");
        let or_clear_docs = format!(" Sets `{wire_name}`, or clears it where the value is `None`.");
        quote! {
            #[doc = #clear_docs]
            #visibility fn #clear(mut self) -> Self {
                self.#ident = __graph::Change::Clear;
                self
            }

            #[doc = #or_clear_docs]
            #visibility fn #or_clear(mut self, value: __graph::Option<#value_type>) -> Self {
                self.#ident = __graph::Change::set_or_clear(value);
                self
            }
        }
    });
    quote! {
        #docs
        #visibility fn #setter(mut self, value: #argument) -> Self {
            self.#ident = __graph::set(value);
            self
        }

        #nullable
    }
}

/// The setter of a property that only a create carries.
pub(super) fn of_create(property: &Property<'_>) -> TokenStream {
    let Property {
        ident, visibility, ..
    } = property;
    let (setter, argument) = (property.setter(), argument(property));
    let docs = docs::of_property(property);
    quote! {
        #docs
        #visibility fn #setter(mut self, value: #argument) -> Self {
            __graph::Create::only_mut(&mut self.__request).#ident = __graph::set(value);
            self
        }
    }
}

/// The type of the argument of a setter. A literal would not find its `Into`: `impl Into<u8>` does not take `5`.
pub(super) fn argument(property: &Property<'_>) -> TokenStream {
    let ty = property.value_type;
    if property.is_primitive() {
        quote!(#ty)
    } else {
        quote!(impl __graph::Into<#ty>)
    }
}
