use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::error::{Error, ErrorKind};

/// The first member of a journal, by which it is known, and its version.
const FORMAT: &str = "graph-resource upload 1";

/// How far a source was uploaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Confirmed {
    /// The length of the source.
    pub(super) length: u64,
    /// The number of bytes that the service has.
    pub(super) confirmed: u64,
    /// The XXH3 hash of these bytes.
    pub(super) hash: u64,
}

/// The file in which an upload keeps its state.
pub(super) struct UploadJournal(PathBuf);

impl UploadJournal {
    pub(super) const fn new(path: PathBuf) -> Self {
        Self(path)
    }

    /// Returns the URL of the session and the state of an earlier run.
    pub(super) fn read(&self) -> Result<Option<(String, Confirmed)>, Error> {
        let text = match fs::read_to_string(&self.0) {
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

    /// Replaces the state, so that a crash leaves the old or the new one.
    pub(super) fn write(&self, url: &str, state: &Confirmed) -> Result<(), Error> {
        let text = json!({
            "format": FORMAT,
            "uploadUrl": url,
            "length": state.length,
            "confirmed": state.confirmed,
            "hash": format!("{:016x}", state.hash),
        });
        self.replace(&text.to_string()).map_err(unusable)
    }

    fn replace(&self, text: &str) -> io::Result<()> {
        let mut name = self.0.clone().into_os_string();
        name.push(".new");
        let new = Path::new(&name);
        let mut file = create_private(new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(new, &self.0)
    }

    /// Removes the file.
    pub(super) fn remove(&self) -> Result<(), Error> {
        match fs::remove_file(&self.0) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(unusable(error)),
            _ => Ok(()),
        }
    }
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
        confirmed: value.get("confirmed")?.as_u64()?,
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
