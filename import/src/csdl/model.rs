use std::collections::BTreeMap;

/// The metadata of a service.
///
/// Names are qualified by their namespace, and never by its alias: `microsoft.graph.user`.
///
/// ```
/// use graph_resource_import::Metadata;
///
/// let metadata: Metadata = r#"
/// <edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">
///   <edmx:DataServices>
///     <Schema Namespace="microsoft.graph" Alias="graph" xmlns="http://docs.oasis-open.org/odata/ns/edm">
///       <EntityType Name="device"><Key><PropertyRef Name="id" /></Key>
///         <Property Name="id" Type="Edm.String" Nullable="false" />
///       </EntityType>
///     </Schema>
///   </edmx:DataServices>
/// </edmx:Edmx>"#
///     .parse()?;
/// assert_eq!(metadata.types["microsoft.graph.device"].properties[0].name, "id");
/// # Ok::<(), graph_resource_import::CsdlError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Metadata {
    /// The entity types and complex types.
    pub types: BTreeMap<String, StructuredType>,
    /// The enumeration types.
    pub enums: BTreeMap<String, EnumType>,
    /// The entity sets and singletons of the entity container.
    pub sets: Vec<EntitySet>,
    /// The actions and functions.
    pub operations: Vec<Operation>,
}

/// The kind of a structured type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeKind {
    /// An entity type, which can have an address.
    Entity,
    /// A complex type.
    Complex,
}

/// An entity type or a complex type.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct StructuredType {
    /// The qualified name.
    pub name: String,
    /// The kind.
    pub kind: TypeKind,
    /// The qualified name of the base type.
    pub base: Option<String>,
    /// Whether no value has this type itself.
    pub is_abstract: bool,
    /// Whether values can have properties that are not declared.
    pub is_open: bool,
    /// Whether the entity is content, at `$value`.
    pub has_stream: bool,
    /// The names of the properties of the key. A derived type has those of its base.
    pub key: Vec<String>,
    /// The properties that are declared here, and not in the base.
    pub properties: Vec<Property>,
    /// The navigation properties that are declared here.
    pub navigation: Vec<Navigation>,
    /// What the type is, in words.
    pub description: Option<String>,
}

/// A reference to a type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeRef {
    /// The qualified name: that of a declared type, or `Edm.String` and the like.
    pub name: String,
    /// Whether it is a collection of it.
    pub is_collection: bool,
}

/// A structural property.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Property {
    /// The name.
    pub name: String,
    /// The type.
    pub ty: TypeRef,
    /// Whether it, or an element of the collection, can be `null`.
    pub is_nullable: bool,
    /// Whether the service sets it (`Core.Computed`, or `Core.Permissions` of reading alone).
    pub is_read_only: bool,
    /// Whether it can be set only when an item is created (`Core.Immutable`).
    pub is_immutable: bool,
    /// What it is, in words.
    pub description: Option<String>,
}

/// A navigation property: a relationship to other entities.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Navigation {
    /// The name.
    pub name: String,
    /// The type of the entities.
    pub ty: TypeRef,
    /// Whether there may be none.
    pub is_nullable: bool,
    /// Whether the entities exist only below this one, at its address.
    pub is_containment: bool,
    /// What it is, in words.
    pub description: Option<String>,
}

/// An enumeration type.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct EnumType {
    /// The qualified name.
    pub name: String,
    /// Whether members can be combined.
    pub is_flags: bool,
    /// The members, in order.
    pub members: Vec<Member>,
    /// What it is, in words.
    pub description: Option<String>,
}

/// A member of an enumeration type.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Member {
    /// The name.
    pub name: String,
    /// What it is, in words.
    pub description: Option<String>,
}

/// An entity set or a singleton.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct EntitySet {
    /// The name, which is the first segment of its path.
    pub name: String,
    /// The qualified name of the entity type.
    pub entity_type: String,
    /// Whether it is one entity, without a key in its path.
    pub is_singleton: bool,
}

/// The kind of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OperationKind {
    /// It changes something, and is a `POST`.
    Action,
    /// It reads, and is a `GET`.
    Function,
}

/// An action or a function.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Operation {
    /// The qualified name.
    pub name: String,
    /// The kind.
    pub kind: OperationKind,
    /// Whether the first parameter is what it is called on.
    pub is_bound: bool,
    /// The parameters.
    pub parameters: Vec<Parameter>,
    /// The type of the result, if there is one.
    pub returns: Option<TypeRef>,
}

/// A parameter of an operation.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Parameter {
    /// The name.
    pub name: String,
    /// The type.
    pub ty: TypeRef,
    /// Whether it can be `null`.
    pub is_nullable: bool,
}

impl Metadata {
    /// The size of the largest document that is read, in bytes.
    pub const MAX_SIZE: u64 = 64 << 20;

    /// Returns a type and its bases, the type first.
    pub fn with_bases<'m>(&'m self, name: &str) -> impl Iterator<Item = &'m StructuredType> {
        let first = self.types.get(name);
        let next = |ty: &&'m StructuredType| self.types.get(ty.base.as_deref()?);
        // The reader has refused cycles.
        std::iter::successors(first, next)
    }

    /// Returns whether a type is another one or extends it.
    pub fn extends(&self, name: &str, base: &str) -> bool {
        self.with_bases(name).any(|ty| ty.name == base)
    }

    /// Returns the names of the properties of the key of a type, which may be those of a base.
    pub fn key_of(&self, name: &str) -> &[String] {
        let mut types = self.with_bases(name);
        types
            .find(|ty| !ty.key.is_empty())
            .map_or(&[], |ty| &ty.key)
    }
}
