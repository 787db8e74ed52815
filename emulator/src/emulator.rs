use std::sync::Arc;

use bytes::Bytes;
use graph_resource::TypeInfo;
use serde_json::Value;

use crate::advice;
use crate::advice::hint::Advice;
use crate::error::EmulatorError;
use crate::fault::definition::Fault;
use crate::fault::when::When;
use crate::graph::error::GraphError;
use crate::graph::new_item::{NewItem, ensure_singleton};
use crate::graph::reference::referenced_item;
use crate::graph::service::Service;
use crate::http::server::{Server, Shared};
use crate::in_process::EmulatorTransport;
use crate::links::ItemId;
use crate::log::RecordedRequest;
use crate::odata::address::{Navigation, Relation};
use crate::odata::entity_types::type_name;
use crate::odata::names;
use crate::odata::path;
use crate::odata::target::Target;
use crate::store::{Properties, Store};
use crate::sync::lock;

/// The largest body that the second port passes on: more than the largest fragment of an upload.
const ELSEWHERE_BODY_LIMIT: usize = 64 << 20;

/// A running emulator, which stops when it is dropped.
///
/// Its methods read and write the stored resources, bypassing the rules for requests. They take paths of Microsoft Graph without the
/// version, percent-encoded: `/users/adele/todo/lists`.
///
/// ```
/// use graph_resource::graph_resource;
/// use graph_resource_emulator::Emulator;
/// use serde_json::json;
///
/// #[graph_resource(path = "/users/{user_id}/todo/lists")]
/// pub struct TodoTaskList {
///     #[graph(key)]
///     pub id: String,
///     pub display_name: String,
/// }
///
/// let emulator = Emulator::builder().serve::<TodoTaskList>().start()?;
/// let id = emulator.insert("/users/adele/todo/lists", json!({ "displayName": "Groceries" }))?;
/// let path = format!("/users/adele/todo/lists/{id}");
///
/// emulator.put(&path, json!({ "displayName": "Food" }))?;
/// assert_eq!(emulator.get(&path), Some(json!({ "id": id, "displayName": "Food" })));
/// assert!(emulator.remove(&path).is_some());
/// assert_eq!(emulator.get(&path), None);
/// # Ok::<(), graph_resource_emulator::EmulatorError>(())
/// ```
#[derive(Debug)]
pub struct Emulator {
    service: Arc<Service>,
    url: String,
    _server: Server,
    _elsewhere: Server,
}

impl Emulator {
    pub(crate) fn start(service: Service, port: u16) -> Result<Self, EmulatorError> {
        let service = Arc::new(service);
        let handler = Arc::clone(&service);
        let shared = Shared {
            handler: Box::new(move |request| handler.handle(request)),
            clock: service.settings.clock.clone(),
            body_limit: service.settings.body_limit,
        };
        let server = Server::start(shared, port).map_err(EmulatorError::not_started)?;
        let handler = Arc::clone(&service);
        let shared = Shared {
            handler: Box::new(move |request| handler.handle_elsewhere(request)),
            clock: service.settings.clock.clone(),
            body_limit: ELSEWHERE_BODY_LIMIT,
        };
        let elsewhere = Server::start(shared, 0).map_err(EmulatorError::not_started)?;
        let elsewhere_url = format!("http://{}", elsewhere.address);
        service.storage.set_url(elsewhere_url);
        Ok(Self {
            service,
            url: format!("http://{}", server.address),
            _server: server,
            _elsewhere: elsewhere,
        })
    }

    /// Returns the base URL without a version: `http://127.0.0.1:49152`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the URL of the second port, which stands for the other hosts to which Microsoft Graph leads: those of contents, uploads and
    /// monitors. A request with a token is refused there. See [`EmulatorBuilder::answer_elsewhere`](crate::EmulatorBuilder::answer_elsewhere).
    pub fn url_elsewhere(&self) -> &str {
        self.service.storage.url()
    }

    /// Stores the content at a path: see [`EmulatorBuilder::serve_content`](crate::EmulatorBuilder::serve_content).
    ///
    /// # Errors
    ///
    /// Returns an error if no content is served at `path`.
    pub fn put_content(
        &self,
        path: &str,
        content_type: &str,
        content: impl Into<Bytes>,
    ) -> Result<(), EmulatorError> {
        let contents = &self.service.storage.contents;
        let Some(key) = contents.key_of(path) else {
            let message = format!("no content is served at `{path}`: use `serve_content`");
            return Err(EmulatorError::new(message));
        };
        contents.put(key, content_type, content.into());
        Ok(())
    }

    /// Returns the content at a path, if there is some.
    pub fn content(&self, path: &str) -> Option<Bytes> {
        self.service.storage.contents.get(path)
    }

    /// Lets the next fragments of uploads be lost: they are acknowledged, and the session expects them again.
    pub fn lose_fragments(&self, count: usize) {
        self.service.storage.uploads.lose(count);
    }

    /// Returns the number of upload sessions that were begun, and neither finished nor cancelled.
    pub fn open_uploads(&self) -> usize {
        self.service.storage.uploads.open_count()
    }

    /// Ends all upload sessions, as the service does after some days without a fragment.
    pub fn expire_uploads(&self) {
        self.service.storage.uploads.expire();
    }

    /// Returns a transport that asks this emulator without a socket.
    ///
    /// A test whose clock stands still, such as that of `tokio::time::pause`, needs it: Tokio lets time pass while it waits for a socket. Of a
    /// response that a fault cuts off, nothing arrives.
    ///
    /// ```
    /// use graph_resource::{Client, graph_resource};
    /// use graph_resource_emulator::Emulator;
    ///
    /// #[graph_resource(path = "/users/{user_id}/mailboxSettings")]
    /// pub struct MailboxSettings {
    ///     pub time_zone: Option<String>,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::builder().serve::<MailboxSettings>().start()?;
    /// let client = Client::builder()
    ///     .base_url(emulator.url())
    ///     .transport(emulator.transport())
    ///     .token("any")
    ///     .build()?;
    /// MailboxSettings::update("adele").time_zone("UTC").send(&client).await?;
    /// # Ok(())
    /// # }
    /// ```
    pub fn transport(&self) -> EmulatorTransport {
        EmulatorTransport(Arc::clone(&self.service))
    }

    /// Adds an item to the collection at `path`, and returns its key: the one that the item has, or else a new one.
    ///
    /// The rules of a create do not apply: the item may have read-only properties, and properties that the resource does not declare.
    /// Responses contain both.
    ///
    /// # Errors
    ///
    /// Returns an error if `path` is not that of a served collection, `item` is not an object, or its key is not valid or exists already.
    pub fn insert(&self, path: &str, item: Value) -> Result<String, EmulatorError> {
        let mut store = lock(&self.service.store);
        let target = self.target(path, &store)?;
        if target.key.is_some() {
            let message = format!("`{path}` is not a collection: use `put`");
            return Err(EmulatorError::new(message));
        }
        let properties = self.properties(item)?;
        let info = type_info(&target, &properties)?;
        let item = NewItem::new(info, properties).map_err(rejected)?;
        let collection = target.path.id();
        if store.item(&collection, &item.key).is_some() {
            let message = format!("`{path}` already has an item with the key `{}`", item.key);
            return Err(EmulatorError::new(message));
        }
        let now = self.service.settings.clock.now();
        let item = item.store(&mut store, &collection, info, now);
        Ok(item.key.clone())
    }

    /// Stores an item or a singleton at `path`, and replaces the existing one, as another client or the service might do.
    ///
    /// # Errors
    ///
    /// Returns an error if `path` is not that of a served item or singleton, `item` is not an object, it has another key, or no item has
    /// the alternate key of the path.
    pub fn put(&self, path: &str, item: Value) -> Result<(), EmulatorError> {
        let mut store = lock(&self.service.store);
        let target = self.target(path, &store)?;
        if target.key.is_none() {
            let message = format!("`{path}` is a collection: use `insert`");
            return Err(EmulatorError::new(message));
        }
        let Some(key) = target.stored_key(&store) else {
            let message = format!("there is no item at `{path}`: use `insert` on the collection");
            return Err(EmulatorError::new(message));
        };
        let properties = self.properties(item)?;
        let info = type_info(&target, &properties)?;
        let item = NewItem::with_key(info, properties, key).map_err(rejected)?;
        let now = self.service.settings.clock.now();
        item.store(&mut store, &target.path.id(), info, now);
        Ok(())
    }

    /// Returns the item or singleton at `path` as it is stored: with write-only properties, and without control information.
    pub fn get(&self, path: &str) -> Option<Value> {
        let mut store = lock(&self.service.store);
        let target = self.target(path, &store).ok()?;
        ensure_singleton(&mut store, &target, self.service.settings.clock.now());
        let item = store.item(&target.path.id(), target.stored_key(&store)?)?;
        Some(self.shown(item.properties.clone()))
    }

    /// Removes the item or singleton at `path`, and returns it.
    pub fn remove(&self, path: &str) -> Option<Value> {
        let mut store = lock(&self.service.store);
        let target = self.target(path, &store).ok()?;
        ensure_singleton(&mut store, &target, self.service.settings.clock.now());
        let key = target.stored_key(&store)?.to_owned();
        let item = store.remove(&target.path.id(), &key)?;
        Some(self.shown(item.properties))
    }

    /// Links the item at `to` to a relationship of another item, as a `POST` or `PUT` to `$ref` does. A link that exists already remains.
    ///
    /// ```
    /// use graph_resource::graph_resource;
    /// use graph_resource_emulator::Emulator;
    /// use serde_json::json;
    ///
    /// #[graph_resource(path = "/users")]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    /// }
    ///
    /// #[graph_resource(path = "/groups")]
    /// pub struct Group {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     #[graph(navigation, bind)]
    ///     pub members: Vec<User>,
    /// }
    ///
    /// let emulator = Emulator::builder().serve::<User>().serve::<Group>().start()?;
    /// emulator.insert("/users", json!({ "id": "adele" }))?;
    /// emulator.insert("/groups", json!({ "id": "sales" }))?;
    ///
    /// emulator.link("/groups/sales/members", "/users/adele")?;
    /// assert_eq!(emulator.links("/groups/sales/members"), ["/users/adele"]);
    /// # Ok::<(), graph_resource_emulator::EmulatorError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if `path` is not that of a relationship that the resource of an existing item declares, or there is no item at `to`.
    pub fn link(&self, path: &str, to: &str) -> Result<(), EmulatorError> {
        let mut store = lock(&self.service.store);
        let relationship = self.relationship(path, &store);
        let (source, relation) = relationship.ok_or_else(|| {
            EmulatorError::new(format!("there is no item with a relationship at `{path}`"))
        })?;
        let name = relation.property.name();
        let target = referenced_item(to, name, &self.service.routes, &store).map_err(rejected)?;
        if !relation.is_collection() {
            store.links.clear(&source, name);
        }
        store.links.add(&source, name, target);
        Ok(())
    }

    /// Returns the paths of the items to which a relationship is linked, in the order in which they were linked: see
    /// [`link`](Self::link).
    pub fn links(&self, path: &str) -> Vec<String> {
        let store = lock(&self.service.store);
        let Some((source, relation)) = self.relationship(path, &store) else {
            return Vec::new();
        };
        let linked = store.links.iter(&source, relation.property.name(), 0);
        linked.map(|(_, id)| path::of_item(id)).collect()
    }

    /// Makes the tokens of delta queries expire that were given so far: a request with one is answered with `410`, and the client must read the
    /// whole collection again.
    ///
    /// ```
    /// use graph_resource::{Changed, Client, graph_resource};
    /// use graph_resource_emulator::Emulator;
    ///
    /// #[graph_resource(path = "/users")]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::builder().serve::<User>().start()?;
    /// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    /// let mut changes = User::list().delta().changes(&client);
    /// assert!(changes.next().await?.is_none());
    ///
    /// emulator.expire_delta_tokens();
    /// let token = changes.token().ok_or("no token")?;
    /// let mut changes = User::list().delta().since(token).changes(&client);
    /// assert!(matches!(changes.next().await?, Some(Changed::Resync)));
    /// # Ok(())
    /// # }
    /// ```
    pub fn expire_delta_tokens(&self) {
        lock(&self.service.store).forget_changes();
    }

    /// Makes the requests that `when` chooses encounter a fault.
    ///
    /// A request encounters at most one fault: the first injected one that chooses it.
    ///
    /// ```
    /// use graph_resource::{Client, graph_resource};
    /// use graph_resource_emulator::{Emulator, Fault, When};
    /// use serde_json::json;
    ///
    /// #[graph_resource(path = "/users/{user_id}/todo/lists")]
    /// pub struct TodoTaskList {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub display_name: String,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::builder().serve::<TodoTaskList>().start()?;
    /// let id = emulator.insert("/users/adele/todo/lists", json!({ "displayName": "Groceries" }))?;
    /// // The service throttles two updates, and then executes one whose response is lost.
    /// emulator.inject(Fault::status(429).retry_after("0.050"), When::next(2).method("PATCH"))?;
    /// emulator.inject(Fault::hang_up().after_execution(), When::next(1).method("PATCH"))?;
    ///
    /// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    /// TodoTaskList::update("adele", &id).display_name("Food").send(&client).await?;
    ///
    /// let requests = emulator.requests();
    /// let executed: Vec<_> = requests.iter().map(|request| request.was_executed()).collect();
    /// assert_eq!(executed, [false, false, true, true]);
    /// assert_eq!(requests[0].fault(), Some(&Fault::status(429).retry_after("0.050")));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if `fault` describes an impossible response, such as the status `1000`, or `when` an impossible condition, such as
    /// `every(0)`.
    pub fn inject(&self, fault: Fault, when: When) -> Result<(), EmulatorError> {
        fault.validate()?;
        when.validate()?;
        self.service.faults.add(fault, when);
        Ok(())
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.service.faults.clear();
    }

    /// Returns all requests so far, in the order in which they were answered.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.service.log.all()
    }

    /// Returns what the client could do better, judging from the requests in the log.
    ///
    /// These are hints and no errors: a client may have its reasons. A test can assert that there are none.
    ///
    /// ```
    /// use graph_resource::{Client, graph_resource};
    /// use graph_resource_emulator::{AdviceKind, Emulator};
    ///
    /// #[graph_resource(path = "/users/{user_id}/mailboxSettings")]
    /// pub struct MailboxSettings {
    ///     pub time_zone: Option<String>,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let emulator = Emulator::builder().serve::<MailboxSettings>().start()?;
    /// let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    /// MailboxSettings::get("adele").send(&client).await?;
    /// assert_eq!(emulator.advice(), []);
    ///
    /// MailboxSettings::get("adele").without_select().send(&client).await?;
    /// let advice = emulator.advice();
    /// assert_eq!(advice[0].kind(), AdviceKind::NoSelect);
    /// assert_eq!(
    ///     advice[0].to_string(),
    ///     "GET /v1.0/users/adele/mailboxSettings is without `$select`: name the properties that are needed",
    /// );
    /// # Ok(())
    /// # }
    /// ```
    pub fn advice(&self) -> Vec<Advice> {
        let Service {
            routes, settings, ..
        } = &*self.service;
        let requests = self.service.log.all();
        advice::advice(&requests, routes, settings, &lock(&self.service.store))
    }

    /// Removes all requests so far from the log.
    pub fn clear_requests(&self) {
        self.service.log.clear();
    }

    /// Returns the properties to store of an item, without the control information that the emulator itself provides.
    fn properties(&self, item: Value) -> Result<Properties, EmulatorError> {
        let item = match &self.service.extensions {
            Some(extensions) => extensions.stored(item),
            None => item,
        };
        let Value::Object(mut properties) = item else {
            return Err(EmulatorError::new("an item must be a JSON object"));
        };
        properties.retain(|name, _| !matches!(name.as_str(), names::ETAG | names::CONTEXT));
        Ok(properties)
    }

    /// Returns the stored properties as answers have them.
    fn shown(&self, properties: Properties) -> Value {
        let item = Value::Object(properties);
        match &self.service.extensions {
            Some(extensions) => extensions.shown(item),
            None => item,
        }
    }

    /// Returns the relationship at a path, and the item that has it.
    fn relationship(&self, path: &str, store: &Store) -> Option<(ItemId, Relation)> {
        let segments = path::decode(path)?;
        let found = Navigation::find(&self.service.routes, None, &segments, false, store);
        let Navigation { source, relation } = found.ok()??;
        let id = source.item_id(store)?;
        let exists = source.is_singleton() || store.item(&id.collection, &id.key).is_some();
        (exists && relation.key.is_none()).then_some((id, relation))
    }

    fn target(&self, path: &str, store: &Store) -> Result<Target, EmulatorError> {
        let segments = path::decode(path).unwrap_or_default();
        let target = self.service.routes.find(None, &segments, store);
        let target = target.map_err(|error| EmulatorError::new(error.to_string()))?;
        target.ok_or_else(|| EmulatorError::new(format!("nothing is served at `{path}`")))
    }
}

/// Returns the description of the type that an item names, or else of the base.
fn type_info(target: &Target, item: &Properties) -> Result<&'static TypeInfo, EmulatorError> {
    if target.types.declared().is_none() && type_name(item).is_none() {
        let message = format!(
            "an item must name its type in `@odata.type`: {}",
            target.types.name()
        );
        return Err(EmulatorError::new(message));
    }
    Ok(target.types.resource_of(item).type_info())
}

fn rejected(error: GraphError) -> EmulatorError {
    EmulatorError::new(error.message)
}
