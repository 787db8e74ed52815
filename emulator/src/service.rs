use std::sync::Mutex;
use std::time::Instant;

use bytes::Bytes;
use graph_resource::{ApiVersion, Operation};
use http::{Method, Request, Response};

use crate::answer::Ids;
use crate::builder::Settings;
use crate::fault::{Delivery, Script};
use crate::log::{Log, RecordedRequest};
use crate::operations::Call;
use crate::query::Query;
use crate::refusal::{Refusal, excerpt};
use crate::route::{Routes, Target};
use crate::store::Store;
use crate::{headers, lock, place};

/// Microsoft Graph without its socket: takes requests, gives answers.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) routes: Routes,
    pub(crate) settings: Settings,
    pub(crate) store: Mutex<Store>,
    pub(crate) script: Script,
    pub(crate) log: Log,
}

impl Service {
    pub(crate) fn new(routes: Routes, settings: Settings) -> Self {
        Self {
            routes,
            settings,
            store: Mutex::default(),
            script: Script::default(),
            log: Log::default(),
        }
    }

    /// Answers a request as far as a fault lets it, and writes both to the log.
    pub(crate) fn handle(&self, request: Request<Bytes>) -> (Response<Bytes>, Delivery) {
        let received_at = Instant::now();
        let ids = Ids::new(request.headers());
        let met = self.script.meet(&request, received_at);
        let acts = met.as_ref().is_none_or(|met| met.fault.acts());
        let truth = acts.then(|| self.answer(&request));
        let was_executed = matches!(truth, Some(Ok(_)));
        let truth = truth.map(|truth| truth.unwrap_or_else(|refusal| ids.refusal(refusal)));
        let mut response = match &met {
            Some(met) => met.answer(truth, &ids),
            None => truth.unwrap_or_default(),
        };
        ids.sign(&mut response);
        if let Some(met) = &met {
            met.add_headers(&mut response);
        }
        let delivery = met.as_ref().map(|met| met.delivery(&response));
        self.log.record(RecordedRequest {
            request,
            response: response.clone(),
            fault: met.map(|met| met.fault),
            was_executed,
            received_at,
        });
        (response, delivery.unwrap_or_default())
    }

    fn answer(&self, request: &Request<Bytes>) -> Result<Response<Bytes>, Refusal> {
        headers::check_authorization(request.headers())?;
        let (version, target) = self.locate(request.uri().path())?;
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
        call.run(operation, &mut lock(&self.store))
    }

    fn locate(&self, path: &str) -> Result<(ApiVersion, Target), Refusal> {
        if let Some(segment) = path.split('/').find(|segment| segment.starts_with('$')) {
            let what = format!("the path segment '{}'", excerpt(segment));
            return Err(Refusal::not_emulated(what));
        }
        let segments = place::decode(path)
            .ok_or_else(|| Refusal::malformed("The path is not properly encoded."))?;
        let (version, segments) = segments
            .split_first()
            .unwrap_or((const { &String::new() }, &[]));
        let version = parse_version(version)?;
        let target = self.routes.find(Some(version), segments);
        let target =
            target.ok_or_else(|| Refusal::unknown_segment(self.routes.stray(version, segments)))?;
        Ok((version, target))
    }
}

fn parse_version(text: &str) -> Result<ApiVersion, Refusal> {
    let versions = [ApiVersion::V1, ApiVersion::Beta];
    let version = versions
        .into_iter()
        .find(|version| version.as_str().eq_ignore_ascii_case(text));
    version.ok_or_else(|| Refusal::malformed(format!("Invalid version: {}", excerpt(text))))
}

/// What `method` does with the target.
fn operation(method: &Method, target: &Target) -> Result<Operation, Refusal> {
    let allowed = allowed(target);
    let operation = allowed.iter().find(|(allowed, _)| allowed == method);
    operation.map(|(_, operation)| *operation).ok_or_else(|| {
        let methods: Vec<_> = allowed.iter().map(|(method, _)| method.as_str()).collect();
        Refusal::method_not_allowed(methods.join(", "))
    })
}

fn allowed(target: &Target) -> Vec<(Method, Operation)> {
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
