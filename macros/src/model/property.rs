use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Attribute, Field, Path, Type, Visibility};

use super::access::Access;
use super::kind::Kind;
use super::types::{
    bare, is_named, is_primitive, is_reference, map_argument, option_argument, vec_argument,
};
use crate::attr::{AttributeSet, FieldAttributes};
use crate::diagnostics::Mistakes;
use crate::name;

/// A field of the struct: a property, or a field for control information.
pub(crate) struct Property<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    pub(crate) docs: Vec<&'a Attribute>,
    /// The type of the field.
    pub(crate) ty: &'a Type,
    /// The type of a value: the `T` of an `Option<T>`, or the type of the field.
    pub(crate) value_type: &'a Type,
    pub(crate) is_nullable: bool,
    pub(crate) wire_name: String,
    pub(crate) access: Access,
    pub(crate) kind: Kind,
    /// True if `None` is written as `null` in a value that replaces another.
    pub(crate) writes_null: bool,
    /// The name of the setter.
    setter: Ident,
    /// The attributes as written, for the rules.
    pub(crate) attributes: FieldAttributes,
}

/// The elements of the value of a property.
pub(crate) enum Elements<'a> {
    /// It has none.
    None,
    /// Those of a `Vec`.
    Of(&'a Type),
    /// Those of a `BTreeMap<String, _>`.
    Named(&'a Type),
}

impl<'a> Property<'a> {
    pub(super) fn new(field: &'a Field, ident: &'a Ident, mistakes: &Mistakes) -> Self {
        let attributes = FieldAttributes::read(&field.attrs, mistakes);
        let argument = option_argument(&field.ty);
        let requested = Kind::requested(&attributes, &field.ty);
        let kind = if requested.fits(&field.ty) {
            requested
        } else {
            Kind::Invalid
        };
        let access = Access::new(&attributes, kind);
        let wire_name = match (attributes.rename.value(), access) {
            (_, Access::Etag) => "@odata.etag".to_owned(),
            (_, Access::TypeName) => "@odata.type".to_owned(),
            (Some(rename), _) => rename.value(),
            (None, _) => name::of_field(ident),
        };
        let wire_name = if attributes.extension.is_given() {
            format!("extension_{wire_name}")
        } else {
            wire_name
        };
        let mut property = Self {
            ident,
            visibility: &field.vis,
            docs: docs(&field.attrs),
            ty: bare(&field.ty),
            value_type: argument.unwrap_or_else(|| bare(&field.ty)),
            is_nullable: argument.is_some(),
            wire_name,
            access,
            kind,
            writes_null: false,
            setter: attributes.setter.value().unwrap_or(ident).clone(),
            attributes,
        };
        property.writes_null =
            property.attributes.write_null.is_given() && property.can_write_null();
        property
    }

    /// Returns whether the field is a single property, with a name in JSON.
    pub(crate) fn is_named(&self) -> bool {
        !self.access.is_control_information()
            && !matches!(self.kind, Kind::Extra | Kind::Base | Kind::Invalid)
    }

    /// Returns the name under which an update carries the property.
    pub(crate) fn patch_name(&self) -> String {
        match self.kind {
            Kind::Bound | Kind::BoundCollection => format!("{}@odata.bind", self.wire_name),
            _ => self.wire_name.clone(),
        }
    }

    /// Returns the name under which the whole object carries the property.
    pub(crate) fn whole_name(&self) -> String {
        if self.is_reference() {
            self.patch_name()
        } else {
            self.wire_name.clone()
        }
    }

    /// Returns whether the field is a reference to another resource, and not the resource itself.
    pub(crate) fn is_reference(&self) -> bool {
        matches!(self.kind, Kind::Bound | Kind::BoundCollection) && is_reference(self.ty)
    }

    /// Returns whether a value with the property can write `null` for it.
    pub(crate) fn can_write_null(&self) -> bool {
        self.is_nullable
            && matches!(self.kind, Kind::Replaced | Kind::Merged)
            && (self.is_updatable() || self.access == Access::CreateOnly)
    }

    /// Returns whether a patch can clear the property.
    pub(crate) fn is_clearable(&self) -> bool {
        match self.kind {
            Kind::Replaced | Kind::Merged | Kind::Bound => self.is_nullable,
            _ => false,
        }
    }

    /// Returns whether the field contains undeclared properties whose objects an update merges.
    pub(crate) fn merges_dynamic(&self) -> bool {
        self.kind == Kind::Extra && self.attributes.merge.is_given()
    }

    pub(crate) fn is_key(&self) -> bool {
        matches!(self.access, Access::Key | Access::CreatableKey)
    }

    /// Returns whether the field receives the name of the type.
    pub(crate) fn is_type_name(&self) -> bool {
        self.access == Access::TypeName && self.kind != Kind::Invalid
    }

    /// Returns whether the property identifies an item instead of the key.
    pub(crate) fn is_alternate_key(&self) -> bool {
        self.attributes.alternate_key.is_given()
            && self.is_named()
            && !self.is_key()
            && self.kind == Kind::Replaced
    }

    /// Returns whether an update can carry the property.
    pub(crate) fn is_updatable(&self) -> bool {
        matches!(self.access, Access::WriteOnly | Access::Writable)
    }

    /// Returns whether a create can carry the property.
    pub(crate) fn is_creatable(&self) -> bool {
        self.is_updatable() || matches!(self.access, Access::CreateOnly | Access::CreatableKey)
    }

    /// Returns whether a method sets the property. A required property that only a create carries is a field of what `create` takes
    /// instead.
    pub(crate) fn has_setter(&self) -> bool {
        self.is_updatable() || (self.is_creatable() && !self.is_required())
    }

    /// Returns whether a `$select` names the property.
    pub(crate) fn is_selectable(&self) -> bool {
        self.is_named()
            && self.is_readable()
            && !self.is_navigation()
            && !self.wire_name.contains('@')
    }

    /// Returns whether reads ask for the relationship.
    pub(crate) fn is_expanded(&self) -> bool {
        self.attributes.expand.is_given() && self.is_navigation() && !self.is_reference()
    }

    /// Returns whether the service answers the property only if a `$select` names it.
    pub(crate) fn is_on_select(&self) -> bool {
        (self.attributes.on_select.is_given() || self.is_extension()) && self.is_selectable()
    }

    /// Returns whether the property is a directory extension, whose name contains the id of an application.
    pub(crate) fn is_extension(&self) -> bool {
        self.attributes.extension.is_given() && self.is_named()
    }

    /// Returns the name of the annotation that tells the type of the value, if a request carries that.
    pub(crate) fn type_annotation(&self) -> Option<String> {
        let is_typed = self.attributes.typed.is_given() && self.kind == Kind::Replaced;
        (is_typed && self.with().is_none()).then(|| format!("{}@odata.type", self.wire_name))
    }

    /// Returns whether an answer can carry the property.
    pub(crate) fn is_readable(&self) -> bool {
        !self.attributes.write_only.is_given() && self.kind != Kind::Invalid
    }

    pub(crate) fn is_required(&self) -> bool {
        self.attributes.required.is_given() && self.kind == Kind::Replaced
    }

    pub(crate) fn is_sensitive(&self) -> bool {
        self.attributes.sensitive.is_given()
    }

    pub(crate) fn has_default(&self) -> bool {
        self.attributes.default.is_given()
    }

    /// Returns the module of `with = "…"`.
    pub(crate) fn with(&self) -> Option<&Path> {
        let has_value = matches!(self.kind, Kind::Replaced | Kind::Navigation);
        self.attributes.with.value().filter(|_| has_value)
    }

    /// Returns the name of the codec that is generated for `with`.
    pub(crate) fn codec(&self) -> Option<Ident> {
        self.with()
            .map(|_| format_ident!("__With_{}", self.ident.unraw(), span = Span::call_site()))
    }

    /// Returns the name of the setter, with the span of the field, so that an editor can go from the setter to the field.
    pub(crate) fn setter(&self) -> Ident {
        self.setter.clone()
    }

    pub(crate) fn clear_setter(&self) -> Ident {
        let name = self.setter.unraw().to_string();
        format_ident!(
            "clear_{}",
            name.trim_start_matches('_'),
            span = self.setter.span()
        )
    }

    pub(crate) fn setter_typed(&self) -> Ident {
        format_ident!("{}_typed", self.setter.unraw(), span = self.setter.span())
    }

    pub(crate) fn change_setter(&self) -> Ident {
        let name = self.setter.unraw().to_string();
        format_ident!(
            "change_{}",
            name.trim_start_matches('_'),
            span = self.setter.span()
        )
    }

    /// Returns `type_or_clear` for `type_`, too: two underscores in a row are not snake case.
    pub(crate) fn setter_or_clear(&self) -> Ident {
        let name = self.setter.unraw().to_string();
        format_ident!(
            "{}_or_clear",
            name.trim_end_matches('_'),
            span = self.setter.span()
        )
    }

    /// Returns what the type consists of, if it is written as a collection or a map whose elements a setter takes one by one.
    pub(crate) fn elements(&self) -> Elements<'a> {
        if self.kind != Kind::Replaced {
            return Elements::None;
        }
        let elements = vec_argument(self.value_type).map(Elements::Of);
        elements
            .or_else(|| map_argument(self.value_type).map(Elements::Named))
            .unwrap_or(Elements::None)
    }

    /// Returns whether the type is a primitive one.
    pub(crate) fn is_primitive(&self) -> bool {
        is_primitive(self.value_type)
    }

    /// Returns whether the property is a relationship.
    pub(crate) fn is_navigation(&self) -> bool {
        matches!(
            self.kind,
            Kind::Navigation | Kind::Bound | Kind::BoundCollection
        )
    }

    /// Returns whether the value can be, or contain, an object with a type of its own.
    pub(crate) fn may_be_object(&self) -> bool {
        const TEXTS: [&str; 3] = ["String", "OffsetDateTime", "Uuid"];
        !self.is_primitive() && !TEXTS.iter().any(|name| is_named(self.value_type, name))
    }

    /// Returns whether the type is written `Option<Option<T>>`, which is a mistake.
    pub(crate) fn is_nested_option(&self) -> bool {
        self.is_nullable && option_argument(self.value_type).is_some()
    }

    /// Gives the setter another name.
    pub(crate) fn rename_setter(&mut self, name: Ident) {
        self.setter = name;
    }

    /// Excludes the field from the generated code.
    pub(crate) fn invalidate(&mut self) {
        self.kind = Kind::Invalid;
        self.access = Access::ReadOnly;
    }
}

/// Returns the documentation of the field, which is copied to the items generated for it.
fn docs(attributes: &[Attribute]) -> Vec<&Attribute> {
    attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"))
        .collect()
}
