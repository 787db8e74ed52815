//! JSON Schema, with the feature `schemars`: the documentation in the source as data, and implementations of `JsonSchema`, which leave the
//! schema to the runtime.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::{Attribute, Expr, ExprLit, Lit, Meta};

use super::generics::Parts;
use crate::model::{Enumeration, Property, StructuredType, Union, map_argument, vec_argument};

const IS_ENABLED: bool = cfg!(feature = "schemars");

/// The method of `TypeInfo` for the documentation of a type.
pub(super) fn documentation(resource: &StructuredType<'_>) -> Option<TokenStream> {
    if !IS_ENABLED {
        return None;
    }
    let name = resource.ident.unraw().to_string();
    let text = text(resource.attributes);
    let declared = || resource.properties.iter().filter(|each| each.is_named());
    let texts = declared().map(|property| self::text(property.docs.iter().copied()));
    let required = declared().filter(|property| is_required(property));
    let required = required.map(|property| &property.wire_name);
    Some(quote! {
        .documented(__graph::Documentation {
            name: #name,
            text: #text,
            properties: &[#(#texts),*],
            required: &[#(#required),*],
        })
    })
}

/// Returns whether an object without the property cannot be read.
fn is_required(property: &Property<'_>) -> bool {
    let may_be_missing = property.is_nullable
        || property.has_default()
        || property.is_navigation()
        || vec_argument(property.value_type).is_some()
        || map_argument(property.value_type).is_some();
    !may_be_missing && property.is_readable()
}

/// The method of `EnumInfo` for the documentation of an enum.
pub(super) fn documentation_of_enum(enumeration: &Enumeration<'_>) -> Option<TokenStream> {
    if !IS_ENABLED {
        return None;
    }
    let text = text(enumeration.attributes);
    let members = enumeration.members.iter();
    let members = members.map(|member| self::text(member.attributes));
    let is_flags = enumeration.is_flags;
    Some(quote! {
        .documented(__graph::EnumDocumentation {
            text: #text,
            members: &[#(#members),*],
            is_flags: #is_flags,
        })
    })
}

/// Implements `JsonSchema` for a structured type: what is read.
pub(super) fn of_value(ident: &Ident, generics: &Parts) -> Option<TokenStream> {
    implementation(
        ident,
        generics,
        &quote!(__graph::schema_of_value(generator, &__TYPE)),
    )
}

/// Implements `JsonSchema` for a patch: what may be written.
pub(super) fn of_patch(ident: &Ident, generics: &Parts) -> Option<TokenStream> {
    implementation(
        ident,
        generics,
        &quote!(__graph::schema_of_patch(generator, &__TYPE)),
    )
}

/// Implements `JsonSchema` for a union.
pub(super) fn of_union(union: &Union<'_>) -> Option<TokenStream> {
    let (runtime, text) = (&union.runtime, text(union.attributes));
    let types = quote!(<Self as #runtime::GraphUnion>::VARIANTS);
    let schema = quote!(__graph::schema_of_union(generator, #types, #text));
    implementation(union.ident, &Parts::none(), &schema)
}

/// Implements `JsonSchema` for an enum.
pub(super) fn of_enum(enumeration: &Enumeration<'_>) -> Option<TokenStream> {
    let runtime = &enumeration.runtime;
    let info = quote!(<Self as #runtime::GraphEnum>::INFO);
    let schema = quote!({
        let _ = generator;
        __graph::schema_of_enum(#info)
    });
    implementation(enumeration.ident, &Parts::none(), &schema)
}

fn implementation(ident: &Ident, generics: &Parts, schema: &TokenStream) -> Option<TokenStream> {
    if !IS_ENABLED {
        return None;
    }
    let Parts {
        parameters,
        arguments,
        bounds,
    } = generics;
    let name = ident.unraw().to_string();
    Some(quote! {
        #[automatically_derived]
        impl #parameters __graph::JsonSchema for #ident #arguments #bounds {
            fn schema_name() -> __graph::Cow<'static, __graph::str> {
                __graph::Cow::Borrowed(#name)
            }

            fn schema_id() -> __graph::Cow<'static, __graph::str> {
                __graph::Cow::Borrowed(::core::concat!(::core::module_path!(), "::", #name))
            }

            fn json_schema(generator: &mut __graph::SchemaGenerator) -> __graph::Schema {
                #schema
            }
        }
    })
}

/// Returns the documentation among the attributes, without the space at the beginning of each line.
fn text<'a>(attributes: impl IntoIterator<Item = &'a Attribute>) -> String {
    let lines: Vec<_> = attributes.into_iter().filter_map(line).collect();
    let lines: Vec<_> = lines
        .iter()
        .map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end())
        .collect();
    lines.join("\n").trim().to_owned()
}

/// Returns one line of documentation. That of a macro, such as `include_str!`, is not known.
fn line(attribute: &Attribute) -> Option<String> {
    match &attribute.meta {
        Meta::NameValue(doc) if doc.path.is_ident("doc") => match &doc.value {
            Expr::Lit(ExprLit {
                lit: Lit::Str(text),
                ..
            }) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}
