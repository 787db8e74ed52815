use std::time::SystemTime;

use bytes::Bytes;
use graph_resource::ApiVersion;
use http::header::{ETAG, HOST, HeaderName};
use http::uri::Authority;
use http::{Request, Response, StatusCode};
use serde_json::Value;

use crate::http::prefer::Return;
use crate::http::response::{json, set_header};
use crate::http::{conditions, headers};
use crate::links::ItemId;
use crate::odata::entity_types::EntityType;
use crate::odata::query::Query;
use crate::odata::routes::Routes;
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
    pub(super) routes: &'c Routes,
    pub(super) version: ApiVersion,
    pub(super) target: Target,
    pub(super) query: Query,
}

impl Call<'_> {
    pub(super) fn type_of<'i>(&self, item: &'i Item) -> EntityType<'i> {
        self.target.types.type_of(&item.properties)
    }

    pub(super) fn now(&self) -> SystemTime {
        self.settings.clock.now()
    }

    /// Returns the largest number of items on a page.
    pub(super) fn page_size(&self) -> usize {
        let largest = self.settings.page_size;
        self.query.top.map_or(largest, |top| top.min(largest))
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

    /// Returns the identity of an item of the addressed collection.
    pub(super) fn item_id(&self, item: &Item) -> ItemId {
        ItemId {
            collection: self.target.path.id(),
            key: item.key.clone(),
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
        let item = self.item(store);
        let resource = match &item {
            Ok(item) => self.target.types.resource_of(&item.properties),
            Err(_) => self.target.types.resource_of(&Properties::new()),
        };
        if self.settings.if_match.is_required_by(resource.type_info()) {
            conditions::require_if_match(self.request.headers())?;
        }
        let item = item?;
        if conditions::allow_write(self.request.headers(), &item.etag()) {
            Ok(item)
        } else {
            Err(GraphError::precondition_failed())
        }
    }

    /// Creates a response with an item.
    pub(super) fn item_response(&self, status: StatusCode, item: &Item) -> Response<Bytes> {
        self.expanded_response(status, item, Vec::new())
    }

    /// Creates a response with an item and those that are related to it.
    pub(super) fn expanded_response(
        &self,
        status: StatusCode,
        item: &Item,
        expanded: Vec<(&'static str, Value)>,
    ) -> Response<Bytes> {
        let suffix = if self.target.is_singleton() {
            ""
        } else {
            "/$entity"
        };
        let representation = Representation {
            context: Some(self.context_url(suffix)),
            expanded,
            ..self.representation(item)
        };
        let mut response = json(status, &representation);
        set_header(&mut response, ETAG, &item.etag());
        response
    }

    pub(super) fn representation<'i>(&'i self, item: &'i Item) -> Representation<'i> {
        Representation {
            info: self.type_of(item).info,
            item,
            select: self.query.select.as_deref(),
            defaults: &self.settings.defaults,
            context: None,
            odata_type: None,
            expanded: Vec::new(),
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
