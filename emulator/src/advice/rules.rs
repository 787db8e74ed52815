//! The rules, each a function from the requests to the positions of those that it finds.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use http::header::{DATE, IF_MATCH, RETRY_AFTER};
use http::{HeaderMap, Method};

use crate::log::RecordedRequest;
use crate::odata::query::{SELECT, TOP};

use super::exchange::Exchange;
use super::hint::AdviceKind;

/// The number of reads of one kind that are many. A client that needs two or three items has no reason to do otherwise.
const MANY: usize = 5;

type Rule = fn(&[Exchange<'_>]) -> Vec<usize>;

const RULES: [(AdviceKind, Rule); 6] = [
    (AdviceKind::NoSelect, without_select),
    (AdviceKind::InventedToken, invented_tokens),
    (AdviceKind::EarlyRetry, early_retries),
    (AdviceKind::NoIfMatch, without_if_match),
    (AdviceKind::UnreadPages, unread_pages),
    (AdviceKind::ManyReads, many_reads),
];

/// Returns the positions of the requests with what could be better about them.
pub(super) fn found(exchanges: &[Exchange<'_>]) -> Vec<(usize, AdviceKind)> {
    let found = RULES.iter().flat_map(|(kind, rule)| {
        let positions = rule(exchanges).into_iter();
        positions.map(|position| (position, *kind))
    });
    found.collect()
}

fn positions(exchanges: &[Exchange<'_>], is_found: impl Fn(&Exchange<'_>) -> bool) -> Vec<usize> {
    let found = exchanges.iter().enumerate();
    found
        .filter(|(_, exchange)| is_found(exchange))
        .map(|(position, _)| position)
        .collect()
}

fn is_read(request: &RecordedRequest) -> bool {
    request.method() == Method::GET && request.was_executed()
}

fn without_select(exchanges: &[Exchange<'_>]) -> Vec<usize> {
    positions(exchanges, |exchange| {
        let selects = exchange.known.as_ref().is_some_and(|known| known.selects);
        let continues = exchange.token.is_some();
        is_read(exchange.request) && selects && !continues && !exchange.has_option(SELECT)
    })
}

fn invented_tokens(exchanges: &[Exchange<'_>]) -> Vec<usize> {
    let links = exchanges.iter().map(|exchange| &exchange.links);
    let links = links.flat_map(|links| links.next.iter().chain(&links.delta));
    let links: HashSet<_> = links.collect();
    positions(exchanges, |exchange| {
        let token = exchange.token.as_ref();
        token.is_some_and(|token| !token.is_latest() && !links.contains(token))
    })
}

fn early_retries(exchanges: &[Exchange<'_>]) -> Vec<usize> {
    let mut earliest = HashMap::new();
    let mut found = Vec::new();
    for (position, Exchange { request, .. }) in exchanges.iter().enumerate() {
        let id = (request.method(), request.request.uri());
        let time = earliest.remove(&id);
        if time.is_some_and(|time| request.received_at() < time) {
            found.push(position);
        }
        let wait = retry_after(request.response().headers());
        if let Some(time) = wait.and_then(|wait| request.received_at().checked_add(wait)) {
            earliest.insert(id, time);
        }
    }
    found
}

/// Returns the time in `Retry-After`: seconds, or a date.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let value = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    if let Ok(seconds) = value.parse() {
        return Duration::try_from_secs_f64(seconds).ok();
    }
    let date = |value: &str| httpdate::parse_http_date(value).ok();
    let now = date(headers.get(DATE)?.to_str().ok()?)?;
    date(value)?.duration_since(now).ok()
}

fn without_if_match(exchanges: &[Exchange<'_>]) -> Vec<usize> {
    positions(exchanges, |Exchange { request, known, .. }| {
        let is_needed = known.as_ref().is_some_and(|known| known.needs_if_match);
        let is_write = [Method::PATCH, Method::PUT, Method::DELETE].contains(request.method());
        is_needed && is_write && !request.headers().contains_key(IF_MATCH)
    })
}

fn unread_pages(exchanges: &[Exchange<'_>]) -> Vec<usize> {
    let requested = exchanges.iter().filter_map(|each| each.token.as_ref());
    let requested: HashSet<_> = requested.collect();
    positions(exchanges, |exchange| {
        let next = exchange.links.next.as_ref();
        next.is_some_and(|next| !requested.contains(next)) && !exchange.has_option(TOP)
    })
}

fn many_reads(exchanges: &[Exchange<'_>]) -> Vec<usize> {
    let mut kinds: HashMap<&str, (usize, HashSet<&str>)> = HashMap::new();
    for (position, Exchange { request, known, .. }) in exchanges.iter().enumerate() {
        let known = known.as_ref().filter(|known| known.shape.contains("{}"));
        if let Some(known) = known.filter(|_| is_read(request)) {
            let (_, paths) = kinds
                .entry(&known.shape)
                .or_insert_with(|| (position, HashSet::new()));
            paths.insert(request.path());
        }
    }
    let kinds = kinds.into_values();
    let many = kinds.filter(|(_, paths)| paths.len() >= MANY);
    many.map(|(position, _)| position).collect()
}
