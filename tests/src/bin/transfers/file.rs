//! The file that is transferred, and the service that has it or gets it.

use std::path::PathBuf;

use graph_resource::{Client, UploadSession, graph_action, graph_resource};
use graph_resource_emulator::{CallAnswer, Emulator};

use crate::Result;

/// The path of the content that is read.
pub(crate) const CONTENT: &str = "/drives/d/items/f/content";

#[graph_resource(path = "/drives/{drive_id}/items", media(content = "content"))]
#[derive(Debug)]
pub(crate) struct DriveItem {
    #[graph(key)]
    pub(crate) id: String,
    /// `same` if the upload has arrived as it is.
    pub(crate) name: Option<String>,
}

#[graph_action(
    path = "/drives/{drive_id}/items/{item_id}/createUploadSession",
    returns = UploadSession
)]
pub(crate) struct CreateUploadSession {}

/// Returns a content of which no two parts are alike.
pub(crate) fn content(length: usize) -> Vec<u8> {
    let mut random = fastrand::Rng::with_seed(length as u64);
    let mut content = vec![0; length];
    random.fill(&mut content);
    content
}

/// Starts a service that has the content, and says of an upload whether it is the same.
pub(crate) fn service(content: &'static [u8]) -> Result<Emulator> {
    let emulator = Emulator::builder()
        .serve_content("/drives/{drive_id}/items/{item_id}/content")
        .contents_elsewhere()
        .serve_uploads(
            "/drives/{drive_id}/items/{item_id}/createUploadSession",
            move |upload| {
                let name = if upload.content() == content {
                    "same"
                } else {
                    "different"
                };
                CallAnswer::json(serde_json::json!({ "id": "f", "name": name }))
            },
        )
        .start()?;
    emulator.put_content(CONTENT, "application/octet-stream", content)?;
    Ok(emulator)
}

pub(crate) fn client(url: &str) -> Result<Client> {
    Ok(Client::builder().base_url(url).token("token").build()?)
}

/// A file in the folder for temporary ones, which is removed with this.
pub(crate) struct TemporaryFile(pub(crate) PathBuf);

impl TemporaryFile {
    pub(crate) fn new(name: &str) -> Self {
        let name = format!("graph-resource-{name}-{}", std::process::id());
        Self(std::env::temp_dir().join(name))
    }

    /// Returns the path as an argument of a process.
    pub(crate) fn argument(&self) -> Result<&str> {
        let path = self.0.to_str();
        path.ok_or_else(|| "the folder for temporary files is not UTF-8".into())
    }
}

impl Drop for TemporaryFile {
    fn drop(&mut self) {
        for path in [self.0.clone(), self.0.with_extension("journal")] {
            let _ = std::fs::remove_file(path);
        }
    }
}
