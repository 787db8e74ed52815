#[cfg(feature = "schemars")]
use super::documentation::EnumDocumentation;

/// The description of an enumeration type: its qualified name and its members.
///
/// ```
/// use graph_resource::{GraphEnum, graph_enum};
///
/// #[graph_enum]
/// pub enum Importance {
///     Low,
///     High,
///     #[graph(unknown)]
///     Unknown(String),
/// }
///
/// assert_eq!(Importance::INFO.name(), "microsoft.graph.importance");
/// assert_eq!(Importance::INFO.members(), ["low", "high"]);
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct EnumInfo {
    name: &'static str,
    members: &'static [&'static str],
    #[cfg(feature = "schemars")]
    documentation: EnumDocumentation,
}

impl EnumInfo {
    /// Creates a description. Called by generated code.
    #[doc(hidden)]
    pub const fn new(name: &'static str, members: &'static [&'static str]) -> Self {
        Self {
            name,
            members,
            #[cfg(feature = "schemars")]
            documentation: EnumDocumentation::NONE,
        }
    }

    /// Called by generated code.
    #[cfg(feature = "schemars")]
    #[doc(hidden)]
    #[must_use]
    pub const fn documented(mut self, documentation: EnumDocumentation) -> Self {
        self.documentation = documentation;
        self
    }

    #[cfg(feature = "schemars")]
    pub(crate) const fn documentation(&self) -> &EnumDocumentation {
        &self.documentation
    }

    /// Returns the qualified name of the type, such as `microsoft.graph.importance`.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// Returns the wire names of the declared members, in order.
    pub const fn members(&self) -> &'static [&'static str] {
        self.members
    }
}
