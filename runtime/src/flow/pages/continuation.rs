use crate::flow::place::{Place, stored_place};

/// A place in the pages of a collection, which can be stored and resumed in another process: see
/// [`Pager::continuation`](super::Pager::continuation).
///
/// It is opaque, and a text to serde and to `Display` and `FromStr`. It contains the link that the service has given, which can contain what
/// was filtered by, but no token.
///
/// ```
/// use graph_resource::Continuation;
///
/// let stored = r#""microsoft.graph.user https://graph.microsoft.com/v1.0/users?$skiptoken=x""#;
/// let place: Continuation = serde_json::from_str(stored)?;
/// assert_eq!(serde_json::to_string(&place)?, stored);
/// assert!("anything".parse::<Continuation>().is_err());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Continuation(pub(super) Place);

stored_place!(Continuation);
