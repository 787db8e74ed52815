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
}

impl EnumInfo {
    /// Creates a description. Called by generated code.
    #[doc(hidden)]
    pub const fn new(name: &'static str, members: &'static [&'static str]) -> Self {
        Self { name, members }
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
