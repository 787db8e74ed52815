//! Documented URLs with query options, built by the methods of requests.
//!
//! Each query is written as a user would write it, and named by the record that documents it. The URL that is built has to equal the
//! documented one after decoding, except for what [`text`] lists.

mod directory;
mod governance;
mod outlook;
mod teams;
mod text;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use graph_resource::{Cloud, Endpoint, Error};

use crate::corpus::Documented;

/// A query, which is written by hand.
pub struct Query {
    /// The ids of the records that document it.
    pub of: &'static [&'static str],
    pub build: fn(&Endpoint) -> Result<http::Request<bytes::Bytes>, Error>,
}

/// Writes down queries: the ids of their records, and the request.
macro_rules! queries {
    ($([$($id:literal),+] => $request:expr;)*) => {
        &[$($crate::queries::Query {
            of: &[$($id),+],
            build: |endpoint| $request.to_http_request(endpoint),
        },)*]
    };
}
use queries;

const ALL: [&[Query]; 4] = [
    directory::QUERIES,
    governance::QUERIES,
    outlook::QUERIES,
    teams::QUERIES,
];

/// The results of a run.
#[derive(Debug, Default)]
pub struct Queries {
    /// The number of records that passed.
    pub passed: usize,
    /// Their distinct URLs, without versions.
    pub distinct: BTreeSet<String>,
    /// What differs, by the id of the record.
    pub failed: Vec<(String, String)>,
    /// The ids of the records that are not tried, by the reason.
    pub excluded: BTreeMap<&'static str, Vec<String>>,
}

/// Tries the documented URLs that have a query. A URL that no query names may be that of another version.
pub fn run(documented: &[Documented]) -> Queries {
    let mut queries = Queries::default();
    let endpoint = Endpoint::new(Cloud::Global);
    let built = ALL.into_iter().flatten().map(|query| {
        let request = (query.build)(&endpoint);
        let url = request.map(|request| text::of_url(&request.uri().to_string()));
        (query.of, url)
    });
    let built: Vec<_> = built.collect();
    for record in documented {
        let expected = text::of_url(&record.url);
        let by_id = built.iter().find(|(of, _)| of.contains(&record.id()));
        let by_url = || {
            let mut built = built.iter();
            built.find(|(_, url)| url.as_ref().is_ok_and(|url| *url == expected))
        };
        let id = record.id().to_owned();
        match by_id.or_else(by_url) {
            None => queries.excluded.entry(reason(record)).or_default().push(id),
            Some((_, Err(error))) => queries.failed.push((id, error.to_string())),
            Some((_, Ok(url))) if *url == expected => {
                queries.passed += 1;
                queries.distinct.insert(expected);
            }
            Some((_, Ok(url))) => {
                let difference = format!("built is {url}, documented is {expected}");
                queries.failed.push((id, difference));
            }
        }
    }
    queries
}

/// Why a record is not tried.
fn reason(record: &Documented) -> &'static str {
    let query = record.url.split_once('?').map_or("", |(_, query)| query);
    let query = query.to_ascii_lowercase();
    let query = text::decoded(&query);
    let has = |part: &str| query.contains(part);
    let is_misprinted =
        query.contains(['”', '‘']) || has("$orderbydisplayname") || has("occurrences$expand");
    if has("$format") {
        "a function of a report, not a list"
    } else if has("skiptoken") || has("deltatoken") || has("token=") {
        "a link that the service has made"
    } else if !query.contains('$') {
        "no option that begins with `$`"
    } else if has("isof(") || has("cast(") {
        "`isof` or `cast`, which only `Filter::raw` has"
    } else if has("microsoft.graph.") {
        "the name of a type in a path, which only `Filter::raw` has"
    } else if has("$levels") {
        "`$levels`, which only `with_query` has"
    } else if is_misprinted {
        "misprinted"
    } else {
        "not written down"
    }
}

impl fmt::Display for Queries {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (id, difference) in &self.failed {
            writeln!(f, "  {id}\n    {difference}")?;
        }
        for (reason, ids) in &self.excluded {
            writeln!(f, "  {} excluded, {reason}: {}", ids.len(), ids.join(" "))?;
        }
        writeln!(
            f,
            "{} documented URLs with a query passed, {} of them distinct beside the version; {} failed",
            self.passed,
            self.distinct.len(),
            self.failed.len()
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn documented(id: &str, url: &str) -> Documented {
        let record = serde_json::json!({ "id": id, "url": url });
        serde_json::from_value(record).unwrap_or_else(|error| panic!("{error}"))
    }

    #[test]
    fn each_query_can_be_built_and_none_has_the_id_of_another() {
        let mut ids = BTreeSet::new();
        for query in ALL.into_iter().flatten() {
            let built = (query.build)(&Endpoint::new(Cloud::Global));
            assert!(built.is_ok(), "{:?}: {built:?}", query.of);
            for id in query.of {
                assert!(ids.insert(*id), "{id}");
            }
        }
    }

    #[test]
    fn a_url_passes_by_its_record_or_by_another_version_of_it() {
        let top = "https://graph.microsoft.com/v1.0/me/messages?$top=";
        let queries = run(&[
            documented("query-parameters#19", &format!("{top}5")),
            documented("another", &format!("{top}5").replace("v1.0", "beta")),
        ]);
        assert_eq!((queries.passed, queries.distinct.len()), (2, 1));
        let queries = run(&[documented("query-parameters#19", &format!("{top}6"))]);
        assert_eq!((queries.passed, queries.failed.len()), (0, 1));
        let queries = run(&[documented("another", &format!("{top}6"))]);
        assert_eq!(queries.excluded["not written down"], ["another"]);
    }
}
