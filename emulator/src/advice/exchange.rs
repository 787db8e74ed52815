use crate::log::RecordedRequest;
use crate::odata::query::option;
use crate::odata::routes::Routes;
use crate::settings::Settings;
use crate::store::Store;

use super::links::{Links, Token};
use super::target::{self, Known};

/// A request and its answer, as the rules see them.
pub(super) struct Exchange<'r> {
    pub(super) request: &'r RecordedRequest,
    pub(super) known: Option<Known>,
    /// The token of the request.
    pub(super) token: Option<Token>,
    /// The links of the answer.
    pub(super) links: Links,
}

impl<'r> Exchange<'r> {
    pub(super) fn new(
        request: &'r RecordedRequest,
        routes: &Routes,
        settings: &Settings,
        store: &Store,
    ) -> Self {
        Self {
            request,
            known: target::known(request, routes, settings, store),
            token: Token::of(request.request.uri()),
            links: Links::of(request),
        }
    }

    pub(super) fn has_option(&self, name: &str) -> bool {
        option(self.request.query().unwrap_or_default(), name).is_some()
    }
}
