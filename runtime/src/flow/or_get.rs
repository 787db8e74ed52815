//! The resource after a write whose answer does not have it.

use crate::answer::{Outcome, Upserted};
use crate::client::Client;
use crate::error::{Error, ErrorKind};
use crate::request::Get;
use crate::resource::Resource;

const NOT_YET: &str = "the service has accepted the write and not executed it yet, so that the resource may be read as it was: wait for the operation that \
                       `Location` names";

impl<R: Resource> Outcome<R> {
    /// Returns the resource: as the service answered it or, if the answer to the write has none or only a part of it, as `get` reads it.
    ///
    /// ```
    /// use graph_resource::{Client, Error, graph_resource};
    ///
    /// #[graph_resource(path = "/users")]
    /// pub struct User {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub job_title: Option<String>,
    /// }
    ///
    /// /// The service answers an update of a user with `204`.
    /// async fn promote(client: &Client, id: &str) -> Result<User, Error> {
    ///     let updated = User::update(id).job_title("Director").send(client).await?;
    ///     updated.or_get(User::get(id), client).await
    /// }
    /// # use graph_resource_emulator::{Emulator, UpdateAnswer};
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let emulator = Emulator::builder().serve::<User>().update_answers(UpdateAnswer::NoContent).start()?;
    /// # emulator.insert("/users", serde_json::json!({ "id": "1" }))?;
    /// # let client = Client::builder().base_url(emulator.url()).token("any").build()?;
    /// # assert_eq!(promote(&client, "1").await?.job_title.as_deref(), Some("Director"));
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Those of the read, and an [`ErrorKind::UnexpectedAnswer`](crate::ErrorKind::UnexpectedAnswer) after `202`.
    pub fn or_get(
        self,
        get: Get<R>,
        client: &Client,
    ) -> impl Future<Output = Result<R, Error>> + use<R> {
        let client = client.clone();
        async move {
            match self {
                Self::Representation(resource) => Ok(resource),
                Self::NoContent | Self::Incomplete(_) => client.send(&get).await,
                Self::Accepted => Err(Error::new(ErrorKind::UnexpectedAnswer, NOT_YET)),
            }
        }
    }
}

impl<R: Resource> Upserted<R> {
    /// Returns the resource: see [`Outcome::or_get`].
    ///
    /// # Errors
    ///
    /// Those of [`Outcome::or_get`].
    pub fn or_get(
        self,
        get: Get<R>,
        client: &Client,
    ) -> impl Future<Output = Result<R, Error>> + use<R> {
        let outcome = match self {
            Self::Created(resource) | Self::Updated(resource) => Outcome::Representation(resource),
            Self::NoContent => Outcome::NoContent,
            Self::Incomplete(properties) => Outcome::Incomplete(properties),
            Self::Accepted => Outcome::Accepted,
        };
        outcome.or_get(get, client)
    }
}
