//! The description of the resource as data: its type, its properties and its address.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::Path;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::codec;
use super::generics::{self, Parts};
use super::json_schema;
use super::value::{self, Calls};
use crate::model::{
    Access, Kind, Operation, Property, StructuredType, UpdateForm, UpdateMethod, Version,
};

pub(super) fn implementations(resource: &StructuredType<'_>) -> TokenStream {
    let StructuredType { ident, runtime, .. } = resource;
    let generics = generics::of_impl(resource);
    let Parts {
        parameters,
        arguments,
        bounds,
    } = &generics;
    let type_info = type_info(resource);
    let patch_type = resource.patch_ident();
    let complete = super::read::complete(resource);
    let address = (!resource.is_complex()).then(|| address(resource, &generics));
    let extensible = resource
        .is_extensible
        .then(|| quote!(impl #parameters __graph::Extensible for #ident #arguments #bounds {}));
    let shaped = value::shaped(ident, &generics, "Structured");
    let reader = generics::of_reader(resource);
    let serde = value::serde(ident, &generics, &reader, &Calls::of_value());
    let schema = json_schema::of_value(ident, &generics);
    quote! {
        static __TYPE: __graph::TypeInfo = #type_info;

        #[automatically_derived]
        impl #parameters #runtime::StructuredType for #ident #arguments #bounds {
            const TYPE: &'static __graph::TypeInfo = &__TYPE;
            type Patch = #patch_type #arguments;
            type Partial = __Partial #arguments;

            #complete
        }

        #shaped
        #serde
        #schema
        #extensible
        #address
    }
}

fn address(resource: &StructuredType<'_>, generics: &Parts) -> TokenStream {
    let StructuredType { ident, runtime, .. } = resource;
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics;
    let path = resource.path();
    let item_path = item_path(resource, path);
    let further = further(resource);
    let version = version(resource.version(), runtime);
    let update = update(resource.update_form());
    let operations = operations(resource.operations());
    let select = select(resource);
    let expand = expand(resource);
    quote! {
        static __INFO: __graph::ResourceInfo =
            __graph::ResourceInfo::new(&__TYPE, #path, #item_path) #version #update #operations #select #expand #further;

        #[automatically_derived]
        impl #parameters #runtime::Resource for #ident #arguments #bounds {
            const INFO: &'static __graph::ResourceInfo = &__INFO;
        }
    }
}

/// Returns the path of one item. A macro sees no base, so the key of a base is appended in const evaluation, which fails without one.
fn item_path(resource: &StructuredType<'_>, path: &str) -> TokenStream {
    if let Some(key) = resource.key().filter(|_| resource.has_key_in_parentheses()) {
        let (bare, ty) = (resource.item_path_of(path), key.value_type);
        let quoted = bare[path.len()..].replace('{', "'{").replace('}', "}'");
        let quoted = format!("{path}{quoted}");
        if key.with().is_some() {
            return quoted.into_token_stream();
        }
        return quote!(__graph::path_by::<#ty>(#quoted, #bare));
    }
    let Some(base) = resource.base_with_key() else {
        return resource.item_path_of(path).into_token_stream();
    };
    let span = codec::span(base);
    let key = quote_spanned!(span=> __graph::key_of_base(&__TYPE, #path));
    quote!({
        const __KEY: &__graph::str = #key;
        const __ITEM_PATH: [__graph::u8; __graph::item_path_len(#path, __KEY)] =
            __graph::item_path(#path, __KEY);
        __graph::text(&__ITEM_PATH)
    })
}

/// Returns the further addresses.
fn further(resource: &StructuredType<'_>) -> Option<TokenStream> {
    let addresses = resource.further();
    if addresses.is_empty() {
        return None;
    }
    let addresses = addresses.iter().map(|address| {
        let (name, path) = (address.name.unraw().to_string(), &address.template.text);
        let item_path = if address.is_singleton {
            quote!(#path)
        } else {
            item_path(resource, path)
        };
        quote!(__graph::ResourceAddress::new(#name, #path, #item_path))
    });
    Some(quote!(.also_at(&[#(#addresses),*])))
}

/// Returns the `$select` of a read. A macro sees no base, so with one, the text is made in const evaluation.
fn select(resource: &StructuredType<'_>) -> Option<TokenStream> {
    if !resource.selects() {
        return None;
    }
    if resource.only(Kind::Base).is_none() {
        let option = resource.select_option();
        return (!option.is_empty()).then(|| quote!(.selecting(#option)));
    }
    Some(quote!(.selecting({
        static __SELECT: [__graph::u8; __graph::select_len(&__TYPE)] = __graph::select(&__TYPE);
        __graph::text(&__SELECT)
    })))
}

/// Returns the `$expand` of a read. A macro does not see the other types, whose properties it names.
fn expand(resource: &StructuredType<'_>) -> Option<TokenStream> {
    resource.expanded().next()?;
    let expanded = resource.expanded().map(|property| {
        let (name, ty) = (&property.wire_name, property.value_type);
        if property.with().is_some() || !generics::is_free_of_parameters(resource, ty) {
            return quote!((#name, __graph::None));
        }
        let span = codec::span(property);
        quote_spanned!(span=> __graph::expanded::<#ty>(#name))
    });
    Some(quote!(.expanding({
        const __EXPANDED: &[__graph::Expanded] = &[#(#expanded),*];
        static __EXPAND: [__graph::u8; __graph::expand_len(__EXPANDED)] = __graph::expand(__EXPANDED);
        __graph::text(&__EXPAND)
    })))
}

/// Returns the form of an update, unless it is a `PATCH` in part.
fn update(form: &UpdateForm) -> Option<TokenStream> {
    let method = match form.method {
        UpdateMethod::Put => quote!(.updated_by(__graph::UpdateMethod::Put)),
        UpdateMethod::Patch if form.is_whole => quote!(.replaced()),
        UpdateMethod::Patch => return None,
    };
    let with_key = form.with_key.is_some().then(|| quote!(.with_key_in_body()));
    Some(quote!(#method #with_key))
}

pub(super) fn type_info(resource: &StructuredType<'_>) -> TokenStream {
    let (odata_type, emits_type) = (format!("#{}", resource.odata_type), resource.emits_type);
    let declared = resource
        .properties
        .iter()
        .filter(|declared| declared.is_named())
        .map(|declared| property(resource, declared));
    let evolved = evolved(resource);
    let control = control_information(resource);
    let documentation = json_schema::documentation(resource);
    let info = quote! {
        __graph::TypeInfo::new(#odata_type, #emits_type, &[#(#declared),*]) #(.#control())* #evolved #documentation
    };
    match resource.only(Kind::Base) {
        Some(base) => {
            let (ty, span) = (base.ty, codec::span(base));
            quote_spanned!(span=> __graph::extending::<#ty>(#info))
        }
        None => info,
    }
}

/// Returns the methods of `TypeInfo` for what is no property.
fn control_information(resource: &StructuredType<'_>) -> Vec<Ident> {
    let fields = &resource.properties;
    let merges = resource.only(Kind::Extra).map(Property::merges_dynamic);
    let receives = |access| fields.iter().any(|field| field.access == access);
    [
        (merges == Some(false), "open"),
        (merges == Some(true), "open_merged"),
        (resource.is_exact, "exact"),
        (resource.has_advanced_queries(), "with_advanced_queries"),
        (resource.selects(), "selecting"),
        (fields.iter().any(Property::is_extension), "with_extensions"),
        (receives(Access::Etag), "receiving_etag"),
        (fields.iter().any(Property::is_type_name), "receiving_type"),
    ]
    .into_iter()
    .filter(|(applies, _)| *applies)
    .map(|(_, method)| format_ident!("{method}"))
    .collect()
}

/// Returns the function that finds out whether the types of the properties contain an enum with members after the sentinel.
fn evolved(resource: &StructuredType<'_>) -> Option<TokenStream> {
    let mut types: Vec<&syn::Type> = Vec::new();
    for property in &resource.properties {
        let may_have = property.with().is_none()
            && matches!(property.kind, Kind::Replaced | Kind::Merged | Kind::Base)
            && !property.access.is_control_information()
            && generics::is_free_of_parameters(resource, property.value_type);
        if may_have
            && property.may_be_object()
            && !types.iter().any(|ty| is_same(ty, property.value_type))
        {
            types.push(property.value_type);
        }
    }
    let (first, others) = types.split_first()?;
    let first = quote!(__graph::evolved::<#first>(depth));
    let others = quote!(#(|| __graph::evolved::<#others>(depth))*);
    Some(quote!(.with_evolved_members(|depth| #first #others)))
}

fn is_same(one: &syn::Type, other: &syn::Type) -> bool {
    one.to_token_stream().to_string() == other.to_token_stream().to_string()
}

/// Returns the method that sets the version, if there is one.
pub(super) fn version(version: Option<Version>, runtime: &Path) -> Option<TokenStream> {
    let version = api_version(version?, runtime);
    Some(quote!(.at(#version)))
}

pub(super) fn api_version(version: Version, runtime: &Path) -> TokenStream {
    match version {
        Version::V1 => quote!(#runtime::ApiVersion::V1),
        Version::Beta => quote!(#runtime::ApiVersion::Beta),
    }
}

/// Returns the operations, unless the resource has all of them.
pub(super) fn operations(operations: &[Operation]) -> Option<TokenStream> {
    if operations.len() == Operation::ALL.len() {
        return None;
    }
    let operations = operations.iter().map(|operation| match operation {
        Operation::List => quote!(List),
        Operation::Get => quote!(Get),
        Operation::Create => quote!(Create),
        Operation::Update => quote!(Update),
        Operation::Delete => quote!(Delete),
    });
    Some(quote!(.with_operations(&[#(__graph::Operation::#operations),*])))
}

fn property(resource: &StructuredType<'_>, property: &Property<'_>) -> TokenStream {
    let (name, ty) = (&property.wire_name, property.value_type);
    let has_type = property.with().is_none()
        && !property.is_nested_option()
        && generics::is_free_of_parameters(resource, property.value_type);
    let new = if has_type {
        let span = property.value_type.span();
        let describe = format_ident!("{}", description(property), span = span);
        quote_spanned!(span=> __graph::#describe(#name, <#ty as __graph::Field>::EDM))
    } else {
        quote!(__graph::Property::new(#name, __graph::EdmType::Untyped))
    };
    let facets = facets(property)
        .into_iter()
        .map(|facet| format_ident!("{facet}"));
    quote!(#new #(.#facets())*)
}

/// Returns the function that describes such a property, and rejects a type that the macro could not see.
fn description(property: &Property<'_>) -> &'static str {
    match property.kind {
        Kind::Bound => "relationship",
        Kind::Merged => "merged",
        _ if property.is_key() || property.is_alternate_key() => "key",
        _ => "property",
    }
}

/// Returns the methods of `Property` that set its facets.
fn facets(property: &Property<'_>) -> Vec<&'static str> {
    let role: &[&str] = match property.access {
        Access::Key => &["key", "read_only"],
        Access::CreatableKey => &["key"],
        Access::ReadOnly => &["read_only"],
        Access::CreateOnly => &["create_only"],
        Access::WriteOnly => &["write_only"],
        Access::Etag | Access::TypeName | Access::Writable => &[],
    };
    let others = [
        (
            // The key of an item is never `null`, even if an answer need not carry it.
            (property.is_nullable && !property.is_key()) || property.kind == Kind::Navigation,
            "nullable",
        ),
        (
            property.access == Access::CreateOnly && !property.is_readable(),
            "write_only",
        ),
        (property.is_required(), "required"),
        (property.is_sensitive(), "sensitive"),
        (property.is_alternate_key(), "alternate_key"),
        (property.is_navigation(), "navigation"),
        (property.kind == Kind::Merged, "merged"),
        (property.writes_null, "write_null"),
        (property.is_on_select(), "on_select"),
        (property.is_extension(), "extension"),
        (property.type_annotation().is_some(), "typed"),
    ];
    let others = others
        .into_iter()
        .filter_map(|(applies, facet)| applies.then_some(facet));
    role.iter().copied().chain(others).collect()
}
