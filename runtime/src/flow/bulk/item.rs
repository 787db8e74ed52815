/// A request of a [`Bulk`](crate::Bulk), with the tag by which its outcome is known.
///
/// A pair of both is one as well.
///
/// ```
/// use graph_resource::{BulkItem, graph_resource};
///
/// # #[graph_resource(path = "/users/{user_id}/events")]
/// # pub struct Event {
/// #     #[graph(key)]
/// #     pub id: String,
/// #     pub subject: Option<String>,
/// # }
/// # let (user, id) = ("ada", "1");
/// let item = BulkItem::new(id, Event::update(user, id).subject("Lunch"))
///     .in_order_of(user) // one event of this user after the other
///     .with_workload("outlook");
/// ```
#[derive(Debug, Clone)]
pub struct BulkItem<T, R> {
    pub(super) tag: T,
    pub(super) request: R,
    pub(super) order: Option<String>,
    pub(super) workload: Option<String>,
}

impl<T, R> BulkItem<T, R> {
    /// Creates an item.
    pub const fn new(tag: T, request: R) -> Self {
        Self {
            tag,
            request,
            order: None,
            workload: None,
        }
    }

    /// Sends the request after those before it with the same key have been answered, whatever the answers are.
    pub fn in_order_of(mut self, key: impl Into<String>) -> Self {
        self.order = Some(key.into());
        self
    }

    /// Names the part of the service that throttles the request together with others, such as a mailbox or a site.
    ///
    /// By default, it is the workload of the request's policy ([`Retry::workload`](crate::Retry::workload)), the mailbox for requests to
    /// Outlook, or the first two segments of the path that are not parameters.
    pub fn with_workload(mut self, name: impl Into<String>) -> Self {
        self.workload = Some(name.into());
        self
    }
}

impl<T, R> From<(T, R)> for BulkItem<T, R> {
    fn from((tag, request): (T, R)) -> Self {
        Self::new(tag, request)
    }
}
