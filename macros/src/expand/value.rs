//! The generated types as values: their shape as a property, and serde's traits.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::generics::Parts;

/// Declares the shape by which the runtime reads and writes the type as a property.
pub(super) fn shaped(ty: &Ident, generics: &Parts, shape: &str) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics;
    let shape = format_ident!("{shape}");
    quote! {
        #[automatically_derived]
        impl #parameters __graph::Shaped for #ty #arguments #bounds {
            type Shape = __graph::#shape;
        }
    }
}

/// The calls of the runtime in the implementations of serde's traits.
pub(super) struct Calls {
    pub(super) serialize: TokenStream,
    pub(super) deserialize: TokenStream,
}

impl Calls {
    /// The calls for a property value.
    pub(super) fn of_value() -> Self {
        Self {
            serialize: quote!(__graph::serialize(self, serializer)),
            deserialize: quote!(__graph::deserialize(deserializer)),
        }
    }

    /// The calls for a patch.
    pub(super) fn of_patch() -> Self {
        Self {
            serialize: quote!(__graph::serialize_patch(self, &__TYPE, serializer)),
            deserialize: quote!(__graph::deserialize_patch(deserializer, &__TYPE)),
        }
    }
}

/// Implements serde's traits. `reader` are the `generics` with the lifetime of the input.
pub(super) fn serde(ty: &Ident, generics: &Parts, reader: &Parts, calls: &Calls) -> TokenStream {
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics;
    let reader = &reader.parameters;
    let Calls {
        serialize,
        deserialize,
    } = calls;
    quote! {
        #[automatically_derived]
        impl #parameters __graph::Serialize for #ty #arguments #bounds {
            fn serialize<__S: __graph::Serializer>(
                &self,
                serializer: __S,
            ) -> __graph::Result<__S::Ok, __S::Error> {
                #serialize
            }
        }

        #[automatically_derived]
        impl #reader __graph::Deserialize<'__de> for #ty #arguments #bounds {
            fn deserialize<__D: __graph::Deserializer<'__de>>(
                deserializer: __D,
            ) -> __graph::Result<Self, __D::Error> {
                #deserialize
            }
        }
    }
}

/// Implements everything that makes a type without parameters a property value.
pub(super) fn plain(ty: &Ident, shape: &str) -> TokenStream {
    let generics = Parts::none();
    let reader = Parts {
        parameters: quote!(<'__de>),
        ..Parts::none()
    };
    let shaped = shaped(ty, &generics, shape);
    let serde = serde(ty, &generics, &reader, &Calls::of_value());
    quote!(#shaped #serde)
}
