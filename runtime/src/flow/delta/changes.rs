use std::collections::VecDeque;
use std::fmt;

use bytes::Bytes;
use http::header::LOCATION;

use super::changed::Changed;
use super::token::DeltaToken;
use crate::client::Client;
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::flow::place::Place;
use crate::request::{ChangesPage, List};
use crate::resource::Resource;

/// The request for the changes of a collection. [`List::delta`] creates it.
///
/// ```
/// use std::collections::BTreeMap;
///
/// use graph_resource::{Changed, Client, DeltaToken, Error, graph_resource};
///
/// #[graph_resource(path = "/users")]
/// #[derive(Debug)]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub display_name: Option<String>,
/// }
///
/// /// Brings `known` up to date, and returns the token for the next time.
/// async fn sync(
///     client: &Client,
///     known: &mut BTreeMap<String, User>,
///     token: Option<&DeltaToken>,
/// ) -> Result<Option<DeltaToken>, Error> {
///     let mut request = User::list().delta();
///     if let Some(token) = token {
///         request = request.since(token);
///     }
///     let mut changes = request.changes(client);
///     while let Some(change) = changes.next().await? {
///         match change {
///             Changed::Item(item) => match known.get_mut(item.key()) {
///                 Some(user) => item.apply_to(user)?,
///                 None => {
///                     known.insert(item.key().to_owned(), item.to_item()?);
///                 }
///             },
///             Changed::Removed { key, .. } => {
///                 known.remove(&key);
///             }
///             Changed::Resync => known.clear(),
///             _ => {}
///         }
///     }
///     Ok(changes.token().cloned())
/// }
/// # use graph_resource_emulator::Emulator;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let emulator = Emulator::builder().serve::<User>().page_size(2).start()?;
/// # for id in ["1", "2", "3"] {
/// #     emulator.insert("/users", serde_json::json!({ "id": id }))?;
/// # }
/// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
/// # let mut known = BTreeMap::new();
/// # let token = sync(&client, &mut known, None).await?;
/// # assert_eq!(known.len(), 3);
/// # emulator.remove("/users/2");
/// # emulator.put("/users/3", serde_json::json!({ "displayName": "Ada" }))?;
/// # sync(&client, &mut known, token.as_ref()).await?;
/// # assert_eq!(known.keys().collect::<Vec<_>>(), ["1", "3"]);
/// # assert_eq!(known["3"].display_name.as_deref(), Some("Ada"));
/// # Ok(())
/// # }
/// ```
///
/// [`Mirror`](super::Mirror) does this, and can be stored.
#[must_use = "a request does nothing until it is sent"]
pub struct Delta<R> {
    request: List<R>,
    since: Option<DeltaToken>,
}

/// The changes of a collection, one after the other. [`Delta::changes`] creates it.
#[must_use = "nothing is read before a change is asked for"]
pub struct Changes<R> {
    client: Client,
    /// The request of the first page of the first round, with which everything begins again.
    first: List<R>,
    /// The request for the page after the current one, or the reason why there cannot be one.
    next: Option<Result<List<R>, Error>>,
    /// The changes of the current page that are left.
    left: VecDeque<Changed<R>>,
    /// The place before the current page.
    before: Option<DeltaToken>,
    /// The place after the current page.
    after: Option<DeltaToken>,
    is_resynced: bool,
}

impl<R: Resource> List<R> {
    /// Asks for the changes of the collection, by its function `delta`, instead of its items.
    ///
    /// The options of this request are those of the first round: a later one takes them from its token. Services support few of them, mostly
    /// `select`, `top` and some filters. For types of Outlook, write an expansion by name and without `$`: `with_query("expand", …)`.
    pub fn delta(self) -> Delta<R> {
        Delta {
            request: self.as_delta(),
            since: None,
        }
    }
}

impl<R: Resource> Delta<R> {
    /// Asks for what has changed since the state of the token.
    pub fn since(mut self, token: &DeltaToken) -> Self {
        self.since = Some(token.clone());
        self
    }

    /// Asks for no items, but for the token of the current state, from which changes are read later. Directory objects have it.
    pub fn latest(mut self) -> Self {
        self.request = self.request.with_query("$deltatoken", "latest");
        self
    }

    /// Reads the changes. Nothing is sent before the first one is asked for.
    pub fn changes(self, client: &Client) -> Changes<R> {
        let next = self.page();
        Changes {
            client: client.clone(),
            first: self.request,
            next: Some(next),
            left: VecDeque::new(),
            before: None,
            after: self.since,
            is_resynced: false,
        }
    }

    /// Creates the HTTP request for the first page, without a token.
    ///
    /// ```
    /// use graph_resource::{Cloud, Endpoint, graph_resource};
    ///
    /// #[graph_resource(path = "/users")]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    /// }
    ///
    /// let request = User::list().delta().latest().to_http_request(&Endpoint::new(Cloud::Global))?;
    /// assert_eq!(request.uri(), "https://graph.microsoft.com/v1.0/users/delta?$select=id&$deltatoken=latest");
    /// # Ok::<(), graph_resource::Error>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of `to_http_request` of a list, and an [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) if the token is that of a
    /// collection of another type.
    pub fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, Error> {
        self.page()?.to_http_request(endpoint)
    }

    /// Returns the request for the first page.
    fn page(&self) -> Result<List<R>, Error> {
        let link = match &self.since {
            Some(token) => token.0.link_of(R::INFO)?,
            None => None,
        };
        Ok(self.request.resumed(link))
    }
}

impl<R: Resource> Changes<R> {
    /// Returns the next change, or `None` at the end of the round.
    ///
    /// After an error, the same page is asked for again. It can be dropped and called again: no change is lost.
    pub async fn next(&mut self) -> Result<Option<Changed<R>>, Error> {
        loop {
            if let Some(change) = self.left.pop_front() {
                return Ok(Some(change));
            }
            if !self.read_page().await? {
                return Ok(None);
            }
        }
    }

    /// Returns the changes that are left of the current page, or those of the next one, or `None` at the end of the round.
    ///
    /// What a program makes of them belongs into one transaction with the [`token`](Self::token) after it.
    pub async fn next_page(&mut self) -> Result<Option<Vec<Changed<R>>>, Error> {
        if self.left.is_empty() && !self.read_page().await? {
            return Ok(None);
        }
        self.before.clone_from(&self.after);
        Ok(Some(self.left.drain(..).collect()))
    }

    /// Returns the state that has been reached: at the end of the round, that of the service; before, the beginning of the page in whose middle it is.
    ///
    /// Store it together with what the changes have been applied to. After a crash, the changes since the stored state come again.
    pub fn token(&self) -> Option<&DeltaToken> {
        if self.left.is_empty() {
            self.after.as_ref()
        } else {
            self.before.as_ref()
        }
    }

    /// Returns whether there are pages after the current one.
    pub(super) const fn has_more(&self) -> bool {
        self.next.is_some()
    }

    /// Reads the next page. Returns whether there was one.
    async fn read_page(&mut self) -> Result<bool, Error> {
        let request = match self.next.take() {
            None => return Ok(false),
            Some(Ok(request)) => request,
            Some(Err(error)) => return Err(error),
        };
        // It is asked for again if this future is dropped, or fails.
        self.next = Some(Ok(request.clone()));
        let page = match self.client.send(&ChangesPage(request.clone())).await {
            Ok(page) => page,
            Err(error) => return self.resync(error),
        };
        let changes = page.value.into_iter().map(Changed::read);
        let changes: VecDeque<_> = changes.collect::<Result<_, _>>()?;
        let link = page.next_link.as_deref();
        self.next = link.map(|link| Ok(request.at_page(link)));
        let after = link.or(page.delta_link.as_deref());
        self.before = self.after.take();
        self.after = after.map(|link| DeltaToken(Place::new(R::INFO, Some(link))));
        self.left = changes;
        Ok(true)
    }

    /// Begins again, if the service has forgotten the state: where its answer says, or else with the first request. A service that forgets it
    /// while it is read again would do so for ever.
    fn resync(&mut self, error: Error) -> Result<bool, Error> {
        if !error.is_gone() || self.is_resynced {
            return Err(error);
        }
        let location = error.headers().and_then(|headers| headers.get(LOCATION));
        let location = location.and_then(|location| location.to_str().ok());
        self.next = Some(Ok(self.first.resumed(location)));
        (self.before, self.after) = (None, None);
        self.left = VecDeque::from([Changed::Resync]);
        self.is_resynced = true;
        Ok(true)
    }
}

impl<R> fmt::Debug for Delta<R>
where
    R: Resource,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delta")
            .field("request", &self.request)
            .field("since", &self.since)
            .finish()
    }
}

impl<R> fmt::Debug for Changes<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Changes")
            .field("token", &self.after)
            .finish_non_exhaustive()
    }
}
