//! The types and their addresses.

use bytes::Bytes;
use graph_resource::{Endpoint, Error, Resource, StructuredType};
use http::Request;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::corpus::Record;
use super::types;

/// Builds the update of a type from keys and the JSON of a patch.
type Build = dyn Fn(&[String], &str, &Endpoint) -> Result<Request<Bytes>, Refusal>;
/// The update of a type from keys and a patch.
pub type Update<T, const KEYS: usize> =
    fn([String; KEYS], <T as StructuredType>::Patch, &Endpoint) -> Result<Request<Bytes>, Error>;
/// Parses a representation, and writes it back.
type Rewrite = fn(&str) -> Result<Value, serde_json::Error>;

/// A type at one of its addresses.
pub struct Example {
    name: &'static str,
    template: &'static str,
    declares: fn(&str) -> bool,
    build: Box<Build>,
    rewrite: Rewrite,
}

/// Why there is no request.
#[derive(Debug)]
pub enum Refusal {
    /// The body is no patch of the type.
    Parse(serde_json::Error),
    /// The patch cannot be sent.
    Request(Error),
}

impl Example {
    /// Called by [`example!`](crate::registry::example).
    pub fn new<T, const KEYS: usize>(update: Update<T, KEYS>) -> Self
    where
        T: Resource + StructuredType<Patch: 'static>,
    {
        let build = move |keys: &[String], body: &str, endpoint: &Endpoint| {
            let patch = serde_json::from_str(body).map_err(Refusal::Parse)?;
            let keys = std::array::from_fn(|index| keys.get(index).cloned().unwrap_or_default());
            update(keys, patch, endpoint).map_err(Refusal::Request)
        };
        Self {
            name: T::TYPE.name(),
            template: T::INFO.item_path(),
            declares: |name| T::TYPE.is_open() || T::TYPE.property(name).is_some(),
            build: Box::new(build),
            rewrite: rewrite::<T>,
        }
    }

    /// The qualified name of the type.
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The path of the type, with its parameters in braces.
    pub const fn template(&self) -> &'static str {
        self.template
    }

    /// Returns `true` if the type declares the property or is open.
    pub fn declares(&self, property: &str) -> bool {
        (self.declares)(property)
    }

    /// The update with `body` as its patch.
    pub fn build(
        &self,
        keys: &[String],
        body: &str,
        endpoint: &Endpoint,
    ) -> Result<Request<Bytes>, Refusal> {
        (self.build)(keys, body, endpoint)
    }

    /// `representation`, parsed and written back.
    pub fn rewrite(&self, representation: &str) -> Result<Value, serde_json::Error> {
        (self.rewrite)(representation)
    }

    /// The keys in `path`, if it is of this address.
    pub fn keys(&self, path: &str) -> Option<Vec<String>> {
        keys(self.template, path)
    }
}

fn rewrite<T: StructuredType + serde::Serialize + serde::de::DeserializeOwned>(
    text: &str,
) -> Result<Value, serde_json::Error> {
    serde_json::to_value(serde_json::from_str::<T>(text)?)
}

/// The values of the parameters of `template` in `path`. The letter case of a name in the path does not matter to the service.
fn keys(template: &str, path: &str) -> Option<Vec<String>> {
    let (mut expected, mut found) = (template.split('/'), path.trim_end_matches('/').split('/'));
    let mut keys = Vec::new();
    loop {
        let (expected, found) = match (expected.next(), found.next()) {
            (None, None) => return Some(keys),
            (Some(expected), Some(found)) => (expected, found),
            _ => return None,
        };
        let Some((before, rest)) = expected.split_once('{') else {
            if !expected.eq_ignore_ascii_case(found) {
                return None;
            }
            continue;
        };
        let (_, after) = rest.split_once('}')?;
        let key = found.strip_prefix(before)?.strip_suffix(after)?;
        let key = percent_decode_str(key).decode_utf8().ok()?;
        keys.push(if before.ends_with('\'') {
            key.replace("''", "'")
        } else {
            key.into_owned()
        });
    }
}

/// `example!(PlannerTaskDetails(task_id))`: a type, and the parameters of its address.
macro_rules! example {
    ($name:ident($($key:ident),*)) => {
        $crate::registry::Example::new::<$name, _>(|[$($key),*], patch, endpoint| {
            $name::update($($key),*)
                .with_patch(patch)
                .with_allow_empty()
                .to_http_request(endpoint)
        })
    };
}
pub(super) use example;

/// All types.
pub struct Registry(Vec<Example>);

impl Registry {
    /// The types of [`types`].
    pub fn new() -> Self {
        Self(types::resources())
    }

    /// Other types.
    pub const fn of(examples: Vec<Example>) -> Self {
        Self(examples)
    }

    /// Returns `true` if the record is an update of one of the types.
    pub fn knows(&self, record: &Record) -> bool {
        record.method == "PATCH" && self.examples(record).next().is_some()
    }

    /// The type of the record, at each of its addresses.
    pub fn examples<'a>(&'a self, record: &'a Record) -> impl Iterator<Item = &'a Example> {
        let documented = record.documented_type.as_deref().unwrap_or_default();
        self.0
            .iter()
            .filter(move |example| example.name.eq_ignore_ascii_case(documented))
    }

    /// Returns the number of types, each counted once for all its addresses.
    pub fn types(&self) -> usize {
        let mut names: Vec<_> = self.0.iter().map(Example::name).collect();
        names.sort_unstable();
        names.dedup();
        names.len()
    }
}

impl Default for Registry {
    fn default() -> Self {
        Self::new()
    }
}
