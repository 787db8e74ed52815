use std::sync::Arc;

use serde_json::Value;

use crate::log::RecordedRequest;
use crate::route::Target;
use crate::server::Server;
use crate::service::Service;
use crate::store::Properties;
use crate::{EmulatorBuilder, EmulatorError, Fault, When, lock, place, seed};

/// A running emulator. It stops when it is dropped.
///
/// Paths in its methods are those of Microsoft Graph without the version, percent-encoded: `/users/adele/todo/lists`.
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
/// emulator.put(&path, json!({ "displayName": "Food" }))?; // what another client might do meanwhile
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
}

impl Emulator {
    /// What the emulator is to serve, and how.
    pub const fn builder() -> EmulatorBuilder {
        EmulatorBuilder::new()
    }

    pub(crate) fn start(service: Service) -> Result<Self, EmulatorError> {
        let service = Arc::new(service);
        let server = Server::start(Arc::clone(&service)).map_err(EmulatorError::not_started)?;
        Ok(Self {
            service,
            url: format!("http://{}", server.address),
            _server: server,
        })
    }

    /// The base URL, without a version: `http://127.0.0.1:49152`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Adds an item to the collection at `path`, and gives back its key: the one that the item has, or else a new GUID.
    ///
    /// As the service itself may write anything, no rule of a create applies: read-only properties are taken, and so are
    /// properties that the resource does not declare, which are answered like any other.
    ///
    /// # Errors
    ///
    /// If nothing is served at `path`, it is not the path of a collection, the item is not an object, or its key is taken.
    pub fn insert(&self, path: &str, item: Value) -> Result<String, EmulatorError> {
        let target = self.target(path)?;
        if target.key.is_some() {
            let message = format!("`{path}` is not a collection: use `put`");
            return Err(EmulatorError::new(message));
        }
        let info = target.resource.type_info();
        let new = seed::keyed(info, object(item)?)
            .map_err(|refusal| EmulatorError::new(refusal.message))?;
        let place = target.place.id();
        let mut store = lock(&self.service.store);
        if store.item(&place, &new.key).is_some() {
            let message = format!("`{path}` has an item with the key `{}` already", new.key);
            return Err(EmulatorError::new(message));
        }
        Ok(seed::insert(&mut store, &place, info, new).key.clone())
    }

    /// Puts an item or a singleton at `path` in the place of what is there, as another client, or the service, might do.
    ///
    /// # Errors
    ///
    /// If nothing is served at `path`, it is the path of a collection, the item is not an object, it has another key, or
    /// there is none with the alternate key of the path.
    pub fn put(&self, path: &str, item: Value) -> Result<(), EmulatorError> {
        let target = self.target(path)?;
        if target.key.is_none() {
            let message = format!("`{path}` is a collection: use `insert`");
            return Err(EmulatorError::new(message));
        }
        let mut store = lock(&self.service.store);
        let Some(key) = target.key_in(&store) else {
            let message = format!("there is no item at `{path}`: use `insert` on the collection");
            return Err(EmulatorError::new(message));
        };
        let info = target.resource.type_info();
        let item = seed::at_key(info, object(item)?, key)
            .map_err(|refusal| EmulatorError::new(refusal.message))?;
        seed::insert(&mut store, &target.place.id(), info, item);
        Ok(())
    }

    /// The item or singleton at `path` as it is stored: write-only properties, too, and no control information.
    pub fn get(&self, path: &str) -> Option<Value> {
        let target = self.target(path).ok()?;
        let mut store = lock(&self.service.store);
        seed::singleton(&mut store, &target);
        let item = store.item(&target.place.id(), target.key_in(&store)?)?;
        Some(Value::Object(item.properties.clone()))
    }

    /// Removes the item or singleton at `path`, and gives it back.
    pub fn remove(&self, path: &str) -> Option<Value> {
        let target = self.target(path).ok()?;
        let mut store = lock(&self.service.store);
        seed::singleton(&mut store, &target);
        let key = target.key_in(&store)?.to_owned();
        let item = store.remove(&target.place.id(), &key)?;
        Some(Value::Object(item.properties))
    }

    /// Lets something go wrong with the requests that `when` says.
    ///
    /// A request meets one fault: of those whose time has come the one that was injected first.
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
    /// // Two updates are throttled; then one is executed, and its answer is lost.
    /// emulator.inject(Fault::status(429).retry_after("0.050"), When::next(2).method("PATCH"))?;
    /// emulator.inject(Fault::hang_up().after_acting(), When::next(1).method("PATCH"))?;
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
    /// If no answer can be as `fault` says, or no request as `when` says.
    pub fn inject(&self, fault: Fault, when: When) -> Result<(), EmulatorError> {
        fault.check()?;
        when.check()?;
        self.service.script.add(fault, when);
        Ok(())
    }

    /// Lets nothing go wrong any more.
    pub fn clear_faults(&self) {
        self.service.script.clear();
    }

    /// The requests so far, in the order in which they arrived.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.service.log.all()
    }

    /// Forgets the requests so far.
    pub fn clear_requests(&self) {
        self.service.log.clear();
    }

    fn target(&self, path: &str) -> Result<Target, EmulatorError> {
        let segments = place::decode(path);
        let target = segments.and_then(|segments| self.service.routes.find(None, &segments));
        target.ok_or_else(|| EmulatorError::new(format!("nothing is served at `{path}`")))
    }
}

/// The emulator answers with entity tags and context URLs of its own.
fn object(item: Value) -> Result<Properties, EmulatorError> {
    let Value::Object(mut properties) = item else {
        return Err(EmulatorError::new("an item is a JSON object"));
    };
    properties.retain(|name, _| !matches!(name.as_str(), "@odata.etag" | "@odata.context"));
    Ok(properties)
}
