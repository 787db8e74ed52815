use graph_resource::{ApiVersion, ResourceInfo};

use crate::alternate::{self, Alternate};
use crate::place::{Place, Segment};
use crate::store::Store;

/// The paths of all resources, those with names before those with parameters.
#[derive(Debug, Default)]
pub(crate) struct Routes(Vec<Route>);

#[derive(Debug)]
struct Route {
    resource: &'static ResourceInfo,
    template: Vec<Part>,
    kind: Kind,
}

/// What a template says of one segment.
#[derive(Debug, Clone, Copy)]
enum Part {
    Name(&'static str),
    Parameter,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Collection,
    Item,
    Singleton,
}

/// What a path leads to.
#[derive(Debug)]
pub(crate) struct Target {
    pub(crate) resource: &'static ResourceInfo,
    /// The collection, or the singleton itself.
    pub(crate) place: Place,
    /// The key of an item, empty for a singleton; none for a whole collection.
    pub(crate) key: Option<String>,
    /// By which the item is found instead; the key is then what the address says.
    pub(crate) alternate: Option<Alternate>,
}

impl Target {
    pub(crate) fn is_singleton(&self) -> bool {
        self.key.as_deref() == Some("")
    }

    /// The key of the item in the store: none for a whole collection, and none where no item has the alternate key.
    pub(crate) fn key_in<'t>(&'t self, store: &'t Store) -> Option<&'t str> {
        match &self.alternate {
            None => self.key.as_deref(),
            Some(alternate) => store.key_of(&self.place.id(), |item| alternate.names(item)),
        }
    }
}

impl Routes {
    /// Adds the paths of `resource`. The error is the path that leads to another resource already.
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
            template: parts(path),
            kind,
        };
        if self.0.iter().any(|other| other.is_ambiguous_with(&route)) {
            return Err(path);
        }
        self.0.push(route);
        self.0.sort_by_key(Route::precedence);
        Ok(())
    }

    /// What the segments of a path below the version lead to. Without a version, any will do.
    pub(crate) fn find(&self, version: Option<ApiVersion>, segments: &[String]) -> Option<Target> {
        let mut routes = self.0.iter().filter(|route| route.is_served_at(version));
        match routes.find(|route| route.leads_to(segments)) {
            Some(route) => Some(route.target(segments)),
            None => self.find_by_alternate_key(version, segments),
        }
    }

    /// `applications(appId='…')` is an item of `applications`.
    fn find_by_alternate_key(
        &self,
        version: Option<ApiVersion>,
        segments: &[String],
    ) -> Option<Target> {
        let (last, before) = segments.split_last()?;
        let (collection, property, literal) = alternate::split(last)?;
        let mut path = before.to_vec();
        path.extend([collection.to_owned(), format!("{property}={literal}")]);
        let mut routes = self.0.iter().filter(|route| {
            route.kind == Kind::Item && route.is_served_at(version) && route.leads_to(&path)
        });
        routes.find_map(|route| {
            let info = route.resource.type_info();
            let alternate = Alternate::parse(info, property, literal)?;
            Some(Target {
                alternate: Some(alternate),
                ..route.target(&path)
            })
        })
    }

    /// The segment with which a path that leads nowhere goes astray.
    pub(crate) fn stray<'s>(&self, version: ApiVersion, segments: &'s [String]) -> &'s str {
        let routes = self
            .0
            .iter()
            .filter(|route| route.is_served_at(Some(version)));
        let known = routes.map(|route| route.agreement(segments)).max();
        let stray = segments.get(known.unwrap_or(0)).or(segments.last());
        stray.map_or("", String::as_str)
    }
}

impl Route {
    fn is_served_at(&self, version: Option<ApiVersion>) -> bool {
        match (self.resource.version(), version) {
            (Some(own), Some(version)) => own == version,
            _ => true,
        }
    }

    fn is_ambiguous_with(&self, other: &Self) -> bool {
        self.is_served_at(other.resource.version())
            && self.template.len() == other.template.len()
            && self.template.iter().zip(&other.template).all(Part::is_same)
    }

    /// Sorts a name before a parameter, the first segment counting most.
    fn precedence(&self) -> Vec<bool> {
        let parts = self.template.iter();
        parts.map(|part| matches!(part, Part::Parameter)).collect()
    }

    /// How many segments, from the first on, are as the template says.
    fn agreement(&self, segments: &[String]) -> usize {
        let pairs = self.template.iter().zip(segments);
        pairs
            .take_while(|(part, segment)| part.accepts(segment))
            .count()
    }

    fn leads_to(&self, segments: &[String]) -> bool {
        self.template.len() == segments.len() && self.agreement(segments) == segments.len()
    }

    fn target(&self, segments: &[String]) -> Target {
        let pairs = self.template.iter().zip(segments);
        let mut place: Vec<_> = pairs.map(|(part, segment)| part.filled(segment)).collect();
        let key = match self.kind {
            Kind::Collection => None,
            Kind::Singleton => Some(String::new()),
            Kind::Item => place.pop().map(Segment::into_text),
        };
        Target {
            resource: self.resource,
            place: Place::new(place),
            key,
            alternate: None,
        }
    }
}

impl Part {
    /// The names of a path are not case-sensitive; an empty segment is never an id.
    fn accepts(&self, segment: &str) -> bool {
        match self {
            Self::Name(name) => name.eq_ignore_ascii_case(segment),
            Self::Parameter => !segment.is_empty(),
        }
    }

    fn filled(&self, segment: &str) -> Segment {
        match self {
            Self::Name(name) => Segment::Name(name),
            Self::Parameter => Segment::Value(segment.to_owned()),
        }
    }

    fn is_same((one, other): (&Self, &Self)) -> bool {
        match (one, other) {
            (Self::Name(one), Self::Name(other)) => one.eq_ignore_ascii_case(other),
            (Self::Parameter, Self::Parameter) => true,
            _ => false,
        }
    }
}

fn parts(template: &'static str) -> Vec<Part> {
    let segments = template.trim_start_matches('/').split('/');
    segments
        .map(|segment| {
            if segment.starts_with('{') && segment.ends_with('}') {
                Part::Parameter
            } else {
                Part::Name(segment)
            }
        })
        .collect()
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
    fn a_name_wins_over_a_parameter() {
        for (path, resource) in [
            ("users/delta", &DELTA),
            ("users/DELTA", &DELTA),
            ("users/deltas", &USERS),
            ("users/me/lists/1", &MINE),
            ("users/you/lists/1", &LISTS),
        ] {
            let target = routes().find(None, &segments(path)).unwrap();
            assert!(std::ptr::eq(target.resource, resource), "{path}");
        }
    }

    #[test]
    fn a_path_that_leads_nowhere_goes_astray_at_its_first_unknown_segment() {
        for (path, stray) in [
            ("", ""),
            ("groups", "groups"),
            ("users/1/events", "events"),
            ("users/1/lists/2/tasks", "tasks"),
            ("users//lists", ""),
            ("users/me", "me"),
        ] {
            let segments = segments(path);
            assert_eq!(routes().stray(ApiVersion::V1, &segments), stray, "{path}");
        }
    }

    #[test]
    fn two_resources_cannot_share_a_path() {
        static ALIAS: ResourceInfo = resource("/Users", "/Users/{key}");
        assert_eq!(routes().add(&ALIAS), Err("/Users"));
    }
}
