//! The rules that attributes must follow together, one function for each, named after the rule.
//!
//! A rule reports what breaks it. Where the generated code would not compile either, the rule corrects the model as well, so that
//! one mistake is one error.

mod address;
mod callables;
mod enums;
mod exclusions;
mod fields;
mod keys;
mod kinds;
mod names;
mod requests;
mod setters;
mod shape;
mod types;
mod union_address;
mod unions;
mod variants;

pub(crate) use address::path_is_given;
pub(crate) use callables::{callable_has_a_path, check_callable, named_parameters};
pub(crate) use shape::{enum_without_parameters, name_is_not_primitive, named_fields};

use crate::attr::{AttributeSet, UnionArguments};
use crate::diagnostics::Mistakes;
use crate::model::{Enumeration, StructuredType, Union, UnionAddress};

/// Checks a resource or a complex type.
pub(crate) fn check_structured(structured: &mut StructuredType<'_>, mistakes: &Mistakes) {
    for property in &structured.properties {
        kinds::kind_fits_the_type(property, mistakes);
    }
    for property in &mut structured.properties {
        types::type_is_a_property_value(property, mistakes);
    }
    address::parameters_are_distinct_from_properties(structured, mistakes);
    address::further_addresses_of_a_struct_are_distinct(structured, mistakes);
    address::contents_are_distinct(structured, mistakes);
    fields::one_type_name(&mut structured.properties, mistakes);
    kinds::one_field_of_a_kind(&mut structured.properties, mistakes);
    setters::setters_are_distinct(&mut structured.properties, mistakes);
    let structured = &*structured;
    names::type_name_is_qualified(structured.arguments.odata_type.value(), mistakes);
    keys::one_key(structured, mistakes);
    keys::keys_in_parentheses_need_a_key(structured, mistakes);
    keys::the_key_has_a_place(structured, mistakes);
    fields::one_etag(structured, mistakes);
    requests::list_and_create_need_a_key(structured, mistakes);
    requests::update_needs_a_property(structured, mistakes);
    requests::update_method_needs_update(structured, mistakes);
    requests::a_key_in_the_body_needs_a_whole_body(structured, mistakes);
    names::wire_names_are_distinct(structured, mistakes);
    fields::extensible_type_has_no_parameters(structured, mistakes);
    for property in &structured.properties {
        exclusions::attributes_do_not_exclude_each_other(&property.attributes.slots(), mistakes);
        fields::bind_needs_navigation(property, mistakes);
        fields::expand_needs_navigation(property, structured, mistakes);
        fields::on_select_needs_a_select(property, structured, mistakes);
        fields::extension_needs_a_select(property, structured, mistakes);
        fields::references_are_not_nullable(property, mistakes);
        fields::default_is_for_non_nullable_fields(property, mistakes);
        fields::write_null_is_for_nullable_fields(property, mistakes);
        fields::complex_type_has_no_address(property, structured, mistakes);
        types::option_is_not_nested(property, mistakes);
        keys::alternate_key_identifies_an_item(property, structured, mistakes);
        fields::etag_is_nullable(property, mistakes);
        setters::setter_is_generated(property, mistakes);
        requests::required_needs_create(property, structured, mistakes);
        names::property_name_is_valid(property, mistakes);
    }
}

/// Checks an evolvable enum.
pub(crate) fn check_enumeration(enumeration: &Enumeration<'_>, mistakes: &Mistakes) {
    for variant in &enumeration.variants {
        exclusions::attributes_do_not_exclude_each_other(&variant.attributes.slots(), mistakes);
        enums::member_has_no_fields(variant, mistakes);
        names::member_name_is_valid(variant, mistakes);
    }
    enums::unknown_variant_keeps_the_name(enumeration, mistakes);
    enums::one_unknown_variant(enumeration, mistakes);
    names::member_names_are_distinct(enumeration, mistakes);
}

/// Checks a union.
pub(crate) fn check_union(union: &mut Union<'_>, arguments: &UnionArguments, mistakes: &Mistakes) {
    union_address::address_has_a_path(arguments, mistakes);
    union_address::operations_fit_the_address(arguments, mistakes);
    names::type_name_is_qualified(arguments.odata_type.value(), mistakes);
    if let Some(address) = &mut union.address {
        union_address::no_parameter_is_the_key(address, mistakes);
        address::further_addresses_are_distinct(
            &address.template.text,
            &mut address.further,
            &address::functions([]),
            (!address.is_singleton).then_some(UnionAddress::KEY),
            mistakes,
        );
    }
    for variant in &union.declared {
        exclusions::attributes_do_not_exclude_each_other(&variant.attributes.slots(), mistakes);
        unions::variant_has_an_object(variant, mistakes);
    }
    unions::unknown_variant_keeps_the_object(union, mistakes);
    unions::one_variant_for_a_type(union, mistakes);
    unions::one_base_variant(union, mistakes);
    unions::one_unknown_variant(union, mistakes);
}
