use proc_macro2::Ident;
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{DeriveInput, FieldsNamed, Type};

use super::address::Further;
use super::property::Property;
use super::structured::StructuredType;
use crate::attr::{AttributeSet, CallableArguments, TypeArguments, Version};
use crate::diagnostics::Mistakes;
use crate::template::Template;

/// What kind of operation a [`Callable`] is, in the sense of OData.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum CallableKind {
    /// It may have effects: a `POST` with the parameters as its body.
    Action,
    /// It has none: a `GET` with the parameters in its path.
    Function,
}

/// An action or a function, with its parameters.
pub(crate) struct Callable<'a> {
    pub(crate) kind: CallableKind,
    /// The parameters, as the properties of a type without an address.
    pub(crate) parameters: StructuredType<'a>,
    pub(crate) template: Template,
    pub(crate) further: Vec<Further>,
    pub(crate) version: Option<Version>,
    /// The type of the result, if there is one.
    pub(crate) returns: Option<Type>,
    /// The arguments as written, for the rules.
    pub(crate) arguments: CallableArguments,
}

impl CallableKind {
    /// The name of the attribute macro.
    pub(crate) const fn macro_name(self) -> &'static str {
        match self {
            Self::Action => "graph_action",
            Self::Function => "graph_function",
        }
    }

    pub(crate) const fn noun(self) -> &'static str {
        match self {
            Self::Action => "an action",
            Self::Function => "a function",
        }
    }

    pub(crate) const fn method(self) -> &'static str {
        match self {
            Self::Action => "POST",
            Self::Function => "GET",
        }
    }
}

impl<'a> Callable<'a> {
    pub(crate) fn new(
        kind: CallableKind,
        input: &'a DeriveInput,
        fields: &'a FieldsNamed,
        arguments: CallableArguments,
        mistakes: &Mistakes,
    ) -> Self {
        let mut parameters =
            StructuredType::complex(input, fields, TypeArguments::empty(), mistakes);
        if let Some(runtime) = arguments.runtime.value() {
            parameters.runtime = runtime.clone();
        }
        Self {
            kind,
            parameters,
            template: arguments.path.value().cloned().unwrap_or_default(),
            further: Further::all(&arguments.also, true),
            version: arguments.version.value().copied(),
            returns: arguments.returns.value().cloned(),
            arguments,
        }
    }

    /// Returns the name of the type of the request.
    pub(crate) fn call_ident(&self) -> Ident {
        format_ident!("{}Call", self.parameters.ident.unraw())
    }

    /// Returns the content type of a body that is not JSON, with the parameter that is the body.
    pub(crate) fn content(&self) -> Option<(String, &Property<'a>)> {
        let content_type = self.arguments.content_type.value()?;
        let content = self.parameters.properties.first()?;
        Some((content_type.value(), content))
    }

    /// Returns the parameters that each call has.
    pub(crate) fn required(&self) -> impl Iterator<Item = &Property<'a>> {
        let properties = self.parameters.properties.iter();
        properties.filter(|property| !property.is_nullable)
    }

    pub(crate) fn optional(&self) -> impl Iterator<Item = &Property<'a>> {
        let properties = self.parameters.properties.iter();
        properties.filter(|property| property.is_nullable)
    }
}
