use graph_resource::{Property, TypeInfo};

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
    pub(crate) defaults: DefaultProperties,
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

/// The properties that are answered without `$select`.
#[derive(Debug, Default)]
pub(crate) struct DefaultProperties {
    /// The names of types, each with the names of its default properties.
    pub(crate) by_type: Vec<(&'static str, Vec<String>)>,
}

impl DefaultProperties {
    /// Returns whether objects of a type have the property in an answer without `$select`. The sets of the builder take precedence over the
    /// declarations of the structs.
    pub(crate) fn contain(&self, info: &TypeInfo, property: Property) -> bool {
        let mut types = std::iter::successors(Some(info), |info| info.base());
        let set = types.find_map(|info| {
            let mut sets = self.by_type.iter().rev();
            sets.find(|(name, _)| *name == info.name())
        });
        match set {
            Some((_, names)) => {
                property.is_key() || names.iter().any(|each| each == property.name())
            }
            None => !property.is_on_select(),
        }
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
            defaults: DefaultProperties::default(),
        }
    }
}
