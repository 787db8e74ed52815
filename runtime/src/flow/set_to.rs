//! Setting a relationship to a set of items.

use std::collections::BTreeMap;
use std::fmt;

use crate::client::Client;
use crate::error::Error;
use crate::request::{BindAll, Get, Reference, RelatedItems, RelatedPage};
use crate::resource::Resource;

/// The number of items that one update adds ("Add members" of Microsoft Graph).
const BOUND_AT_A_TIME: usize = 20;

/// A change of a relationship to a set of items. Created by [`RelatedItems::set_to`].
#[must_use = "nothing is sent before `send` is called"]
#[derive(Clone)]
pub struct SetTo {
    items: RelatedItems,
    wanted: BTreeMap<String, Reference>,
    binds: bool,
}

/// What a [`SetTo`] has changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Linked {
    /// The ids of the items that were added.
    pub added: Vec<String>,
    /// The ids of the items that were removed.
    pub removed: Vec<String>,
}

impl RelatedItems {
    /// Sets the relationship to these items: adds those that are missing, removes the others, and leaves alone what is right.
    ///
    /// Each item is its id and the request for it, since a reference does not say its id.
    ///
    /// ```
    /// use graph_resource::{Client, Error, Linked, graph_resource};
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
    ///     pub members: Option<Vec<User>>,
    /// }
    ///
    /// async fn sync(group: &str, users: &[&str], client: &Client) -> Result<Linked, Error> {
    ///     let wanted = users.iter().map(|id| (*id, User::get(id)));
    ///     Group::members(group).set_to(wanted).with_bind().send(client).await
    /// }
    /// # use graph_resource_emulator::Emulator;
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let emulator = Emulator::builder().serve::<User>().serve::<Group>().start()?;
    /// # emulator.insert("/groups", serde_json::json!({ "id": "1" }))?;
    /// # for id in ["ada", "bob", "eve"] {
    /// #     emulator.insert("/users", serde_json::json!({ "id": id }))?;
    /// # }
    /// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    /// # Group::members("1").add(User::get("eve")).send(&client).await?;
    /// let linked = sync("1", &["ada", "bob"], &client).await?;
    /// assert_eq!(linked.added, ["ada", "bob"]);
    /// assert_eq!(linked.removed, ["eve"]);
    /// assert_eq!(sync("1", &["ada", "bob"], &client).await?.added.len(), 0);
    /// # Ok(())
    /// # }
    /// ```
    pub fn set_to<R: Resource>(
        self,
        items: impl IntoIterator<Item = (impl Into<String>, Get<R>)>,
    ) -> SetTo {
        let items = items.into_iter();
        let wanted = items.map(|(id, get)| (id.into(), Reference::from(get)));
        SetTo {
            items: self,
            wanted: wanted.collect(),
            binds: false,
        }
    }
}

impl SetTo {
    /// Adds twenty items at a time, by an update with `@odata.bind`. Some services allow that, such as for the members of groups.
    pub const fn with_bind(mut self) -> Self {
        self.binds = true;
        self
    }

    /// Reads the ids of the related items, and sends the difference. Items are added before others are removed.
    ///
    /// # Errors
    ///
    /// That of the first request that fails. What was sent before stays; calling it again sends the rest.
    pub fn send(self, client: &Client) -> impl Future<Output = Result<Linked, Error>> + use<> {
        let client = client.clone();
        async move {
            let Self {
                items,
                mut wanted,
                binds,
            } = self;
            let mut removed = Vec::new();
            for id in ids(&items, &client).await? {
                if wanted.remove(&id).is_none() {
                    removed.push(id);
                }
            }
            let added: Vec<String> = wanted.keys().cloned().collect();
            let mut targets = wanted.into_values();
            if binds {
                loop {
                    let targets: Vec<_> = targets.by_ref().take(BOUND_AT_A_TIME).collect();
                    if targets.is_empty() {
                        break;
                    }
                    let items = &items;
                    client.execute(&BindAll { items, targets }).await?;
                }
            }
            for target in targets {
                client.execute(&items.add(target)).await?;
            }
            for id in &removed {
                match client.execute(&items.remove(id)).await {
                    // Somebody else has removed it.
                    Err(error) if error.is_not_found() => {}
                    removed => drop(removed?),
                }
            }
            Ok(Linked { added, removed })
        }
    }
}

/// Reads the ids of all related items.
async fn ids(items: &RelatedItems, client: &Client) -> Result<Vec<String>, Error> {
    let mut ids = Vec::new();
    let mut page = RelatedPage::first(items);
    loop {
        let read = client.execute(&page).await?;
        for item in &read.value.value {
            match item.get("id").and_then(serde_json::Value::as_str) {
                Some(id) => ids.push(id.to_owned()),
                None => return Err(read.reject("a related item has no id")),
            }
        }
        match &read.value.next_link {
            Some(link) => page = page.next(link),
            None => return Ok(ids),
        }
    }
}

impl fmt::Debug for SetTo {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SetTo")
            .field("items", &self.items)
            .field("wanted", &self.wanted.len())
            .finish_non_exhaustive()
    }
}
