//! From the path of a request to what it addresses, or to the error that says why it addresses nothing.

use graph_resource::ApiVersion;
use http::Method;

use crate::odata::address::{Address, Navigation};
use crate::odata::path;
use crate::odata::routes::Routes;
use crate::odata::target::Target;
use crate::store::Store;
use crate::text::truncate;

use super::error::GraphError;

/// A name that is a function of every collection that supports it, even without parentheses.
const DELTA: &str = "delta";

/// Finds the version and the address of a path.
pub(super) fn resolve(
    routes: &Routes,
    method: &Method,
    path: &str,
    store: &Store,
) -> Result<(ApiVersion, Address), GraphError> {
    let malformed = || GraphError::malformed("The path is not properly encoded.");
    let segments = path::decode(path).ok_or_else(malformed)?;
    let (version, segments) = segments
        .split_first()
        .unwrap_or((const { &String::new() }, &[]));
    let resolver = Resolver {
        routes,
        method,
        store,
        version: parse_version(version)?,
    };
    // An encoded `$` is part of a key.
    let mut raw_segments = path.split('/').skip(2);
    let system = raw_segments.position(|segment| segment.starts_with('$'));
    let address = match system {
        None => resolver.address(segments)?,
        Some(at) => resolver.system_address(segments, at)?,
    };
    Ok((resolver.version, address))
}

struct Resolver<'r> {
    routes: &'r Routes,
    method: &'r Method,
    store: &'r Store,
    version: ApiVersion,
}

impl Resolver<'_> {
    fn address(&self, segments: &[String]) -> Result<Address, GraphError> {
        let target = self.routes.find(Some(self.version), segments, self.store)?;
        if let Some(target) = target {
            self.reject_operation(&target)?;
            return match self.related_items(segments, &target)? {
                Some(navigation) => Ok(Address::Navigation(navigation)),
                None => Ok(Address::Resource(target)),
            };
        }
        match self.navigation(segments, false)? {
            Some(navigation) => Ok(Address::Navigation(navigation)),
            None => Err(self.unknown(segments)),
        }
    }

    /// Returns the relationship at the path of a collection that has linked items, and none of its own: a resource that describes the items
    /// of `groups/1/members` does not hide those that are linked there.
    fn related_items(
        &self,
        segments: &[String],
        target: &Target,
    ) -> Result<Option<Navigation>, GraphError> {
        let reads_collection = *self.method == Method::GET && target.key.is_none();
        if !reads_collection || self.store.has_items(&target.path.id()) {
            return Ok(None);
        }
        let navigation = self.navigation(segments, false)?;
        Ok(navigation.filter(|navigation| {
            let source = navigation.source.item_id(self.store);
            let name = navigation.relation.property.name();
            source.is_some_and(|source| self.store.links.iter(&source, name, 0).next().is_some())
        }))
    }

    fn navigation(
        &self,
        segments: &[String],
        is_reference: bool,
    ) -> Result<Option<Navigation>, GraphError> {
        let (routes, version) = (self.routes, Some(self.version));
        Ok(Navigation::find(
            routes,
            version,
            segments,
            is_reference,
            self.store,
        )?)
    }

    /// Finds the address of a path whose segment `at` begins with `$`, of which only `$ref` is supported.
    fn system_address(&self, segments: &[String], at: usize) -> Result<Address, GraphError> {
        let (before, system) = (&segments[..at], &segments[at]);
        if system == "$ref"
            && at + 1 == segments.len()
            && let Some(navigation) = self.navigation(before, true)?
        {
            return Ok(Address::Navigation(navigation));
        }
        if self.routes.known_segments(self.version, before) < at {
            return Err(self.unknown(before));
        }
        let feature = format_args!("the path segment '{}'", truncate(system));
        Err(GraphError::not_emulated(feature))
    }

    /// Rejects what has the form of a key, but is a function or a type, unless there is an item with this key.
    fn reject_operation(&self, target: &Target) -> Result<(), GraphError> {
        let key = target.key.as_deref().unwrap_or_default();
        let is_function = split_parameters(key)
            .is_some_and(|(_, parameters)| parameters.is_empty() || parameters.contains('='));
        // Items are not posted to, but a collection can have actions.
        let is_action = *self.method == Method::POST && target.alternate_key.is_none();
        let is_operation = key == DELTA || is_qualified(key) || is_function || is_action;
        let is_stored = |key| self.store.item(&target.path.id(), key).is_some();
        match target.stored_key(self.store) {
            Some(key) if is_operation && !key.is_empty() && !is_stored(key) => {
                Err(GraphError::operation(key))
            }
            _ => Ok(()),
        }
    }

    /// Creates the error for a path that leads nowhere: `501` if the next segment is an operation, which the emulator does not support.
    fn unknown(&self, segments: &[String]) -> GraphError {
        let known = self.routes.known_segments(self.version, segments);
        let Some(unknown) = segments.get(known) else {
            return GraphError::unknown_segment(segments.last().map_or("", String::as_str));
        };
        if known > 0 && self.is_operation(&segments[..known], unknown, segments.len()) {
            return GraphError::operation(unknown);
        }
        GraphError::unknown_segment(unknown)
    }

    fn is_operation(&self, known: &[String], name: &str, segments: usize) -> bool {
        if is_qualified(name) {
            return true;
        }
        if let Some((function, _)) = split_parameters(name) {
            return !self.routes.has_name_after(self.version, known, function);
        }
        let found = self.routes.find(Some(self.version), known, self.store);
        let Ok(Some(target)) = found else {
            return false;
        };
        let is_last = known.len() + 1 == segments;
        let is_action = *self.method == Method::POST && !name.is_empty();
        let property = target
            .types
            .property(name)
            .filter(|each| !each.is_navigation());
        let is_property = target.key.is_some() && property.is_some();
        is_property || is_last && (is_action || name == DELTA)
    }
}

/// Returns whether a segment is the qualified name of a type or of an operation: `microsoft.graph.user`.
fn is_qualified(segment: &str) -> bool {
    segment.starts_with("microsoft.graph.")
}

/// Splits the call of a function into its name and its parameters: `preview(from='a')`.
fn split_parameters(segment: &str) -> Option<(&str, &str)> {
    let (name, parameters) = segment.strip_suffix(')')?.split_once('(')?;
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_name.then_some((name, parameters))
}

fn parse_version(text: &str) -> Result<ApiVersion, GraphError> {
    let versions = [ApiVersion::V1, ApiVersion::Beta];
    let version = versions
        .into_iter()
        .find(|version| version.as_str().eq_ignore_ascii_case(text));
    version.ok_or_else(|| GraphError::malformed(format!("Invalid version: {}", truncate(text))))
}
