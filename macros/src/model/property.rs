use proc_macro2::{Ident, Span};
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Attribute, Field, GenericArgument, PathArguments, Type, Visibility};

use super::rules;
use crate::attr::{self, FieldAttributes};
use crate::diagnostics::Mistakes;
use crate::name;

/// A field of the struct: a property, or the place of the etag.
pub(crate) struct Property<'a> {
    pub(crate) ident: &'a Ident,
    pub(crate) visibility: &'a Visibility,
    pub(crate) docs: Vec<&'a Attribute>,
    /// The type of the field.
    pub(crate) ty: &'a Type,
    /// The type of a value: of what is in the `Option`, if the field is one.
    pub(crate) value_type: &'a Type,
    pub(crate) is_nullable: bool,
    pub(crate) wire_name: String,
    pub(crate) access: Access,
    pub(crate) kind: Kind,
    /// The name of the setter.
    pub(super) setter: Ident,
    /// What was written on the field; for rules only, which report at it.
    pub(crate) attributes: FieldAttributes,
}

/// Who writes a property, and when.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// `@odata.etag`, which comes with a representation and goes back in a header.
    Etag,
    /// Part of the address, assigned by the service.
    Key,
    /// Part of the address, given on create.
    CreatableKey,
    ReadOnly,
    CreateOnly,
    WriteOnly,
    /// Written at any time.
    Writable,
}

/// How a field is read, written and patched.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A property by itself, which a patch replaces.
    Replaced,
    /// A property by itself, whose parts a patch may change.
    Merged,
    /// What the type does not declare.
    Extra,
    /// The properties of the base type.
    Base,
    /// A relationship, which is read where it was expanded.
    Navigation,
    /// A relationship that a request may set, by a reference.
    Bound,
    /// Several of those.
    BoundCollection,
    /// Nothing that the type of the field has room for, which was reported: left out of what is generated.
    Invalid,
}

impl<'a> Property<'a> {
    pub(super) fn new(field: &'a Field, ident: &'a Ident, mistakes: &Mistakes) -> Self {
        let attributes = FieldAttributes::parse(&field.attrs, mistakes);
        let inner = option_argument(&field.ty);
        let kind = rules::kind_that_fits(kind(&attributes, &field.ty), &field.ty, mistakes);
        let access = access(&attributes, kind);
        let wire_name = match (attributes.rename.value(), access) {
            (_, Access::Etag) => "@odata.etag".to_owned(),
            (Some(rename), _) => rename.value(),
            (None, _) => name::of_field(ident),
        };
        Self {
            ident,
            visibility: &field.vis,
            docs: attr::docs(&field.attrs),
            ty: &field.ty,
            value_type: inner.unwrap_or(&field.ty),
            is_nullable: inner.is_some(),
            wire_name,
            access,
            kind,
            setter: attributes.setter.value().unwrap_or(ident).clone(),
            attributes,
        }
    }

    /// Whether the field is a property of its own, with a name on the wire.
    pub(crate) fn is_named(&self) -> bool {
        self.access != Access::Etag
            && !matches!(self.kind, Kind::Extra | Kind::Base | Kind::Invalid)
    }

    /// The name of what an update carries for the property.
    pub(crate) fn patch_name(&self) -> String {
        match self.kind {
            Kind::Bound | Kind::BoundCollection => format!("{}@odata.bind", self.wire_name),
            _ => self.wire_name.clone(),
        }
    }

    /// Whether the place in the patch is a `Change`, which can clear.
    pub(crate) fn is_clearable(&self) -> bool {
        match self.kind {
            Kind::Replaced | Kind::Merged | Kind::Bound => self.is_nullable,
            _ => false,
        }
    }

    pub(crate) fn is_key(&self) -> bool {
        matches!(self.access, Access::Key | Access::CreatableKey)
    }

    /// Whether it names an item beside the key.
    pub(crate) fn is_alternate_key(&self) -> bool {
        self.attributes.alternate_key.is_given()
            && self.is_named()
            && !self.is_key()
            && self.kind == Kind::Replaced
    }

    /// Whether its value stands in quotes in a URL, as all but numbers and GUIDs do.
    pub(crate) fn is_quoted(&self) -> bool {
        !self.is_primitive() && !is_named(self.value_type, "Uuid")
    }

    /// Whether an update may carry it.
    pub(crate) fn is_updatable(&self) -> bool {
        matches!(self.access, Access::WriteOnly | Access::Writable)
    }

    /// Whether a create may carry it.
    pub(crate) fn is_creatable(&self) -> bool {
        self.is_updatable() || matches!(self.access, Access::CreateOnly | Access::CreatableKey)
    }

    /// Whether it is set by a method. What only a create carries, and must, is an argument of `create` instead.
    pub(crate) fn has_setter(&self) -> bool {
        self.is_updatable() || (self.is_creatable() && !self.is_required())
    }

    /// Whether an answer may carry it.
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

    /// The module of `with = "…"`.
    pub(crate) fn with(&self) -> Option<&syn::Path> {
        let has_form = matches!(self.kind, Kind::Replaced | Kind::Navigation);
        self.attributes.with.value().filter(|_| has_form)
    }

    /// The name of the codec that is generated for `with`.
    pub(crate) fn codec(&self) -> Option<Ident> {
        self.with()
            .map(|_| format_ident!("__With_{}", self.ident.unraw(), span = Span::call_site()))
    }

    /// The setter. It keeps the span of the field, so that an editor goes from one to the other.
    pub(crate) fn setter(&self) -> Ident {
        self.setter.clone()
    }

    pub(crate) fn clear_setter(&self) -> Ident {
        let setter = self.setter();
        let name = setter.unraw().to_string();
        format_ident!(
            "clear_{}",
            name.trim_start_matches('_'),
            span = setter.span()
        )
    }

    /// `type_or_clear` for `type_` as well: two underscores in a row are not snake case.
    pub(crate) fn setter_typed(&self) -> Ident {
        let setter = self.setter();
        format_ident!("{}_typed", setter.unraw(), span = setter.span())
    }

    pub(crate) fn setter_or_clear(&self) -> Ident {
        let setter = self.setter();
        let name = setter.unraw().to_string();
        format_ident!(
            "{}_or_clear",
            name.trim_end_matches('_'),
            span = setter.span()
        )
    }

    /// Whether a literal of the type would not find its `Into`: `impl Into<u8>` does not take `5`.
    pub(crate) fn is_primitive(&self) -> bool {
        is_primitive(self.value_type)
    }
}

fn is_primitive(ty: &Type) -> bool {
    const PRIMITIVES: [&str; 14] = [
        "bool", "char", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64",
        "f32", "f64",
    ];
    matches!(ty, Type::Path(path) if PRIMITIVES.iter().any(|name| path.path.is_ident(name)))
}

/// Whether the type is one of those, often met in a struct, that are no struct of an entity or complex type. What the compiler says of
/// one where an object is asked for runs to pages.
pub(crate) fn is_no_object(ty: &Type) -> bool {
    const OTHERS: [&str; 10] = [
        "Box",
        "Cow",
        "DynamicProperties",
        "Flags",
        "HashMap",
        "OffsetDateTime",
        "Option",
        "String",
        "Uuid",
        "Vec",
    ];
    is_primitive(ty) || OTHERS.iter().any(|name| is_named(ty, name))
}

fn access(attributes: &FieldAttributes, kind: Kind) -> Access {
    let is_plain = kind == Kind::Replaced;
    let FieldAttributes {
        etag,
        key,
        read_only,
        create_only,
        write_only,
        required,
        navigation,
        bind,
        ..
    } = attributes;
    if etag.is_given() {
        Access::Etag
    } else if key.is_given() && (create_only.is_given() || required.is_given()) {
        Access::CreatableKey
    } else if key.is_given() {
        Access::Key
    } else if read_only.is_given()
        || kind == Kind::Invalid
        || (navigation.is_given() && !bind.is_given())
    {
        Access::ReadOnly
    } else if create_only.is_given() && is_plain {
        Access::CreateOnly
    } else if write_only.is_given() && is_plain {
        Access::WriteOnly
    } else {
        Access::Writable
    }
}

fn kind(attributes: &FieldAttributes, ty: &Type) -> Kind {
    if attributes.extra.is_given() {
        Kind::Extra
    } else if attributes.base.is_given() {
        Kind::Base
    } else if attributes.navigation.is_given() && attributes.bind.is_given() {
        let value = option_argument(ty).unwrap_or(ty);
        if is_named(value, "Vec") {
            Kind::BoundCollection
        } else {
            Kind::Bound
        }
    } else if attributes.navigation.is_given() {
        Kind::Navigation
    } else if attributes.merge.is_given() {
        Kind::Merged
    } else {
        Kind::Replaced
    }
}

/// Whether the last word of the path of the type is `name`.
pub(crate) fn is_named(ty: &Type, name: &str) -> bool {
    matches!(ty, Type::Path(path) if path.path.segments.last().is_some_and(|last| last.ident == name))
}

/// `T`, if the type is written `Option<T>`, alone or with the path of the standard library.
pub(super) fn option_argument(ty: &Type) -> Option<&Type> {
    let ty = match ty {
        // A type that came through a `macro_rules` is in an invisible group.
        Type::Group(group) => &group.elem,
        ty => ty,
    };
    let Type::Path(path) = ty else { return None };
    let segments = &path.path.segments;
    let is_standard = match segments.len() {
        1 => true,
        3 => {
            (segments[0].ident == "std" || segments[0].ident == "core")
                && segments[1].ident == "option"
        }
        _ => false,
    };
    let last = segments
        .last()
        .filter(|last| last.ident == "Option" && is_standard)?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    match arguments.args.first() {
        Some(GenericArgument::Type(argument)) if arguments.args.len() == 1 => Some(argument),
        _ => None,
    }
}
