//! Setters.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::Type;
use syn::ext::IdentExt;

use super::docs;
use super::generics::Parts;
use crate::model::{Kind, Property, Resource};

/// The setters of one property of the patch, which are those of the update and the create as well.
pub(super) fn of_patch(property: &Property<'_>) -> TokenStream {
    let set = match property.kind {
        Kind::Base => return TokenStream::new(),
        Kind::Extra => return of_extra(property),
        Kind::Merged => merge(property),
        Kind::BoundCollection => bind_all(property),
        Kind::Replaced | Kind::Navigation | Kind::Bound => set(property),
    };
    let clear = property.is_clearable().then(|| clear(property));
    let or_clear =
        (property.is_clearable() && property.kind == Kind::Replaced).then(|| or_clear(property));
    quote!(#set #clear #or_clear)
}

fn set(property: &Property<'_>) -> TokenStream {
    let Property {
        ident, visibility, ..
    } = property;
    let (setter, argument, docs) = (
        property.setter(),
        argument(property),
        docs::of_property(property),
    );
    quote! {
        #docs
        #visibility fn #setter(mut self, value: #argument) -> Self {
            self.#ident = __graph::set(value);
            self
        }
    }
}

fn clear(property: &Property<'_>) -> TokenStream {
    let Property {
        ident, visibility, ..
    } = property;
    let (clear, docs) = (
        property.clear_setter(),
        format!(" Clears `{}`: sends JSON `null`.", property.wire_name),
    );
    quote! {
        #[doc = #docs]
        #visibility fn #clear(mut self) -> Self {
            self.#ident = __graph::Change::Clear;
            self
        }
    }
}

fn or_clear(property: &Property<'_>) -> TokenStream {
    let Property {
        ident,
        visibility,
        wire_name,
        value_type,
        ..
    } = property;
    let or_clear = property.setter_or_clear();
    let docs = format!(" Sets `{wire_name}`, or clears it where the value is `None`.");
    quote! {
        #[doc = #docs]
        #visibility fn #or_clear(mut self, value: __graph::Option<#value_type>) -> Self {
            self.#ident = __graph::Change::set_or_clear(value);
            self
        }
    }
}

/// The setter of a merged property, which edits its patch.
fn merge(property: &Property<'_>) -> TokenStream {
    let Property {
        ident,
        visibility,
        value_type,
        ..
    } = property;
    let (setter, docs) = (property.setter(), docs::of_property(property));
    let patch = quote!(<#value_type as __graph::Merge>::Patch);
    quote! {
        #docs
        #visibility fn #setter(mut self, edit: impl ::core::ops::FnOnce(#patch) -> #patch) -> Self {
            self.#ident = __graph::edit(self.#ident, edit);
            self
        }
    }
}

/// The setter of a relationship to several: an update adds them, and never replaces those that are there.
fn bind_all(property: &Property<'_>) -> TokenStream {
    let Property {
        ident, visibility, ..
    } = property;
    let (setter, docs) = (property.setter(), docs::of_property(property));
    quote! {
        #docs
        ///
        /// An update adds these to those that are there.
        #visibility fn #setter<__R: __graph::Into<__graph::Reference>>(
            mut self,
            references: impl ::core::iter::IntoIterator<Item = __R>,
        ) -> Self {
            self.#ident = ::core::option::Option::Some(__graph::references(references));
            self
        }
    }
}

/// The setters of properties that the type does not declare, by name.
fn of_extra(property: &Property<'_>) -> TokenStream {
    let Property {
        ident, visibility, ..
    } = property;
    let (setter, typed, clear) = (
        property.setter(),
        property.setter_typed(),
        property.clear_setter(),
    );
    quote! {
        /// Sets the property `name`, which the type does not declare.
        #visibility fn #setter(mut self, name: impl __graph::Into<__graph::String>, value: impl __graph::Into<__graph::Value>) -> Self {
            __graph::DynamicChanges::set(&mut self.#ident, name, value);
            self
        }

        /// Sets the property `name`, which the type does not declare, and says which Edm type it has, such as `#Int32`.
        #visibility fn #typed(
            mut self,
            name: impl __graph::Into<__graph::String>,
            odata_type: impl __graph::Into<__graph::String>,
            value: impl __graph::Into<__graph::Value>,
        ) -> Self {
            __graph::DynamicChanges::set_typed(&mut self.#ident, name, odata_type, value);
            self
        }

        /// Clears the property `name`, which the type does not declare: sends JSON `null`.
        #visibility fn #clear(mut self, name: impl __graph::Into<__graph::String>) -> Self {
            __graph::DynamicChanges::clear(&mut self.#ident, name);
            self
        }
    }
}

/// The setters of the base, through the trait that it has for those who extend it.
pub(super) fn of_base(base: &Property<'_>, patch: &Ident, any_patch: &Parts) -> TokenStream {
    let Property {
        ident, value_type, ..
    } = base;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = any_patch;
    let Type::Path(base) = value_type else {
        return TokenStream::new();
    };
    let mut extended = base.path.clone();
    if let Some(last) = extended.segments.last_mut() {
        *last = trait_ident(&last.ident).into();
    }
    quote! {
        #[automatically_derived]
        impl #parameters #extended for #patch #arguments #bounds {
            fn __base(&mut self) -> &mut <#value_type as __graph::StructuredType>::Patch {
                &mut self.#ident
            }
        }
    }
}

/// The implementation for the extensible type itself of the trait that [`extension_trait`] writes.
pub(super) fn extension(resource: &Resource<'_>) -> TokenStream {
    let (setters, patch) = (trait_ident(resource.ident), resource.patch_ident());
    quote! {
        #[automatically_derived]
        impl #setters for #patch {
            fn __base(&mut self) -> &mut Self {
                self
            }
        }
    }
}

/// The trait by which the patches of types that extend this one have its setters.
pub(super) fn extension_trait(resource: &Resource<'_>) -> TokenStream {
    let Resource {
        ident,
        visibility,
        runtime,
        ..
    } = resource;
    let (setters, patch) = (trait_ident(ident), resource.patch_ident());
    let methods = resource
        .updatable()
        .filter(|property| property.kind == Kind::Replaced)
        .map(|property| {
            let Property {
                ident,
                value_type,
                wire_name,
                ..
            } = property;
            let (setter, docs) = (property.setter(), docs::of_property(property));
            let argument = if property.is_primitive() {
                quote!(#value_type)
            } else {
                quote!(impl ::core::convert::Into<#value_type>)
            };
            let clear = property.is_clearable().then(|| {
                let (clear, docs) = (
                    property.clear_setter(),
                    format!(" Clears `{wire_name}`: sends JSON `null`."),
                );
                quote! {
                    #[doc = #docs]
                    #[must_use]
                    fn #clear(mut self) -> Self {
                        self.__base().#ident = #runtime::Change::Clear;
                        self
                    }
                }
            });
            quote! {
                #docs
                #[must_use]
                fn #setter(mut self, value: #argument) -> Self {
                    self.__base().#ident = #runtime::__private::set(value);
                    self
                }

                #clear
            }
        });
    let docs = format!(
        " The setters of [`{ident}`], for the patches and requests of the types that extend it."
    );
    quote! {
        #[doc = #docs]
        #visibility trait #setters: ::core::marker::Sized {
            #[doc(hidden)]
            fn __base(&mut self) -> &mut #patch;

            #(#methods)*
        }
    }
}

fn trait_ident(ident: &Ident) -> Ident {
    format_ident!("{}Setters", ident.unraw())
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
    if property.kind == Kind::Bound {
        quote!(impl __graph::Into<__graph::Reference>)
    } else if property.is_primitive() {
        quote!(#ty)
    } else {
        quote!(impl __graph::Into<#ty>)
    }
}
