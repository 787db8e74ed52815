use bytes::Bytes;
use graph_resource::{ApiVersion, Operation, TypeInfo};
use http::header::{ETAG, HOST, HeaderName, LOCATION};
use http::uri::Authority;
use http::{Request, Response, StatusCode};
use serde_json::Value;

use crate::answer::{add_header, empty, json};
use crate::builder::{Settings, UpdateAnswer};
use crate::headers::{self, Return};
use crate::query::{self, Query};
use crate::refusal::Refusal;
use crate::representation::{Page, Representation};
use crate::route::Target;
use crate::seed;
use crate::store::{Item, Properties, Store};
use crate::{place, rules, stamp};

const ENTITY_ID: HeaderName = HeaderName::from_static("odata-entityid");
const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// A request that is understood: what is to be done is clear, and that the resource has it.
pub(crate) struct Call<'c> {
    pub(crate) request: &'c Request<Bytes>,
    pub(crate) settings: &'c Settings,
    pub(crate) version: ApiVersion,
    pub(crate) target: Target,
    pub(crate) query: Query,
}

impl Call<'_> {
    pub(crate) fn run(
        &self,
        operation: Operation,
        store: &mut Store,
    ) -> Result<Response<Bytes>, Refusal> {
        seed::singleton(store, &self.target);
        match operation {
            Operation::List => Ok(self.list(store)),
            Operation::Get => self.get(store),
            Operation::Create => self.create(store),
            Operation::Update => self.update(store),
            Operation::Delete => self.delete(store),
            _ => Err(Refusal::not_emulated("this operation")),
        }
    }

    fn list(&self, store: &Store) -> Response<Bytes> {
        let page_size = self.settings.page_size;
        let limit = self.query.top.map_or(page_size, |top| top.min(page_size));
        let slice = store.slice(&self.target.place.id(), self.query.after, limit);
        let items = slice.items.into_iter();
        let page = Page {
            context: self.context(""),
            next_link: slice.next.map(|position| self.next_link(position)),
            value: items.map(|item| self.representation(item, None)).collect(),
        };
        json(StatusCode::OK, &page)
    }

    fn get(&self, store: &Store) -> Result<Response<Bytes>, Refusal> {
        let item = self.item(store)?;
        Ok(self.answer_with(StatusCode::OK, item))
    }

    fn create(&self, store: &mut Store) -> Result<Response<Bytes>, Refusal> {
        self.create_from(self.body()?, store)
    }

    fn create_from(&self, body: Properties, store: &mut Store) -> Result<Response<Bytes>, Refusal> {
        let mut given = Properties::new();
        rules::merge(self.info(), &mut given, rules::create(self.info(), body)?);
        let place = self.target.place.id();
        let new = seed::keyed(self.info(), given)?;
        if store.item(&place, &new.key).is_some() {
            return Err(Refusal::key_taken(new.key_property));
        }
        let item = seed::insert(store, &place, self.info(), new);
        let preferred = Return::preferred(self.request.headers());
        let mut response = match preferred {
            Some(Return::Minimal) => empty(StatusCode::NO_CONTENT),
            _ => self.answer_with(StatusCode::CREATED, item),
        };
        let path = self.target.place.path();
        let location = self.url(&format!("{path}/{}", place::encode(&item.key)));
        add_header(&mut response, LOCATION, &location);
        if response.status() == StatusCode::NO_CONTENT {
            add_header(&mut response, ENTITY_ID, &location);
        }
        Ok(applied(response, preferred))
    }

    /// Merges: what is absent is kept. An empty update changes nothing, not even the entity tag.
    fn update(&self, store: &mut Store) -> Result<Response<Bytes>, Refusal> {
        if let Some(name) = self.creatable_name(store) {
            let body = self.named(name)?;
            return self.create_from(body, store);
        }
        let changes = rules::update(self.info(), self.body()?)?;
        let item = self.item_to_write(store)?.clone();
        if changes.is_empty() {
            return Ok(self.answer_update(&item));
        }
        let mut properties = item.properties;
        rules::merge(self.info(), &mut properties, changes);
        stamp::changed(self.info(), &mut properties);
        let item = store.put(&self.target.place.id(), &item.key, properties);
        Ok(self.answer_update(item))
    }

    /// The property and its value by which the address names an item that is missing and to be created: one that the client may give.
    fn creatable_name(&self, store: &Store) -> Option<(&'static str, Value)> {
        if self.item(store).is_ok() || !headers::creates_if_missing(self.request.headers()) {
            return None;
        }
        let (property, value) = if let Some(alternate) = &self.target.alternate {
            (alternate.property, alternate.value())
        } else {
            let key = self.target.key.as_deref()?;
            (rules::key_property(self.info())?, key.into())
        };
        property.is_creatable().then_some((property.name(), value))
    }

    /// The body of an upsert, with the name of the item, which it must not contradict.
    fn named(&self, (name, value): (&'static str, Value)) -> Result<Properties, Refusal> {
        let mut body = self.body()?;
        if *body.entry(name).or_insert_with(|| value.clone()) != value {
            let message = format!("The value of '{name}' is not that of the address.");
            return Err(Refusal::bad_request(message));
        }
        Ok(body)
    }

    fn delete(&self, store: &mut Store) -> Result<Response<Bytes>, Refusal> {
        let key = self.item_to_write(store)?.key.clone();
        store.remove(&self.target.place.id(), &key);
        Ok(empty(StatusCode::NO_CONTENT))
    }

    fn answer_update(&self, item: &Item) -> Response<Bytes> {
        let preferred = Return::preferred(self.request.headers());
        let by_default = match self.settings.update_answer {
            UpdateAnswer::Representation => Return::Representation,
            UpdateAnswer::NoContent => Return::Minimal,
        };
        let response = match preferred.unwrap_or(by_default) {
            Return::Minimal => empty(StatusCode::NO_CONTENT),
            Return::Representation => self.answer_with(StatusCode::OK, item),
        };
        applied(response, preferred)
    }

    fn answer_with(&self, status: StatusCode, item: &Item) -> Response<Bytes> {
        let suffix = if self.target.is_singleton() {
            ""
        } else {
            "/$entity"
        };
        let representation = self.representation(item, Some(self.context(suffix)));
        let mut response = json(status, &representation);
        add_header(&mut response, ETAG, &item.etag());
        response
    }

    fn representation<'i>(&'i self, item: &'i Item, context: Option<String>) -> Representation<'i> {
        Representation {
            info: self.info(),
            item,
            select: self.query.select.as_deref(),
            context,
        }
    }

    fn info(&self) -> &'static TypeInfo {
        self.target.resource.type_info()
    }

    /// The body of a write: a JSON object.
    fn body(&self) -> Result<Properties, Refusal> {
        let body = self.request.body();
        if body.len() > self.settings.body_limit {
            return Err(Refusal::too_large(self.settings.body_limit));
        }
        headers::check_content_type(self.request.headers())?;
        match serde_json::from_slice(body) {
            Ok(Value::Object(properties)) => Ok(properties),
            Ok(_) => Err(Refusal::malformed("The request body is not a JSON object.")),
            Err(error) => Err(Refusal::malformed(format!(
                "Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format. ({error})"
            ))),
        }
    }

    fn item<'s>(&self, store: &'s Store) -> Result<&'s Item, Refusal> {
        let item = self.target.key_in(store);
        let item = item.and_then(|key| store.item(&self.target.place.id(), key));
        item.ok_or_else(|| Refusal::no_such_item(self.target.key.as_deref().unwrap_or_default()))
    }

    fn item_to_write<'s>(&self, store: &'s Store) -> Result<&'s Item, Refusal> {
        let item = self.item(store)?;
        headers::check_conditions(self.request.headers(), &item.etag())?;
        Ok(item)
    }

    fn context(&self, suffix: &str) -> String {
        let place = self.target.place.context();
        let select = self.query.select.as_ref();
        let select = select.map_or_else(String::new, |names| format!("({})", names.join(",")));
        self.url(&format!("/$metadata#{place}{select}{suffix}"))
    }

    fn next_link(&self, position: u64) -> String {
        let query = self.request.uri().query().unwrap_or_default();
        let query = query::next(query, position);
        self.url(&format!("{}?{query}", self.target.place.path()))
    }

    /// A URL at the host that the client speaks to, so that its links stay there.
    fn url(&self, path_below_version: &str) -> String {
        let host = self.request.headers().get(HOST);
        let host = host.and_then(|host| Authority::try_from(host.as_bytes()).ok());
        let host = host.as_ref().map_or("localhost", Authority::as_str);
        format!("http://{host}/{}{path_below_version}", self.version)
    }
}

/// Tells which preference the answer follows.
fn applied(mut response: Response<Bytes>, preferred: Option<Return>) -> Response<Bytes> {
    if let Some(preferred) = preferred {
        add_header(&mut response, PREFERENCE_APPLIED, preferred.as_str());
    }
    response
}
