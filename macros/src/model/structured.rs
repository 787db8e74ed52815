use std::collections::HashSet;

use proc_macro2::Ident;
use quote::{ToTokens, format_ident};
use syn::ext::IdentExt;
use syn::{Attribute, DeriveInput, FieldsNamed, Generics, LitStr, Path, Visibility};

use super::address::{Address, Further};
use super::kind::Kind;
use super::property::Property;
use crate::attr::{
    KeyForm, Media, Operation, ResourceArguments, TypeArguments, UpdateForm, UpdateMethod, Version,
    default_runtime,
};
use crate::diagnostics::Mistakes;
use crate::name;

/// A structured type, in the sense of OData: a resource, which is an entity type with an address, or a complex type.
pub(crate) struct StructuredType<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    pub(crate) generics: &'a Generics,
    pub(crate) attributes: &'a [Attribute],
    pub(crate) runtime: Path,
    /// The qualified name of the type, without `#`.
    pub(crate) odata_type: String,
    pub(crate) emits_type: bool,
    /// True if other types can extend it.
    pub(crate) is_extensible: bool,
    /// True if an object of another type, such as a derived one, is an error.
    pub(crate) is_exact: bool,
    pub(crate) properties: Vec<Property<'a>>,
    /// The names in the user's types, which a generic parameter of generated code must not hide.
    names: HashSet<String>,
    /// The address of a resource. A complex type has none.
    pub(crate) address: Option<Address>,
    /// The arguments as written, for the rules.
    pub(crate) arguments: TypeArguments,
}

impl<'a> StructuredType<'a> {
    pub(crate) fn resource(
        input: &'a DeriveInput,
        fields: &'a FieldsNamed,
        arguments: ResourceArguments,
        mistakes: &Mistakes,
    ) -> Self {
        let mut resource = Self::new(input, fields, arguments.of_type, true, mistakes);
        let address = Address::new(
            arguments.of_address,
            &resource.properties,
            resource.only(Kind::Base).is_some(),
        );
        resource.address = Some(address);
        resource
    }

    pub(crate) fn complex(
        input: &'a DeriveInput,
        fields: &'a FieldsNamed,
        arguments: TypeArguments,
        mistakes: &Mistakes,
    ) -> Self {
        Self::new(input, fields, arguments, false, mistakes)
    }

    fn new(
        input: &'a DeriveInput,
        fields: &'a FieldsNamed,
        arguments: TypeArguments,
        emits_type: bool,
        mistakes: &Mistakes,
    ) -> Self {
        // The compiler reports a second field of one name.
        let mut names = HashSet::new();
        let mut properties: Vec<_> = fields
            .named
            .iter()
            .filter_map(|field| Some((field, field.ident.as_ref()?)))
            .filter(|(_, ident)| names.insert(ident.to_string()))
            .map(|(field, ident)| Property::new(field, ident, mistakes))
            .collect();
        if arguments.write_null.is_given() {
            for property in &mut properties {
                property.writes_null = property.can_write_null();
            }
        }
        let names = names_in_types(input, &properties);
        let runtime = arguments.runtime.value().cloned();
        Self {
            ident: &input.ident,
            visibility: &input.vis,
            generics: &input.generics,
            attributes: &input.attrs,
            runtime: runtime.unwrap_or_else(default_runtime),
            odata_type: arguments.odata_type.value().map_or_else(
                || format!("microsoft.graph.{}", name::of_type(&input.ident)),
                LitStr::value,
            ),
            emits_type: arguments.emit_type.value().copied().unwrap_or(emits_type),
            is_exact: arguments.exact.is_given(),
            is_extensible: arguments.extensible.is_given() && input.generics.params.is_empty(),
            properties,
            names,
            address: None,
            arguments,
        }
    }

    /// Returns the name of a generic parameter of generated code: `name`, which is in the documentation of the user's crate, unless it would hide
    /// another name.
    pub(crate) fn parameter_ident(&self, name: &str) -> Ident {
        let prefix = if self.names.contains(name) { "__" } else { "" };
        format_ident!("{prefix}{name}")
    }

    pub(crate) const fn is_complex(&self) -> bool {
        self.address.is_none()
    }

    /// Returns the first field of the kind.
    pub(crate) fn only(&self, kind: Kind) -> Option<&Property<'a>> {
        self.properties
            .iter()
            .find(|property| property.kind == kind)
    }

    /// Returns the key that identifies an item in the collection. A singleton may have one that is only read.
    pub(crate) fn key(&self) -> Option<&Property<'a>> {
        let mut properties = self.properties.iter();
        let key = properties.find(|property| property.is_key());
        key.filter(|_| !self.is_singleton())
    }

    fn is_singleton(&self) -> bool {
        let address = self.address.as_ref();
        address.is_some_and(|address| address.arguments.singleton.is_given())
    }

    /// Returns whether the key of an item is in parentheses, and not a segment.
    pub(crate) fn has_key_in_parentheses(&self) -> bool {
        let address = self.address.as_ref();
        address.is_some_and(|address| address.arguments.keys.value() == Some(&KeyForm::Parentheses))
    }

    /// Returns the base whose key is the key of the resource.
    pub(crate) fn base_with_key(&self) -> Option<&Property<'a>> {
        let address = self.address.as_ref()?;
        self.only(Kind::Base).filter(|_| address.inherits_key)
    }

    /// Returns whether the path is that of a collection, whose items have a key.
    pub(crate) fn has_key(&self) -> bool {
        self.key().is_some() || self.base_with_key().is_some()
    }

    pub(crate) fn alternate_keys(&self) -> impl Iterator<Item = &Property<'a>> {
        self.properties
            .iter()
            .filter(|property| property.is_alternate_key())
    }

    /// Returns the contents of one item that are no JSON.
    pub(crate) fn media(&self) -> &[Media] {
        self.address.as_ref().map_or(&[], |address| &address.media)
    }

    /// Returns the relationships of one item that can be changed by links, and whose functions have names of their own.
    pub(crate) fn relationships(&self) -> impl Iterator<Item = &Property<'a>> {
        let further = self.further().iter().map(|each| each.name.to_string());
        let media = self.media().iter().map(|each| each.name.to_string());
        let names: Vec<String> = further.chain(media).collect();
        let is_taken = move |property: &Property<'_>| {
            let name = property.ident.unraw().to_string();
            FUNCTIONS.contains(&&*name) || names.contains(&name)
        };
        let is_linked = |property: &Property<'_>| {
            matches!(property.kind, Kind::Bound | Kind::BoundCollection)
                && !property.is_reference()
                && property.is_updatable()
        };
        let properties = self.properties.iter();
        properties.filter(move |property| is_linked(property) && !is_taken(property))
    }

    pub(crate) fn is_sensitive(&self) -> bool {
        self.properties.iter().any(Property::is_sensitive)
    }

    pub(crate) fn updatable(&self) -> impl Iterator<Item = &Property<'a>> {
        self.properties
            .iter()
            .filter(|property| property.is_updatable())
    }

    /// Returns the fields of the patch: each property that an update can carry, and the name of the type.
    pub(crate) fn patched(&self) -> impl Iterator<Item = &Property<'a>> {
        self.properties
            .iter()
            .filter(|property| property.is_updatable() || property.is_type_name())
    }

    pub(crate) fn creatable(&self) -> impl Iterator<Item = &Property<'a>> {
        self.properties
            .iter()
            .filter(|property| property.is_creatable())
    }

    /// Returns the properties that an answer, or a value in a patch, can carry.
    pub(crate) fn received(&self) -> impl Iterator<Item = &Property<'a>> {
        self.properties
            .iter()
            .filter(|property| property.kind != Kind::Invalid)
    }

    /// Returns the operations, which a complex type has none of.
    pub(crate) fn operations(&self) -> &[Operation] {
        self.address
            .as_ref()
            .map_or(&[], |address| &address.operations)
    }

    pub(crate) fn has(&self, operation: Operation) -> bool {
        self.operations().contains(&operation)
    }

    pub(crate) fn version(&self) -> Option<Version> {
        self.address.as_ref().and_then(|address| address.version)
    }

    /// Returns the form of an update.
    pub(crate) fn update_form(&self) -> &UpdateForm {
        self.address
            .as_ref()
            .map_or(&UpdateForm::PATCH, Address::update)
    }

    /// Returns the HTTP method of an update.
    pub(crate) fn update_method(&self) -> &'static str {
        match self.update_form().method {
            UpdateMethod::Patch => "PATCH",
            UpdateMethod::Put => "PUT",
        }
    }

    /// Returns whether a patch can be sent.
    pub(crate) fn is_written(&self) -> bool {
        self.has(Operation::Create) || self.has(Operation::Update)
    }

    /// Returns whether an update changes the properties that it carries, and no others.
    pub(crate) fn is_updated_in_part(&self) -> bool {
        self.has(Operation::Update) && !self.update_form().is_whole
    }

    /// Returns whether an update replaces the resource.
    pub(crate) fn is_replaced(&self) -> bool {
        self.has(Operation::Update) && self.update_form().is_whole
    }

    /// Returns whether some queries need `ConsistencyLevel: eventual`.
    pub(crate) fn has_advanced_queries(&self) -> bool {
        let address = self.address.as_ref();
        address.is_some_and(|address| address.arguments.advanced_queries.is_given())
    }

    /// Returns the template of the path, which is empty for a complex type.
    pub(crate) fn path(&self) -> &str {
        self.address
            .as_ref()
            .map_or("", |address| &address.template.text)
    }

    /// Returns the parameters of the path.
    pub(crate) fn parameters(&self) -> &[Ident] {
        self.address
            .as_ref()
            .map_or(&[], |address| &address.template.parameters)
    }

    /// Returns the further addresses.
    pub(crate) fn further(&self) -> &[Further] {
        self.address
            .as_ref()
            .map_or(&[], |address| &address.further)
    }

    /// Returns the path of one item: with the key, if there is one. The name of a key in the base is not known.
    pub(crate) fn item_path(&self) -> String {
        self.item_path_of(self.path())
    }

    /// Returns the path of one item in the collection at `path`.
    pub(crate) fn item_path_of(&self, path: &str) -> String {
        match self.key() {
            Some(key) if self.has_key_in_parentheses() => {
                format!("{path}({{{}}})", key.ident.unraw())
            }
            Some(key) => format!("{path}/{{{}}}", key.ident.unraw()),
            None if self.base_with_key().is_some() => format!("{path}/{{key}}"),
            None => path.to_owned(),
        }
    }

    /// Returns the path of one item by an alternate key ("OData URL Conventions", section 4.3.2), with `quote` around its literal.
    pub(crate) fn path_by(&self, key: &Property<'_>, quote: &str) -> String {
        let (path, name, parameter) = (self.path(), &key.wire_name, key.ident.unraw());
        format!("{path}({name}={quote}{{{parameter}}}{quote})")
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

    pub(crate) fn new_ident(&self) -> Ident {
        format_ident!("New{}", self.ident.unraw())
    }

    /// Returns the properties that a create requires.
    pub(crate) fn required(&self) -> impl Iterator<Item = &Property<'a>> {
        let is_created = self.has(Operation::Create);
        let creatable = self.creatable().filter(move |_| is_created);
        creatable.filter(|property| property.is_required())
    }

    pub(crate) fn upsert_ident(&self) -> Ident {
        format_ident!("{}Upsert", self.ident.unraw())
    }
}

/// The names of the functions that create requests, apart from those for alternate keys and further addresses.
pub(crate) const FUNCTIONS: [&str; 7] = [
    "list",
    "get",
    "create",
    "create_from",
    "update",
    "replace",
    "delete",
];

/// Returns the names in the types of the properties and in the generic parameters, and that of the struct.
fn names_in_types(input: &DeriveInput, properties: &[Property<'_>]) -> HashSet<String> {
    let mut names = HashSet::from([input.ident.unraw().to_string()]);
    name::collect(input.generics.to_token_stream(), &mut names);
    name::collect(input.generics.where_clause.to_token_stream(), &mut names);
    for property in properties {
        name::collect(property.ty.to_token_stream(), &mut names);
        name::collect(property.with().to_token_stream(), &mut names);
    }
    names
}
