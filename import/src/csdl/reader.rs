use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::str::FromStr;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::error::CsdlError;
use super::model::{
    EntitySet, EnumType, Member, Metadata, Navigation, Operation, OperationKind, Parameter,
    Property, StructuredType, TypeKind,
};
use super::names::Aliases;
use super::references;
use super::text::invalid;

/// The deepest nesting of elements. The metadata of Microsoft Graph has ten levels.
const MAX_DEPTH: usize = 64;

const CORE: &str = "Org.OData.Core.V1.";

impl Metadata {
    /// Reads a document from a file.
    ///
    /// # Errors
    ///
    /// Any reason why it is no metadata, with the line and the column.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, CsdlError> {
        let size = fs::metadata(&path).map_err(CsdlError::File)?.len();
        ensure_size(size)?;
        let document = fs::read_to_string(&path).map_err(CsdlError::File)?;
        document.parse()
    }
}

impl FromStr for Metadata {
    type Err = CsdlError;

    fn from_str(document: &str) -> Result<Self, CsdlError> {
        ensure_size(document.len() as u64)?;
        let aliases = aliases(document)?;
        let mut walk = Walk {
            document,
            aliases,
            metadata: Self::default(),
            annotations: BTreeMap::new(),
            namespace: String::new(),
            open: Vec::new(),
        };
        let mut reader = Reader::from_str(document);
        let mut has_root = false;
        loop {
            let position = reader.buffer_position();
            let event = reader.read_event();
            let event = event
                .map_err(|error| invalid(document, reader.error_position(), error.to_string()))?;
            match event {
                Event::Start(element) => {
                    has_root = true;
                    walk.start(&element, position)?;
                }
                Event::Empty(element) => {
                    walk.start(&element, position)?;
                    walk.end(position)?;
                }
                Event::End(_) => walk.end(position)?,
                Event::Text(text) => walk.text(&text),
                Event::DocType(_) => {
                    let message = "the document has a type declaration, which metadata never has";
                    return Err(invalid(document, position, message));
                }
                Event::Eof => break,
                _ => {}
            }
        }
        let end = document.len() as u64;
        if let Some(open) = walk.open.last() {
            let message = format!("the document ends within `{}`", open.name());
            return Err(invalid(document, end, message));
        }
        if !has_root {
            return Err(invalid(document, end, "the document has no XML element"));
        }
        walk.finish()
    }
}

fn ensure_size(size: u64) -> Result<(), CsdlError> {
    if size > Metadata::MAX_SIZE {
        return Err(CsdlError::TooLarge { size });
    }
    Ok(())
}

/// Reads the aliases of all namespaces, which can be used before they are declared.
fn aliases(document: &str) -> Result<Aliases, CsdlError> {
    let mut aliases = Aliases::default();
    for (position, _) in document.match_indices("<Schema ") {
        let tag = document.get(position + 1..).unwrap_or_default();
        let tag = tag.split('>').next().unwrap_or_default();
        let element = BytesStart::from_content(tag, "Schema".len());
        let attributes = Attributes::read(&element, document, position as u64)?;
        if let (Some(alias), Some(namespace)) =
            (attributes.get("Alias"), attributes.get("Namespace"))
        {
            aliases.add(alias, namespace);
        }
    }
    Ok(aliases)
}

/// An element that has begun, and not ended.
enum Open {
    /// An element about which nothing is known, with its name.
    Other(String),
    Edmx,
    DataServices,
    Schema,
    Enum(EnumType),
    Type(StructuredType),
    Key,
    Container,
    Operation(Operation),
    Annotations(String),
    Annotation {
        target: String,
        term: String,
    },
    EnumMember {
        target: String,
        term: String,
        text: String,
    },
}

impl Open {
    fn name(&self) -> &str {
        match self {
            Self::Other(name) => name,
            Self::Edmx => "Edmx",
            Self::DataServices => "DataServices",
            Self::Schema => "Schema",
            Self::Enum(_) => "EnumType",
            Self::Type(ty) => match ty.kind {
                TypeKind::Entity => "EntityType",
                TypeKind::Complex => "ComplexType",
            },
            Self::Key => "Key",
            Self::Container => "EntityContainer",
            Self::Operation(operation) => match operation.kind {
                OperationKind::Action => "Action",
                OperationKind::Function => "Function",
            },
            Self::Annotations(_) => "Annotations",
            Self::Annotation { .. } => "Annotation",
            Self::EnumMember { .. } => "EnumMember",
        }
    }
}

/// What the annotations say of one target.
#[derive(Debug, Default)]
struct Annotated {
    description: Option<String>,
    is_read_only: bool,
    is_immutable: bool,
}

/// The walk through the elements of a document.
struct Walk<'d> {
    document: &'d str,
    aliases: Aliases,
    metadata: Metadata,
    annotations: BTreeMap<String, Annotated>,
    namespace: String,
    open: Vec<Open>,
}

impl Walk<'_> {
    fn start(&mut self, element: &BytesStart<'_>, position: u64) -> Result<(), CsdlError> {
        if self.open.len() >= MAX_DEPTH {
            let message = format!("elements are nested more than {MAX_DEPTH} levels deep");
            return Err(self.invalid(position, message));
        }
        let attributes = Attributes::read(element, self.document, position)?;
        let local_name = element.local_name();
        let opened = self.open_element(local_name.as_ref(), &attributes)?;
        self.open.push(opened);
        Ok(())
    }

    fn open_element(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<Open, CsdlError> {
        match (self.open.last(), name) {
            (None, _) => root(name, attributes),
            (Some(Open::Edmx), "DataServices") => Ok(Open::DataServices),
            (Some(Open::DataServices), "Schema") => {
                attributes
                    .required("Namespace")?
                    .clone_into(&mut self.namespace);
                Ok(Open::Schema)
            }
            (Some(Open::Schema), _) => self.in_schema(name, attributes),
            (Some(Open::Enum(_) | Open::Type(_) | Open::Key), _) => {
                self.in_type(name, attributes)?;
                Ok(match name {
                    "Key" => Open::Key,
                    _ => Open::Other(name.to_owned()),
                })
            }
            (Some(Open::Container | Open::Operation(_)), _) => {
                self.in_container(name, attributes)?;
                Ok(Open::Other(name.to_owned()))
            }
            (Some(Open::Annotations(target)), "Annotation") => {
                let target = target.clone();
                let term = attributes.get("Term").unwrap_or_default().to_owned();
                self.annotate(&target, &term, attributes);
                Ok(Open::Annotation { target, term })
            }
            (Some(Open::Annotation { target, term }), "EnumMember") => Ok(Open::EnumMember {
                target: target.clone(),
                term: term.clone(),
                text: String::new(),
            }),
            _ => Ok(Open::Other(name.to_owned())),
        }
    }

    /// Opens an element of a schema.
    fn in_schema(&self, name: &str, attributes: &Attributes<'_>) -> Result<Open, CsdlError> {
        Ok(match name {
            "EnumType" => Open::Enum(EnumType {
                name: self.qualified(attributes)?,
                is_flags: attributes.is("IsFlags"),
                members: Vec::new(),
                description: None,
            }),
            "EntityType" | "ComplexType" => Open::Type(StructuredType {
                name: self.qualified(attributes)?,
                kind: if name == "EntityType" {
                    TypeKind::Entity
                } else {
                    TypeKind::Complex
                },
                base: attributes
                    .get("BaseType")
                    .map(|base| self.aliases.qualify(base)),
                is_abstract: attributes.is("Abstract"),
                is_open: attributes.is("OpenType"),
                has_stream: attributes.is("HasStream"),
                key: Vec::new(),
                properties: Vec::new(),
                navigation: Vec::new(),
                description: None,
            }),
            "Action" | "Function" => Open::Operation(Operation {
                name: self.qualified(attributes)?,
                kind: if name == "Action" {
                    OperationKind::Action
                } else {
                    OperationKind::Function
                },
                is_bound: attributes.is("IsBound"),
                parameters: Vec::new(),
                returns: None,
            }),
            "EntityContainer" => Open::Container,
            "Annotations" => {
                Open::Annotations(self.aliases.qualify(attributes.required("Target")?))
            }
            _ => Open::Other(name.to_owned()),
        })
    }

    /// Adds a part of the type that is open.
    fn in_type(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<(), CsdlError> {
        let Self { open, aliases, .. } = self;
        let mut types = open.iter_mut().rev();
        let ty = types.find(|open| !matches!(open, Open::Key));
        match (ty, name) {
            (Some(Open::Enum(ty)), "Member") => ty.members.push(Member {
                name: attributes.required("Name")?.to_owned(),
                description: None,
            }),
            (Some(Open::Type(ty)), "Property") => ty.properties.push(Property {
                name: attributes.required("Name")?.to_owned(),
                ty: aliases.type_ref(attributes.required("Type")?),
                is_nullable: attributes.get("Nullable") != Some("false"),
                is_read_only: false,
                is_immutable: false,
                description: None,
            }),
            (Some(Open::Type(ty)), "NavigationProperty") => ty.navigation.push(Navigation {
                name: attributes.required("Name")?.to_owned(),
                ty: aliases.type_ref(attributes.required("Type")?),
                is_nullable: attributes.get("Nullable") != Some("false"),
                is_containment: attributes.is("ContainsTarget"),
                description: None,
            }),
            (Some(Open::Type(ty)), "PropertyRef") => {
                ty.key.push(attributes.required("Name")?.to_owned());
            }
            _ => {}
        }
        Ok(())
    }

    /// Adds a part of the container or the operation that is open.
    fn in_container(&mut self, name: &str, attributes: &Attributes<'_>) -> Result<(), CsdlError> {
        let Self {
            open,
            aliases,
            metadata,
            ..
        } = self;
        match (open.last_mut(), name) {
            (Some(Open::Container), "EntitySet" | "Singleton") => {
                let is_singleton = name == "Singleton";
                let ty = attributes.required(if is_singleton { "Type" } else { "EntityType" })?;
                metadata.sets.push(EntitySet {
                    name: attributes.required("Name")?.to_owned(),
                    entity_type: aliases.qualify(ty),
                    is_singleton,
                });
            }
            (Some(Open::Operation(operation)), "Parameter") => {
                operation.parameters.push(Parameter {
                    name: attributes.required("Name")?.to_owned(),
                    ty: aliases.type_ref(attributes.required("Type")?),
                    is_nullable: attributes.get("Nullable") != Some("false"),
                });
            }
            (Some(Open::Operation(operation)), "ReturnType") => {
                operation.returns = Some(aliases.type_ref(attributes.required("Type")?));
            }
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(Open::EnumMember { text: value, .. }) = self.open.last_mut() {
            value.push_str(text);
        }
    }

    fn end(&mut self, position: u64) -> Result<(), CsdlError> {
        match self.open.pop() {
            Some(Open::Enum(ty)) => {
                let name = ty.name.clone();
                let is_new = !self.is_declared(&name);
                self.metadata.enums.insert(name.clone(), ty);
                self.ensure_new(is_new, &name, position)
            }
            Some(Open::Type(ty)) => {
                let name = ty.name.clone();
                let is_new = !self.is_declared(&name);
                self.metadata.types.insert(name.clone(), ty);
                self.ensure_new(is_new, &name, position)
            }
            Some(Open::Operation(operation)) => {
                self.metadata.operations.push(operation);
                Ok(())
            }
            Some(Open::EnumMember { target, term, text }) => {
                let is_only_read = text.trim().ends_with("Permission/Read");
                if term.strip_prefix(CORE) == Some("Permissions") && is_only_read {
                    self.annotations.entry(target).or_default().is_read_only = true;
                }
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn is_declared(&self, name: &str) -> bool {
        self.metadata.types.contains_key(name) || self.metadata.enums.contains_key(name)
    }

    fn ensure_new(&self, is_new: bool, name: &str, position: u64) -> Result<(), CsdlError> {
        if is_new {
            return Ok(());
        }
        Err(self.invalid(position, format!("`{name}` is declared twice")))
    }

    fn annotate(&mut self, target: &str, term: &str, attributes: &Attributes<'_>) {
        let Some(term) = term.strip_prefix(CORE) else {
            return;
        };
        let annotated = self.annotations.entry(target.to_owned()).or_default();
        let is_true = attributes.get("Bool") != Some("false");
        match term {
            "Description" => {
                let text = attributes.get("String");
                annotated.description = text.map(str::to_owned);
            }
            "Computed" => annotated.is_read_only |= is_true,
            "Immutable" => annotated.is_immutable |= is_true,
            _ => {}
        }
    }

    fn qualified(&self, attributes: &Attributes<'_>) -> Result<String, CsdlError> {
        let name = attributes.required("Name")?;
        Ok(format!("{}.{name}", self.namespace))
    }

    fn invalid(&self, position: u64, message: impl Into<String>) -> CsdlError {
        invalid(self.document, position, message)
    }

    /// Applies the annotations, which can stand before what they are about, and checks the references.
    fn finish(self) -> Result<Metadata, CsdlError> {
        let Self {
            mut metadata,
            mut annotations,
            ..
        } = self;
        let mut take = |target: String| annotations.remove(&target).unwrap_or_default();
        for ty in metadata.types.values_mut() {
            ty.description = take(ty.name.clone()).description;
            for property in &mut ty.properties {
                let annotated = take(format!("{}/{}", ty.name, property.name));
                property.is_read_only = annotated.is_read_only;
                property.is_immutable = annotated.is_immutable;
                property.description = annotated.description;
            }
            for navigation in &mut ty.navigation {
                let annotated = take(format!("{}/{}", ty.name, navigation.name));
                navigation.description = annotated.description;
            }
        }
        for ty in metadata.enums.values_mut() {
            ty.description = take(ty.name.clone()).description;
            for member in &mut ty.members {
                let annotated = take(format!("{}/{}", ty.name, member.name));
                member.description = annotated.description;
            }
        }
        references::check(&metadata)?;
        Ok(metadata)
    }
}

/// Opens the root of a document.
fn root(name: &str, attributes: &Attributes<'_>) -> Result<Open, CsdlError> {
    if name != "Edmx" {
        let message = format!("`{name}` is not the root of metadata, which is `edmx:Edmx`");
        return Err(attributes.invalid(message));
    }
    match attributes.get("Version") {
        Some("4.0" | "4.01") => Ok(Open::Edmx),
        version => {
            let version = version.unwrap_or("none");
            let message = format!(
                "the version of CSDL is {version}: only 4.0 and 4.01 are read, which `$metadata` of a service of OData 4 has"
            );
            Err(attributes.invalid(message))
        }
    }
}

/// The attributes of an element.
struct Attributes<'d> {
    element: String,
    values: Vec<(String, String)>,
    document: &'d str,
    position: u64,
}

impl<'d> Attributes<'d> {
    fn read(element: &BytesStart<'_>, document: &'d str, position: u64) -> Result<Self, CsdlError> {
        let mut values = Vec::new();
        for attribute in element.attributes() {
            let attribute =
                attribute.map_err(|error| invalid(document, position, error.to_string()))?;
            let value = attribute
                .normalized_value(XmlVersion::Implicit1_0)
                .map_err(|error| invalid(document, position, error.to_string()))?;
            let name = attribute.key.as_ref();
            values.push((name.to_owned(), value.into_owned()));
        }
        let name = element.local_name();
        Ok(Self {
            element: name.as_ref().to_owned(),
            values,
            document,
            position,
        })
    }

    fn get(&self, name: &str) -> Option<&str> {
        let mut values = self.values.iter();
        let value = values.find(|(each, _)| each == name);
        value.map(|(_, value)| value.as_str())
    }

    fn is(&self, name: &str) -> bool {
        self.get(name) == Some("true")
    }

    fn required(&self, name: &str) -> Result<&str, CsdlError> {
        self.get(name)
            .filter(|value| !value.is_empty())
            .ok_or_else(|| {
                let element = &self.element;
                self.invalid(format!("`{element}` has no `{name}`"))
            })
    }

    fn invalid(&self, message: String) -> CsdlError {
        invalid(self.document, self.position, message)
    }
}
