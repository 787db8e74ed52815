use crate::flow::place::{Place, stored_place};

/// A state of a collection, from which its changes are read later: see [`Changes::token`](super::Changes::token).
///
/// It is opaque, and a text to serde and to `Display` and `FromStr`. It belongs to the type of the items: changes of another type cannot be
/// read with it. A service keeps it valid for seven days at least ("Use delta query to track changes in Microsoft Graph data").
///
/// ```
/// use graph_resource::DeltaToken;
///
/// let stored = r#""microsoft.graph.user https://graph.microsoft.com/v1.0/users/delta?$deltatoken=x""#;
/// let token: DeltaToken = serde_json::from_str(stored)?;
/// assert_eq!(serde_json::to_string(&token)?, stored);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct DeltaToken(pub(super) Place);

stored_place!(DeltaToken);
