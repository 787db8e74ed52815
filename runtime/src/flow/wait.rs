//! Waiting for a state of an item.

use std::fmt;
use std::time::Duration;

use super::polling::Polling;
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::request::Get;
use crate::resource::Resource;

const TOO_LONG: &str = "the item has not reached the state that was waited for in time: the body of this error has its last state";

/// A wait for a state of one item. Created by [`Get::wait_until`] and [`Get::wait_until_visible`].
#[must_use = "a request does nothing until it is sent"]
#[derive(Clone)]
pub struct WaitUntil<R, F> {
    get: Get<R>,
    is_reached: F,
    may_be_missing: bool,
    polling: Polling,
}

impl<R: Resource> Get<R> {
    /// Reads the item until it has a state.
    ///
    /// ```
    /// use graph_resource::{Client, Error, graph_enum, graph_resource};
    ///
    /// #[graph_resource(path = "/deviceManagement/virtualEndpoint/deviceImages")]
    /// #[derive(Debug)]
    /// pub struct CloudPcDeviceImage {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     #[graph(read_only)]
    ///     pub status: Option<CloudPcDeviceImageStatus>,
    /// }
    ///
    /// #[graph_enum]
    /// pub enum CloudPcDeviceImageStatus {
    ///     Pending,
    ///     Ready,
    ///     Failed,
    ///     #[graph(unknown)]
    ///     Unknown(String),
    /// }
    ///
    /// async fn ready(client: &Client, id: &str) -> Result<CloudPcDeviceImage, Error> {
    ///     CloudPcDeviceImage::get(id)
    ///         .wait_until(|image| image.status != Some(CloudPcDeviceImageStatus::Pending))
    ///         .send(client)
    ///         .await
    /// }
    /// # use graph_resource_emulator::Emulator;
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let emulator = Emulator::builder().serve::<CloudPcDeviceImage>().start()?;
    /// # emulator.put("/deviceManagement/virtualEndpoint/deviceImages/1", serde_json::json!({ "status": "ready" }))?;
    /// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    /// # assert_eq!(ready(&client, "1").await?.status, Some(CloudPcDeviceImageStatus::Ready));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// The first read is at once. The delay before the next one is a second, and grows up to half a minute, with jitter; it is longer if the
    /// answer has a `Retry-After`. After ten minutes, the wait fails.
    pub const fn wait_until<F: FnMut(&R) -> bool>(self, is_reached: F) -> WaitUntil<R, F> {
        WaitUntil {
            get: self,
            is_reached,
            may_be_missing: false,
            polling: Polling::DEFAULT,
        }
    }

    /// Reads the item until it is there, such as after a create in a directory that replicates.
    ///
    /// ```
    /// # use graph_resource::{Client, Error, graph_resource};
    /// # #[graph_resource(path = "/users")]
    /// # #[derive(Debug)]
    /// # pub struct User {
    /// #     #[graph(key)]
    /// #     pub id: String,
    /// #     pub department: Option<String>,
    /// # }
    /// async fn visible(client: &Client, id: &str) -> Result<User, Error> {
    ///     User::get(id).wait_until_visible().send(client).await
    /// }
    /// ```
    pub fn wait_until_visible(self) -> WaitUntil<R, fn(&R) -> bool> {
        let is_reached: fn(&R) -> bool = |_| true;
        self.wait_until(is_reached).allow_missing()
    }
}

impl<R, F> WaitUntil<R, F> {
    /// Goes on if the item is not there (`404`).
    pub const fn allow_missing(mut self) -> Self {
        self.may_be_missing = true;
        self
    }

    /// Sets the delay before the second read, and the longest. Each one is about half as long again as the one before.
    pub const fn with_delay(mut self, first: Duration, longest: Duration) -> Self {
        self.polling.delay = first;
        self.polling.longest = longest;
        self
    }

    /// Sets the time after which the wait fails. The item is read once in any case.
    pub const fn with_timeout(mut self, time: Duration) -> Self {
        self.polling.timeout = time;
        self
    }
}

impl<R: Resource, F: FnMut(&R) -> bool> WaitUntil<R, F> {
    /// Reads the item until it has the state, and returns it.
    ///
    /// # Errors
    ///
    /// Those of the read. If the item has not reached the state in time, the error is an [`ErrorKind::NotReached`], whose
    /// [`raw_body`](Error::raw_body) has the last state; if it was not there, it is the last `404`. Without the timers of a Tokio runtime,
    /// there is one read.
    pub fn send(mut self, client: &Client) -> impl Future<Output = Result<R, Error>> + use<R, F> {
        let client = client.clone();
        async move {
            let mut pauses = self.polling.start();
            loop {
                let failure = match client.execute(&self.get).await {
                    Ok(read) if (self.is_reached)(&read.value) => return Ok(read.into_parts().0),
                    Ok(read) => read.reject_as(ErrorKind::NotReached, TOO_LONG),
                    Err(error) if self.may_be_missing && error.is_not_found() => error,
                    Err(error) => return Err(error),
                };
                if !pauses.next(failure.retry_after()).await {
                    return Err(failure);
                }
            }
        }
    }
}

impl<R, F> fmt::Debug for WaitUntil<R, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("WaitUntil")
            .field("get", &self.get)
            .field("polling", &self.polling)
            .finish_non_exhaustive()
    }
}
