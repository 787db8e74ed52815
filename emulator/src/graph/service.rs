use std::sync::Mutex;

use bytes::Bytes;
use graph_resource::{ApiVersion, Operation};
use http::{HeaderMap, Method, Request, Response, StatusCode};

use crate::calls::Calls;
use crate::fault::definition::Fault;
use crate::fault::injector::{FaultInjector, TriggeredFault};
use crate::http::delivery::Delivery;
use crate::http::{Elsewhere, headers};
use crate::limit::RateLimits;
use crate::log::{Log, Place, RecordedRequest};
use crate::odata::address::{Address, Navigation};
use crate::odata::query::Query;
use crate::odata::routes::Routes;
use crate::odata::target::Target;
use crate::settings::Settings;
use crate::storage::Storage;
use crate::store::Store;
use crate::sync::lock;

use super::call::Call;
use super::diagnostics::Diagnostics;
use super::error::GraphError;
use super::extensions::Extensions;
use super::navigation::{NavigationCall, check_method};
use super::new_item::ensure_singleton;
use super::operation::operation_of;
use super::resolve::resolve;
use super::{advanced, batch, delta, read, write};

/// Microsoft Graph without a server: a function from requests to responses.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) routes: Routes,
    pub(crate) settings: Settings,
    /// The directory extensions of the application that registered some.
    pub(crate) extensions: Option<Extensions>,
    pub(crate) store: Mutex<Store>,
    pub(crate) calls: Calls,
    pub(crate) storage: Storage,
    pub(crate) faults: FaultInjector,
    pub(crate) limits: RateLimits,
    pub(crate) log: Log,
}

impl Service {
    pub(crate) fn new(
        routes: Routes,
        settings: Settings,
        extensions: Option<Extensions>,
        limits: RateLimits,
        calls: Calls,
        storage: Storage,
    ) -> Self {
        Self {
            routes,
            settings,
            extensions,
            calls,
            storage,
            store: Mutex::default(),
            faults: FaultInjector::default(),
            limits,
            log: Log::default(),
        }
    }

    /// Answers a request, unless a fault prevents that, and records both.
    pub(crate) fn handle(&self, request: Request<Bytes>) -> (Response<Bytes>, Delivery) {
        self.handle_one(request, Place::Service)
    }

    /// Answers a request to the second port, in the same way.
    pub(crate) fn handle_elsewhere(
        &self,
        mut request: Request<Bytes>,
    ) -> (Response<Bytes>, Delivery) {
        request.extensions_mut().insert(Elsewhere);
        self.handle_one(request, Place::Elsewhere)
    }

    fn handle_one(&self, request: Request<Bytes>, place: Place) -> (Response<Bytes>, Delivery) {
        let clock = &self.settings.clock;
        let received_at = clock.elapsed();
        let triggered = self.faults.trigger(&request, received_at);
        let (response, was_executed) = self.respond(&request, place, triggered.as_ref());
        let fault = triggered.map(|triggered| triggered.fault);
        let delivery = fault
            .as_ref()
            .map(|fault| fault.delivery(&response, received_at));
        self.log.record(RecordedRequest {
            request,
            response: response.clone(),
            fault,
            was_executed,
            place,
            received_at: clock.instant(received_at),
        });
        (response, delivery.unwrap_or_default())
    }

    /// Returns the response, and whether the request was executed.
    fn respond(
        &self,
        request: &Request<Bytes>,
        place: Place,
        triggered: Option<&TriggeredFault>,
    ) -> (Response<Bytes>, bool) {
        let diagnostics = Diagnostics::new(request.headers(), self.settings.clock.now());
        let fault = triggered.map(|triggered| &triggered.fault);
        let is_reached = fault.is_none_or(Fault::executes_request);
        let used = self
            .limits
            .use_one(request.uri().path(), self.settings.clock.elapsed());
        let used = used.filter(|_| place != Place::Elsewhere);
        let result = is_reached.then(|| match &used {
            Some(used) if used.is_refused() => {
                Err(GraphError::of_status(StatusCode::TOO_MANY_REQUESTS))
            }
            _ if place == Place::Elsewhere => Ok(self.storage.answer_elsewhere(request)),
            _ => self.execute(request),
        });
        let was_executed = matches!(result, Some(Ok(_)));
        let executed =
            result.map(|result| result.unwrap_or_else(|error| diagnostics.error_response(error)));
        let mut response = match fault {
            Some(fault) => fault.response(executed, |status| {
                diagnostics.error_response(GraphError::of_status(status))
            }),
            None => executed.unwrap_or_default(),
        };
        diagnostics.set_headers(&mut response);
        if let Some(used) = used {
            used.set_headers(&mut response);
        }
        if let Some(TriggeredFault {
            fault,
            window_remaining,
        }) = triggered
        {
            fault.set_headers(&mut response, *window_remaining);
        }
        (response, was_executed)
    }

    fn execute(&self, request: &Request<Bytes>) -> Result<Response<Bytes>, GraphError> {
        headers::check_authorization(request.headers())?;
        if let Some(answer) = self.calls.answer(request) {
            return Ok(answer);
        }
        if let Some(answer) = self.storage.answer(request) {
            return Ok(answer);
        }
        if let Some(version) = batch::version_of_batch(request.uri().path()) {
            return self.execute_batch(request, version);
        }
        let Some(extensions) = &self.extensions else {
            return self.execute_declared(request);
        };
        let response = self.execute_declared(&extensions.request(request)?)?;
        Ok(extensions.response(response))
    }

    /// Executes the requests of a batch, each of which is recorded, limited, and may encounter faults of its own.
    fn execute_batch(
        &self,
        request: &Request<Bytes>,
        version: &str,
    ) -> Result<Response<Bytes>, GraphError> {
        let size = request.body().len();
        if size > self.settings.body_limit {
            return Err(GraphError::body_too_large(self.settings.body_limit));
        }
        let execute = |request| {
            let (response, delivery) = self.handle_one(request, Place::Batch);
            delivery.has_response().then_some(response)
        };
        let failed_dependency = || {
            let diagnostics = Diagnostics::new(&HeaderMap::new(), self.settings.clock.now());
            diagnostics.error_response(GraphError::of_status(StatusCode::FAILED_DEPENDENCY))
        };
        let requests = batch::read(request, version)?;
        Ok(batch::respond(requests, execute, failed_dependency))
    }

    /// Executes a request that names the properties as the structs do.
    fn execute_declared(&self, request: &Request<Bytes>) -> Result<Response<Bytes>, GraphError> {
        let store = &mut lock(&self.store);
        let (method, path) = (request.method(), request.uri().path());
        if let Some(collection) = path
            .strip_suffix("/$count")
            .filter(|_| method == Method::GET)
        {
            return self.count(request, collection, store);
        }
        let resolved = match (resolve(&self.routes, method, path, store), delta_of(path)) {
            (Err(_), Some(collection)) if method == Method::GET => {
                return self.delta(request, collection, store);
            }
            (resolved, _) => resolved?,
        };
        match resolved {
            (version, Address::Resource(target)) => {
                self.execute_on_resource(request, version, target, store)
            }
            (version, Address::Navigation(navigation)) => {
                self.execute_on_relationship(request, version, navigation, store)
            }
        }
    }

    /// Returns the target before `segment`, which is a function of collections.
    fn target_of(
        &self,
        segment: &str,
        request: &Request<Bytes>,
        path: &str,
        store: &Store,
    ) -> Result<(ApiVersion, Target), GraphError> {
        let resolved = resolve(&self.routes, request.method(), path, store)?;
        let (version, Address::Resource(target)) = resolved else {
            let feature = format_args!("'{segment}' of a relationship");
            return Err(GraphError::not_emulated(feature));
        };
        operation_of(request.method(), &target, target.types.iter())?;
        Ok((version, target))
    }

    /// Answers the changes of a collection.
    fn delta(
        &self,
        request: &Request<Bytes>,
        collection: &str,
        store: &Store,
    ) -> Result<Response<Bytes>, GraphError> {
        let (version, target) = self.target_of("delta", request, collection, store)?;
        if target.key.is_some() {
            return Err(GraphError::not_emulated("'delta' of an item"));
        }
        let query = request.uri().query().unwrap_or_default();
        let query = Query::parse_delta(query, &target.types)?;
        delta::delta(&self.call(request, version, target, query), store)
    }

    /// Answers the number of items in a collection.
    fn count(
        &self,
        request: &Request<Bytes>,
        collection: &str,
        store: &Store,
    ) -> Result<Response<Bytes>, GraphError> {
        let (version, target) = self.target_of("$count", request, collection, store)?;
        if target.key.is_some() {
            return Err(GraphError::unknown_segment("$count"));
        }
        let query = request.uri().query().unwrap_or_default();
        let query = Query::parse(query, &target.types, Operation::List)?;
        let is_directory = advanced::has_advanced_queries(&target.types);
        advanced::check(&query, is_directory, request.headers(), true)?;
        Ok(read::count(
            &self.call(request, version, target, query),
            store,
        ))
    }

    fn execute_on_resource(
        &self,
        request: &Request<Bytes>,
        version: ApiVersion,
        target: Target,
        store: &mut Store,
    ) -> Result<Response<Bytes>, GraphError> {
        let method = request.method();
        let operation = operation_of(method, &target, target.types.iter())?;
        let query = request.uri().query().unwrap_or_default();
        let query = Query::parse(query, &target.types, operation)?;
        let is_directory = advanced::has_advanced_queries(&target.types);
        advanced::check(&query, is_directory, request.headers(), false)?;
        let call = self.call(request, version, target, query);
        ensure_singleton(store, &call.target, call.now());
        if let Ok(item) = call.item(store) {
            let resource = call.target.types.resource_of(&item.properties);
            operation_of(method, &call.target, [resource])?;
        }
        match operation {
            Operation::List => read::list(&call, store),
            Operation::Get => read::get(&call, store),
            Operation::Create => write::create(&call, store),
            Operation::Update => write::update(&call, store),
            Operation::Delete => write::delete(&call, store),
            _ => Err(GraphError::not_emulated("this operation")),
        }
    }

    fn execute_on_relationship(
        &self,
        request: &Request<Bytes>,
        version: ApiVersion,
        Navigation { source, relation }: Navigation,
        store: &mut Store,
    ) -> Result<Response<Bytes>, GraphError> {
        check_method(&relation, request.method())?;
        let query = match (request.method(), &relation.key) {
            (&Method::GET, None) if relation.is_collection() => Some(Operation::List),
            (&Method::GET, _) => Some(Operation::Get),
            _ => None,
        };
        let parse = |operation| {
            let query = request.uri().query().unwrap_or_default();
            Query::parse(query, &relation.property.edm_type(), operation)
        };
        let query = query.map(parse).transpose()?.unwrap_or_default();
        let has_options = query.arranges() || query.count || !query.expand.is_empty();
        if relation.is_reference && has_options {
            return Err(GraphError::not_emulated("query options of references"));
        }
        advanced::check(&query, relation.is_to_directory(), request.headers(), false)?;
        let call = self.call(request, version, source, query);
        ensure_singleton(store, &call.target, call.now());
        let source = call.item_id(call.item(store)?);
        let call = NavigationCall {
            call,
            relation,
            source,
        };
        call.execute(store)
    }

    fn call<'c>(
        &'c self,
        request: &'c Request<Bytes>,
        version: ApiVersion,
        target: Target,
        query: Query,
    ) -> Call<'c> {
        Call {
            request,
            settings: &self.settings,
            routes: &self.routes,
            version,
            target,
            query,
        }
    }
}

/// Returns the path of the collection whose function `delta` a path is.
fn delta_of(path: &str) -> Option<&str> {
    let (collection, function) = path.rsplit_once('/')?;
    let function = function.strip_suffix("()").unwrap_or(function);
    matches!(function, "delta" | "microsoft.graph.delta").then_some(collection)
}
