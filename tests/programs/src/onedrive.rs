//! Files in a drive by their paths, as in the service `onedrive` of `opendal`.

use std::ops::RangeBounds;
use std::time::Duration;

use graph_resource::bytes::Bytes;
use graph_resource::{
    Client, Download, Error, LongOperation, Pager, SetContent, Upload, UploadSession, graph_action,
    graph_complex, graph_resource,
};
use tokio::io::{AsyncRead, AsyncSeek};

/// What a write does with an item that exists already: it replaces it.
const REPLACE: &str = "replace";

/// The name of the annotation that says so, also as a query option.
const CONFLICT_BEHAVIOR: &str = "@microsoft.graph.conflictBehavior";

/// A file or a folder in a drive ("Addressing resources in a drive").
#[graph_resource(
    path = "/me/drive/items",
    also(
        root(path = "/me/drive/root", singleton),
        in_root = "/me/drive/root/children",
        at(path = "/me/drive/root:/{*path}:", singleton),
        in_folder = "/me/drive/root:/{*path}:/children",
    ),
    emit_type = "never"
)]
#[derive(Debug, Clone, PartialEq)]
pub struct DriveItem {
    /// The id in the drive.
    #[graph(key)]
    pub id: String,
    /// The last part of the path.
    pub name: Option<String>,
    /// The entity tag of the item.
    #[graph(read_only)]
    pub e_tag: Option<String>,
    /// The number of bytes.
    #[graph(read_only)]
    pub size: Option<i64>,
    /// The point in time of the last change.
    #[graph(read_only)]
    pub last_modified_date_time: Option<String>,
    /// The folder in which it is.
    pub parent_reference: Option<ItemReference>,
    /// It is a folder.
    #[graph(create_only)]
    pub folder: Option<Folder>,
    /// It is a file.
    #[graph(read_only)]
    pub file: Option<File>,
    /// What a create does if there is such an item.
    #[graph(rename = "@microsoft.graph.conflictBehavior", write_only)]
    pub conflict_behavior: Option<String>,
}

/// A folder as the place of something.
#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ItemReference {
    /// The drive.
    pub drive_id: Option<String>,
    /// The folder.
    pub id: Option<String>,
}

/// What makes an item a folder.
#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Folder {
    /// The number of items in it.
    #[graph(read_only)]
    pub child_count: Option<i32>,
}

/// What makes an item a file.
#[graph_complex]
#[derive(Debug, Clone, PartialEq, Default)]
pub struct File {
    /// The type of its content.
    pub mime_type: Option<String>,
}

/// An earlier state of a file.
#[graph_resource(path = "/me/drive/root:/{*path}:/versions", operations(list))]
#[derive(Debug, Clone, PartialEq)]
pub struct DriveItemVersion {
    /// The number of the version.
    #[graph(key)]
    pub id: String,
    /// The number of bytes.
    pub size: Option<i64>,
    /// The point in time at which it was written.
    pub last_modified_date_time: Option<String>,
}

/// Begins the upload of a file.
#[graph_action(
    path = "/me/drive/root:/{*path}:/createUploadSession",
    returns = UploadSession
)]
pub struct CreateUploadSession {
    /// What is said of the file in advance.
    pub item: Uploadable,
}

/// What is said of a file before it is uploaded.
#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
pub struct Uploadable {
    /// What the upload does if there is such a file.
    #[graph(rename = "@microsoft.graph.conflictBehavior")]
    pub conflict_behavior: String,
}

/// Begins to copy an item.
#[graph_action(path = "/me/drive/root:/{*path}:/copy", returns = LongOperation)]
pub struct CopyItem {
    /// The folder of the copy.
    pub parent_reference: ItemReference,
    /// The name of the copy.
    pub name: String,
}

/// The drive of the user who is signed in. Paths have `/` between their parts; the empty one is the root.
#[derive(Debug, Clone)]
pub struct OneDrive {
    client: Client,
    delay: Duration,
}

impl OneDrive {
    /// Creates a drive, whose copies are asked for once a second at first.
    pub const fn new(client: Client) -> Self {
        Self {
            client,
            delay: Duration::from_secs(1),
        }
    }

    /// Sets the delay before the second question for the state of a copy.
    #[must_use]
    pub const fn with_delay(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Reads what is known of an item.
    pub async fn stat(&self, path: &str) -> Result<DriveItem, Error> {
        let get = if path.is_empty() {
            DriveItem::root().get()
        } else {
            DriveItem::at(path).get()
        };
        get.send(&self.client).await
    }

    /// Reads what is known of an item if it has changed since it had an entity tag.
    pub async fn stat_if_changed(
        &self,
        path: &str,
        etag: &str,
    ) -> Result<Option<DriveItem>, Error> {
        let get = DriveItem::at(path).get();
        get.if_changed(etag).send(&self.client).await
    }

    /// Returns the items in a folder, page by page.
    pub fn list(&self, path: &str) -> Pager<DriveItem> {
        let list = if path.is_empty() {
            DriveItem::in_root().list()
        } else {
            DriveItem::in_folder(path).list()
        };
        list.pages(&self.client)
    }

    /// Returns the versions of a file, page by page.
    pub fn versions(&self, path: &str) -> Pager<DriveItemVersion> {
        DriveItemVersion::list(path).pages(&self.client)
    }

    /// Reads a part of a file, or all of it: `..`.
    pub async fn read(&self, path: &str, range: impl RangeBounds<u64>) -> Result<Download, Error> {
        let content = DriveItem::at(path).get().media("content");
        content.range(range).send(&self.client).await
    }

    /// Reads a file if it has changed since it had an entity tag.
    pub async fn read_if_changed(&self, path: &str, etag: &str) -> Result<Option<Download>, Error> {
        let content = DriveItem::at(path).get().media("content");
        content.if_changed(etag).send(&self.client).await
    }

    /// Writes a small file in one request.
    pub async fn write(&self, path: &str, content: Bytes) -> Result<Option<DriveItem>, Error> {
        let written = set_content(path, content).send(&self.client).await?;
        Ok(written.representation())
    }

    /// Replaces a small file, unless it has changed since it had an entity tag: that is an error of its own, `is_precondition_failed`.
    pub async fn write_if_unchanged(
        &self,
        path: &str,
        content: Bytes,
        etag: &str,
    ) -> Result<Option<DriveItem>, Error> {
        let set = set_content(path, content).with_header("If-Match", etag.to_owned());
        Ok(set.send(&self.client).await?.representation())
    }

    /// Writes a file of any size in fragments, of which one is in memory.
    pub async fn upload<S>(&self, path: &str, source: S) -> Result<DriveItem, Error>
    where
        S: AsyncRead + AsyncSeek + Unpin + Send,
    {
        let item = Uploadable {
            conflict_behavior: REPLACE.into(),
        };
        let begin = CreateUploadSession::call(path, item);
        Upload::new(begin, source).send(&self.client).await?.item()
    }

    /// Creates a folder in one that exists.
    pub async fn create_folder(&self, path: &str) -> Result<Option<DriveItem>, Error> {
        let (parent, name) = split(path);
        let create = if parent.is_empty() {
            DriveItem::in_root().create()
        } else {
            DriveItem::in_folder(parent).create()
        };
        let created = create
            .name(name)
            .folder(Folder::default())
            .conflict_behavior(REPLACE)
            .send(&self.client)
            .await?;
        Ok(created.representation())
    }

    /// Moves an item into the recycle bin. One that does not exist is none the less gone.
    pub async fn delete(&self, path: &str) -> Result<(), Error> {
        match DriveItem::at(path).delete().send(&self.client).await {
            Err(error) if error.is_not_found() => Ok(()),
            deleted => deleted,
        }
    }

    /// Moves an item to a path, and replaces what is there.
    pub async fn rename(&self, from: &str, to: &str) -> Result<(), Error> {
        let (parent, name) = split(to);
        let parent = self.folder(parent).await?;
        DriveItem::at(from)
            .update()
            .name(name)
            .parent_reference(parent)
            .with_query(CONFLICT_BEHAVIOR, REPLACE)
            .send(&self.client)
            .await?;
        Ok(())
    }

    /// Copies an item to a path, and waits until the service has done so.
    ///
    /// What is there is deleted before, since drives of private persons do not replace. The source is looked at before that, so that nothing is
    /// deleted for a source that does not exist.
    pub async fn copy(&self, from: &str, to: &str) -> Result<(), Error> {
        self.stat(from).await?;
        let (parent, name) = split(to);
        let parent = self.folder(parent).await?;
        self.delete(to).await?;
        let copy = CopyItem::call(from, parent, name)
            .send(&self.client)
            .await?;
        let longest = self.delay * 30;
        copy.with_delay(self.delay, longest)
            .wait(&self.client)
            .await?;
        Ok(())
    }

    /// Returns the folder at a path, which is created if it does not exist.
    async fn folder(&self, path: &str) -> Result<ItemReference, Error> {
        let folder = match self.stat(path).await {
            Err(error) if error.is_not_found() => self.create_folder(path).await?,
            found => Some(found?),
        };
        let Some(folder) = folder else {
            return Ok(reference(self.stat(path).await?));
        };
        Ok(reference(folder))
    }
}

fn set_content(path: &str, content: Bytes) -> SetContent<DriveItem> {
    let media = DriveItem::at(path).get().media("content");
    // The service takes the type from the extension of the name.
    media
        .set("text/plain", content)
        .with_query(CONFLICT_BEHAVIOR, REPLACE)
}

fn reference(folder: DriveItem) -> ItemReference {
    ItemReference {
        drive_id: folder.parent_reference.and_then(|parent| parent.drive_id),
        id: Some(folder.id),
    }
}

/// Splits a path into that of the folder and the name in it.
fn split(path: &str) -> (&str, &str) {
    let path = path.trim_matches('/');
    path.rsplit_once('/').unwrap_or(("", path))
}
