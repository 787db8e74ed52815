use std::sync::Mutex;

use bytes::Bytes;
use graph_resource::{ApiVersion, Operation};
use http::{Method, Request, Response};

use crate::answer::Ids;
use crate::builder::Settings;
use crate::fault::{Fault, excerpt};
use crate::log::Log;
use crate::operations::Call;
use crate::query::Query;
use crate::route::{Routes, Target};
use crate::store::Store;
use crate::{headers, lock, place};

/// Microsoft Graph without its socket: takes requests, gives answers.
#[derive(Debug)]
pub(crate) struct Service {
    pub(crate) routes: Routes,
    pub(crate) settings: Settings,
    pub(crate) store: Mutex<Store>,
    pub(crate) log: Log,
}

impl Service {
    pub(crate) fn new(routes: Routes, settings: Settings) -> Self {
        Self {
            routes,
            settings,
            store: Mutex::default(),
            log: Log::default(),
        }
    }

    /// Answers a request, and writes both to the log.
    pub(crate) fn handle(&self, request: Request<Bytes>) -> Response<Bytes> {
        let ids = Ids::new(request.headers());
        let answer = self.answer(&request);
        let mut response = answer.unwrap_or_else(|fault| ids.refusal(fault));
        ids.sign(&mut response);
        self.log.record(request, response.clone());
        response
    }

    fn answer(&self, request: &Request<Bytes>) -> Result<Response<Bytes>, Fault> {
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

    fn locate(&self, path: &str) -> Result<(ApiVersion, Target), Fault> {
        if let Some(segment) = path.split('/').find(|segment| segment.starts_with('$')) {
            let what = format!("the path segment '{}'", excerpt(segment));
            return Err(Fault::not_emulated(what));
        }
        let segments = place::decode(path)
            .ok_or_else(|| Fault::malformed("The path is not properly encoded."))?;
        let (version, segments) = segments
            .split_first()
            .unwrap_or((const { &String::new() }, &[]));
        let version = parse_version(version)?;
        let target = self.routes.find(Some(version), segments);
        let target =
            target.ok_or_else(|| Fault::unknown_segment(self.routes.stray(version, segments)))?;
        Ok((version, target))
    }
}

fn parse_version(text: &str) -> Result<ApiVersion, Fault> {
    let versions = [ApiVersion::V1, ApiVersion::Beta];
    let version = versions
        .into_iter()
        .find(|version| version.as_str().eq_ignore_ascii_case(text));
    version.ok_or_else(|| Fault::malformed(format!("Invalid version: {}", excerpt(text))))
}

/// What `method` does with the target.
fn operation(method: &Method, target: &Target) -> Result<Operation, Fault> {
    let allowed = allowed(target);
    let operation = allowed.iter().find(|(allowed, _)| allowed == method);
    operation.map(|(_, operation)| *operation).ok_or_else(|| {
        let methods: Vec<_> = allowed.iter().map(|(method, _)| method.as_str()).collect();
        Fault::method_not_allowed(methods.join(", "))
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
