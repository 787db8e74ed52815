//! A union with an address: its description, its requests, and its patch.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use super::{addresses, info, operations};
use crate::model::{Further, Operation, Union, UnionAddress};

/// The patch of the union, which is a type of its own.
pub(super) fn types(union: &Union<'_>) -> Option<TokenStream> {
    if !is_updatable(union) {
        return None;
    }
    let Union {
        ident,
        visibility,
        variants,
        runtime,
        ..
    } = union;
    let patch = patch_ident(union);
    let docs = format!(
        " A partial update of one [`{ident}`]: the patch of the type that the item has. A patch of each type can be converted into it."
    );
    let variants = variants.iter().map(|variant| {
        let (ident, ty) = (variant.ident, variant.structured);
        let docs = format!(" The changes of an item in the variant `{ident}`.");
        quote!(#[doc = #docs] #ident(<#ty as #runtime::StructuredType>::Patch))
    });
    Some(quote! {
        #[doc = #docs]
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::cmp::PartialEq)]
        #[allow(deprecated, clippy::large_enum_variant, clippy::derive_partial_eq_without_eq)]
        #visibility enum #patch {
            #(#variants,)*
        }
    })
}

pub(super) fn implementations(union: &Union<'_>) -> Option<TokenStream> {
    let address = union.address.as_ref()?;
    let Union { ident, runtime, .. } = union;
    let description = description(union, address);
    let functions = functions(union, address);
    let addressed = (!address.further.is_empty()).then(|| addressed(union, address));
    let patch = is_updatable(union).then(|| patch(union));
    Some(quote! {
        #description

        #[automatically_derived]
        impl #runtime::Resource for #ident {
            const INFO: &'static __graph::ResourceInfo = &__INFO;
        }

        impl #ident {
            #(#functions)*
        }

        #addressed
        #patch
    })
}

fn is_updatable(union: &Union<'_>) -> bool {
    let address = union.address.as_ref();
    address.is_some_and(|address| address.has(Operation::Update))
        && union.is_well_formed()
        && !union.variants.is_empty()
}

fn patch_ident(union: &Union<'_>) -> Ident {
    format_ident!("{}Patch", union.ident.unraw())
}

fn description(union: &Union<'_>, address: &UnionAddress) -> TokenStream {
    let ident = union.ident;
    let base = union.base().and_then(|index| union.variants.get(index));
    let info = if let Some(ty) = base.map(|base| base.structured) {
        quote!(__graph::union_type(<#ty as __graph::VariantType>::INFO))
    } else {
        let odata_type = format!("#{}", union.odata_type);
        quote!(__graph::TypeInfo::new(#odata_type, true, &[]))
    };
    let resource = |info: &TokenStream, operations: &[Operation]| {
        let path = &address.template.text;
        let item_path = UnionAddress::item_path_of(path, address.is_singleton);
        let version = info::version(address.version, &union.runtime);
        let operations = info::operations(operations);
        quote!(__graph::ResourceInfo::new(#info, #path, #item_path) #version #operations)
    };
    let of_union = resource(&quote!(&__TYPE), &address.operations);
    let variants = union.variants.iter().map(|variant| {
        let ty = variant.structured;
        resource(
            &quote!(<#ty as __graph::VariantType>::INFO),
            &address.item_operations,
        )
    });
    let further = further(&address.further);
    quote! {
        static __TYPE: __graph::TypeInfo =
            #info.with_evolved_members(|depth| __graph::evolved::<#ident>(depth));
        static __INFO: __graph::ResourceInfo = #of_union.with_variants(&[#(#variants),*]) #further;
    }
}

fn further(addresses: &[Further]) -> Option<TokenStream> {
    if addresses.is_empty() {
        return None;
    }
    let addresses = addresses.iter().map(|address| {
        let (name, path) = (address.name.unraw().to_string(), &address.template.text);
        let item_path = UnionAddress::item_path_of(path, address.is_singleton);
        quote!(__graph::ResourceAddress::new(#name, #path, #item_path))
    });
    Some(quote!(.also_at(&[#(#addresses),*])))
}

/// Returns the functions for the operations and for the further addresses.
fn functions(union: &Union<'_>, address: &UnionAddress) -> Vec<TokenStream> {
    let rows = [
        (Operation::List, "list", "List", "GET"),
        (Operation::Get, "get", "Get", "GET"),
        (Operation::Delete, "delete", "Delete", "DELETE"),
    ];
    let bodiless = rows
        .into_iter()
        .filter(|(operation, ..)| address.has(*operation))
        .map(|row| bodiless(union, address, row));
    let update = is_updatable(union).then(|| update(union, address));
    let further = address.further.iter().enumerate();
    let further = further.map(|(index, further)| function_of(union, index, further));
    bodiless.chain(update).chain(further).collect()
}

/// Returns the arguments for the parameters of the path and the key, and the expression for the address.
fn arguments(address: &UnionAddress, is_item: bool) -> (TokenStream, TokenStream) {
    // No parameter of the path is this one, whatever its name.
    let key = (is_item && !address.is_singleton)
        .then(|| Ident::new(UnionAddress::KEY, Span::mixed_site()));
    let parameters: Vec<&Ident> = address.template.parameters.iter().chain(&key).collect();
    let arguments = parameters
        .iter()
        .map(|name| operations::text_argument(name));
    let scope = format_ident!("{}", if is_item { "item" } else { "collection" });
    (
        quote!(#(#arguments,)*),
        quote!(__graph::RequestParts::#scope(&__INFO, &[#(&#parameters),*])),
    )
}

fn path(address: &UnionAddress, is_item: bool) -> String {
    UnionAddress::item_path_of(&address.template.text, address.is_singleton || !is_item)
}

fn bodiless(
    union: &Union<'_>,
    address: &UnionAddress,
    (operation, name, request, method): (Operation, &str, &str, &str),
) -> TokenStream {
    let Union {
        ident,
        visibility,
        runtime,
        ..
    } = union;
    let is_item = operation != Operation::List;
    let (arguments, parts) = arguments(address, is_item);
    let what = match operation {
        Operation::List => "for a page of",
        Operation::Delete => "that deletes one",
        _ => "for one",
    };
    let path = path(address, is_item);
    let docs = format!(" Creates the request {what} [`{ident}`]: `{method} {path}`.");
    let [name, request] = [name, request].map(|name| format_ident!("{name}"));
    quote! {
        #[doc = #docs]
        #visibility fn #name(#arguments) -> #runtime::#request<Self> {
            #runtime::#request::new(#parts)
        }
    }
}

fn update(union: &Union<'_>, address: &UnionAddress) -> TokenStream {
    let Union {
        ident,
        visibility,
        runtime,
        ..
    } = union;
    let (arguments, parts) = arguments(address, true);
    let (patch, item_path) = (patch_ident(union), path(address, true));
    let docs = format!(
        " Creates the request that updates one [`{ident}`]: `PATCH {item_path}`. The patch is that of the type of the item, which the request names."
    );
    let held = Ident::new("patch", Span::mixed_site());
    quote! {
        #[doc = #docs]
        #visibility fn update(
            #arguments
            #held: impl __graph::Into<#patch>,
        ) -> #runtime::UnionUpdate<Self> {
            #runtime::UnionUpdate::new(#parts, __graph::Into::into(#held))
        }
    }
}

fn function_of(union: &Union<'_>, index: usize, further: &Further) -> TokenStream {
    let Union {
        ident,
        visibility,
        runtime,
        ..
    } = union;
    let Further { name, template, .. } = further;
    let (ty, constructor) = if further.is_singleton {
        ("Singleton", "singleton")
    } else {
        ("Collection", "collection")
    };
    let [ty, constructor] = [ty, constructor].map(|name| format_ident!("{name}"));
    let docs = format!(" The address `{}` of [`{ident}`].", template.text);
    let parameters = &template.parameters;
    let arguments = parameters.iter().map(operations::text_argument);
    quote! {
        #[doc = #docs]
        #visibility fn #name(#(#arguments),*) -> #runtime::#ty<Self> {
            __graph::#constructor(#index, &[#(&#parameters),*])
        }
    }
}

/// Implements the trait by which the operations exist at further addresses.
fn addressed(union: &Union<'_>, address: &UnionAddress) -> TokenStream {
    let Union { ident, runtime, .. } = union;
    let operations = addresses::flags(
        runtime,
        [
            address.has(Operation::List),
            address.has(Operation::Get),
            false,
            false,
            false,
            address.has(Operation::Delete),
        ],
    );
    quote! {
        #[automatically_derived]
        impl #runtime::Addressed for #ident {
            type Key = #runtime::AnyKey;
            type Operations = #operations;
            type Update = ();
            type New = ();
            type Create = ();

            fn update_of(_: __graph::Write<#runtime::Update>) {}

            fn create_of(_: __graph::RequestParts, (): ()) {}
        }
    }
}

/// Implements the patch, and the conversions into it.
fn patch(union: &Union<'_>) -> TokenStream {
    let Union {
        ident,
        runtime,
        variants,
        ..
    } = union;
    let patch = patch_ident(union);
    let idents: Vec<_> = variants.iter().map(|variant| variant.ident).collect();
    let types: Vec<_> = variants.iter().map(|variant| variant.structured).collect();
    quote! {
        #[automatically_derived]
        impl #runtime::PolymorphicResource for #ident {
            type Patch = #patch;
        }

        #[automatically_derived]
        impl #runtime::UnionPatch for #patch {
            fn changes(&self) -> (&dyn #runtime::WriteProperties, &'static __graph::TypeInfo) {
                match self {
                    #(Self::#idents(patch) => (patch, <#types as __graph::VariantType>::INFO),)*
                }
            }
        }

        #(
            #[automatically_derived]
            impl ::core::convert::From<<#types as #runtime::StructuredType>::Patch> for #patch {
                fn from(patch: <#types as #runtime::StructuredType>::Patch) -> Self {
                    Self::#idents(patch)
                }
            }
        )*
    }
}
