//! What the runtime is told of the resource: its type, its properties and its address.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote, quote_spanned};

use super::codec;
use super::generics::{self, Parts};
use crate::model::{
    Access, Kind, Operation, Property, StructuredType, UpdateMethod, Version, is_named,
};

pub(super) fn implementations(resource: &StructuredType<'_>) -> TokenStream {
    let StructuredType { ident, runtime, .. } = resource;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let type_info = type_info(resource);
    let patch_type = resource.patch_ident();
    let finish = super::read::finish(resource);
    let lists = generics::as_lists(resource);
    let address = (!resource.is_complex()).then(|| address(resource));
    let extensible = resource
        .is_extensible
        .then(|| quote!(impl #parameters __graph::Extensible for #ident #arguments #bounds {}));
    quote! {
        static __TYPE: __graph::TypeInfo = #type_info;

        #[automatically_derived]
        impl #parameters #runtime::StructuredType for #ident #arguments #bounds {
            const TYPE: &'static __graph::TypeInfo = &__TYPE;
            type Patch = #patch_type #arguments;
            type Slots = __Slots #arguments;

            #finish
        }

        __graph::structured!(#ident #arguments, #lists);

        #extensible

        #address
    }
}

fn address(resource: &StructuredType<'_>) -> TokenStream {
    let StructuredType { ident, runtime, .. } = resource;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let (path, item_path) = (resource.path(), resource.item_path());
    let version = match resource.version() {
        None => quote!(__graph::None),
        Some(Version::V1) => quote!(::core::option::Option::Some(#runtime::ApiVersion::V1)),
        Some(Version::Beta) => quote!(::core::option::Option::Some(#runtime::ApiVersion::Beta)),
    };
    let update_method = match resource.update_method() {
        UpdateMethod::Patch => quote!(Patch),
        UpdateMethod::Put => quote!(Put),
    };
    let operations = operations(resource);
    quote! {
        static __INFO: __graph::ResourceInfo = __graph::ResourceInfo::new(
            &__TYPE,
            #path,
            #item_path,
            #version,
            __graph::UpdateMethod::#update_method,
            #operations,
        );

        #[automatically_derived]
        impl #parameters #runtime::Resource for #ident #arguments #bounds {
            const INFO: &'static __graph::ResourceInfo = &__INFO;
        }
    }
}

fn type_info(resource: &StructuredType<'_>) -> TokenStream {
    let (odata_type, emits_type) = (format!("#{}", resource.odata_type), resource.emits_type);
    let declared = resource
        .properties
        .iter()
        .filter(|property| property.is_named())
        .map(property);
    let base = resource.only(Kind::Base).map(|base| {
        let (ty, span) = (base.ty, codec::span(base));
        quote_spanned!(span=> .with_base(__graph::base_type::<#ty>()))
    });
    let open = resource.only(Kind::Extra).map(|_| quote!(.open()));
    let evolved = evolved(resource);
    quote!(__graph::TypeInfo::new(#odata_type, #emits_type, &[#(#declared),*]) #base #open #evolved)
}

/// Asks the types of the properties whether there is an enum in them with members behind the sentinel.
fn evolved(resource: &StructuredType<'_>) -> Option<TokenStream> {
    let mut types: Vec<&syn::Type> = Vec::new();
    for property in &resource.properties {
        let may_have = property.with().is_none()
            && !property.is_primitive()
            && matches!(property.kind, Kind::Replaced | Kind::Merged | Kind::Base)
            && property.access != Access::Etag
            && generics::is_free_of_parameters(resource, property.value_type);
        if may_have
            && !is_text(property.value_type)
            && !types.iter().any(|ty| is_same(ty, property.value_type))
        {
            types.push(property.value_type);
        }
    }
    let (first, others) = types.split_first()?;
    let first = quote!(<#first as __graph::PropertyValue>::has_evolved_members(depth));
    let others = quote!(#(|| <#others as __graph::PropertyValue>::has_evolved_members(depth))*);
    Some(quote!(.with_evolved_members(|depth| #first #others)))
}

fn is_same(one: &syn::Type, other: &syn::Type) -> bool {
    one.to_token_stream().to_string() == other.to_token_stream().to_string()
}

fn is_text(ty: &syn::Type) -> bool {
    is_named(ty, "String") || is_named(ty, "OffsetDateTime") || is_named(ty, "Uuid")
}

fn operations(resource: &StructuredType<'_>) -> TokenStream {
    if resource.operations().len() == Operation::ALL.len() {
        return quote!(&__graph::Operation::ALL);
    }
    let operations = resource
        .operations()
        .iter()
        .map(|operation| match operation {
            Operation::List => quote!(List),
            Operation::Get => quote!(Get),
            Operation::Create => quote!(Create),
            Operation::Update => quote!(Update),
            Operation::Delete => quote!(Delete),
        });
    quote!(&[#(__graph::Operation::#operations),*])
}

fn property(property: &Property<'_>) -> TokenStream {
    let name = &property.wire_name;
    let role: &[&str] = match property.access {
        Access::Key => &["KEY", "READ_ONLY"],
        Access::CreatableKey => &["KEY"],
        Access::ReadOnly => &["READ_ONLY"],
        Access::CreateOnly => &["CREATE_ONLY"],
        Access::WriteOnly => &["WRITE_ONLY"],
        Access::Etag | Access::Writable => &[],
    };
    let others = [
        (
            property.is_nullable || property.kind == Kind::Navigation,
            "NULLABLE",
        ),
        (
            property.access == Access::CreateOnly && !property.is_readable(),
            "WRITE_ONLY",
        ),
        (property.is_required(), "REQUIRED"),
        (property.is_sensitive(), "SENSITIVE"),
        (property.is_alternate_key(), "ALTERNATE_KEY"),
    ];
    let others = others
        .into_iter()
        .filter_map(|(applies, flag)| applies.then_some(flag));
    let flags: Vec<_> = role
        .iter()
        .copied()
        .chain(others)
        .map(|flag| format_ident!("{flag}"))
        .collect();
    let flags = if flags.is_empty() {
        quote!(0)
    } else {
        quote!(#(__graph::#flags)|*)
    };
    quote!(__graph::property(#name, #flags))
}
