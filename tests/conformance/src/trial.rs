//! The trial of one documented update.

use std::collections::BTreeSet;
use std::fmt;

use graph_resource::{ApiVersion, Cloud, Endpoint};
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::compare::{Comparison, Kind, Normalisation, compare, same_type};
use super::corpus::{self, BodyStatus, Record};
use super::exclusions;
use super::registry::{Example, Place, Refusal, Registry};

/// The outcome of a trial.
#[derive(Debug)]
pub enum Outcome {
    Passed(Passed),
    Failed(String),
    Excluded(Exclusion),
}

/// The normalisations that were needed.
#[derive(Debug, Default)]
pub struct Passed {
    pub normalised: BTreeSet<Normalisation>,
    /// `true` if a response was compared as well.
    pub with_response: bool,
    /// The path of the type, with its parameters in braces.
    pub template: &'static str,
}

/// Why an example says nothing of the types.
#[derive(Debug, PartialEq, Eq)]
pub enum Exclusion {
    InvalidJson,
    NoObject,
    NoProperty(String),
    OtherAddress(String),
    DocumentationError(String),
    NoPath(String),
    KeyInBody(String),
    OtherOperation(String),
}

impl Exclusion {
    /// The reason without its details.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::InvalidJson => "the body is not valid JSON",
            Self::NoObject => "the body is not an object",
            Self::NoProperty(_) => "the type does not have the property",
            Self::OtherAddress(_) => "documented at another address",
            Self::DocumentationError(_) => "documentation error",
            Self::KeyInBody(_) => "the body repeats the key, which the address has",
            Self::NoPath(_) => "no path, or one that is incomplete",
            Self::OtherOperation(_) => "no get, list or update of the type",
        }
    }
}

impl fmt::Display for Exclusion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.reason())?;
        match self {
            Self::InvalidJson | Self::NoObject => Ok(()),
            Self::NoProperty(what)
            | Self::OtherAddress(what)
            | Self::DocumentationError(what)
            | Self::NoPath(what)
            | Self::KeyInBody(what)
            | Self::OtherOperation(what) => write!(f, ": {what}"),
        }
    }
}

/// Tries `record`.
pub fn of(record: &Record, registry: &Registry) -> Outcome {
    let body = match (record.request_body_status, &record.request_body) {
        (BodyStatus::InvalidJson, _) => return Outcome::Excluded(Exclusion::InvalidJson),
        (BodyStatus::Json, body @ Value::Object(_)) => body,
        _ => return Outcome::Excluded(Exclusion::NoObject),
    };
    let mut passed = Passed::default();
    let found = registry.example(record).and_then(|example| {
        let (place, keys) = place(example, &record.method, &record.path, &mut passed)?;
        Some((example, place, keys))
    });
    let Some((example, place, keys)) = found else {
        let path = record.path.clone();
        return Outcome::Excluded(Exclusion::OtherAddress(path));
    };
    if let Some(exclusion) = names_another_type("the body", body, example) {
        return Outcome::Excluded(exclusion);
    }
    match request(record, place, &keys, body, &mut passed)
        .and_then(|()| response(record, example, &mut passed))
    {
        Ok(()) => Outcome::Passed(passed),
        Err(outcome) => outcome,
    }
}

/// A body that is of another type than the page says.
fn names_another_type(what: &str, body: &Value, example: &Example) -> Option<Exclusion> {
    let name = body.get("@odata.type")?.as_str()?;
    let is_same = same_type(name, example.name());
    (!is_same).then(|| {
        let error = format!("{what} is a {name}, its page is about {}", example.name());
        Exclusion::DocumentationError(error)
    })
}

/// The operation of the type at `path`, and the keys in it.
fn place<'a>(
    example: &'a Example,
    method: &str,
    path: &str,
    passed: &mut Passed,
) -> Option<(&'a Place, Vec<String>)> {
    example.place(method, path).or_else(|| {
        let found = example.place(method, &key_as_segment(path))?;
        passed.normalised.insert(Normalisation::SpellingOfPath);
        Some(found)
    })
}

/// `/me/messages('1')` is `/me/messages/1`.
fn key_as_segment(path: &str) -> String {
    let segments = path.split('/').map(|segment| {
        let key = segment
            .strip_suffix(')')
            .and_then(|segment| segment.split_once('('))
            .filter(|(_, key)| !key.is_empty() && !key.contains('='));
        key.map_or_else(
            || segment.to_owned(),
            |(name, key)| format!("{name}/{}", key.trim_matches('\'')),
        )
    });
    segments.collect::<Vec<_>>().join("/")
}

/// Tries to build the request of `record` at `address`, which its page documents: a path whose parameters are in braces, or with values.
pub fn of_address(record: &Record, address: &str, registry: &Registry) -> Outcome {
    let Some(example) = registry.example(record) else {
        return Outcome::Failed(format!("{address}: the type is not known"));
    };
    if let Some(reason) = exclusions::of_address(example.name(), address) {
        return Outcome::Excluded(reason);
    }
    let path = corpus::path(address);
    let mut passed = Passed::default();
    let Some((place, keys)) = place(example, &record.method, &path, &mut passed) else {
        let is_of_collection = example.place("GET", &path).is_some();
        return if is_of_collection {
            let error = format!("{address} is the address of the collection, and no item has it");
            Outcome::Excluded(Exclusion::DocumentationError(error))
        } else {
            Outcome::Failed(format!("{address}: no address of the type"))
        };
    };
    let endpoint = Endpoint::new(Cloud::Global);
    let built = place.build(&keys, "{}", &endpoint).map_err(refused);
    passed.template = place.template();
    let result = built.and_then(|request| {
        same_path(
            &path,
            "v1.0",
            place,
            &keys,
            request.uri().path(),
            &mut passed,
        )
    });
    result.map_or_else(|outcome| outcome, |()| Outcome::Passed(passed))
}

fn request(
    record: &Record,
    place: &Place,
    keys: &[String],
    body: &Value,
    passed: &mut Passed,
) -> Result<(), Outcome> {
    let version = record.url_version.as_deref().unwrap_or(&record.version);
    let api_version = match version {
        "beta" => ApiVersion::Beta,
        _ => ApiVersion::V1,
    };
    let endpoint = Endpoint::new(Cloud::Global).with_version(api_version);
    let request = place
        .build(keys, &body.to_string(), &endpoint)
        .map_err(refused)?;
    if request.method() != record.method.as_str() {
        return Err(Outcome::Failed(format!(
            "the method is {}, documented is {}",
            request.method(),
            record.method
        )));
    }
    same_path(
        &record.path,
        version,
        place,
        keys,
        request.uri().path(),
        passed,
    )?;
    let written: Value = serde_json::from_slice(request.body()).map_err(|error| {
        Outcome::Failed(format!("the body that was written is no JSON: {error}"))
    })?;
    settle("request", compare(body, &written, Kind::Request), passed)
}

/// The path that was built is the documented one, encoding aside.
fn same_path(
    path: &str,
    version: &str,
    place: &Place,
    keys: &[String],
    built: &str,
    passed: &mut Passed,
) -> Result<(), Outcome> {
    let documented = format!("/{version}{}", path.trim_end_matches('/'));
    let decoded = |path: &str| percent_decode_str(path).decode_utf8_lossy().into_owned();
    if decoded(&documented) == decoded(built) {
        return Ok(());
    }
    let behind_version = built
        .strip_prefix('/')
        .and_then(|path| path.strip_prefix(version));
    let built_keys = behind_version.and_then(|path| place.keys(path));
    if built_keys.as_deref() == Some(keys) {
        passed.normalised.insert(Normalisation::SpellingOfPath);
        return Ok(());
    }
    Err(Outcome::Failed(format!(
        "the path is {built}, documented is {documented}"
    )))
}

/// A body with a property that the type does not have says nothing of it.
fn refused(refusal: Refusal) -> Outcome {
    let message = match refusal {
        Refusal::Parse(error) => error.to_string(),
        Refusal::Request(error) => {
            return Outcome::Failed(format!("request: cannot be built: {error}"));
        }
    };
    if message.contains(" is the key, an update of ") {
        Outcome::Excluded(Exclusion::KeyInBody(message))
    } else if message.contains(" is not a property of ") {
        Outcome::Excluded(Exclusion::NoProperty(message))
    } else {
        Outcome::Failed(format!("request: cannot be parsed: {message}"))
    }
}

fn response(record: &Record, example: &Example, passed: &mut Passed) -> Result<(), Outcome> {
    let is_of_type = record
        .response_odata_type
        .as_deref()
        .is_none_or(|name| name.eq_ignore_ascii_case(example.name()));
    let body = &record.response_body;
    let has_key = example.key().is_none_or(|key| body.get(key).is_some());
    if record.response_body_status != BodyStatus::Json
        || record.response_is_collection
        || !is_of_type
        || !body.is_object()
        || !has_key
    {
        return Ok(());
    }
    if let Some(exclusion) = names_another_type("the response", body, example) {
        return Err(Outcome::Excluded(exclusion));
    }
    let written = example
        .rewrite(&body.to_string())
        .map_err(|error| Outcome::Failed(format!("response: cannot be parsed: {error}")))?;
    passed.with_response = true;
    let comparison = compare(body, &written, Kind::Representation);
    let undeclared = comparison.differences.iter().find_map(|difference| {
        let name = difference.path.strip_prefix("$.")?;
        let is_undeclared =
            difference.is_lost && !name.contains(['.', '[', '@']) && !example.declares(name);
        is_undeclared.then(|| name.to_owned())
    });
    match undeclared {
        Some(name) => Err(Outcome::Excluded(Exclusion::NoProperty(format!(
            "response: `{name}` is not a property of {}",
            example.name()
        )))),
        None => settle("response", comparison, passed),
    }
}

fn settle(what: &str, comparison: Comparison, passed: &mut Passed) -> Result<(), Outcome> {
    passed.normalised.extend(comparison.normalised);
    if comparison.differences.is_empty() {
        return Ok(());
    }
    let differences: Vec<_> = comparison
        .differences
        .iter()
        .map(ToString::to_string)
        .collect();
    Err(Outcome::Failed(format!(
        "{what}: {}",
        differences.join("; ")
    )))
}
