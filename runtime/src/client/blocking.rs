//! Sending without async code.

use std::future::Future;
use std::io;
use std::sync::OnceLock;

use tokio::runtime::{Builder, Handle, Runtime};

use super::handle::Client;
use crate::error::{Error, ErrorKind};
use crate::request::Request;

const IN_ASYNC_CODE: &str =
    "a thread of an async runtime cannot be blocked: use `send` and `.await`, or `spawn_blocking`";

/// The runtime that all clients share, with one thread of its own for connections.
static RUNTIME: OnceLock<io::Result<Runtime>> = OnceLock::new();

fn runtime() -> Result<&'static Runtime, Error> {
    let start = || {
        let mut builder = Builder::new_multi_thread();
        let builder = builder.worker_threads(1).enable_all();
        builder.thread_name("graph-resource").build()
    };
    let started = RUNTIME.get_or_init(start).as_ref();
    started.map_err(|error| {
        let message = format!("the system provides no thread for requests: {error}");
        Error::new(ErrorKind::Configuration, message)
    })
}

impl Client {
    /// Sends a request, and waits for the answer. Each request also has a method `send_blocking` of its own.
    ///
    /// ```
    /// use graph_resource::{Client, Error, graph_resource};
    ///
    /// #[graph_resource(path = "/users")]
    /// #[derive(Debug)]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub department: Option<String>,
    /// }
    ///
    /// # use graph_resource_emulator::Emulator;
    /// fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// #   let emulator = Emulator::builder().serve::<User>().start()?;
    /// #   emulator.insert("/users", serde_json::json!({ "id": "ada" }))?;
    /// #   let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    ///     User::update("ada").department("R&D").send_blocking(&client)?;
    ///     let ada = User::get("ada").send_blocking(&client)?;
    ///     assert_eq!(ada.department.as_deref(), Some("R&D"));
    ///     Ok(())
    /// }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of `send`, and an [`ErrorKind::Configuration`] on a thread of an async runtime, which must not be blocked: nothing is sent then.
    pub fn send_blocking<R: Request>(&self, request: &R) -> Result<R::Answer, Error> {
        self.block_on(self.send(request))
    }

    /// Waits for a future of this client, such as that of a flow.
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
    /// fn departments(client: &Client) -> Result<Vec<String>, Error> {
    ///     let users = client.block_on(User::list().collect_up_to(1000, client))?;
    ///     Ok(users.items.into_iter().filter_map(|user| user.department).collect())
    /// }
    /// # use graph_resource_emulator::Emulator;
    /// # let emulator = Emulator::builder().serve::<User>().start()?;
    /// # emulator.insert("/users", serde_json::json!({ "id": "ada", "department": "R&D" }))?;
    /// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    /// # assert_eq!(departments(&client)?, ["R&D"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Those of the future, and that of [`send_blocking`](Self::send_blocking).
    pub fn block_on<T, F>(&self, future: F) -> Result<T, Error>
    where
        F: Future<Output = Result<T, Error>>,
    {
        if Handle::try_current().is_ok() {
            return Err(Error::new(ErrorKind::Configuration, IN_ASYNC_CODE));
        }
        runtime()?.block_on(future)
    }
}
