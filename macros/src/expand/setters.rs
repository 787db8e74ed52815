//! Setters.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::Visibility;
use syn::ext::IdentExt;

use super::docs;
use super::generics::Parts;
use crate::model::{Kind, Property, Resource};

/// Where setters are written: into the patch itself, or into the trait for those who extend the type.
struct Site<'a> {
    /// The runtime's part for generated code.
    graph: TokenStream,
    /// What has the places of the properties, from `self`.
    patch: TokenStream,
    visibility: Option<&'a Visibility>,
    must_use: Option<TokenStream>,
}

/// The setters of one property of the patch, which are those of the update and the create as well.
pub(super) fn of_patch(property: &Property<'_>) -> TokenStream {
    let site = Site {
        graph: quote!(__graph),
        patch: quote!(self),
        visibility: Some(property.visibility),
        must_use: None,
    };
    site.setters(property)
}

impl Site<'_> {
    fn setters(&self, property: &Property<'_>) -> TokenStream {
        let set = match property.kind {
            Kind::Base | Kind::Misplaced => return TokenStream::new(),
            Kind::Extra => return self.of_extra(property),
            Kind::Merged => self.merge(property),
            Kind::BoundCollection => self.bind_all(property),
            Kind::Replaced | Kind::Navigation | Kind::Bound => self.set(property),
        };
        let clear = property.is_clearable().then(|| self.clear(property));
        let or_clear = (property.is_clearable() && property.kind == Kind::Replaced)
            .then(|| self.or_clear(property));
        quote!(#set #clear #or_clear)
    }

    fn set(&self, property: &Property<'_>) -> TokenStream {
        let Self {
            graph,
            patch,
            visibility,
            must_use,
        } = self;
        let (ident, setter) = (property.ident, property.setter());
        let (argument, docs) = (argument(property, graph), docs::of_property(property));
        quote! {
            #docs
            #must_use
            #visibility fn #setter(mut self, value: #argument) -> Self {
                #graph::set(&mut #patch.#ident, value);
                self
            }
        }
    }

    fn clear(&self, property: &Property<'_>) -> TokenStream {
        let Self {
            graph,
            patch,
            visibility,
            must_use,
        } = self;
        let (ident, clear) = (property.ident, property.clear_setter());
        let docs = format!(" Clears `{}`: sends JSON `null`.", property.wire_name);
        quote! {
            #[doc = #docs]
            #must_use
            #visibility fn #clear(mut self) -> Self {
                #graph::clear(&mut #patch.#ident);
                self
            }
        }
    }

    fn or_clear(&self, property: &Property<'_>) -> TokenStream {
        let Self {
            graph,
            patch,
            visibility,
            must_use,
        } = self;
        let Property {
            ident,
            wire_name,
            value_type,
            ..
        } = property;
        let or_clear = property.setter_or_clear();
        let docs = format!(" Sets `{wire_name}`, or clears it where the value is `None`.");
        quote! {
            #[doc = #docs]
            #must_use
            #visibility fn #or_clear(mut self, value: #graph::Option<#value_type>) -> Self {
                #graph::set_or_clear(&mut #patch.#ident, value);
                self
            }
        }
    }

    /// The setter of a merged property, which edits its patch.
    fn merge(&self, property: &Property<'_>) -> TokenStream {
        let Self {
            graph,
            patch,
            visibility,
            must_use,
        } = self;
        let Property {
            ident, value_type, ..
        } = property;
        let (setter, docs) = (property.setter(), docs::of_property(property));
        let part = quote!(<#value_type as #graph::Merge>::Patch);
        quote! {
            #docs
            #must_use
            #visibility fn #setter(mut self, edit: impl ::core::ops::FnOnce(#part) -> #part) -> Self {
                #graph::edit(&mut #patch.#ident, edit);
                self
            }
        }
    }

    /// The setter of a relationship to several: an update adds them, and never replaces those that are there.
    fn bind_all(&self, property: &Property<'_>) -> TokenStream {
        let Self {
            graph,
            patch,
            visibility,
            must_use,
        } = self;
        let ident = property.ident;
        let (setter, docs) = (property.setter(), docs::of_property(property));
        quote! {
            #docs
            ///
            /// An update adds these to those that are there.
            #must_use
            #visibility fn #setter<__R: #graph::Into<#graph::Reference>>(
                mut self,
                references: impl ::core::iter::IntoIterator<Item = __R>,
            ) -> Self {
                #patch.#ident = ::core::option::Option::Some(#graph::references(references));
                self
            }
        }
    }

    /// The setters of properties that the type does not declare, by name.
    fn of_extra(&self, property: &Property<'_>) -> TokenStream {
        let Self {
            graph,
            patch,
            visibility,
            must_use,
        } = self;
        let ident = property.ident;
        let (setter, typed, clear) = (
            property.setter(),
            property.setter_typed(),
            property.clear_setter(),
        );
        quote! {
            /// Sets the property `name`, which the type does not declare.
            #must_use
            #visibility fn #setter(
                mut self,
                name: impl #graph::Into<#graph::String>,
                value: impl #graph::Into<#graph::Value>,
            ) -> Self {
                #graph::DynamicChanges::set(&mut #patch.#ident, name, value);
                self
            }

            /// Sets the property `name`, which the type does not declare, and says which Edm type it has, such as `#Int32`.
            #must_use
            #visibility fn #typed(
                mut self,
                name: impl #graph::Into<#graph::String>,
                odata_type: impl #graph::Into<#graph::String>,
                value: impl #graph::Into<#graph::Value>,
            ) -> Self {
                #graph::DynamicChanges::set_typed(&mut #patch.#ident, name, odata_type, value);
                self
            }

            /// Clears the property `name`, which the type does not declare: sends JSON `null`.
            #must_use
            #visibility fn #clear(mut self, name: impl #graph::Into<#graph::String>) -> Self {
                #graph::DynamicChanges::clear(&mut #patch.#ident, name);
                self
            }
        }
    }
}

/// By which the setters of the base, and those of its own base, are found.
pub(super) fn of_base(base: &Property<'_>, patch: &Ident, any_patch: &Parts) -> TokenStream {
    let Property {
        ident, value_type, ..
    } = base;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = any_patch;
    quote! {
        #[automatically_derived]
        impl #parameters __graph::Extension for #patch #arguments #bounds {
            type Base = <#value_type as __graph::StructuredType>::Patch;

            fn base_mut(&mut self) -> &mut Self::Base {
                &mut self.#ident
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
    let setters = format_ident!("{}Setters", ident.unraw());
    let patch = resource.patch_ident();
    let graph = quote!(#runtime::__private);
    let site = Site {
        patch: quote!(#graph::Extends::part_mut(&mut self)),
        visibility: None,
        must_use: Some(quote!(#[must_use])),
        graph: graph.clone(),
    };
    let methods = resource.updatable().map(|property| site.setters(property));
    let docs = format!(
        " The setters of [`{ident}`], for the patches and requests of the types that extend it."
    );
    quote! {
        #[doc = #docs]
        #[allow(dead_code)]
        #visibility trait #setters<__Steps>: ::core::marker::Sized + #graph::Extends<#patch, __Steps> {
            #(#methods)*
        }

        #[automatically_derived]
        impl<__Steps, __Patch: #graph::Extends<#patch, __Steps>> #setters<__Steps> for __Patch {}
    }
}

/// The setter of a property that only a create carries.
pub(super) fn of_create(property: &Property<'_>) -> TokenStream {
    let Property {
        ident, visibility, ..
    } = property;
    let (setter, argument) = (property.setter(), argument(property, &quote!(__graph)));
    let docs = docs::of_property(property);
    quote! {
        #docs
        #visibility fn #setter(mut self, value: #argument) -> Self {
            __graph::set(&mut __graph::Create::only_mut(&mut self.__request).#ident, value);
            self
        }
    }
}

/// The type of the argument of a setter. A literal would not find its `Into`: `impl Into<u8>` does not take `5`.
pub(super) fn argument(property: &Property<'_>, graph: &TokenStream) -> TokenStream {
    let ty = property.value_type;
    if property.kind == Kind::Bound {
        quote!(impl #graph::Into<#graph::Reference>)
    } else if property.is_primitive() {
        quote!(#ty)
    } else {
        quote!(impl #graph::Into<#ty>)
    }
}
