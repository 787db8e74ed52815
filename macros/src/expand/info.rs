//! What the runtime is told of the resource: its type, its properties and its address.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::generics::{self, Parts};
use crate::model::{Operation, Property, Resource, Role, UpdateMethod, Version};

pub(super) fn implementations(resource: &Resource<'_>) -> TokenStream {
    let Resource { ident, runtime, .. } = resource;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics::of_impl(resource);
    let (odata_type, emits_type) = (format!("#{}", resource.odata_type), resource.emits_type);
    let declared = resource
        .properties
        .iter()
        .filter(|property| property.role != Role::Etag)
        .map(property);
    let (path, item_path) = (&resource.template.text, resource.item_path());
    let version = match resource.version {
        None => quote!(::core::option::Option::None),
        Some(Version::V1) => quote!(::core::option::Option::Some(#runtime::ApiVersion::V1)),
        Some(Version::Beta) => quote!(::core::option::Option::Some(#runtime::ApiVersion::Beta)),
    };
    let update_method = match resource.update_method {
        UpdateMethod::Patch => quote!(Patch),
        UpdateMethod::Put => quote!(Put),
    };
    let operations = operations(resource);
    let patch_type = resource.patch_ident();
    quote! {
        static __TYPE: __graph::TypeInfo = __graph::TypeInfo::new(#odata_type, #emits_type, &[#(#declared),*]);

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
            type Patch = #patch_type #arguments;
        }
    }
}

fn operations(resource: &Resource<'_>) -> TokenStream {
    if resource.operations.len() == Operation::ALL.len() {
        return quote!(&__graph::Operation::ALL);
    }
    let operations = resource.operations.iter().map(|operation| match operation {
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
    let role: &[&str] = match property.role {
        Role::Key => &["KEY", "READ_ONLY"],
        Role::CreatableKey => &["KEY"],
        Role::ReadOnly => &["READ_ONLY"],
        Role::CreateOnly => &["CREATE_ONLY"],
        Role::WriteOnly => &["WRITE_ONLY"],
        Role::Etag | Role::Writable => &[],
    };
    let others = [
        (property.is_nullable, "NULLABLE"),
        (property.is_required(), "REQUIRED"),
        (property.is_sensitive(), "SENSITIVE"),
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
