use graph_resource::{ApiVersion, ResourceInfo};

use super::alternate_key::{self, AlternateKey};
use super::literal::LiteralError;
use super::path::{ResourcePath, Segment};
use super::target::Target;
use super::template::Template;

/// The paths of all resources, in order of precedence: names before parameters.
#[derive(Debug, Default)]
pub(crate) struct Routes(Vec<Route>);

#[derive(Debug)]
struct Route {
    resource: &'static ResourceInfo,
    template: Template,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Collection,
    Item,
    Singleton,
}

impl Routes {
    /// Adds the paths of `resource`, or returns the path at which another resource is served already.
    pub(crate) fn add(&mut self, resource: &'static ResourceInfo) -> Result<(), &'static str> {
        if resource.path() == resource.item_path() {
            return self.push(resource, resource.path(), Kind::Singleton);
        }
        self.push(resource, resource.path(), Kind::Collection)?;
        self.push(resource, resource.item_path(), Kind::Item)
    }

    fn push(
        &mut self,
        resource: &'static ResourceInfo,
        path: &'static str,
        kind: Kind,
    ) -> Result<(), &'static str> {
        let route = Route {
            resource,
            template: Template::parse(path),
            kind,
        };
        if self.0.iter().any(|other| other.conflicts_with(&route)) {
            return Err(path);
        }
        self.0.push(route);
        self.0.sort_by_key(|route| route.template.precedence());
        Ok(())
    }

    /// Finds the target of a path, given by its segments below the version. Without a version, any version matches.
    pub(crate) fn find(
        &self,
        version: Option<ApiVersion>,
        segments: &[String],
    ) -> Result<Option<Target>, LiteralError> {
        let mut routes = self.0.iter().filter(|route| route.is_served_at(version));
        match routes.find(|route| route.template.matches(segments)) {
            Some(route) => route.target(segments).with_valid_key().map(Some),
            None => self.find_by_alternate_key(version, segments),
        }
    }

    /// Finds the target of a path like `applications(appId='…')`, an item of `applications`.
    fn find_by_alternate_key(
        &self,
        version: Option<ApiVersion>,
        segments: &[String],
    ) -> Result<Option<Target>, LiteralError> {
        let last_and_parents = segments.split_last();
        let Some((parents, (collection, property, literal))) = last_and_parents
            .and_then(|(last, parents)| Some((parents, alternate_key::split(last)?)))
        else {
            return Ok(None);
        };
        let mut path = parents.to_vec();
        path.extend([collection.to_owned(), format!("{property}={literal}")]);
        let mut routes = self.0.iter().filter(|route| {
            route.kind == Kind::Item && route.is_served_at(version) && route.template.matches(&path)
        });
        let target = routes.find_map(|route| {
            let info = route.resource.type_info();
            let key = AlternateKey::parse(info, property, literal).transpose()?;
            Some(key.map(|key| Target {
                alternate_key: Some(key),
                ..route.target(&path)
            }))
        });
        target.transpose()
    }

    /// Returns the first segment of a path without a target that no resource has at this position.
    pub(crate) fn unknown_segment<'s>(
        &self,
        version: ApiVersion,
        segments: &'s [String],
    ) -> &'s str {
        let routes = self
            .0
            .iter()
            .filter(|route| route.is_served_at(Some(version)));
        let known = routes.map(|route| route.template.matching_segments(segments));
        let unknown = segments.get(known.max().unwrap_or(0)).or(segments.last());
        unknown.map_or("", String::as_str)
    }
}

impl Route {
    fn is_served_at(&self, version: Option<ApiVersion>) -> bool {
        match (self.resource.version(), version) {
            (Some(own), Some(version)) => own == version,
            _ => true,
        }
    }

    fn conflicts_with(&self, other: &Self) -> bool {
        self.is_served_at(other.resource.version())
            && self.template.is_equivalent_to(&other.template)
    }

    fn target(&self, segments: &[String]) -> Target {
        let mut path = self.template.fill(segments);
        let key = match self.kind {
            Kind::Collection => None,
            Kind::Singleton => Some(String::new()),
            Kind::Item => path.pop().map(Segment::into_text),
        };
        Target {
            resource: self.resource,
            path: ResourcePath::new(path),
            key,
            alternate_key: None,
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use graph_resource::{Operation, ResourceInfo, TypeInfo};

    use super::*;

    static TYPE: TypeInfo = TypeInfo::new("#microsoft.graph.thing", true, &[]);

    const fn resource(path: &'static str, item_path: &'static str) -> ResourceInfo {
        const OPERATIONS: &[Operation] = &[Operation::Get];
        ResourceInfo::new(&TYPE, path, item_path).with_operations(OPERATIONS)
    }

    static USERS: ResourceInfo = resource("/users", "/users/{id}");
    static DELTA: ResourceInfo = resource("/users/delta", "/users/delta");
    static LISTS: ResourceInfo = resource("/users/{user_id}/lists", "/users/{user_id}/lists/{id}");
    static MINE: ResourceInfo = resource("/users/me/lists", "/users/me/lists/{key}");

    fn routes() -> Routes {
        let mut routes = Routes::default();
        for resource in [&USERS, &LISTS, &DELTA, &MINE] {
            routes.add(resource).unwrap();
        }
        routes
    }

    fn segments(path: &str) -> Vec<String> {
        path.split('/').map(str::to_owned).collect()
    }

    #[test]
    fn a_name_takes_precedence_over_a_parameter() {
        for (path, resource) in [
            ("users/delta", &DELTA),
            ("users/DELTA", &DELTA),
            ("users/deltas", &USERS),
            ("users/me/lists/1", &MINE),
            ("users/you/lists/1", &LISTS),
        ] {
            let target = routes().find(None, &segments(path)).unwrap().unwrap();
            assert!(std::ptr::eq(target.resource, resource), "{path}");
        }
    }

    #[test]
    fn an_unknown_path_is_reported_at_its_first_unknown_segment() {
        for (path, unknown) in [
            ("", ""),
            ("groups", "groups"),
            ("users/1/events", "events"),
            ("users/1/lists/2/tasks", "tasks"),
            ("users//lists", ""),
            ("users/me", "me"),
        ] {
            let segments = segments(path);
            assert_eq!(
                routes().unknown_segment(ApiVersion::V1, &segments),
                unknown,
                "{path}"
            );
        }
    }

    #[test]
    fn two_resources_cannot_share_a_path() {
        static ALIAS: ResourceInfo = resource("/Users", "/Users/{key}");
        assert_eq!(routes().add(&ALIAS), Err("/Users"));
    }
}
