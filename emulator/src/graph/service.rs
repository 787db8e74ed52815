use std::sync::Mutex;

use bytes::Bytes;
use graph_resource::{ApiVersion, Operation};
use http::{Method, Request, Response};

use crate::fault::definition::Fault;
use crate::fault::injector::{FaultInjector, TriggeredFault};
use crate::http::delivery::Delivery;
use crate::http::headers;
use crate::log::{Log, RecordedRequest};
use crate::odata::path;
use crate::odata::query::Query;
use crate::odata::routes::Routes;
use crate::odata::target::Target;
use crate::settings::Settings;
use crate::store::Store;
use crate::sync::lock;
use crate::text::truncate;

use super::call::Call;
use super::diagnostics::Diagnostics;
use super::error::GraphError;
use super::new_item::ensure_singleton;
use super::{read, write};

/// Microsoft Graph without a server: a function from requests to responses.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) routes: Routes,
    pub(crate) settings: Settings,
    pub(crate) store: Mutex<Store>,
    pub(crate) faults: FaultInjector,
    pub(crate) log: Log,
}

impl Service {
    pub(crate) fn new(routes: Routes, settings: Settings) -> Self {
        Self {
            routes,
            settings,
            store: Mutex::default(),
            faults: FaultInjector::default(),
            log: Log::default(),
        }
    }

    /// Answers a request, unless a fault prevents that, and records both.
    pub(crate) fn handle(&self, request: Request<Bytes>) -> (Response<Bytes>, Delivery) {
        let clock = &self.settings.clock;
        let received_at = clock.elapsed();
        let triggered = self.faults.trigger(&request, received_at);
        let (response, was_executed) = self.respond(&request, triggered.as_ref());
        let fault = triggered.map(|triggered| triggered.fault);
        let delivery = fault
            .as_ref()
            .map(|fault| fault.delivery(&response, received_at));
        self.log.record(RecordedRequest {
            request,
            response: response.clone(),
            fault,
            was_executed,
            received_at: clock.instant(received_at),
        });
        (response, delivery.unwrap_or_default())
    }

    /// Returns the response, and whether the request was executed.
    fn respond(
        &self,
        request: &Request<Bytes>,
        triggered: Option<&TriggeredFault>,
    ) -> (Response<Bytes>, bool) {
        let diagnostics = Diagnostics::new(request.headers(), self.settings.clock.now());
        let fault = triggered.map(|triggered| &triggered.fault);
        let is_reached = fault.is_none_or(Fault::executes_request);
        let result = is_reached.then(|| self.execute(request));
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
        let (version, target) = self.resolve(request.uri().path())?;
        let operation = operation(request.method(), &target)?;
        let query = request.uri().query().unwrap_or_default();
        let query = Query::parse(query, target.resource.type_info(), operation)?;
        let call = Call {
            request,
            settings: &self.settings,
            version,
            target,
            query,
        };
        let store = &mut lock(&self.store);
        ensure_singleton(store, &call.target, call.now());
        match operation {
            Operation::List => Ok(read::list(&call, store)),
            Operation::Get => read::get(&call, store),
            Operation::Create => write::create(&call, store),
            Operation::Update => write::update(&call, store),
            Operation::Delete => write::delete(&call, store),
            _ => Err(GraphError::not_emulated("this operation")),
        }
    }

    /// Finds the version and the target of a path.
    fn resolve(&self, path: &str) -> Result<(ApiVersion, Target), GraphError> {
        if let Some(segment) = path.split('/').find(|segment| segment.starts_with('$')) {
            let feature = format!("the path segment '{}'", truncate(segment));
            return Err(GraphError::not_emulated(feature));
        }
        let segments = path::decode(path)
            .ok_or_else(|| GraphError::malformed("The path is not properly encoded."))?;
        let (version, segments) = segments
            .split_first()
            .unwrap_or((const { &String::new() }, &[]));
        let version = parse_version(version)?;
        let target = self.routes.find(Some(version), segments)?;
        let target = target.ok_or_else(|| {
            GraphError::unknown_segment(self.routes.unknown_segment(version, segments))
        })?;
        Ok((version, target))
    }
}

fn parse_version(text: &str) -> Result<ApiVersion, GraphError> {
    let versions = [ApiVersion::V1, ApiVersion::Beta];
    let version = versions
        .into_iter()
        .find(|version| version.as_str().eq_ignore_ascii_case(text));
    version.ok_or_else(|| GraphError::malformed(format!("Invalid version: {}", truncate(text))))
}

/// Returns the operation of a method on the target.
fn operation(method: &Method, target: &Target) -> Result<Operation, GraphError> {
    let allowed = allowed_methods(target);
    let operation = allowed.iter().find(|(allowed, _)| allowed == method);
    operation.map(|(_, operation)| *operation).ok_or_else(|| {
        let methods: Vec<_> = allowed.iter().map(|(method, _)| method.as_str()).collect();
        GraphError::method_not_allowed(methods.join(", "))
    })
}

fn allowed_methods(target: &Target) -> Vec<(Method, Operation)> {
    let resource = target.resource;
    let mut methods = match target.key {
        None => vec![
            (Method::GET, Operation::List),
            (Method::POST, Operation::Create),
        ],
        Some(_) => vec![
            (Method::GET, Operation::Get),
            (resource.update_method().into(), Operation::Update),
            (Method::DELETE, Operation::Delete),
        ],
    };
    methods.retain(|(_, operation)| resource.allows(*operation));
    methods
}
