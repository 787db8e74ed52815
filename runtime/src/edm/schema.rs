//! The description of types: Edm types, properties, and the types that consist of them.
//!
//! All three are in one file because they contain each other: a property has an Edm type, which can be a type with properties.

use std::fmt;

#[cfg(feature = "schemars")]
use super::documentation::Documentation;
use super::enum_info::EnumInfo;
use super::lazy::Lazy;
use crate::odata::names;

/// The type of a property, in the terms of OData's entity data model.
///
/// `Display` and `Debug` show its qualified name, such as `Edm.String` or `Collection(microsoft.graph.recipient)`.
///
/// ```
/// use graph_resource::{EdmType, Resource, graph_complex, graph_resource};
///
/// #[graph_complex]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct EmailAddress {
///     pub address: Option<String>,
/// }
///
/// #[graph_resource(path = "/me/contacts")]
/// pub struct Contact {
///     #[graph(key)]
///     pub id: String,
///     pub email_addresses: Vec<EmailAddress>,
/// }
///
/// let property = Contact::INFO.type_info().property("emailAddresses").unwrap();
/// assert_eq!(property.edm_type().to_string(), "Collection(microsoft.graph.emailAddress)");
/// let EdmType::Collection(EdmType::Structured(address)) = property.edm_type() else { unreachable!() };
/// assert_eq!(address.property("address").unwrap().edm_type(), EdmType::String);
/// ```
#[derive(Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum EdmType {
    /// `Edm.Binary`: bytes in base64.
    Binary,
    /// `Edm.Boolean`.
    Boolean,
    /// `Edm.Byte`: an integer of 8 bits without a sign.
    Byte,
    /// `Edm.SByte`: an integer of 8 bits.
    SByte,
    /// `Edm.Int16`.
    Int16,
    /// `Edm.Int32`.
    Int32,
    /// `Edm.Int64`.
    Int64,
    /// `Edm.Single`: a floating-point number of 32 bits.
    Single,
    /// `Edm.Double`: a floating-point number of 64 bits.
    Double,
    /// `Edm.Decimal`: a decimal number.
    Decimal,
    /// `Edm.String`.
    String,
    /// `Edm.Guid`.
    Guid,
    /// `Edm.Date`.
    Date,
    /// `Edm.TimeOfDay`.
    TimeOfDay,
    /// `Edm.DateTimeOffset`: a point in time.
    DateTimeOffset,
    /// `Edm.Duration`.
    Duration,
    /// An enumeration type.
    Enum(&'static EnumInfo),
    /// An entity or complex type.
    Structured(Lazy<TypeInfo>),
    /// An abstract or base type, with the derived types that are known.
    OneOf(Lazy<[&'static TypeInfo]>),
    /// A collection of values.
    Collection(&'static EdmType),
    /// An object whose members are named by the data, with values of one type.
    Map(&'static EdmType),
    /// A type whose values may be `null`, as the elements of a collection. For a property, see [`Property::is_nullable`].
    Nullable(&'static EdmType),
    /// `Edm.Untyped`: any JSON, or a type that is not known here.
    Untyped,
}

impl EdmType {
    /// Returns whether a literal of the type is quoted in a URL ("OData URL Conventions", Primitive Literals).
    pub(crate) const fn is_quoted(self) -> bool {
        match self {
            Self::Nullable(value) => value.is_quoted(),
            _ => matches!(self, Self::String | Self::Enum(_) | Self::Untyped),
        }
    }

    const fn primitive_name(self) -> &'static str {
        match self {
            Self::Binary => "Edm.Binary",
            Self::Boolean => "Edm.Boolean",
            Self::Byte => "Edm.Byte",
            Self::SByte => "Edm.SByte",
            Self::Int16 => "Edm.Int16",
            Self::Int32 => "Edm.Int32",
            Self::Int64 => "Edm.Int64",
            Self::Single => "Edm.Single",
            Self::Double => "Edm.Double",
            Self::Decimal => "Edm.Decimal",
            Self::String => "Edm.String",
            Self::Guid => "Edm.Guid",
            Self::Date => "Edm.Date",
            Self::TimeOfDay => "Edm.TimeOfDay",
            Self::DateTimeOffset => "Edm.DateTimeOffset",
            Self::Duration => "Edm.Duration",
            _ => "Edm.Untyped",
        }
    }
}

impl fmt::Display for EdmType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Enum(info) => f.write_str(info.name()),
            Self::Structured(info) => f.write_str(info.name()),
            Self::OneOf(types) => {
                let names: Vec<_> = types.iter().map(|info| info.name()).collect();
                f.write_str(&names.join(" | "))
            }
            Self::Collection(element) => write!(f, "Collection({element})"),
            Self::Map(value) => write!(f, "Map({value})"),
            Self::Nullable(value) => fmt::Display::fmt(value, f),
            primitive => f.write_str(primitive.primitive_name()),
        }
    }
}

/// Shows only the name, because types can contain themselves.
impl fmt::Debug for EdmType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The description of an entity or complex type: its qualified name and its properties, in order.
///
/// ```
/// use graph_resource::{EdmType, Property, StructuredType, graph_complex};
///
/// #[graph_complex]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct TimeRange {
///     pub start_minute: i32,
///     #[graph(read_only)]
///     pub label: Option<String>,
/// }
///
/// let info = TimeRange::TYPE;
/// assert_eq!(info.name(), "microsoft.graph.timeRange");
/// assert_eq!(
///     info.properties(),
///     [
///         Property::new("startMinute", EdmType::Int32),
///         Property::new("label", EdmType::String).nullable().read_only(),
///     ]
/// );
/// ```
#[derive(Debug)]
pub struct TypeInfo {
    odata_type: &'static str,
    emits_type: bool,
    properties: &'static [Property],
    base: Option<&'static TypeInfo>,
    traits: u8,
    has_evolved_members: fn(u8) -> bool,
    #[cfg(feature = "schemars")]
    documentation: Documentation,
}

impl TypeInfo {
    const OPEN: u8 = 1;
    const EXACT: u8 = 1 << 1;
    const RECEIVES_ETAG: u8 = 1 << 2;
    const RECEIVES_TYPE: u8 = 1 << 3;
    const MERGES_DYNAMIC: u8 = 1 << 4;
    const SELECTS: u8 = 1 << 5;
    const EXTENSIONS: u8 = 1 << 6;
    const ADVANCED_QUERIES: u8 = 1 << 7;

    /// Creates a description. `odata_type` begins with `#`. Called by generated code.
    #[doc(hidden)]
    pub const fn new(
        odata_type: &'static str,
        emits_type: bool,
        properties: &'static [Property],
    ) -> Self {
        Self {
            odata_type,
            emits_type,
            properties,
            base: None,
            traits: 0,
            has_evolved_members: |_| false,
            #[cfg(feature = "schemars")]
            documentation: Documentation::NONE,
        }
    }

    /// Called by generated code.
    #[cfg(feature = "schemars")]
    #[doc(hidden)]
    #[must_use]
    pub const fn documented(mut self, documentation: Documentation) -> Self {
        self.documentation = documentation;
        self
    }

    #[cfg(feature = "schemars")]
    pub(crate) const fn documentation(&self) -> &Documentation {
        &self.documentation
    }

    const fn with(mut self, one: u8) -> Self {
        self.traits |= one;
        self
    }

    /// Returns whether the type or its base has one of the traits.
    const fn has(&self, one: u8) -> bool {
        match self.base {
            Some(base) => self.traits & one != 0 || base.has(one),
            None => self.traits & one != 0,
        }
    }

    /// Adds a base that is known to declare nothing that this type declares as well.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_base(mut self, base: &'static Self) -> Self {
        self.base = Some(base);
        self
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn open(self) -> Self {
        self.with(Self::OPEN)
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn exact(self) -> Self {
        self.with(Self::EXACT)
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn receiving_etag(self) -> Self {
        self.with(Self::RECEIVES_ETAG)
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn receiving_type(self) -> Self {
        self.with(Self::RECEIVES_TYPE)
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn open_merged(self) -> Self {
        self.with(Self::OPEN).with(Self::MERGES_DYNAMIC)
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn selecting(self) -> Self {
        self.with(Self::SELECTS)
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_extensions(self) -> Self {
        self.with(Self::EXTENSIONS)
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_advanced_queries(self) -> Self {
        self.with(Self::ADVANCED_QUERIES)
    }

    /// Called by generated code.
    #[doc(hidden)]
    #[must_use]
    pub const fn with_evolved_members(mut self, has_evolved_members: fn(u8) -> bool) -> Self {
        self.has_evolved_members = has_evolved_members;
        self
    }

    /// Returns the type that this one extends, whose properties it has as well.
    pub const fn base(&self) -> Option<&'static Self> {
        self.base
    }

    /// Returns whether the type or its base is open: whether objects may have properties that the type does not declare.
    pub const fn is_open(&self) -> bool {
        self.has(Self::OPEN)
    }

    /// Returns whether an update merges an object in a property that the type does not declare, instead of replacing it.
    pub const fn merges_dynamic(&self) -> bool {
        self.has(Self::MERGES_DYNAMIC)
    }

    /// Returns whether an object that names another type is refused, even if that type is derived from this one. The struct declares it
    /// with `exact`.
    pub const fn is_exact(&self) -> bool {
        self.traits & Self::EXACT != 0
    }

    /// Returns whether a field of the struct, or of its base, receives the name of the type: `#[graph(odata_type)]`.
    pub const fn receives_type(&self) -> bool {
        self.has(Self::RECEIVES_TYPE)
    }

    /// Returns whether a read asks for the properties that the struct declares, by `$select`.
    pub(crate) const fn selects(&self) -> bool {
        self.traits & Self::SELECTS != 0
    }

    /// Returns whether the type or its base declares directory extensions.
    pub(crate) const fn has_extensions(&self) -> bool {
        self.has(Self::EXTENSIONS)
    }

    /// Returns whether some queries need `ConsistencyLevel: eventual` ("Advanced query capabilities on directory objects"). The struct declares
    /// it with `advanced_queries`.
    pub const fn has_advanced_queries(&self) -> bool {
        self.has(Self::ADVANCED_QUERIES)
    }

    pub(crate) const fn receives_etag(&self) -> bool {
        self.has(Self::RECEIVES_ETAG)
    }

    /// Returns whether the properties contain, at most `depth` types deep, an enum with members that the service sends only on request.
    pub(crate) fn has_evolved_members(&self, depth: u8) -> bool {
        (self.has_evolved_members)(depth)
    }

    /// Returns the value of `@odata.type` for this type, such as `#microsoft.graph.cloudPcDeviceImage`.
    pub const fn odata_type(&self) -> &'static str {
        self.odata_type
    }

    /// Returns the qualified name of the type, such as `microsoft.graph.cloudPcDeviceImage`.
    pub fn name(&self) -> &'static str {
        self.odata_type.trim_start_matches('#')
    }

    /// Returns whether a request body carries `@odata.type`.
    pub const fn emits_type(&self) -> bool {
        self.emits_type
    }

    /// Returns the properties that the type itself declares, in the order of the struct, without those of its [`base`](Self::base).
    pub const fn properties(&self) -> &'static [Property] {
        self.properties
    }

    /// Iterates over the properties that the type declares, then over those of its base, and of the base of that.
    pub fn all_properties(&self) -> impl Iterator<Item = Property> {
        let types = std::iter::successors(Some(self), |info| info.base);
        types.flat_map(|info| info.properties.iter().copied())
    }

    /// Returns the property with this wire name, which the type declares or inherits.
    pub fn property(&self, name: &str) -> Option<&'static Property> {
        let own = self
            .properties
            .iter()
            .find(|property| property.name == name);
        own.or_else(|| self.base.and_then(|base| base.property(name)))
    }

    /// Returns whether no request carries the property with this name.
    pub(crate) fn is_read_only(&self, name: &str) -> bool {
        if name == names::ETAG {
            return true;
        }
        self.property(name)
            .is_some_and(|property| property.is_read_only() || property.is_navigation())
    }

    /// Returns whether the property is masked, or the property that an annotation such as `manager@odata.bind` belongs to.
    #[cold]
    pub(crate) fn masks(&self, name: &str) -> bool {
        let annotated = name
            .split_once('@')
            .map_or(name, |(annotated, _)| annotated);
        let property = self.property(name).or_else(|| self.property(annotated));
        property.is_some_and(|property| property.is_sensitive())
    }
}

/// Types are equal if their qualified names are.
impl PartialEq for TypeInfo {
    fn eq(&self, other: &Self) -> bool {
        self.odata_type == other.odata_type
    }
}

impl Eq for TypeInfo {}

/// The description of one property: its name, its Edm type and its facets.
///
/// ```
/// use graph_resource::{EdmType, Property};
///
/// const LABEL: Property = Property::new("label", EdmType::String).nullable().read_only();
///
/// assert_eq!(LABEL.edm_type(), EdmType::String);
/// assert!(LABEL.is_nullable() && LABEL.is_structural());
/// assert!(!LABEL.is_updatable());
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Property {
    name: &'static str,
    edm_type: EdmType,
    facets: u16,
}

impl Property {
    const NULLABLE: u16 = 1;
    const KEY: u16 = 1 << 1;
    const READ_ONLY: u16 = 1 << 2;
    const CREATE_ONLY: u16 = 1 << 3;
    const WRITE_ONLY: u16 = 1 << 4;
    const REQUIRED: u16 = 1 << 5;
    const SENSITIVE: u16 = 1 << 6;
    const ALTERNATE_KEY: u16 = 1 << 7;
    const NAVIGATION: u16 = 1 << 8;
    const MERGED: u16 = 1 << 9;
    const WRITE_NULL: u16 = 1 << 10;
    const ON_SELECT: u16 = 1 << 11;
    const EXTENSION: u16 = 1 << 12;
    const TYPED: u16 = 1 << 13;

    /// Creates a property without facets: writable and not nullable. `name` is its name in JSON, such as `displayName`.
    pub const fn new(name: &'static str, edm_type: EdmType) -> Self {
        Self {
            name,
            edm_type,
            facets: 0,
        }
    }

    const fn with(mut self, facet: u16) -> Self {
        self.facets |= facet;
        self
    }

    const fn has(self, facet: u16) -> bool {
        self.facets & facet != 0
    }

    /// Marks the property as one that may be `null`.
    #[must_use]
    pub const fn nullable(self) -> Self {
        self.with(Self::NULLABLE)
    }

    /// Marks the property as the key.
    #[must_use]
    pub const fn key(self) -> Self {
        self.with(Self::KEY)
    }

    /// Marks the property as an alternate key.
    #[must_use]
    pub const fn alternate_key(self) -> Self {
        self.with(Self::ALTERNATE_KEY)
    }

    /// Marks the property as one that only the service writes.
    #[must_use]
    pub const fn read_only(self) -> Self {
        self.with(Self::READ_ONLY)
    }

    /// Marks the property as one that only a create may carry.
    #[must_use]
    pub const fn create_only(self) -> Self {
        self.with(Self::CREATE_ONLY)
    }

    /// Marks the property as one that is sent and never read.
    #[must_use]
    pub const fn write_only(self) -> Self {
        self.with(Self::WRITE_ONLY)
    }

    /// Marks the property as one that a create must carry.
    #[must_use]
    pub const fn required(self) -> Self {
        self.with(Self::REQUIRED)
    }

    /// Marks the property as one that is masked in `Debug`.
    #[must_use]
    pub const fn sensitive(self) -> Self {
        self.with(Self::SENSITIVE)
    }

    /// Marks the property as a relationship.
    #[must_use]
    pub const fn navigation(self) -> Self {
        self.with(Self::NAVIGATION)
    }

    /// Marks the property as one whose parts an update merges.
    #[must_use]
    pub const fn merged(self) -> Self {
        self.with(Self::MERGED)
    }

    /// Marks the property as one that is written as `null` if a value that replaces another lacks it.
    #[must_use]
    pub const fn write_null(self) -> Self {
        self.with(Self::WRITE_NULL)
    }

    /// Marks the property as one that the service answers only if `$select` names it.
    #[must_use]
    pub const fn on_select(self) -> Self {
        self.with(Self::ON_SELECT)
    }

    /// Marks the property as a directory extension, whose name in requests and answers contains the id of an application.
    #[must_use]
    pub const fn extension(self) -> Self {
        self.with(Self::EXTENSION)
    }

    /// Marks the property as one whose value is sent with its type.
    #[must_use]
    pub const fn typed(self) -> Self {
        self.with(Self::TYPED)
    }

    /// Returns the name in JSON, such as `displayName`. That of a [directory extension](Self::is_extension) is without the application, such
    /// as `extension_uidNumber`.
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// Returns the type of the property, apart from `null`.
    pub const fn edm_type(self) -> EdmType {
        self.edm_type
    }

    /// Returns whether the property may be `null`.
    pub const fn is_nullable(self) -> bool {
        self.has(Self::NULLABLE)
    }

    /// Returns whether the property is the key, part of the address of the resource.
    pub const fn is_key(self) -> bool {
        self.has(Self::KEY)
    }

    /// Returns whether the property is an alternate key, which identifies an item as well: `applications(appId='…')`.
    pub const fn is_alternate_key(self) -> bool {
        self.has(Self::ALTERNATE_KEY)
    }

    /// Returns whether only the service writes the property. A key is read-only, unless the struct declares it as `create_only` or
    /// `required`.
    pub const fn is_read_only(self) -> bool {
        self.has(Self::READ_ONLY)
    }

    /// Returns whether the property can be given on create, but not changed afterwards.
    pub const fn is_create_only(self) -> bool {
        self.has(Self::CREATE_ONLY)
    }

    /// Returns whether the property is sent, but never read.
    pub const fn is_write_only(self) -> bool {
        self.has(Self::WRITE_ONLY)
    }

    /// Returns whether a create must carry the property.
    pub const fn is_required(self) -> bool {
        self.has(Self::REQUIRED)
    }

    /// Returns whether the property is masked in `Debug`.
    pub const fn is_sensitive(self) -> bool {
        self.has(Self::SENSITIVE)
    }

    /// Returns whether the property is a relationship to other entities rather than a part of this one.
    pub const fn is_navigation(self) -> bool {
        self.has(Self::NAVIGATION)
    }

    /// Returns whether the property is a part of the entity, and not a relationship.
    pub const fn is_structural(self) -> bool {
        !self.is_navigation()
    }

    /// Returns whether an update merges the parts of the property instead of replacing it.
    pub const fn is_merged(self) -> bool {
        self.has(Self::MERGED)
    }

    /// Returns whether a value that replaces another has `null` for the property if it lacks it.
    pub const fn writes_null(self) -> bool {
        self.has(Self::WRITE_NULL)
    }

    /// Returns whether the service answers the property only if `$select` names it.
    pub const fn is_on_select(self) -> bool {
        self.has(Self::ON_SELECT)
    }

    /// Returns whether the property is a directory extension: its name in requests and answers contains the id of the application that
    /// registered it, such as `extension_25883231668a43a780b25685c3f874bc_uidNumber` for `extension_uidNumber`.
    pub const fn is_extension(self) -> bool {
        self.has(Self::EXTENSION)
    }

    /// Returns whether a value is sent with its type, in an annotation such as `numVendors@odata.type`.
    pub const fn is_typed(self) -> bool {
        self.has(Self::TYPED)
    }

    /// Returns whether `$select` can name the property: it is neither a relationship, nor an annotation, nor write-only.
    pub(crate) const fn is_selectable(self) -> bool {
        !self.is_navigation() && !self.is_write_only() && !is_annotation(self.name)
    }

    /// Returns whether an update may carry the property.
    pub const fn is_updatable(self) -> bool {
        !self.has(Self::KEY | Self::READ_ONLY | Self::CREATE_ONLY)
    }

    /// Returns whether a create may carry the property.
    pub const fn is_creatable(self) -> bool {
        !self.is_read_only()
    }
}

/// Returns whether a name in JSON is that of an annotation, such as `content@odata.mediaReadLink`.
const fn is_annotation(name: &str) -> bool {
    let name = name.as_bytes();
    let mut index = 0;
    while index < name.len() {
        if name[index] == b'@' {
            return true;
        }
        index += 1;
    }
    false
}
