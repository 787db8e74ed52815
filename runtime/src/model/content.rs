use crate::edm::TypeInfo;

/// The properties of an object that are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Content {
    /// All of them: those of a patch, which has no others, and those of an object that is not part of a request.
    All,
    /// Those that a request may carry in another value.
    Writable,
    /// Those of a resource that replaces the stored one.
    Replacement {
        /// `true` if the key is one of them.
        with_key: bool,
    },
    /// Those of a new resource.
    New,
}

impl Content {
    /// Returns whether the property with this name is written.
    pub(super) fn includes(self, object_type: &TypeInfo, name: &str) -> bool {
        match self {
            Self::All => true,
            Self::Writable => !object_type.is_read_only(name),
            Self::Replacement { with_key } => match object_type.property(name) {
                Some(property) if property.is_key() => with_key,
                Some(property) => property.is_updatable() && !property.is_navigation(),
                None => !object_type.is_read_only(name),
            },
            Self::New => match object_type.property(name) {
                Some(property) => property.is_creatable() && !property.is_navigation(),
                None => !object_type.is_read_only(name),
            },
        }
    }

    /// Returns whether a property without a value is written as `null` if its field says so: what is replaced would keep its old value.
    pub(super) const fn writes_null(self) -> bool {
        matches!(self, Self::Writable | Self::Replacement { .. })
    }

    /// Returns whether the object is the whole resource that a request is about.
    pub(super) const fn is_resource(self) -> bool {
        matches!(self, Self::Replacement { .. } | Self::New)
    }
}
