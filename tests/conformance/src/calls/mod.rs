//! Documented calls of actions and functions, built by this project.
//!
//! Each call is built from the values in its documentation, and has to equal it: the path, the arguments, and the body. A documented answer is
//! read as the result.

#![allow(
    clippy::too_many_lines,
    clippy::struct_field_names,
    reason = "the rows are a table, and the names are those of the service"
)]

mod actions;
mod deltas;
mod devices;
mod governance;
mod others;
mod reports;
mod workbook;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use bytes::Bytes;
use graph_resource::{Cloud, Endpoint, Error, Request};
use http::{Method, Response};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use time::Date;
use time::format_description::well_known::Iso8601;

use crate::corpus::Call;

/// A declared action or function, and how it is called.
struct Row {
    template: &'static str,
    arguments: &'static [&'static str],
    build: Build,
    read: fn(&Response<Bytes>) -> Result<(), Error>,
}

type Build = Box<dyn Fn(&Values<'_>) -> Result<http::Request<Bytes>, Error>>;

fn row<R: Request>(
    template: &'static str,
    arguments: &'static [&'static str],
    call: impl Fn(&Values<'_>) -> R + 'static,
) -> Row {
    Row {
        template,
        arguments,
        build: Box::new(move |values| call(values).to_http_request(&Endpoint::new(Cloud::Global))),
        read: |response| R::read_answer(response).map(drop),
    }
}

/// The values in the documentation of a call.
struct Values<'a> {
    keys: Vec<String>,
    arguments: BTreeMap<String, String>,
    body: &'a Value,
}

impl Values<'_> {
    /// A key in the path, counted from 1.
    fn key(&self, number: usize) -> &str {
        self.keys.get(number - 1).map_or("", String::as_str)
    }

    fn literal(&self, name: &str) -> &str {
        self.arguments.get(name).map_or("", String::as_str)
    }

    fn text(&self, name: &str) -> String {
        self.literal(name).trim_matches('\'').replace("''", "'")
    }

    fn int(&self, name: &str) -> i32 {
        self.literal(name).parse().unwrap_or_default()
    }

    fn flag(&self, name: &str) -> bool {
        self.literal(name) == "true"
    }

    fn date(&self, name: &str) -> Date {
        Date::parse(self.literal(name), &Iso8601::DATE).unwrap_or(Date::MIN)
    }

    /// A parameter in the body.
    fn json(&self, name: &str) -> Value {
        self.body[name].clone()
    }

    fn body_text(&self, name: &str) -> String {
        self.body[name].as_str().unwrap_or_default().to_owned()
    }
}

/// A documented path, taken apart.
struct Documented {
    segments: Vec<String>,
    arguments: BTreeMap<String, String>,
}

impl Documented {
    /// Returns `None` for a path in which a function is not at the end.
    fn new(path: &str) -> Option<Self> {
        let decoded = percent_decode_str(path).decode_utf8().ok()?;
        let (path, list) = match decoded
            .strip_suffix(')')
            .and_then(|path| path.rsplit_once('('))
        {
            Some((path, list)) if !list.is_empty() => (path, list),
            _ => (&*decoded, ""),
        };
        let segments = path.split('/').filter(|segment| !segment.is_empty());
        Some(Self {
            segments: segments.map(str::to_owned).collect(),
            arguments: arguments(list)?,
        })
    }

    /// Returns the keys if the path has the form of the template.
    fn keys(&self, row: &Row) -> Option<Vec<String>> {
        let names: Vec<&str> = row.template.split('/').skip(1).collect();
        let given = self.arguments.keys().map(|name| name.to_lowercase());
        let declared = row.arguments.iter().map(|name| name.to_lowercase());
        let is_same = given.collect::<BTreeSet<_>>() == declared.collect::<BTreeSet<_>>();
        if !is_same || names.len() != self.segments.len() {
            return None;
        }
        let mut keys = Vec::new();
        for (name, segment) in names.iter().zip(&self.segments) {
            if name.starts_with('{') {
                keys.push(segment.clone());
            } else if !name.eq_ignore_ascii_case(segment) {
                return None;
            }
        }
        Some(keys)
    }
}

/// Returns the literals of `a='x,y',b=1`.
fn arguments(list: &str) -> Option<BTreeMap<String, String>> {
    let mut is_quoted = false;
    let arguments = list.split(|c| {
        is_quoted ^= c == '\'';
        c == ',' && !is_quoted
    });
    let arguments = arguments.filter(|argument| !argument.is_empty());
    let pairs = arguments.map(|argument| argument.split_once('='));
    pairs
        .map(|pair| pair.map(|(name, literal)| (name.trim().to_owned(), literal.trim().to_owned())))
        .collect()
}

/// The results of a run.
#[derive(Debug, Default)]
pub struct Calls {
    /// The addresses that were built, each once, with the names of the arguments.
    pub passed: BTreeSet<(&'static str, &'static [&'static str])>,
    pub exchanges: usize,
    /// What differs, by the id of the record.
    pub failed: Vec<(String, String)>,
    /// The records of no declared call, by the reason.
    pub excluded: BTreeMap<&'static str, Vec<String>>,
}

/// Builds the documented calls.
pub fn run(documented: &[Call]) -> Calls {
    let rows: Vec<Row> = [
        actions::rows(),
        deltas::rows(),
        devices::rows(),
        governance::rows(),
        others::rows(),
        reports::rows(),
        workbook::rows(),
    ]
    .into_iter()
    .flatten()
    .collect();
    let mut calls = Calls::default();
    for call in documented {
        match matching(call, &rows) {
            Err(reason) => {
                let ids = calls.excluded.entry(reason).or_default();
                ids.push(call.id().to_owned());
            }
            Ok((row, values)) => match check(call, row, &values) {
                Ok(()) => {
                    calls.passed.insert((row.template, row.arguments));
                    calls.exchanges += 1;
                }
                Err(problem) => calls.failed.push((call.id().to_owned(), problem)),
            },
        }
    }
    calls
}

/// Returns the declaration of a call, or the reason why there is none.
fn matching<'a, 'r>(
    call: &'a Call,
    rows: &'r [Row],
) -> Result<(&'r Row, Values<'a>), &'static str> {
    let path = call.path();
    let Some(documented) = Documented::new(path) else {
        return Err("its arguments cannot be read");
    };
    let found = rows
        .iter()
        .find_map(|row| Some((row, documented.keys(row)?)));
    let Some((row, keys)) = found else {
        return Err(match path {
            _ if path.contains(['<', '>']) => "a placeholder stands for a literal that is no text",
            _ if path.contains("microsoft.graph.") => "a literal with the name of its type",
            _ if !call.ends_with_call() => "a path that goes on after the call",
            _ => "not declared",
        });
    };
    let values = Values {
        keys,
        arguments: documented.arguments,
        body: call.body(),
    };
    Ok((row, values))
}

fn check(call: &Call, row: &Row, values: &Values<'_>) -> Result<(), String> {
    let built = (row.build)(values).map_err(|error| error.to_string())?;
    if built.method() != call.method() {
        return Err(format!("the method is {}", built.method()));
    }
    let path = built.uri().path().strip_prefix("/v1.0").unwrap_or_default();
    let equal = same_path(path, call.path());
    if !equal {
        return Err(format!("the path is {path}"));
    }
    if built.method() == Method::POST {
        let body: Value = serde_json::from_slice(built.body()).unwrap_or_default();
        if body != *call.body() {
            return Err(format!("the body is {body}"));
        }
    }
    match call.answer() {
        Some(answer) => (row.read)(&answer).map_err(|error| error.to_string()),
        None => Ok(()),
    }
}

/// Compares paths without regard to letter case of names, encoding, and the order of arguments.
fn same_path(built: &str, documented: &str) -> bool {
    let parts = |path: &str| {
        let path = Documented::new(path)?;
        let arguments = path.arguments.into_iter();
        let arguments: BTreeMap<_, _> = arguments
            .map(|(name, literal)| (name.to_lowercase(), literal))
            .collect();
        Some((path.segments.join("/").to_lowercase(), arguments))
    };
    parts(built).is_some_and(|built| Some(built) == parts(documented))
}

impl fmt::Display for Calls {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (addresses, exchanges) = (self.passed.len(), self.exchanges);
        writeln!(
            f,
            "calls: {addresses} actions and functions built in {exchanges} exchanges, {} failed",
            self.failed.len()
        )?;
        for (id, problem) in &self.failed {
            writeln!(f, "  {id}: {problem}")?;
        }
        for (reason, ids) in &self.excluded {
            writeln!(f, "  {} excluded: {reason}", ids.len())?;
            for id in ids {
                writeln!(f, "    {id}")?;
            }
        }
        Ok(())
    }
}

/// Returns a documented answer of status 200 with JSON.
pub(crate) fn json_answer(body: &Map<String, Value>) -> Response<Bytes> {
    let json = serde_json::to_vec(body).unwrap_or_default();
    let response = Response::builder().header("content-type", "application/json");
    response.body(json.into()).unwrap_or_default()
}
