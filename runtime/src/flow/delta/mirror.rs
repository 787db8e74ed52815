use std::collections::{BTreeMap, BTreeSet};

use serde_core::de::{DeserializeOwned, Error as _};
use serde_core::ser::SerializeMap;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value};

use super::changed::{Changed, object, read};
use super::changes::Delta;
use super::token::DeltaToken;
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::resource::Resource;

/// A copy of a collection by key, which is brought up to date by its changes.
///
/// The items and the token are one value. Store it as a whole, for example as a JSON file that replaces the old one: after a crash at any time, it is
/// a state in which the collection once was or was about to be, and [`sync`](Self::sync) goes on from there.
///
/// ```
/// use graph_resource::{Client, Error, Mirror, graph_resource};
///
/// #[graph_resource(path = "/users")]
/// #[derive(Debug)]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub display_name: Option<String>,
/// }
///
/// /// Reads what has changed since the last time, and stores it.
/// async fn sync(client: &Client, stored: &str) -> Result<String, Box<dyn std::error::Error>> {
///     let mut users: Mirror<User> = serde_json::from_str(stored)?;
///     users.sync(|| User::list().delta(), client).await?;
///     Ok(serde_json::to_string(&users)?)
/// }
/// # use graph_resource_emulator::Emulator;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let emulator = Emulator::builder().serve::<User>().start()?;
/// # emulator.insert("/users", serde_json::json!({ "id": "1" }))?;
/// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
/// # let stored = sync(&client, &serde_json::to_string(&Mirror::<User>::new())?).await?;
/// # emulator.remove("/users/1");
/// # emulator.insert("/users", serde_json::json!({ "id": "2" }))?;
/// # let users: Mirror<User> = serde_json::from_str(&sync(&client, &stored).await?)?;
/// # assert_eq!(users.items().keys().collect::<Vec<_>>(), ["2"]);
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Mirror<R> {
    items: BTreeMap<String, R>,
    token: Option<DeltaToken>,
    /// The keys that have come since the service has forgotten the state. The others are removed at the end of the round.
    seen: Option<BTreeSet<String>>,
}

/// What the reading of one page has come to.
struct Step {
    has_more: bool,
    is_resynced: bool,
}

impl<R> Mirror<R> {
    /// Creates a copy that knows nothing yet.
    pub const fn new() -> Self {
        Self {
            items: BTreeMap::new(),
            token: None,
            seen: None,
        }
    }

    /// Returns the items by key.
    pub const fn items(&self) -> &BTreeMap<String, R> {
        &self.items
    }

    /// Returns the items by key.
    pub fn into_items(self) -> BTreeMap<String, R> {
        self.items
    }

    /// Returns the state of the service that the copy has.
    pub const fn token(&self) -> Option<&DeltaToken> {
        self.token.as_ref()
    }
}

impl<R> Default for Mirror<R> {
    fn default() -> Self {
        Self::new()
    }
}

impl<R: Resource + Serialize + DeserializeOwned> Mirror<R> {
    /// Reads all changes, up to the end of the round. `request` creates the request, such as `|| User::list().delta()`.
    ///
    /// # Errors
    ///
    /// Those of a request, and an [`ErrorKind::UnexpectedAnswer`](crate::ErrorKind::UnexpectedAnswer) if a change cannot be applied. What was
    /// read before stays, and the next call goes on from there.
    pub async fn sync(
        &mut self,
        mut request: impl FnMut() -> Delta<R>,
        client: &Client,
    ) -> Result<(), Error> {
        let mut is_resynced = false;
        loop {
            let step = self.step(&mut request, client).await?;
            if step.is_resynced && std::mem::replace(&mut is_resynced, true) {
                let message = "the service has forgotten the state again while all items were read";
                return Err(Error::new(ErrorKind::UnexpectedAnswer, message));
            }
            if !step.has_more {
                return Ok(());
            }
        }
    }

    /// Reads one page of changes. Returns whether there are more. A large collection can be stored after each page.
    ///
    /// # Errors
    ///
    /// Those of [`sync`](Self::sync).
    pub async fn sync_page(
        &mut self,
        request: impl FnMut() -> Delta<R>,
        client: &Client,
    ) -> Result<bool, Error> {
        Ok(self.step(request, client).await?.has_more)
    }

    async fn step(
        &mut self,
        mut request: impl FnMut() -> Delta<R>,
        client: &Client,
    ) -> Result<Step, Error> {
        let request = match &self.token {
            Some(token) => request().since(token),
            None => request(),
        };
        let mut changes = request.changes(client);
        let Some(mut page) = changes.next_page().await? else {
            return Ok(Step {
                has_more: false,
                is_resynced: false,
            });
        };
        let is_resynced = matches!(page.first(), Some(Changed::Resync));
        if is_resynced {
            self.seen = Some(BTreeSet::new());
            page = changes.next_page().await?.unwrap_or_default();
        }
        // Nothing is changed unless all of the page can be.
        let items = self.changed(&page)?;
        for (key, item) in items {
            if let Some(seen) = &mut self.seen {
                seen.insert(key.clone());
            }
            match item {
                Some(item) => self.items.insert(key, item),
                None => self.items.remove(&key),
            };
        }
        let has_more = changes.has_more();
        self.token = changes.token().cloned();
        if !has_more && let Some(seen) = self.seen.take() {
            self.items.retain(|key, _| seen.contains(key));
        }
        Ok(Step {
            has_more,
            is_resynced,
        })
    }

    /// Returns the items that a page changes, as they are after it. `None` is one that is gone.
    fn changed(&self, page: &[Changed<R>]) -> Result<BTreeMap<String, Option<R>>, Error> {
        let mut objects: BTreeMap<&str, Option<Map<String, Value>>> = BTreeMap::new();
        for change in page {
            match change {
                Changed::Item(item) => {
                    let key = item.key();
                    if !objects.contains_key(key) {
                        let known = self.items.get(key).map(object);
                        objects.insert(key, known.transpose()?);
                    }
                    let object = objects.entry(key).or_default();
                    item.merge_into(object.get_or_insert_default());
                }
                Changed::Removed { key, .. } => {
                    objects.insert(key, None);
                }
                Changed::Resync => {}
            }
        }
        let items = objects.into_iter().map(|(key, object)| {
            let item = object.map(|object| read(Value::Object(object)));
            let item = item.transpose()?;
            Ok((key.to_owned(), item))
        });
        items.collect()
    }
}

impl<R: Serialize> Serialize for Mirror<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("items", &self.items)?;
        map.serialize_entry("token", &self.token)?;
        map.serialize_entry("seen", &self.seen)?;
        map.end()
    }
}

impl<'de, R: DeserializeOwned> Deserialize<'de> for Mirror<R> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut stored = Map::deserialize(deserializer)?;
        let mut take = |name| stored.remove(name).unwrap_or_default();
        let (items, token, seen) = (take("items"), take("token"), take("seen"));
        Ok(Self {
            items: serde_json::from_value(items).map_err(D::Error::custom)?,
            token: serde_json::from_value(token).map_err(D::Error::custom)?,
            seen: serde_json::from_value(seen).map_err(D::Error::custom)?,
        })
    }
}
