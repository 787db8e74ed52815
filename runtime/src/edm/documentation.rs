//! The documentation in the source of a type, from which a JSON Schema is made.

/// The documentation of a structured type.
#[derive(Debug, Clone, Copy)]
pub struct Documentation {
    /// The name of the struct.
    pub name: &'static str,
    /// The documentation of the struct.
    pub text: &'static str,
    /// That of each property that the struct declares, in order.
    pub properties: &'static [&'static str],
    /// The names of the properties that an object must have to be read.
    pub required: &'static [&'static str],
}

impl Documentation {
    pub(super) const NONE: Self = Self {
        name: "",
        text: "",
        properties: &[],
        required: &[],
    };
}

/// The documentation of an enum.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EnumDocumentation {
    /// The documentation of the enum.
    pub text: &'static str,
    /// That of each member, in order.
    pub members: &'static [&'static str],
    /// Whether members can be combined.
    pub is_flags: bool,
}

impl EnumDocumentation {
    pub(super) const NONE: Self = Self {
        text: "",
        members: &[],
        is_flags: false,
    };
}
