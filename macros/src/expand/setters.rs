//! Setters.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{Type, Visibility};

use super::generics::Parts;
use super::{codec, docs};
use crate::model::{Elements, Kind, Property, StructuredType, is_primitive, map_argument};

/// The target of setters: the patch itself, the create, or the trait for types that extend this one.
struct Site<'a> {
    /// The module of the runtime for generated code.
    graph: TokenStream,
    /// The expression for the struct with the fields of the properties.
    patch: TokenStream,
    visibility: Option<&'a Visibility>,
    must_use: Option<TokenStream>,
}

/// The setters of one property of the patch, which the update and the create share.
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
            Kind::Base | Kind::Invalid => return TokenStream::new(),
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

    /// A method that runs `body` and returns the patch.
    fn method(
        &self,
        docs: &TokenStream,
        name: &Ident,
        arguments: &TokenStream,
        body: &TokenStream,
    ) -> TokenStream {
        let Self {
            visibility,
            must_use,
            ..
        } = self;
        quote! {
            #docs
            #must_use
            #visibility fn #name(mut self, #arguments) -> Self {
                #body
                self
            }
        }
    }

    fn set(&self, property: &Property<'_>) -> TokenStream {
        let (Self { graph, patch, .. }, ident) = (self, property.ident);
        let (argument, value) = (argument(property, graph), value(property, graph));
        let arguments = quote!(&mut #patch.#ident, #value);
        let assign = codec::field_call(property, graph, "assign", &arguments);
        self.method(
            &docs::of_property(property),
            &property.setter(),
            &quote!(value: #argument),
            &quote!(#assign;),
        )
    }

    fn clear(&self, property: &Property<'_>) -> TokenStream {
        let (Self { graph, patch, .. }, ident) = (self, property.ident);
        let docs = format!(" Clears `{}`: sends JSON `null`.", property.wire_name);
        self.method(
            &quote!(#[doc = #docs]),
            &property.clear_setter(),
            &TokenStream::new(),
            &quote!(#graph::clear(&mut #patch.#ident);),
        )
    }

    fn or_clear(&self, property: &Property<'_>) -> TokenStream {
        let (Self { graph, patch, .. }, ident) = (self, property.ident);
        let (wire_name, ty) = (&property.wire_name, property.value_type);
        let docs = format!(" Sets `{wire_name}`, or clears it if the value is `None`.");
        self.method(
            &quote!(#[doc = #docs]),
            &property.setter_or_clear(),
            &quote!(value: #graph::Option<#ty>),
            &quote!(#graph::set_or_clear(&mut #patch.#ident, value);),
        )
    }

    /// Returns the setter of a merged property, which edits its patch.
    fn merge(&self, property: &Property<'_>) -> TokenStream {
        let (Self { graph, patch, .. }, ident) = (self, property.ident);
        let merged = merged(property, graph, graph);
        self.method(
            &docs::of_merge(property),
            &property.setter(),
            &quote!(edit: impl ::core::ops::FnOnce(#merged) -> #merged),
            &quote!(#graph::edit(&mut #patch.#ident, edit);),
        )
    }

    /// The setter of a relationship to several resources: an update adds them, and never replaces existing ones.
    fn bind_all(&self, property: &Property<'_>) -> TokenStream {
        let (Self { graph, patch, .. }, ident) = (self, property.ident);
        let docs = docs::of_property(property);
        self.method(
            &quote! {
                #docs
                ///
                /// An update adds these to the existing ones.
            },
            &property.setter(),
            &quote!(references: impl ::core::iter::IntoIterator<Item = impl #graph::Into<#graph::Reference>>),
            &quote!(#patch.#ident = ::core::option::Option::Some(#graph::references(references));),
        )
    }

    /// The setters of properties that the type does not declare, by name.
    fn of_extra(&self, property: &Property<'_>) -> TokenStream {
        let (Self { graph, patch, .. }, ident) = (self, property.ident);
        let set = self.method(
            &quote! {
                /// Sets the property `name`, which the type does not declare.
            },
            &property.setter(),
            &quote!(name: impl #graph::Into<#graph::String>, value: impl #graph::Into<#graph::Value>),
            &quote!(#graph::edit(&mut #patch.#ident, |changes| changes.set(name, value));),
        );
        let set_typed = self.method(
            &quote! {
                /// Sets the property `name`, which the type does not declare, and states its Edm type, such as `#Int32`.
            },
            &property.setter_typed(),
            &quote! {
                name: impl #graph::Into<#graph::String>,
                odata_type: impl #graph::Into<#graph::String>,
                value: impl #graph::Into<#graph::Value>,
            },
            &quote!(#graph::edit(&mut #patch.#ident, |changes| changes.set_typed(name, odata_type, value));),
        );
        let clear = self.method(
            &quote! {
                /// Clears the property `name`, which the type does not declare: sends JSON `null`.
            },
            &property.clear_setter(),
            &quote!(name: impl #graph::Into<#graph::String>),
            &quote!(#graph::edit(&mut #patch.#ident, |changes| changes.clear(name));),
        );
        let change = self.method(
            &quote! {
                /// Changes members of the property `name`, which the type does not declare and whose value is an object.
                ///
                /// It is for a service that merges the object: any other replaces it.
            },
            &property.change_setter(),
            &quote! {
                name: impl #graph::Into<#graph::String>,
                edit: impl ::core::ops::FnOnce(#graph::DynamicChanges) -> #graph::DynamicChanges,
            },
            &quote!(#graph::edit(&mut #patch.#ident, |changes| changes.change(name, edit));),
        );
        quote!(#set #set_typed #change #clear)
    }
}

/// Implements the access to the setters of the base, and to those of the bases above it.
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

/// Returns the trait that adds the setters of the type to the patches of types that extend it.
pub(super) fn extension_trait(resource: &StructuredType<'_>) -> TokenStream {
    let StructuredType {
        ident,
        visibility,
        runtime,
        ..
    } = resource;
    let setters = format_ident!("{}Setters", ident.unraw());
    let patch = resource.patch_ident();
    let [steps, any] = ["Steps", "Patch"].map(|name| resource.parameter_ident(name));
    let graph = quote!(#runtime::__private);
    let site = Site {
        patch: quote!(#graph::Extends::patch_mut(&mut self)),
        visibility: None,
        must_use: Some(quote!(#[must_use])),
        graph: graph.clone(),
    };
    let methods = resource.updatable().map(|property| site.setters(property));
    let docs = format!(
        " The setters of [`{ident}`], for the patches and requests of the types that extend it. Import it to call them; its parameter is inferred."
    );
    quote! {
        #[doc = #docs]
        #[allow(dead_code)]
        #visibility trait #setters<#steps>: ::core::marker::Sized + #runtime::Extends<#patch, #steps> {
            #(#methods)*
        }

        #[automatically_derived]
        impl<#steps, #any: #runtime::Extends<#patch, #steps>> #setters<#steps> for #any {}
    }
}

/// Returns the type of the patch of a merged property. That of a map has a name, whatever its entries are.
pub(super) fn merged(
    property: &Property<'_>,
    edm: &TokenStream,
    merge: &TokenStream,
) -> TokenStream {
    let ty = property.value_type;
    map_argument(ty).map_or_else(
        || quote!(<#ty as #merge::Merge>::Patch),
        |entry| quote!(#edm::MapChanges<#entry>),
    )
}

/// Returns the setter of a parameter that a call can leave out.
pub(super) fn of_parameter(parameter: &Property<'_>) -> TokenStream {
    let site = Site {
        graph: quote!(__graph),
        patch: quote!(self.__parameters),
        visibility: Some(parameter.visibility),
        must_use: None,
    };
    site.set(parameter)
}

/// Returns the setter of a property that only a create carries.
pub(super) fn of_create(property: &Property<'_>) -> TokenStream {
    let site = Site {
        graph: quote!(__graph),
        patch: quote!(self.__request.kind.only),
        visibility: Some(property.visibility),
        must_use: None,
    };
    site.set(property)
}

/// Returns the type of the argument of a setter.
pub(super) fn argument(property: &Property<'_>, graph: &TokenStream) -> TokenStream {
    if property.kind == Kind::Bound {
        return quote!(impl #graph::IntoProperty<#graph::Reference>);
    }
    match property.elements() {
        Elements::None => of_value(property.value_type, graph),
        Elements::Of(element) => {
            let element = of_value(element, graph);
            quote!(impl ::core::iter::IntoIterator<Item = #element>)
        }
        Elements::Named(value) => {
            let value = of_value(value, graph);
            quote!(impl ::core::iter::IntoIterator<Item = (impl #graph::Into<#graph::String>, #value)>)
        }
    }
}

/// Returns the type of one value in the argument of a setter. For a primitive, it is the type itself: `impl IntoProperty<u8>` does not
/// accept the literal `5`.
fn of_value(ty: &Type, graph: &TokenStream) -> TokenStream {
    if is_primitive(ty) {
        quote!(#ty)
    } else {
        quote!(impl #graph::IntoProperty<#ty>)
    }
}

/// Returns the expression for the `value` of such an argument, which converts the elements of a collection.
pub(super) fn value(property: &Property<'_>, graph: &TokenStream) -> TokenStream {
    match property.elements() {
        Elements::None => quote!(value),
        Elements::Of(element) => quote!(#graph::elements::<#element, _>(value)),
        Elements::Named(element) => quote!(#graph::entries::<#element, _, _>(value)),
    }
}
