use std::time::SystemTime;

use bytes::Bytes;
use graph_resource::{ApiVersion, TypeInfo};
use http::header::{ETAG, HOST, HeaderName};
use http::uri::Authority;
use http::{Request, Response, StatusCode};
use serde_json::Value;

use crate::http::prefer::Return;
use crate::http::response::{json, set_header};
use crate::http::{conditions, headers};
use crate::odata::query::Query;
use crate::odata::target::Target;
use crate::settings::Settings;
use crate::store::{Item, Properties, Store};

use super::error::GraphError;
use super::representation::Representation;

const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// A request whose target and operation are known, and which the resource supports.
pub(super) struct Call<'c> {
    pub(super) request: &'c Request<Bytes>,
    pub(super) settings: &'c Settings,
    pub(super) version: ApiVersion,
    pub(super) target: Target,
    pub(super) query: Query,
}

impl Call<'_> {
    pub(super) fn info(&self) -> &'static TypeInfo {
        self.target.resource.type_info()
    }

    pub(super) fn now(&self) -> SystemTime {
        self.settings.clock.now()
    }

    /// Returns the preference for the content of the response.
    pub(super) fn preferred_return(&self) -> Option<Return> {
        Return::from_headers(self.request.headers())
    }

    /// Returns the body of a write, which must be a JSON object.
    pub(super) fn body(&self) -> Result<Properties, GraphError> {
        let body = self.request.body();
        if body.len() > self.settings.body_limit {
            return Err(GraphError::body_too_large(self.settings.body_limit));
        }
        if !headers::is_json(self.request.headers()) {
            return Err(GraphError::body_not_json());
        }
        match serde_json::from_slice(body) {
            Ok(Value::Object(properties)) => Ok(properties),
            Ok(_) => Err(GraphError::malformed(
                "The request body is not a JSON object.",
            )),
            Err(error) => Err(GraphError::malformed(format!(
                "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format. ({error})"
            ))),
        }
    }

    /// Returns the addressed item.
    pub(super) fn item<'s>(&self, store: &'s Store) -> Result<&'s Item, GraphError> {
        let item = self.target.stored_key(store);
        let item = item.and_then(|key| store.item(&self.target.path.id(), key));
        item.ok_or_else(|| {
            GraphError::item_not_found(self.target.key.as_deref().unwrap_or_default())
        })
    }

    /// Returns the addressed item if the request has the conditions that its type requires, and the item meets them.
    pub(super) fn item_to_write<'s>(&self, store: &'s Store) -> Result<&'s Item, GraphError> {
        if self.settings.if_match.is_required_by(self.info()) {
            conditions::require_if_match(self.request.headers())?;
        }
        let item = self.item(store)?;
        if conditions::allow_write(self.request.headers(), &item.etag()) {
            Ok(item)
        } else {
            Err(GraphError::precondition_failed())
        }
    }

    /// Creates a response with an item.
    pub(super) fn item_response(&self, status: StatusCode, item: &Item) -> Response<Bytes> {
        let suffix = if self.target.is_singleton() {
            ""
        } else {
            "/$entity"
        };
        let representation = self.representation(item, Some(self.context_url(suffix)));
        let mut response = json(status, &representation);
        set_header(&mut response, ETAG, &item.etag());
        response
    }

    pub(super) fn representation<'i>(
        &'i self,
        item: &'i Item,
        context: Option<String>,
    ) -> Representation<'i> {
        Representation {
            info: self.info(),
            item,
            select: self.query.select.as_deref(),
            context,
        }
    }

    pub(super) fn context_url(&self, suffix: &str) -> String {
        let path = self.target.path.context();
        let select = self.query.select.as_ref();
        let select = select.map_or_else(String::new, |names| format!("({})", names.join(",")));
        self.url(&format!("/$metadata#{path}{select}{suffix}"))
    }

    /// Returns a URL on the host to which the client has sent its request, so that links lead there.
    pub(super) fn url(&self, path_below_version: &str) -> String {
        let host = self.request.headers().get(HOST);
        let host = host.and_then(|host| Authority::try_from(host.as_bytes()).ok());
        let host = host.as_ref().map_or("localhost", Authority::as_str);
        format!("http://{host}/{}{path_below_version}", self.version)
    }
}

/// Sets the header that says which preference the response follows.
pub(super) fn with_preference_applied(
    mut response: Response<Bytes>,
    preferred: Option<Return>,
) -> Response<Bytes> {
    if let Some(preferred) = preferred {
        set_header(&mut response, PREFERENCE_APPLIED, preferred.as_str());
    }
    response
}
