use graph_resource::{Resource, ResourceInfo};

use crate::route::Routes;
use crate::service::Service;
use crate::{Emulator, EmulatorError};

/// What an update is answered with where the request does not say (`Prefer: return=…`).
///
/// See [`EmulatorBuilder::update_answers`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum UpdateAnswer {
    /// `200` with the updated resource.
    #[default]
    Representation,
    /// `204`, like the directory's services.
    NoContent,
}

/// How an emulator behaves.
#[derive(Debug)]
pub(crate) struct Settings {
    pub(crate) update_answer: UpdateAnswer,
    pub(crate) page_size: usize,
    pub(crate) body_limit: usize,
}

/// Makes an [`Emulator`].
///
/// ```
/// use graph_resource_emulator::{Emulator, UpdateAnswer};
///
/// let emulator = Emulator::builder()
///     .update_answers(UpdateAnswer::NoContent)
///     .page_size(2)
///     .start()?;
/// assert!(emulator.url().starts_with("http://127.0.0.1:"));
/// # Ok::<(), graph_resource_emulator::EmulatorError>(())
/// ```
#[derive(Debug)]
#[must_use = "nothing is served until the emulator is started"]
pub struct EmulatorBuilder {
    resources: Vec<&'static ResourceInfo>,
    settings: Settings,
}

impl EmulatorBuilder {
    pub(crate) const fn new() -> Self {
        Self {
            resources: Vec::new(),
            settings: Settings {
                update_answer: UpdateAnswer::Representation,
                page_size: 100,
                body_limit: 4 << 20,
            },
        }
    }

    /// Serves a resource, at its version, or at both where it names none.
    pub fn serve<R: Resource>(self) -> Self {
        self.serve_info(R::INFO)
    }

    /// Serves a resource of which only its description is known: for code that works with any.
    ///
    /// ```
    /// use graph_resource::{Resource, graph_resource};
    /// use graph_resource_emulator::Emulator;
    ///
    /// #[graph_resource(path = "/users/{user_id}/mailboxSettings")]
    /// pub struct MailboxSettings {
    ///     pub time_zone: Option<String>,
    /// }
    ///
    /// let resources = [MailboxSettings::INFO];
    /// let builder = resources.into_iter().fold(Emulator::builder(), |builder, info| builder.serve_info(info));
    /// assert!(builder.start()?.get("/users/adele/mailboxSettings").is_some());
    /// # Ok::<(), graph_resource_emulator::EmulatorError>(())
    /// ```
    pub fn serve_info(mut self, resource: &'static ResourceInfo) -> Self {
        self.resources.push(resource);
        self
    }

    /// What updates are answered with by default: the resource, unless this says otherwise.
    pub const fn update_answers(mut self, answer: UpdateAnswer) -> Self {
        self.settings.update_answer = answer;
        self
    }

    /// How many items a page has at most: 100, unless this says otherwise. Zero counts as one.
    pub fn page_size(mut self, items: usize) -> Self {
        self.settings.page_size = items.max(1);
        self
    }

    /// How many bytes the body of a request may have: 4 MiB, unless this says otherwise.
    pub const fn body_limit(mut self, bytes: usize) -> Self {
        self.settings.body_limit = bytes;
        self
    }

    /// Starts the emulator on a free port of the loopback interface.
    ///
    /// # Errors
    ///
    /// If two resources are served at one path, or the system gives no port or no thread.
    pub fn start(self) -> Result<Emulator, EmulatorError> {
        Emulator::start(self.into_service()?)
    }

    pub(crate) fn into_service(self) -> Result<Service, EmulatorError> {
        let mut routes = Routes::default();
        for resource in self.resources {
            routes.add(resource).map_err(|path| {
                EmulatorError::new(format!("two resources are served at `{path}`"))
            })?;
        }
        Ok(Service::new(routes, self.settings))
    }
}
