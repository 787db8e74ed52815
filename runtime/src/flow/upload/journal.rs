use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use tokio::task::{JoinHandle, spawn_blocking};

use crate::error::{Error, ErrorKind};

/// The first member of a journal, by which it is known, and its version.
const FORMAT: &str = "graph-resource upload 1";

/// How far a source was uploaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Confirmed {
    /// The length of the source.
    pub(super) length: u64,
    /// The number of bytes that the service has.
    pub(super) bytes: u64,
    /// The XXH3 hash of these bytes.
    pub(super) hash: u64,
}

/// The file in which an upload keeps its state.
///
/// The state is written while the next fragment is sent, so that the service may be a fragment further than the file says.
pub(super) struct UploadJournal {
    path: PathBuf,
    writing: Option<JoinHandle<io::Result<()>>>,
}

impl UploadJournal {
    pub(super) const fn new(path: PathBuf) -> Self {
        Self {
            path,
            writing: None,
        }
    }

    /// Returns the URL of the session and the state of an earlier run.
    pub(super) fn read(&self) -> Result<Option<(String, Confirmed)>, Error> {
        let text = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unusable(error)),
        };
        let invalid = || {
            unusable(io::Error::new(
                io::ErrorKind::InvalidData,
                "it is no journal of an upload",
            ))
        };
        parse(&text).map(Some).ok_or_else(invalid)
    }

    /// Begins to replace the state, after the last one was written. A crash leaves the old or the new one.
    pub(super) async fn write(&mut self, url: &str, state: &Confirmed) -> Result<(), Error> {
        self.finish().await?;
        let text = json!({
            "format": FORMAT,
            "uploadUrl": url,
            "length": state.length,
            "confirmed": state.bytes,
            "hash": format!("{:016x}", state.hash),
        });
        let path = self.path.clone();
        let write = spawn_blocking(move || replace(&path, &text.to_string()));
        self.writing = Some(write);
        Ok(())
    }

    /// Waits until the state is written.
    pub(super) async fn finish(&mut self) -> Result<(), Error> {
        let Some(writing) = &mut self.writing else {
            return Ok(());
        };
        let written = writing.await;
        self.writing = None;
        written
            .map_err(io::Error::other)
            .and_then(|written| written)
            .map_err(unusable)
    }

    /// Removes the file.
    pub(super) async fn remove(&mut self) -> Result<(), Error> {
        self.finish().await?;
        match fs::remove_file(&self.path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(unusable(error)),
            _ => Ok(()),
        }
    }
}

/// Replaces a file at once.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut name = path.to_path_buf().into_os_string();
    name.push(".new");
    let new = Path::new(&name);
    let mut file = create_private(new)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(new, path)
}

/// Creates a file that only its owner can read, where the system knows owners.
fn create_private(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn parse(text: &str) -> Option<(String, Confirmed)> {
    let value: Value = serde_json::from_str(text).ok()?;
    if value.get("format")?.as_str()? != FORMAT {
        return None;
    }
    let state = Confirmed {
        length: value.get("length")?.as_u64()?,
        bytes: value.get("confirmed")?.as_u64()?,
        hash: u64::from_str_radix(value.get("hash")?.as_str()?, 16).ok()?,
    };
    let url = value.get("uploadUrl")?.as_str()?.to_owned();
    Some((url, state))
}

#[cold]
fn unusable(error: io::Error) -> Error {
    Error::new(
        ErrorKind::Journal,
        "the journal of the upload cannot be used",
    )
    .with_source(error)
}
