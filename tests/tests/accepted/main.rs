//! Items that the macros accept and that no other test declares.

mod arguments_from_a_macro;
mod custom_type_as_serde;
mod derives_beside_the_macro;
mod enum_with_renamed_members;
mod function_in_the_path;
mod operations_of_a_singleton;
mod path_parameters;
mod properties_named_like_parts_of_a_request;
mod sensitive_without_derived_debug;
mod setter_with_another_name;
mod several_lists_of_attributes;
