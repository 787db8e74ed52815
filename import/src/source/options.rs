/// What of the metadata is written, and how much.
///
/// ```
/// use graph_resource_import::Options;
///
/// let options = Options {
///     only: vec!["id".into(), "displayName".into()],
///     ..Options::default()
/// };
/// assert_eq!(options.depth, None);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The properties of the named types, or none for all. Navigation properties are written only if they are named.
    pub only: Vec<String>,
    /// How many types deep complex types are written. What is deeper is a `serde_json::Value`. Without it, everything is written.
    pub depth: Option<usize>,
    /// The paths of the named types: `/users/{user_id}/messages`, `/me/messages`. Each is one of the type to which it leads; of several paths of one
    /// type, the first is its own, and the others are further addresses (`also`).
    pub paths: Vec<String>,
}
