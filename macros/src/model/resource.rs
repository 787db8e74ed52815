use proc_macro2::Ident;
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Data, DeriveInput, Fields, Generics, Path, Visibility};

use super::{Kind, Operation, Property, operations, rules};
use crate::attr::{PATH, ResourceAttributes};
use crate::attribute::default_runtime;
use crate::diagnostics::Mistakes;
use crate::name;
use crate::template::Template;

/// An entity type with an address, or a complex type, which has none and no operations.
pub(crate) struct StructuredType<'a> {
    pub(crate) is_complex: bool,
    /// Whether others may extend it.
    pub(crate) is_extensible: bool,
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    pub(crate) generics: &'a Generics,
    pub(crate) runtime: Path,
    /// The qualified name of the entity type, without `#`.
    pub(crate) odata_type: String,
    pub(crate) emits_type: bool,
    pub(crate) template: Template,
    pub(crate) version: Option<Version>,
    pub(crate) operations: Vec<Operation>,
    pub(crate) update_method: UpdateMethod,
    pub(crate) properties: Vec<Property<'a>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Version {
    V1,
    Beta,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum UpdateMethod {
    Patch,
    Put,
}

impl<'a> StructuredType<'a> {
    /// Understands `input` as a complex type. `None` where it is nothing that could be one.
    pub(crate) fn new_complex(input: &'a DeriveInput, mistakes: &Mistakes) -> Option<Self> {
        let attributes = ResourceAttributes::parse_complex(&input.attrs, mistakes);
        Self::understand(input, &attributes, true, mistakes)
    }

    /// Understands `input`. `None` where it is nothing that could be a resource; whatever else is wrong is reported, and left out.
    pub(crate) fn new(input: &'a DeriveInput, mistakes: &Mistakes) -> Option<Self> {
        let attributes = ResourceAttributes::parse(&input.attrs, mistakes);
        Self::understand(input, &attributes, false, mistakes)
    }

    fn understand(
        input: &'a DeriveInput,
        attributes: &ResourceAttributes,
        is_complex: bool,
        mistakes: &Mistakes,
    ) -> Option<Self> {
        let fields = named_fields(input, is_complex, mistakes)?;
        let properties: Vec<_> = fields
            .named
            .iter()
            .filter_map(|field| Some(Property::new(field, field.ident.as_ref()?, mistakes)))
            .collect();
        let template = match attributes.path.value() {
            Some(literal) => Template::parse(literal, mistakes),
            None if is_complex => Template::missing(),
            None => missing_path(input, attributes, mistakes),
        };
        let operations = if is_complex {
            Vec::new()
        } else {
            operations::resolve(&attributes.operations, &properties, mistakes)
        };
        let mut resource = Self {
            is_complex,
            is_extensible: attributes.extensible.is_given() && input.generics.params.is_empty(),
            ident: &input.ident,
            visibility: &input.vis,
            generics: &input.generics,
            runtime: attributes
                .runtime
                .value()
                .cloned()
                .unwrap_or_else(default_runtime),
            odata_type: attributes.odata_type.value().map_or_else(
                || format!("microsoft.graph.{}", name::of_type(&input.ident)),
                syn::LitStr::value,
            ),
            emits_type: attributes.emit_type.value().copied().unwrap_or(!is_complex),
            template,
            version: attributes.version.value().copied(),
            operations,
            update_method: attributes
                .update_method
                .value()
                .copied()
                .unwrap_or(UpdateMethod::Patch),
            properties,
        };
        rules::check(&mut resource, attributes, mistakes);
        Some(resource)
    }

    /// The field of this kind, of which there is one at the most.
    pub(crate) fn only(&self, kind: Kind) -> Option<&Property<'a>> {
        self.properties
            .iter()
            .find(|property| property.kind == kind)
    }

    pub(crate) fn key(&self) -> Option<&Property<'a>> {
        self.properties.iter().find(|property| property.is_key())
    }

    pub(crate) fn alternate_keys(&self) -> impl Iterator<Item = &Property<'a>> {
        self.properties
            .iter()
            .filter(|property| property.is_alternate_key())
    }

    pub(crate) const fn is_complex(&self) -> bool {
        self.is_complex
    }

    /// Returns the operations, which a complex type has none of.
    pub(crate) fn operations(&self) -> &[Operation] {
        &self.operations
    }

    pub(crate) const fn version(&self) -> Option<Version> {
        self.version
    }

    pub(crate) const fn update_method(&self) -> UpdateMethod {
        self.update_method
    }

    /// Returns the template of the path, which is empty for a complex type.
    pub(crate) fn path(&self) -> &str {
        &self.template.text
    }

    /// Returns the parameters of the path.
    pub(crate) fn parameters(&self) -> &[Ident] {
        &self.template.parameters
    }

    pub(crate) fn has(&self, operation: Operation) -> bool {
        self.operations.contains(&operation)
    }

    pub(crate) fn is_sensitive(&self) -> bool {
        self.properties.iter().any(Property::is_sensitive)
    }

    pub(crate) fn updatable(&self) -> impl Iterator<Item = &Property<'a>> {
        self.properties
            .iter()
            .filter(|property| property.is_updatable())
    }

    pub(crate) fn creatable(&self) -> impl Iterator<Item = &Property<'a>> {
        self.properties
            .iter()
            .filter(|property| property.is_creatable())
    }

    pub(crate) fn readable(&self) -> impl Iterator<Item = &Property<'a>> {
        self.properties
            .iter()
            .filter(|property| property.is_readable())
    }

    pub(crate) fn patch_ident(&self) -> Ident {
        format_ident!("{}Patch", self.ident.unraw())
    }

    pub(crate) fn update_ident(&self) -> Ident {
        format_ident!("{}Update", self.ident.unraw())
    }

    pub(crate) fn create_ident(&self) -> Ident {
        format_ident!("{}Create", self.ident.unraw())
    }

    pub(crate) fn upsert_ident(&self) -> Ident {
        format_ident!("{}Upsert", self.ident.unraw())
    }

    /// The path of one item by an alternate key ("OData URL Conventions", section 4.3.2).
    pub(crate) fn path_by(&self, key: &Property<'_>) -> String {
        let (path, name, parameter) = (&self.template.text, &key.wire_name, key.ident.unraw());
        let quote = if key.is_quoted() { "'" } else { "" };
        format!("{path}({name}={quote}{{{parameter}}}{quote})")
    }

    /// The path of one item: with the key, if there is one.
    pub(crate) fn item_path(&self) -> String {
        match self.key() {
            Some(key) => format!("{}/{{{}}}", self.template.text, key.ident.unraw()),
            None => self.template.text.clone(),
        }
    }
}

fn named_fields<'a>(
    input: &'a DeriveInput,
    is_complex: bool,
    mistakes: &Mistakes,
) -> Option<&'a syn::FieldsNamed> {
    let what = if is_complex {
        "a complex type"
    } else {
        "a resource"
    };
    let help = format!(
        "{what} is a struct with a named field for each property: `struct Image {{ display_name: Option<String> }}`"
    );
    match &input.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => return Some(fields),
            Fields::Unnamed(fields) => {
                mistakes.report(fields, format!("the fields of {what} have names"), help);
            }
            Fields::Unit => mistakes.report(&input.ident, format!("{what} has fields"), help),
        },
        Data::Enum(data) => {
            let help = format!(
                "for an enumeration type, use `#[graph_enum]`, for a base type `#[graph_union]`; {what} is a struct"
            );
            mistakes.report(&data.enum_token, format!("an enum is not {what}"), help);
        }
        Data::Union(data) => {
            mistakes.report(&data.union_token, format!("a union is not {what}"), help);
        }
    }
    None
}

/// A path that was given and could not be read was reported where it stands, and so was what may have been meant for one.
fn missing_path(
    input: &DeriveInput,
    attributes: &ResourceAttributes,
    mistakes: &Mistakes,
) -> Template {
    if !attributes.path.was_tried() && attributes.are_known {
        let help = format!(
            "write `#[graph_resource({PATH} = \"/users\")]`, with the path that follows the version"
        );
        mistakes.report(&input.ident, "a resource needs a path", help);
    }
    Template::missing()
}
