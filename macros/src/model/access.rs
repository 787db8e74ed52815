use super::kind::Kind;
use crate::attr::FieldAttributes;

/// The requests that carry a property.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    /// None: it is `@odata.etag`, which arrives with an object and is sent in a header.
    Etag,
    /// None as a property: it is `@odata.type`, which arrives with an object, and names its type in what is sent.
    TypeName,
    /// None: it is the key, which the service assigns.
    Key,
    /// A create: it is the key, which the client assigns.
    CreatableKey,
    /// None.
    ReadOnly,
    /// A create.
    CreateOnly,
    /// Creates and updates. No answer carries it.
    WriteOnly,
    /// Creates and updates.
    Writable,
}

impl Access {
    /// Returns whether the field receives control information, and is not a property.
    pub(crate) const fn is_control_information(self) -> bool {
        matches!(self, Self::Etag | Self::TypeName)
    }
}

impl Access {
    pub(super) fn new(attributes: &FieldAttributes, kind: Kind) -> Self {
        let is_replaced = kind == Kind::Replaced;
        let FieldAttributes {
            etag,
            odata_type,
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
            Self::Etag
        } else if odata_type.is_given() {
            Self::TypeName
        } else if key.is_given() && (create_only.is_given() || required.is_given()) {
            Self::CreatableKey
        } else if key.is_given() {
            Self::Key
        } else if read_only.is_given()
            || kind == Kind::Invalid
            || (navigation.is_given() && !bind.is_given())
        {
            Self::ReadOnly
        } else if create_only.is_given() && is_replaced {
            Self::CreateOnly
        } else if write_only.is_given() && is_replaced {
            Self::WriteOnly
        } else {
            Self::Writable
        }
    }
}
