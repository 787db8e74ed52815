use graph_resource::{Cloud, Endpoint, Resource, ResourceInfo};
use http::Method;

use crate::calls::{CallAnswer, Calls, ReceivedCall};
use crate::clock::Clock;
use crate::emulator::Emulator;
use crate::error::EmulatorError;
use crate::graph::extensions::Extensions;
use crate::graph::service::Service;
use crate::limit::{RateLimit, RateLimits};
use crate::odata::routes::{Conflict, Routes};
use crate::settings::{Settings, UpdateAnswer};
use crate::storage::{FinishedUpload, Storage};

/// A builder of an [`Emulator`], with the resources that it serves and its settings.
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
#[derive(Debug, Default)]
#[must_use = "an emulator serves nothing until it is started"]
pub struct EmulatorBuilder {
    resources: Vec<&'static ResourceInfo>,
    aliases: Vec<(String, String)>,
    extension_app: Option<String>,
    limits: RateLimits,
    calls: Calls,
    storage: Storage,
    port: u16,
    settings: Settings,
}

impl Emulator {
    /// Returns a builder of an emulator.
    pub fn builder() -> EmulatorBuilder {
        EmulatorBuilder::default()
    }
}

impl EmulatorBuilder {
    /// Serves a resource at its version, or at both versions if it declares none.
    ///
    /// A path can have several resources if they are of different types, as most collections of base or abstract types do. An item is of the
    /// type that `@odata.type` named when it was created, and has the properties, rules and operations of that resource. It answers its type,
    /// unless that is the base of all others, and an update cannot name another one.
    ///
    /// ```
    /// use graph_resource::{Client, graph_resource};
    /// use graph_resource_emulator::Emulator;
    ///
    /// #[graph_resource(path = "/identity/conditionalAccess/namedLocations")]
    /// pub struct IpNamedLocation {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub is_trusted: Option<bool>,
    /// }
    ///
    /// #[graph_resource(path = "/identity/conditionalAccess/namedLocations")]
    /// pub struct CountryNamedLocation {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub countries_and_regions: Vec<String>,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::builder()
    ///     .serve::<IpNamedLocation>()
    ///     .serve::<CountryNamedLocation>()
    ///     .start()?;
    /// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    /// let created = IpNamedLocation::create().is_trusted(true).send(&client).await?;
    ///
    /// let id = created.representation().unwrap().id;
    /// let stored = emulator.get(&format!("/identity/conditionalAccess/namedLocations/{id}")).unwrap();
    /// assert_eq!(stored["@odata.type"], "#microsoft.graph.ipNamedLocation");
    /// # Ok(())
    /// # }
    /// ```
    pub fn serve<R: Resource>(self) -> Self {
        self.serve_info(R::INFO)
    }

    /// Serves the resource that `resource` describes, for code that does not know its type.
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

    /// Lets paths that begin with `from` mean those that begin with `to`, as `/me` means the user who is signed in.
    ///
    /// Without an alias, each address of a resource has items of its own.
    ///
    /// ```
    /// use graph_resource::{Client, graph_resource};
    /// use graph_resource_emulator::Emulator;
    ///
    /// #[graph_resource(path = "/users/{user_id}/messages", also(me = "/me/messages"))]
    /// #[derive(Debug)]
    /// pub struct Message {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub subject: Option<String>,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::builder()
    ///     .serve::<Message>()
    ///     .alias("/me", "/users/ada")
    ///     .start()?;
    /// emulator.insert("/users/ada/messages", serde_json::json!({ "subject": "Hello" }))?;
    /// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    ///
    /// let page = Message::me().list().send(&client).await?;
    /// assert_eq!(page.value[0].subject.as_deref(), Some("Hello"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn alias(mut self, from: impl Into<String>, to: impl Into<String>) -> Self {
        self.aliases.push((from.into(), to.into()));
        self
    }

    /// Sets the answer to updates that state no preference. By default, it is the updated resource.
    pub fn update_answers(mut self, answer: UpdateAnswer) -> Self {
        self.settings.update_answer = answer;
        self
    }

    /// Requires `If-Match` in updates and deletes of a resource, and of those that extend it, as Planner does.
    ///
    /// A write without the header is answered with `400`, and so is `If-Match: *`.
    ///
    /// ```
    /// use graph_resource::{Client, graph_resource};
    /// use graph_resource_emulator::Emulator;
    /// use serde_json::json;
    ///
    /// #[graph_resource(path = "/planner/tasks")]
    /// #[derive(Debug)]
    /// pub struct PlannerTask {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     #[graph(etag)]
    ///     pub etag: Option<String>,
    ///     pub title: Option<String>,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::builder()
    ///     .serve::<PlannerTask>()
    ///     .require_if_match::<PlannerTask>()
    ///     .start()?;
    /// let id = emulator.insert("/planner/tasks", json!({ "title": "Plan" }))?;
    /// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    ///
    /// let error = PlannerTask::update(&id).title("Do").send(&client).await.unwrap_err();
    /// assert_eq!(error.message(), "The If-Match header must be specified for this kind of request.");
    ///
    /// let etag = PlannerTask::get(&id).send(&client).await?.etag.unwrap_or_default();
    /// PlannerTask::update(&id).title("Do").with_if_match(etag).send(&client).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn require_if_match<R: Resource>(mut self) -> Self {
        self.settings.if_match.by.push(R::INFO.type_info().name());
        self
    }

    /// Requires `If-Match` in the updates and deletes of all resources: see [`require_if_match`](Self::require_if_match).
    pub fn require_if_match_everywhere(mut self) -> Self {
        self.settings.if_match.by_all = true;
        self
    }

    /// Sets the properties of `R` that are answered without `$select`, as the page of the resource type in the documentation of Microsoft Graph lists
    /// them. They take precedence over `#[graph(on_select)]` on the fields. The key is always answered.
    ///
    /// The sets of Microsoft Graph are small: `GET /users` answers eleven properties of a user. With the same set, a program finds out in a
    /// test what it has to select.
    ///
    /// ```
    /// use graph_resource::{Client, graph_resource};
    /// use graph_resource_emulator::Emulator;
    ///
    /// #[graph_resource(path = "/users")]
    /// #[derive(Debug)]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub display_name: Option<String>,
    ///     pub account_enabled: bool,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::builder()
    ///     .serve::<User>()
    ///     .default_properties::<User>(["displayName"])
    ///     .start()?;
    /// emulator.insert("/users", serde_json::json!({ "id": "1", "accountEnabled": true }))?;
    /// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    ///
    /// assert!(User::get("1").send(&client).await?.account_enabled);
    /// let error = User::get("1").without_select().send(&client).await.unwrap_err();
    /// assert!(std::error::Error::source(&error).unwrap().to_string().contains("accountEnabled"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn default_properties<R: Resource>(
        mut self,
        names: impl IntoIterator<Item = impl Into<String>>,
    ) -> Self {
        let names = names.into_iter().map(Into::into).collect();
        let set = (R::INFO.type_info().name(), names);
        self.settings.defaults.by_type.push(set);
        self
    }

    /// Sets the application whose directory extensions the service knows: properties with `#[graph(extension)]`, whose names in requests and
    /// answers contain its id. Without it, or with the id of another application, such a property does not exist.
    ///
    /// ```
    /// use graph_resource::{Client, graph_resource};
    /// use graph_resource_emulator::Emulator;
    ///
    /// #[graph_resource(path = "/users", emit_type = "never")]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     #[graph(extension)]
    ///     pub uid_number: Option<i32>,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// const APP: &str = "25883231-668a-43a7-80b2-5685c3f874bc";
    /// let emulator = Emulator::builder().serve::<User>().extension_app(APP).start()?;
    /// emulator.insert("/users", serde_json::json!({ "id": "ada" }))?;
    /// let client = Client::builder().base_url(emulator.url()).token("any").extension_app(APP).build()?;
    ///
    /// User::update("ada").uid_number(1001).send(&client).await?;
    /// assert_eq!(emulator.requests()[0].body(), r#"{"extension_25883231668a43a780b25685c3f874bc_uidNumber":1001}"#);
    /// assert_eq!(User::get("ada").send(&client).await?.uid_number, Some(1001));
    /// # Ok(())
    /// # }
    /// ```
    pub fn extension_app(mut self, app_id: impl Into<String>) -> Self {
        self.extension_app = Some(app_id.into());
        self
    }

    /// Limits the requests in a time: see [`RateLimit`].
    pub fn rate_limit(mut self, limit: RateLimit) -> Self {
        self.limits.add(limit);
        self
    }

    /// Answers the calls of an action (`POST`) or a function (`GET`) by a closure.
    ///
    /// The path is that of the call, after the version: parameters in braces begin segments, and the arguments of a function are not in
    /// it. It takes precedence over the resources; of two for one path, the first one counts.
    ///
    /// ```
    /// use graph_resource::{Client, graph_function};
    /// use graph_resource_emulator::{CallAnswer, Emulator};
    /// use http::Method;
    /// use serde_json::json;
    ///
    /// #[graph_function(path = "/drives/{drive_id}/root/search", returns = Vec<String>)]
    /// pub struct Search {
    ///     pub q: String,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::builder()
    ///     .answer(Method::GET, "/drives/{drive_id}/root/search", |call| {
    ///         let found = format!("{} in {}", call.argument("q").unwrap(), call.in_path("drive_id").unwrap());
    ///         CallAnswer::json(json!({ "value": [found] }))
    ///     })
    ///     .start()?;
    /// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    /// assert_eq!(Search::call("b!1", "Ada's plan").send(&client).await?, ["Ada's plan in b!1"]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn answer<F>(mut self, method: Method, path: impl AsRef<str>, answer: F) -> Self
    where
        F: Fn(&ReceivedCall<'_>) -> CallAnswer + Send + Sync + 'static,
    {
        self.calls.add(method, path.as_ref(), Box::new(answer));
        self
    }

    /// Answers calls at the [second port](Emulator::url_elsewhere), which stands for another host, by a closure. The path has no version.
    ///
    /// It can be the monitor of an operation, such as that of a copy in a drive. A request with a token is answered with `401`, and not passed on.
    ///
    /// ```
    /// use graph_resource_emulator::{CallAnswer, Emulator};
    /// use serde_json::json;
    ///
    /// let emulator = Emulator::builder()
    ///     .answer_elsewhere(http::Method::GET, "/monitor/{id}", |_| {
    ///         CallAnswer::json(json!({ "status": "completed", "resourceId": "01X" }))
    ///     })
    ///     .start()?;
    /// assert_ne!(emulator.url_elsewhere(), emulator.url());
    /// # Ok::<(), graph_resource_emulator::EmulatorError>(())
    /// ```
    pub fn answer_elsewhere<F>(mut self, method: Method, path: impl AsRef<str>, answer: F) -> Self
    where
        F: Fn(&ReceivedCall<'_>) -> CallAnswer + Send + Sync + 'static,
    {
        self.storage
            .add_call(method, path.as_ref(), Box::new(answer));
        self
    }

    /// Serves contents, such as photos and files, at the paths of this form: `GET`, with ranges and entity tags, and `PUT`.
    ///
    /// ```
    /// use graph_resource::{Client, graph_resource};
    /// use graph_resource_emulator::Emulator;
    ///
    /// #[graph_resource(path = "/users/{user_id}/photo", media(content = "$value"))]
    /// pub struct ProfilePhoto {
    ///     pub width: Option<i32>,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::builder().serve_content("/users/{user_id}/photo/$value").start()?;
    /// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    ///
    /// ProfilePhoto::content("ada").set("image/jpeg", vec![0xff, 0xd8]).send(&client).await?;
    /// assert_eq!(emulator.content("/users/ada/photo/$value").unwrap().as_ref(), [0xff, 0xd8]);
    /// # Ok(())
    /// # }
    /// ```
    pub fn serve_content(mut self, path: impl AsRef<str>) -> Self {
        self.storage.contents.serve(path.as_ref());
        self
    }

    /// Lets a `GET` of a content be answered with `302` and a signed URL at the [second port](Emulator::url_elsewhere), as Microsoft Graph does for files.
    pub fn contents_elsewhere(mut self) -> Self {
        self.storage.is_elsewhere = true;
        self
    }

    /// Serves upload sessions, which a `POST` to a path of this form begins. The closure answers the last fragment of a file.
    ///
    /// The URL of a session is at the [second port](Emulator::url_elsewhere). Fragments come in order, and but for the last one are
    /// multiples of 320 KiB.
    ///
    /// ```
    /// use graph_resource_emulator::{CallAnswer, Emulator};
    /// use serde_json::json;
    ///
    /// let emulator = Emulator::builder()
    ///     .serve_uploads("/drives/{drive_id}/items/{item_id}/createUploadSession", |upload| {
    ///         CallAnswer::json(json!({ "id": upload.in_path("item_id"), "size": upload.content().len() }))
    ///     })
    ///     .start()?;
    /// assert_eq!(emulator.open_uploads(), 0);
    /// # Ok::<(), graph_resource_emulator::EmulatorError>(())
    /// ```
    pub fn serve_uploads<F>(mut self, path: impl AsRef<str>, finish: F) -> Self
    where
        F: Fn(&FinishedUpload) -> CallAnswer + Send + Sync + 'static,
    {
        self.storage.uploads.serve(path.as_ref(), Box::new(finish));
        self
    }

    /// Sets the largest number of items on a page. By default, it is 100. Zero counts as one.
    pub fn page_size(mut self, items: usize) -> Self {
        self.settings.page_size = items.max(1);
        self
    }

    /// Sets the largest number of bytes in the body of a request. By default, it is 4 MiB.
    pub fn body_limit(mut self, bytes: usize) -> Self {
        self.settings.body_limit = bytes;
        self
    }

    /// Sets the clock. By default, it is that of the [system](Clock::system).
    pub fn clock(mut self, clock: Clock) -> Self {
        self.settings.clock = clock;
        self
    }

    /// Sets the port of the loopback interface, for programs that cannot ask for the [`url`](Emulator::url). By default, it is a free one.
    pub const fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// Starts the emulator on a port of the loopback interface.
    ///
    /// # Errors
    ///
    /// Returns an error if two resources of one type have the same path, an alias is no path, the id of an application is no GUID, or the
    /// system provides no port or no thread.
    pub fn start(self) -> Result<Emulator, EmulatorError> {
        let port = self.port;
        Emulator::start(self.into_service()?, port)
    }

    fn into_service(self) -> Result<Service, EmulatorError> {
        let mut routes = Routes::default();
        for resource in &self.resources {
            routes.add(resource).map_err(|Conflict(path)| {
                EmulatorError::new(format!("two resources of one type are served at `{path}`"))
            })?;
        }
        for (from, to) in &self.aliases {
            if !routes.alias(from, to) {
                let message =
                    format!("`{from}` and `{to}` must be paths below the version, such as `/me`");
                return Err(EmulatorError::new(message));
            }
        }
        let graph = self
            .extension_app
            .map(|app| Endpoint::new(Cloud::Global).with_extension_app(&app))
            .transpose()
            .map_err(|error| EmulatorError::new(error.message()))?;
        let extensions =
            graph.and_then(|graph| Extensions::new(&graph, self.resources.iter().copied()));
        Ok(Service::new(
            routes,
            self.settings,
            extensions,
            self.limits,
            self.calls,
            self.storage,
        ))
    }
}
