//! The records of a folder of documented examples.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs::File;
use std::io::{BufRead, BufReader, Error, ErrorKind};
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::calls::json_answer;

/// The files with the documented exchanges of which the addresses are tried, and what each record says of itself there.
const ADDRESSED: [&str; 3] = ["get", "list", "update"];

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
    /// The paths that the page documents for the method, with parameters in braces.
    #[serde(default)]
    pub url_templates: Vec<String>,
    #[serde(default)]
    pub subkind: String,
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

impl Record {
    /// The addresses that the page documents, and that of the example.
    pub fn addresses(&self) -> impl Iterator<Item = &str> {
        let templates = self.url_templates.iter();
        templates.chain([&self.path]).map(String::as_str)
    }
}

/// What a record is called.
#[derive(Debug, Clone, Deserialize)]
struct Name {
    /// Empty for an example of a concept, which has a name only.
    #[serde(default)]
    id: String,
    #[serde(default)]
    name: String,
}

impl Name {
    fn id(&self) -> &str {
        if self.id.is_empty() {
            &self.name
        } else {
            &self.id
        }
    }
}

/// A documented URL with a query.
#[derive(Debug, Clone, Deserialize)]
pub struct Documented {
    #[serde(flatten)]
    name: Name,
    #[serde(default)]
    pub method: Option<String>,
    #[serde(default)]
    pub url: String,
}

impl Documented {
    pub fn id(&self) -> &str {
        self.name.id()
    }
}

/// The URLs of reads that are documented in `folder` and that have a query, each once.
pub fn with_query(folder: &Path) -> Result<Vec<Documented>, Error> {
    let mut all: Vec<Documented> = Vec::new();
    for kind in ["get", "list"] {
        all.extend(read(&folder.join(format!("{kind}.jsonl")))?);
    }
    let concepts = std::fs::read(folder.join("concepts.json"))?;
    let concepts: Vec<Documented> = serde_json::from_slice(&concepts)?;
    all.extend(concepts);
    let mut seen = BTreeSet::new();
    all.retain(|record| {
        let is_read = record.method.as_deref() == Some("GET");
        is_read && record.url.contains('?') && seen.insert(record.url.clone())
    });
    Ok(all)
}

/// A documented call of an action or a function.
#[derive(Debug, Clone, Deserialize)]
pub struct Call {
    #[serde(flatten)]
    name: Name,
    #[serde(default)]
    method: String,
    #[serde(default)]
    url: String,
    #[serde(default)]
    path_shape: PathShape,
    #[serde(default)]
    body: Value,
    #[serde(default)]
    response_body: Value,
}

/// What the segments of a documented path are.
#[derive(Debug, Clone, Default, Deserialize)]
struct PathShape {
    #[serde(default)]
    classes: Vec<String>,
}

/// The actions in the documentation of concepts.
const ACTIONS: [&str; 5] = [
    "/copy",
    "/createUploadSession",
    "/reauthorize",
    "/sendMail",
    "/translateExchangeIds",
];

impl Call {
    pub fn id(&self) -> &str {
        self.name.id()
    }

    pub fn method(&self) -> &str {
        &self.method
    }

    /// The documented URL, after its version and without a query.
    pub fn path(&self) -> &str {
        let url = self.url.split('?').next().unwrap_or_default();
        without_version(url).trim_end_matches('/')
    }

    /// Returns whether nothing follows the call in the path.
    pub fn ends_with_call(&self) -> bool {
        let last = self.path_shape.classes.last();
        last.is_none_or(|class| class.contains("function"))
    }

    pub fn body(&self) -> &Value {
        &self.body
    }

    /// The documented answer, if it is JSON.
    pub fn answer(&self) -> Option<http::Response<bytes::Bytes>> {
        self.response_body.as_object().map(json_answer)
    }
}

/// The calls of actions and functions that are documented in `folder`.
pub fn calls(folder: &Path) -> Result<Vec<Call>, Error> {
    let mut all: Vec<Call> = Vec::new();
    for kind in ["get", "list"] {
        all.extend(read(&folder.join(format!("{kind}.jsonl")))?);
    }
    let is_function = |class: &String| class.contains("function");
    all.retain(|call| call.path_shape.classes.iter().any(is_function));
    let concepts = std::fs::read(folder.join("concepts.json"))?;
    let concepts: Vec<Value> = serde_json::from_slice(&concepts)?;
    let actions = concepts
        .into_iter()
        .filter_map(|concept| serde_json::from_value(concept).ok());
    all.extend(actions.filter(|call: &Call| {
        call.method == "POST" && ACTIONS.iter().any(|action| call.path().ends_with(action))
    }));
    Ok(all)
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
    read(&folder.join("update.jsonl"))
}

/// The gets, lists and updates of items that are documented in `folder`.
pub fn addressed(folder: &Path) -> Result<Vec<Record>, Error> {
    let mut all = Vec::new();
    for kind in ADDRESSED {
        let records: Vec<Record> = read(&folder.join(format!("{kind}.jsonl")))?;
        all.extend(records.into_iter().filter(|record| record.subkind == kind));
    }
    Ok(all)
}

fn read<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>, Error> {
    let lines = BufReader::new(File::open(file)?).lines();
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

/// The path of a documented address, without its version and query, and with a value for each parameter in braces.
pub fn path(address: &str) -> String {
    let path = without_version(address.split('?').next().unwrap_or_default());
    let mut values = 0;
    map_parameters(path.trim_end_matches('/'), |_| {
        values += 1;
        Cow::Owned(format!("v{values}"))
    })
}

/// The path of a type as it is counted: without letter case and the names of its parameters.
pub fn pattern(template: &str) -> String {
    map_parameters(template, |_| Cow::Borrowed("{}")).to_ascii_lowercase()
}

/// `/me` of `https://graph.microsoft.com/v1.0/me`.
fn without_version(path: &str) -> &str {
    let path = path
        .strip_prefix("https://graph.microsoft.com")
        .unwrap_or(path);
    ["/v1.0/", "/beta/"]
        .into_iter()
        .find_map(|version| {
            path.strip_prefix(version)
                .map(|_| &path[version.len() - 1..])
        })
        .unwrap_or(path)
}

/// `path` with another text in place of each parameter in braces or angle brackets.
fn map_parameters<'a>(path: &'a str, mut text: impl FnMut(&'a str) -> Cow<'a, str>) -> String {
    let mut mapped = String::new();
    let mut rest = path;
    while let Some(start) = rest.find(['{', '<']) {
        let Some(length) = rest[start..].find(['}', '>']) else {
            break;
        };
        mapped.push_str(&rest[..start]);
        mapped.push_str(&text(&rest[start + 1..start + length]));
        rest = &rest[start + length + 1..];
    }
    mapped + rest
}

/// Returns the examples of concepts that are JSON, each with its name.
pub fn concepts(folder: &Path) -> Result<Vec<(String, Value)>, Error> {
    let concepts = std::fs::read(folder.join("concepts.json"))?;
    let concepts: Vec<Value> = serde_json::from_slice(&concepts)?;
    let json = concepts.into_iter().filter_map(|concept| {
        let json = serde_json::from_str(concept["text"].as_str()?).ok()?;
        Some((concept["name"].as_str()?.to_owned(), json))
    });
    Ok(json.collect())
}
