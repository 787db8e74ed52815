//! Hints at what a client could do better, from the log of its requests.

mod exchange;
pub(crate) mod hint;
mod links;
mod rules;
mod target;

use crate::log::RecordedRequest;
use crate::odata::routes::Routes;
use crate::settings::Settings;
use crate::store::Store;

use exchange::Exchange;
use hint::Advice;

/// Returns the hints for `requests`, each once for its kind, method and path, in the order of the requests.
pub(crate) fn advice(
    requests: &[RecordedRequest],
    routes: &Routes,
    settings: &Settings,
    store: &Store,
) -> Vec<Advice> {
    let exchanges = requests.iter();
    let exchanges = exchanges.map(|request| Exchange::new(request, routes, settings, store));
    let mut found = rules::found(&exchanges.collect::<Vec<_>>());
    found.sort_unstable_by_key(|(position, _)| *position);
    let mut advice = Vec::new();
    for (position, kind) in found {
        let request = &requests[position];
        let hint = Advice {
            kind,
            method: request.method().clone(),
            path: request.path().to_owned(),
        };
        if !advice.contains(&hint) {
            advice.push(hint);
        }
    }
    advice
}
