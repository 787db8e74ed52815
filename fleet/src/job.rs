use graph_resource::{BulkItem, StoredRequest};
use serde::{Deserialize, Serialize};

/// A request that some worker of a [`Fleet`](crate::Fleet) sends, with the tag by which its outcome is known.
///
/// A tag is used once for a fleet: what is submitted with the tag of another job is not sent.
///
/// ```
/// use graph_resource::{Endpoint, StoredRequest, graph_resource};
/// use graph_resource_fleet::Job;
///
/// # #[graph_resource(path = "/users")]
/// # pub struct User {
/// #     #[graph(key)]
/// #     pub id: String,
/// #     pub department: Option<String>,
/// # }
/// # fn job(graph: &Endpoint) -> Result<Job, graph_resource::Error> {
/// let update = User::update("ada").department("R&D");
/// let job = Job::new("2026-11/ada", StoredRequest::new(&update, graph)?);
/// assert_eq!(job.tag(), "2026-11/ada");
/// # Ok(job)
/// # }
/// # job(&Endpoint::new(graph_resource::Cloud::Global)).unwrap();
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Job {
    tag: String,
    request: StoredRequest,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    workload: Option<String>,
}

impl Job {
    /// Creates a job. Its tag has 1 to 1024 bytes.
    pub fn new(tag: impl Into<String>, request: StoredRequest) -> Self {
        Self {
            tag: tag.into(),
            request,
            workload: None,
        }
    }

    /// Names the part of the service that throttles the request together with others: see [`BulkItem::with_workload`].
    pub fn with_workload(mut self, name: impl Into<String>) -> Self {
        self.workload = Some(name.into());
        self
    }

    /// Returns the tag.
    pub fn tag(&self) -> &str {
        &self.tag
    }

    /// Returns the request.
    pub const fn request(&self) -> &StoredRequest {
        &self.request
    }

    /// Returns the job as an item of a run, with another tag.
    pub(crate) fn into_item<T>(self, tag: T) -> BulkItem<T, StoredRequest> {
        let item = BulkItem::new(tag, self.request);
        match self.workload {
            Some(workload) => item.with_workload(workload),
            None => item,
        }
    }
}
