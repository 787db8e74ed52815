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
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            update_answer: UpdateAnswer::default(),
            page_size: 100,
            body_limit: 4 << 20,
            clock: Clock::default(),
        }
    }
}
