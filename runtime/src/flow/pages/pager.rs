use std::fmt;
use std::future::{Future, poll_fn};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::vec::IntoIter;

use futures_util::Stream;

use super::collected::Collected;
use super::continuation::Continuation;
use crate::answer::Page;
use crate::client::{Client, Sending};
use crate::error::Error;
use crate::flow::place::Place;
use crate::request::List;
use crate::resource::Resource;

/// The items of a collection, page by page. [`List::pages`] creates it.
///
/// It is a `Stream` as well, which needs the crate `futures-util` or one like it; [`next`](Self::next) needs nothing.
///
/// While the items of a page are consumed, the next page is already on its way, unless [`with_prefetch`](Self::with_prefetch) says otherwise.
/// No more than two pages are kept. A page without items does not end the collection. A link that leads to another origin, or to a page that
/// was read already, is an error. After an error, [`next`](Self::next) asks for the same page again.
///
/// ```
/// use graph_resource::{Client, Error, graph_resource};
///
/// #[graph_resource(path = "/users")]
/// #[derive(Debug)]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub account_enabled: Option<bool>,
/// }
///
/// async fn count_enabled(client: &Client) -> Result<usize, Error> {
///     let mut users = User::list().with_page_size(100).pages(client);
///     let mut enabled = 0;
///     while let Some(user) = users.next().await? {
///         enabled += usize::from(user.account_enabled == Some(true));
///     }
///     Ok(enabled)
/// }
/// # use graph_resource_emulator::Emulator;
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let emulator = Emulator::builder().serve::<User>().page_size(2).start()?;
/// # for id in 0..5 {
/// #     emulator.insert("/users", serde_json::json!({ "id": id.to_string(), "accountEnabled": id != 3 }))?;
/// # }
/// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
/// # assert_eq!(count_enabled(&client).await?, 4);
/// # assert_eq!(emulator.requests().len(), 3);
/// # Ok(())
/// # }
/// ```
#[must_use = "nothing is read before a page is asked for"]
pub struct Pager<R> {
    client: Client,
    /// The request for the page after the current one, with the link to it if it is not the first.
    next: Option<(List<R>, Option<String>)>,
    /// That request on its way.
    pending: Option<Sending<Page<R>>>,
    /// Its answer, if that came at once.
    answer: Option<Result<Page<R>, Error>>,
    /// The items of the current page that are left.
    items: IntoIter<R>,
    /// The link to the current page. `None` before the first page, which has none either.
    link: Option<String>,
    count: Option<i64>,
    delta_link: Option<String>,
    prefetches: bool,
}

impl<R: Resource> List<R> {
    /// Reads the collection page by page. Nothing is sent before the first page is asked for.
    ///
    /// The headers of this request are sent with each page, its query options with the first: the links of the service contain them.
    pub fn pages(self, client: &Client) -> Pager<R> {
        Pager::new(self, None, client)
    }

    /// Reads the collection from a place on that an earlier [`Pager`] has given, perhaps in another process.
    ///
    /// The headers of this request are sent. Its query options are those of the first page, and are not sent again.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::InvalidRequest`](crate::ErrorKind::InvalidRequest) if the place is one in a collection of another type.
    pub fn pages_from(self, place: &Continuation, client: &Client) -> Result<Pager<R>, Error> {
        let link = place.0.link_of(R::INFO)?;
        Ok(Pager::new(
            self.resumed(link),
            link.map(str::to_owned),
            client,
        ))
    }

    /// Reads up to `limit` items.
    ///
    /// ```
    /// use graph_resource::{Client, Error, graph_resource};
    ///
    /// #[graph_resource(path = "/users")]
    /// #[derive(Debug)]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    /// }
    ///
    /// async fn some_users(client: &Client) -> Result<Vec<User>, Error> {
    ///     let found = User::list().collect_up_to(1_000, client).await?;
    ///     if found.is_truncated() {
    ///         eprintln!("there are more than a thousand users");
    ///     }
    ///     Ok(found.items)
    /// }
    /// ```
    pub fn collect_up_to(
        self,
        limit: usize,
        client: &Client,
    ) -> impl Future<Output = Result<Collected<R>, Error>> + use<R> {
        let mut pages = self.pages(client).with_prefetch(false);
        async move {
            let mut items = Vec::new();
            while items.len() < limit {
                match pages.next().await? {
                    Some(item) => items.push(item),
                    None => return Ok(Collected::new(items, None)),
                }
            }
            Ok(Collected::new(items, pages.continuation()))
        }
    }
}

impl<R: Resource> Pager<R> {
    fn new(request: List<R>, link: Option<String>, client: &Client) -> Self {
        Self {
            client: client.clone(),
            next: Some((request, link)),
            pending: None,
            answer: None,
            items: Vec::new().into_iter(),
            link: None,
            count: None,
            delta_link: None,
            prefetches: true,
        }
    }

    /// Sets whether the next page is asked for while the items of the current one are consumed. By default, it is.
    ///
    /// What is asked for in advance may not be needed, if the collection is not read to its end.
    pub const fn with_prefetch(mut self, prefetches: bool) -> Self {
        self.prefetches = prefetches;
        self
    }

    /// Returns the next item, or `None` after the last one.
    ///
    /// It can be dropped and called again: no item is lost.
    #[allow(
        clippy::should_implement_trait,
        reason = "it is a future, and no iterator"
    )]
    pub fn next(&mut self) -> impl Future<Output = Result<Option<R>, Error>> {
        // An item of the current page goes to its consumer directly: each state of an `async fn` on the way would be a copy of it.
        poll_fn(|context| {
            if self.items.len() > 0 {
                Poll::Ready(Ok(self.items.next()))
            } else {
                self.poll_item(context)
            }
        })
    }

    /// Returns the next page, or what is left of the current one, or `None` after the last one. Pages can be empty.
    pub async fn next_page(&mut self) -> Result<Option<Page<R>>, Error> {
        if self.items.len() == 0 && !poll_fn(|context| self.poll_page(context)).await? {
            return Ok(None);
        }
        let items = std::mem::replace(&mut self.items, Vec::new().into_iter());
        let mut page = Page::new(items.collect());
        page.count = self.count;
        page.next_link = self.next.as_ref().and_then(|(_, link)| link.clone());
        page.delta_link.clone_from(&self.delta_link);
        Ok(Some(page))
    }

    /// Calls `work` with each item, one after the other, until one fails.
    ///
    /// ```
    /// use graph_resource::{Client, Error, graph_resource};
    ///
    /// #[graph_resource(path = "/users")]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    /// }
    ///
    /// async fn delete_all(client: &Client) -> Result<(), Error> {
    ///     User::list().pages(client).try_for_each(async |user| User::delete(user.id).send(client).await).await
    /// }
    /// ```
    pub async fn try_for_each<E: From<Error>>(
        mut self,
        mut work: impl AsyncFnMut(R) -> Result<(), E>,
    ) -> Result<(), E> {
        while let Some(item) = self.next().await? {
            work(item).await?;
        }
        Ok(())
    }

    /// Returns the place that has been reached, if there may be more items: the beginning of the page in whose middle it is.
    /// [`List::pages_from`] goes on from there.
    pub fn continuation(&self) -> Option<Continuation> {
        if self.items.len() > 0 {
            return Some(Continuation(Place::new(R::INFO, self.link.as_deref())));
        }
        let (_, link) = self.next.as_ref()?;
        Some(Continuation(Place::new(R::INFO, link.as_deref())))
    }

    /// Returns the number of items in the whole collection, if the request asks for it by [`count`](List::count) and a page has told it.
    pub const fn total_count(&self) -> Option<i64> {
        self.count
    }

    /// Returns the link by which the service later answers what has changed. The last page of a collection that is tracked has it.
    pub fn delta_link(&self) -> Option<&str> {
        self.delta_link.as_deref()
    }

    fn poll_item(&mut self, context: &mut Context<'_>) -> Poll<Result<Option<R>, Error>> {
        loop {
            if let Some(item) = self.items.next() {
                return Poll::Ready(Ok(Some(item)));
            }
            if !ready!(self.poll_page(context))? {
                return Poll::Ready(Ok(None));
            }
        }
    }

    /// Makes the next page the current one. Returns whether there is one.
    fn poll_page(&mut self, context: &mut Context<'_>) -> Poll<Result<bool, Error>> {
        let Some(answer) = self.poll_pending(context) else {
            return Poll::Ready(Ok(false));
        };
        let page = match ready!(answer) {
            Ok(page) => page,
            Err(error) => {
                // The request stays, so that the page is asked for again.
                self.pending = None;
                return Poll::Ready(Err(error));
            }
        };
        self.pending = None;
        if let Some((request, link)) = self.next.take() {
            let next = request.next(&page);
            self.next = next.map(|request| (request, page.next_link.clone()));
            self.link = link;
        }
        self.count = page.count.or(self.count);
        self.delta_link = page.delta_link.or(self.delta_link.take());
        self.items = page.value.into_iter();
        if self.prefetches && self.items.len() > 0 {
            // A request is sent when it is polled first. Its answer is taken when it is needed.
            if let Some(Poll::Ready(answer)) = self.poll_pending(context) {
                (self.pending, self.answer) = (None, Some(answer));
            }
        }
        Poll::Ready(Ok(true))
    }

    /// Polls the request for the next page, which is sent if it is not on its way. Returns `None` if there is no next page.
    fn poll_pending(&mut self, context: &mut Context<'_>) -> Option<Poll<Result<Page<R>, Error>>> {
        let (request, _) = self.next.as_ref()?;
        if let Some(answer) = self.answer.take() {
            return Some(Poll::Ready(answer));
        }
        let client = &self.client;
        let pending = self.pending.get_or_insert_with(|| client.send(request));
        Some(Pin::new(pending).poll(context))
    }
}

/// Items are moved out of a page, and never pinned.
impl<R> Unpin for Pager<R> {}

impl<R: Resource> Stream for Pager<R> {
    type Item = Result<R, Error>;

    fn poll_next(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<R, Error>>> {
        self.get_mut().poll_item(context).map(Result::transpose)
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        let left = self.items.len();
        (left, self.next.is_none().then_some(left))
    }
}

impl<R: Resource> fmt::Debug for Pager<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let request = self.next.as_ref().map(|(request, _)| request);
        f.debug_struct("Pager")
            .field("next", &request)
            .finish_non_exhaustive()
    }
}
