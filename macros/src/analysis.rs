//! Analyzes an item: reads its attributes, builds the model, and checks the rules. Each function returns `None` if the item cannot
//! be modelled at all; any other mistake is reported and does not prevent the code from being generated.

use syn::DeriveInput;

use crate::attr::{
    ACTION, AttributeSet, COMPLEX, CallableArguments, ENUMERATION, EnumArguments, FUNCTION,
    ResourceArguments, TypeArguments, UNION, UnionArguments,
};
use crate::diagnostics::Mistakes;
use crate::model::{Callable, CallableKind, Enumeration, StructuredType, Union};
use crate::rules;

/// Analyzes a struct with `#[graph_resource]`.
pub(crate) fn resource<'a>(
    input: &'a DeriveInput,
    mistakes: &Mistakes,
) -> Option<StructuredType<'a>> {
    rules::name_is_not_primitive(input, mistakes);
    let arguments = ResourceArguments::read(&input.attrs, mistakes);
    let fields = rules::named_fields(input, "a resource", mistakes)?;
    rules::path_is_given(input, &arguments, mistakes);
    let mut resource = StructuredType::resource(input, fields, arguments, mistakes);
    rules::check_structured(&mut resource, mistakes);
    Some(resource)
}

/// Analyzes a struct with `#[graph_complex]`.
pub(crate) fn complex<'a>(
    input: &'a DeriveInput,
    mistakes: &Mistakes,
) -> Option<StructuredType<'a>> {
    rules::name_is_not_primitive(input, mistakes);
    let arguments = TypeArguments::read_arguments(COMPLEX, &input.attrs, mistakes);
    let fields = rules::named_fields(input, "a complex type", mistakes)?;
    let mut complex = StructuredType::complex(input, fields, arguments, mistakes);
    rules::check_structured(&mut complex, mistakes);
    Some(complex)
}

/// Analyzes a struct with `#[graph_action]` or `#[graph_function]`.
pub(crate) fn callable<'a>(
    input: &'a DeriveInput,
    kind: CallableKind,
    mistakes: &Mistakes,
) -> Option<Callable<'a>> {
    rules::name_is_not_primitive(input, mistakes);
    let wrapper = match kind {
        CallableKind::Action => ACTION,
        CallableKind::Function => FUNCTION,
    };
    let (arguments, are_all_known) = CallableArguments::read_all(wrapper, &input.attrs, mistakes);
    let fields = rules::named_parameters(input, kind, mistakes)?;
    rules::callable_has_a_path(input, kind, (&arguments, are_all_known), mistakes);
    let mut callable = Callable::new(kind, input, fields, arguments, mistakes);
    rules::check_callable(&mut callable, mistakes);
    Some(callable)
}

/// Analyzes an enum with `#[graph_enum]`.
pub(crate) fn enumeration<'a>(
    input: &'a DeriveInput,
    mistakes: &Mistakes,
) -> Option<Enumeration<'a>> {
    rules::name_is_not_primitive(input, mistakes);
    let arguments = EnumArguments::read_arguments(ENUMERATION, &input.attrs, mistakes);
    let help =
        "write `#[graph_enum]` on an enum, and `#[graph_resource]` on a struct with an address";
    let data = rules::enum_without_parameters(input, "an enum of Microsoft Graph", help, mistakes)?;
    let enumeration = Enumeration::new(input, data, &arguments, mistakes);
    rules::check_enumeration(&enumeration, mistakes);
    Some(enumeration)
}

/// Analyzes an enum with `#[graph_union]`.
pub(crate) fn union<'a>(input: &'a DeriveInput, mistakes: &Mistakes) -> Option<Union<'a>> {
    rules::name_is_not_primitive(input, mistakes);
    let arguments = UnionArguments::read_arguments(UNION, &input.attrs, mistakes);
    let help = "write `#[graph_union]` on an enum with a variant for each derived type";
    let data = rules::enum_without_parameters(input, "a union", help, mistakes)?;
    let mut union = Union::new(input, data, &arguments, mistakes);
    rules::check_union(&mut union, &arguments, mistakes);
    Some(union)
}
