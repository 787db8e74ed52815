//! The records of a folder of documented examples.

use std::fs::File;
use std::io::{BufRead, BufReader, Error, ErrorKind};
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

/// The file with the documented updates.
const UPDATES: &str = "update.jsonl";

/// One documented exchange. What is not needed here is not read.
#[derive(Debug, Clone, Deserialize)]
pub struct Record {
    pub id: String,
    pub method: String,
    /// The version in the documented URL.
    #[serde(default)]
    pub url_version: Option<String>,
    pub version: String,
    /// The documented URL, after its version and without a query.
    #[serde(default)]
    pub path: String,
    pub documented_type: Option<String>,
    pub request_body_status: BodyStatus,
    #[serde(default)]
    pub request_body: Value,
    pub response_body_status: BodyStatus,
    #[serde(default)]
    pub response_body: Value,
    #[serde(default)]
    pub response_odata_type: Option<String>,
    #[serde(default)]
    pub response_is_collection: bool,
}

/// The kind of body that the documentation prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyStatus {
    None,
    Json,
    InvalidJson,
    NonJson,
}

/// The updates that are documented in `folder`.
pub fn updates(folder: &Path) -> Result<Vec<Record>, Error> {
    let file = folder.join(UPDATES);
    let lines = BufReader::new(File::open(&file)?).lines();
    let mut records = Vec::new();
    for (index, line) in lines.enumerate() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let record = serde_json::from_str(&line).map_err(|error| {
            let place = format!("{}:{}: {error}", file.display(), index + 1);
            Error::new(ErrorKind::InvalidData, place)
        })?;
        records.push(record);
    }
    Ok(records)
}
