//! Requests as values: the exact URL, headers and body, and all mistakes at once.

mod addresses;
mod alternate_keys;
mod batch;
mod calls;
mod empty;
mod endpoints;
mod extensions;
mod headers;
mod ids;
mod links;
mod mistakes;
mod operations;
mod paths;
mod projection;
mod query;
mod stored;
mod support;
mod unions;
mod whole;
