use graph_resource::TypeInfo;

use crate::clock::Clock;

/// The answer to an update that states no preference (`Prefer: return=…`).
///
/// See [`EmulatorBuilder::update_answers`](crate::EmulatorBuilder::update_answers).
///
/// ```
/// use graph_resource::{Client, Updated, graph_resource};
/// use graph_resource_emulator::{Emulator, UpdateAnswer};
///
/// #[graph_resource(path = "/users/{user_id}/mailboxSettings")]
/// pub struct MailboxSettings {
///     pub time_zone: Option<String>,
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let emulator = Emulator::builder()
///     .serve::<MailboxSettings>()
///     .update_answers(UpdateAnswer::NoContent)
///     .start()?;
/// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
/// let updated = MailboxSettings::update("adele").time_zone("UTC").send(&client).await?;
/// assert!(matches!(updated, Updated::NoContent));
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum UpdateAnswer {
    /// `200` with the updated resource.
    #[default]
    Representation,
    /// `204`, as the directory services answer.
    NoContent,
}

/// The behavior of an emulator, apart from the resources that it serves.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) update_answer: UpdateAnswer,
    pub(crate) page_size: usize,
    pub(crate) body_limit: usize,
    pub(crate) clock: Clock,
    pub(crate) if_match: RequiredIfMatch,
}

/// The resources whose updates and deletes must have `If-Match`.
#[derive(Debug, Default)]
pub(crate) struct RequiredIfMatch {
    pub(crate) by_all: bool,
    /// The names of the types.
    pub(crate) by: Vec<&'static str>,
}

impl RequiredIfMatch {
    /// Returns whether it is required for resources of this type, or of a type that extends a listed one.
    pub(crate) fn is_required_by(&self, info: &TypeInfo) -> bool {
        let mut types = std::iter::successors(Some(info), |info| info.base());
        self.by_all || types.any(|info| self.by.contains(&info.name()))
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            update_answer: UpdateAnswer::default(),
            page_size: 100,
            body_limit: 4 << 20,
            clock: Clock::default(),
            if_match: RequiredIfMatch::default(),
        }
    }
}
