use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;
use http::{HeaderValue, Method};

use super::exchange_kind::ExchangeKind;
use super::headers::Headers;
use super::link::Links;
use super::query::{Query, selected};
use super::retry::Retry;
use crate::answer::ResultShape;
use crate::body::StreamedAnswer;
use crate::edm::{ENUM_DEPTH, TypeInfo};
use crate::endpoint::{ApiVersion, Endpoint};
use crate::error::{Error, ErrorKind};
use crate::odata::names::CONSISTENCY_LEVEL;
use crate::odata::{Address, Key};
use crate::query::Filter;
use crate::resource::ResourceInfo;

const EVENTUAL: HeaderValue = HeaderValue::from_static("eventual");

/// The address, headers and query options of a request.
#[derive(Clone, PartialEq)]
#[doc(hidden)]
pub struct RequestParts {
    address: Address,
    /// Links to follow instead of the address, which few requests have.
    links: Option<Box<Links>>,
    version: Option<ApiVersion>,
    headers: Headers,
    query: Query,
    retry: Option<Retry>,
    exchange: Option<ExchangeKind>,
}

impl RequestParts {
    /// Creates the parts of a request to the collection of a resource, with `values` for the parameters of its path. Called by generated
    /// code.
    pub fn collection(info: &ResourceInfo, values: &[&dyn Key]) -> Self {
        Self::of(info, info.path(), values)
    }

    /// Creates the parts of a request to one item, with `values` for the parameters of its path. Called by generated code.
    pub fn item(info: &ResourceInfo, values: &[&dyn Key]) -> Self {
        Self::of(info, info.item_path(), values)
    }

    /// Creates the parts of a request to a path of the resource, with `values` for its parameters. Called by generated code.
    pub fn of(info: &ResourceInfo, template: &'static str, values: &[&dyn Key]) -> Self {
        Self::of_address(info, Address::new(template, values))
    }

    /// Creates the parts of a call, with `values` for the parameters of its path. Called by generated code.
    pub fn call(
        version: Option<ApiVersion>,
        template: &'static str,
        values: &[&dyn Key],
        result: ResultShape,
    ) -> Self {
        let mut parts = Self::new(Address::new(template, values), version);
        match result {
            ResultShape::Json => {}
            ResultShape::JsonWithEvolvedMembers => parts.prefer_unknown_members(),
            ResultShape::Content => parts.set_exchange(ExchangeKind::Content),
            ResultShape::StreamedContent => parts.set_exchange(ExchangeKind::StreamedContent),
        }
        parts
    }

    /// Creates the parts of a request to the item with this key, or with the reason why there is none.
    pub(crate) fn of_item(
        info: &ResourceInfo,
        template: &'static str,
        values: &[&dyn Key],
        key: Result<String, String>,
    ) -> Self {
        let text = key.as_ref().map_or("", String::as_str);
        let values: Vec<&dyn Key> = values.iter().copied().chain([&text as &dyn Key]).collect();
        let mut parts = Self::of(info, template, &values);
        if let Err(problem) = key {
            parts.set_problem(problem);
        }
        parts
    }

    /// Creates the parts of a request to an address of the resource.
    pub(super) fn of_address(info: &ResourceInfo, address: Address) -> Self {
        Self::new(address, info.version()).preferring(info.type_info())
    }

    /// Sets the reason why the address is invalid.
    pub(super) fn set_problem(&mut self, problem: String) {
        self.address.set_problem(problem);
    }

    const fn new(address: Address, version: Option<ApiVersion>) -> Self {
        Self {
            address,
            links: None,
            version,
            headers: Headers::new(),
            query: Query::new(),
            retry: None,
            exchange: None,
        }
    }

    /// Creates the parts of a request to a link, whose path has the form of `template`.
    pub(crate) fn at(link: String, template: &'static str, info: &ResourceInfo) -> Self {
        let mut parts = Self::new(Address::new(template, &[]), info.version());
        parts.links = Some(Box::new(Links::to(link)));
        parts.preferring(info.type_info())
    }

    /// Creates the parts of a request for the state of an operation.
    #[cfg(feature = "retry")]
    pub(crate) fn operation(link: String) -> Self {
        let mut parts = Self::new(Address::new("/operation", &[]), None);
        parts.links = Some(Box::new(Links::to(link)));
        parts
    }

    /// Creates the parts of the same request for the next page. The link contains the query options.
    pub(crate) fn next(&self, link: &str) -> Self {
        let links = self.links.as_deref().cloned().unwrap_or_default();
        let mut headers = self.headers.clone();
        if self.query.is_advanced() && !headers.contains(CONSISTENCY_LEVEL.as_str()) {
            headers.push(Cow::Borrowed("consistencylevel"), Cow::Borrowed("eventual"));
        }
        Self {
            address: self.address.clone(),
            links: Some(Box::new(links.and_next(link))),
            version: self.version,
            headers,
            query: Query::new(),
            retry: self.retry,
            exchange: self.exchange,
        }
    }

    /// Adds a header.
    pub fn push_header(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        self.headers.push(name, value);
    }

    /// Asks the service to create the item if it is missing ("Upsert" of the Microsoft Graph REST API guidelines).
    pub(crate) fn prefer_create_if_missing(&mut self) {
        self.push_header("prefer".into(), "create-if-missing".into());
    }

    /// Asks for what the resource declares, unless the request states something else.
    pub(crate) const fn project(&mut self, info: &'static ResourceInfo) {
        self.query.project(info);
    }

    /// Removes the `$select` of the resource.
    pub(crate) const fn remove_select(&mut self) {
        self.query.remove_select();
    }

    /// States the `$select` with these properties.
    pub(crate) fn select(&mut self, names: impl Iterator<Item = impl AsRef<str>>) {
        self.query.select(names);
    }

    /// Adds a condition to those of the `$filter`.
    pub(crate) fn filter(&mut self, filter: Filter<()>) {
        self.query.typed().filter(filter);
    }

    /// Adds an order, after those that the request has.
    pub(crate) fn order(&mut self, order: String) {
        self.query.typed().order(order);
    }

    /// Adds a relationship to those of the `$expand`, with what is wrong with it.
    pub(crate) fn expand(&mut self, relationship: (String, Option<String>)) {
        self.query.typed().expand(relationship);
    }

    /// Adds an option that directory objects answer with `ConsistencyLevel: eventual` only.
    pub(crate) fn push_advanced(&mut self, name: &str, value: &str) {
        self.query.push(name, value);
        self.query.typed().search_or_count();
    }

    /// Adds a query option, and encodes it. A `$select` or `$expand` replaces that of the resource.
    pub fn push_query(&mut self, name: &str, value: &str) {
        self.query.push(name, value);
    }

    /// Sets what the exchange does that no other does.
    pub(crate) fn set_exchange(&mut self, kind: ExchangeKind) {
        self.exchange = Some(kind);
        if matches!(kind, ExchangeKind::Content | ExchangeKind::StreamedContent) {
            self.push_header("accept".into(), "*/*".into());
        }
    }

    /// Sets the retry policy.
    pub const fn set_retry(&mut self, retry: Retry) {
        self.retry = Some(retry);
    }

    /// Creates the parts of the same request to a path below its own.
    pub(crate) fn then_segment(&self, segment: &'static str) -> Self {
        let mut parts = self.clone();
        parts.address.push(segment);
        parts
    }

    /// Adds the name of a content to the path.
    pub(super) fn push_media(&mut self, name: &str) {
        self.address.push_media(name);
    }

    /// Creates the parts of the same request to the item with this key below its own path.
    pub(crate) fn then_key(&self, key: &dyn Key) -> Self {
        let mut parts = self.clone();
        parts.address.push_key(key);
        parts
    }

    /// Creates the parts of a write to the same address. The query options of the read are not sent.
    pub(crate) fn to_write(&self) -> Self {
        let mut parts = self.clone();
        parts.links = parts.links.map(|links| Box::new(links.without_query()));
        parts.query = Query::new();
        parts
    }

    /// Returns whether the request asks for what the resource declares.
    pub(crate) const fn has_select_of_resource(&self) -> bool {
        self.query.has_select_of_resource()
    }

    /// Returns whether the request follows a link.
    pub(crate) const fn is_link(&self) -> bool {
        self.links.is_some()
    }

    /// Returns the properties that the request or its link states in a `$select`.
    pub(crate) fn stated_select(&self) -> Option<Vec<String>> {
        selected(self.query.stated().chain(self.options_of_links()))
    }

    fn options_of_links(&self) -> impl Iterator<Item = &str> {
        self.links.iter().flat_map(|links| links.query_options())
    }

    /// Binds the request to one state of the item.
    pub(crate) fn set_condition(&mut self, name: &'static str, value: String) {
        self.headers.set_condition(name, value);
    }

    /// Asks for members after `unknownFutureValue` if `object_type` has any ("Handling future members in evolvable enumerations").
    pub(crate) fn preferring(mut self, object_type: &TypeInfo) -> Self {
        if object_type.has_evolved_members(ENUM_DEPTH) {
            self.prefer_unknown_members();
        }
        self
    }

    fn prefer_unknown_members(&mut self) {
        self.push_header(
            Cow::Borrowed("prefer"),
            Cow::Borrowed("include-unknown-enum-members"),
        );
    }

    /// Adds the parameters of a function to its path, with their literals.
    pub(super) fn push_arguments(&mut self, arguments: &[(&str, String)]) {
        self.address.push_arguments(arguments);
    }

    /// Returns the URL at `endpoint`, without query options.
    pub(crate) fn url(&self, endpoint: &Endpoint) -> Result<http::Uri, Error> {
        if let Some(problem) = self.address.problem() {
            return Err(Error::new(ErrorKind::InvalidRequest, problem));
        }
        self.uri(endpoint, &[])
    }

    fn uri(&self, endpoint: &Endpoint, query: &[&str]) -> Result<http::Uri, Error> {
        match &self.links {
            None => endpoint.uri(self.version, self.address.path(), query),
            Some(links) => links.resolve(endpoint, self.version, self.address.path(), query),
        }
    }

    /// Returns the path after the version, with parameters in braces.
    pub const fn path_template(&self) -> &'static str {
        self.address.template()
    }

    /// Builds the request.
    pub fn to_http_request(
        &self,
        method: Method,
        endpoint: &Endpoint,
        body: Option<serde_json::Result<Vec<u8>>>,
    ) -> Result<http::Request<Bytes>, Error> {
        let mut problems = Vec::new();
        problems.extend(self.address.problem().map(str::to_owned));
        let query = if self.query.is_empty() {
            Ok(None)
        } else {
            self.query
                .texts(endpoint, self.options_of_links())
                .map(Some)
        };
        let query = query.unwrap_or_else(|problem| {
            problems.push(problem);
            None
        });
        let mut headers = self.headers.to_map(body.is_some(), &mut problems);
        if self.query.is_advanced() {
            headers.entry(CONSISTENCY_LEVEL).or_insert(EVENTUAL);
        }
        let body = body.transpose().unwrap_or_else(|error| {
            problems.push(format!("the body cannot be written: {error}"));
            None
        });
        let uri = match &query {
            Some(texts) => self.uri(endpoint, &texts.each_ref().map(AsRef::as_ref)),
            None => self.uri(endpoint, &[]),
        };
        let uri = uri
            .map_err(|error| problems.push(error.message().to_owned()))
            .ok();
        match uri {
            Some(uri) if problems.is_empty() => {
                let mut request = http::Request::new(Bytes::from(body.unwrap_or_default()));
                *request.method_mut() = method;
                *request.uri_mut() = uri;
                *request.headers_mut() = headers;
                if let Some(retry) = self.retry {
                    request.extensions_mut().insert(retry);
                }
                if let Some(exchange) = self.exchange {
                    request.extensions_mut().insert(exchange);
                    if exchange == ExchangeKind::StreamedContent {
                        request.extensions_mut().insert(StreamedAnswer::new());
                    }
                }
                Ok(request)
            }
            _ => Err(Error::new(ErrorKind::InvalidRequest, problems.join("; "))
                .with_request(&method, self.path_template())),
        }
    }
}

/// Shows neither the ids in the path nor the values of headers and options.
impl fmt::Debug for RequestParts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RequestParts")
            .field("path", &self.path_template())
            .field("headers", &self.headers)
            .finish_non_exhaustive()
    }
}
