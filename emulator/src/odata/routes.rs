use std::borrow::Cow;

use graph_resource::{ApiVersion, ResourceInfo};

use crate::links::ItemId;
use crate::store::Store;

use super::address_error::AddressError;
use super::entity_types::EntityTypes;
use super::key_segment::{KeyPredicate, TypedKey};
use super::literal::LiteralError;
use super::path::{self, ResourcePath, Segment};
use super::target::Target;
use super::template::{Filled, Template};

/// The paths of all resources.
#[derive(Debug, Default)]
pub(crate) struct Routes {
    /// In order of precedence: names before parameters.
    routes: Vec<Route>,
    aliases: Vec<Alias>,
}

/// A beginning of paths that stands for another one, as `/me` does for the user who is signed in.
#[derive(Debug)]
struct Alias {
    from: Vec<String>,
    to: Vec<String>,
}

#[derive(Debug)]
struct Route {
    template: Template,
    kind: Kind,
    /// The resources at this path, each of another type or version.
    resources: Vec<Served>,
}

/// A resource at a path.
#[derive(Debug, Clone, Copy)]
struct Served {
    info: &'static ResourceInfo,
    /// True if it stands for a type of a union, and not for a struct of its own.
    is_variant: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Collection,
    Item,
    Singleton,
}

/// Two resources that cannot be served at one path.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Conflict(pub(crate) &'static str);

impl Routes {
    /// Adds the paths of `resource`. A path can have several resources if they are of different types. A union adds each of its types.
    pub(crate) fn add(&mut self, resource: &'static ResourceInfo) -> Result<(), Conflict> {
        let further = resource.further_addresses().iter();
        let further = further.map(|address| (address.path(), address.item_path()));
        let first = (resource.path(), resource.item_path());
        for (path, item_path) in [first].into_iter().chain(further) {
            if resource.variants().is_empty() {
                self.add_at(resource, false, path, item_path)?;
            }
            for variant in resource.variants() {
                self.add_at(variant, true, path, item_path)?;
            }
        }
        Ok(())
    }

    /// Lets paths that begin with `from` mean those that begin with `to`. Returns whether both are paths.
    pub(crate) fn alias(&mut self, from: &str, to: &str) -> bool {
        let (Some(from), Some(to)) = (path::decode(from), path::decode(to)) else {
            return false;
        };
        self.aliases.push(Alias { from, to });
        true
    }

    /// Returns the segments of the path that a path means.
    fn canonical<'s>(&self, segments: &'s [String]) -> Cow<'s, [String]> {
        let is_before = |alias: &&Alias| {
            let start = segments.get(..alias.from.len()).unwrap_or_default();
            let mut pairs = start.iter().zip(&alias.from);
            start.len() == alias.from.len()
                && pairs.all(|(one, other)| one.eq_ignore_ascii_case(other))
        };
        match self.aliases.iter().find(is_before) {
            Some(alias) => [&alias.to, &segments[alias.from.len()..]].concat().into(),
            None => segments.into(),
        }
    }

    fn add_at(
        &mut self,
        info: &'static ResourceInfo,
        is_variant: bool,
        path: &'static str,
        item_path: &'static str,
    ) -> Result<(), Conflict> {
        let served = Served { info, is_variant };
        if path == item_path {
            return self.push(served, path, Kind::Singleton);
        }
        self.push(served, path, Kind::Collection)?;
        self.push(served, item_path, Kind::Item)
    }

    fn push(&mut self, served: Served, path: &'static str, kind: Kind) -> Result<(), Conflict> {
        let template = Template::parse(path);
        let mut same_path = self.routes.iter_mut();
        let same_path = same_path.find(|route| route.template.is_equivalent_to(&template));
        if let Some(route) = same_path {
            if route.kind != kind || !route.add(served) {
                return Err(Conflict(path));
            }
            return Ok(());
        }
        self.routes.push(Route {
            template,
            kind,
            resources: vec![served],
        });
        self.routes.sort_by_key(|route| route.template.precedence());
        Ok(())
    }

    /// Finds the target of a path, given by its segments below the version. Without a version, any version matches.
    ///
    /// The store resolves alternate keys before the end of the path: `applications(appId='…')/owners`.
    pub(crate) fn find(
        &self,
        version: Option<ApiVersion>,
        segments: &[String],
        store: &Store,
    ) -> Result<Option<Target>, AddressError> {
        let segments = self.canonical(segments);
        let found = self.routes.iter().find_map(|route| {
            let filled = route.template.fill(&segments)?;
            Some((route.kind, route.types(version)?, filled))
        });
        match found {
            Some((kind, types, filled)) => self.target(kind, types, filled, store),
            None => Ok(None),
        }
    }

    /// Finds the target of the path of an item.
    pub(crate) fn find_item(&self, item: &ItemId, store: &Store) -> Option<Target> {
        let mut segments = path::decode(&item.collection)?;
        if !item.key.is_empty() {
            segments.push(item.key.clone());
        }
        self.find(None, &segments, store).ok()?
    }

    /// Finds an item by its key in any collection whose path has no parameters, as the directory finds its objects.
    pub(crate) fn find_directory_object(&self, key: &str, store: &Store) -> Option<ItemId> {
        let is_top_level =
            |route: &&Route| route.kind == Kind::Collection && route.template.is_constant();
        let mut collections = self.routes.iter().filter(is_top_level);
        collections.find_map(|route| {
            let collection = ResourcePath::new(route.template.names()).id();
            let key = store.item(&collection, key)?.key.clone();
            Some(ItemId { collection, key })
        })
    }

    fn target(
        &self,
        kind: Kind,
        types: EntityTypes,
        filled: Vec<Filled>,
        store: &Store,
    ) -> Result<Option<Target>, AddressError> {
        let mut path = Vec::with_capacity(filled.len());
        let mut filled = filled.into_iter().peekable();
        while let Some(part) = filled.next() {
            let is_last = filled.peek().is_none();
            if is_last && kind == Kind::Item {
                return Ok(Target::item(types, ResourcePath::new(path), part)?);
            }
            let segment = match part {
                Filled::Segment(Segment::Value(key)) => self.parent_key(&path, key)?,
                Filled::Segment(name) => Some(name),
                Filled::Key(key) => self.parent_predicate(&path, &key, store)?,
                Filled::Path { text, .. } => Some(Segment::Text(text)),
            };
            let Some(segment) = segment else {
                return Ok(None);
            };
            path.push(segment);
        }
        let key = (kind == Kind::Singleton).then(String::new);
        Ok(Some(Target::new(types, ResourcePath::new(path), key)))
    }

    /// Returns the key of an item in the collection at `path` in the form in which items are stored.
    fn parent_key(&self, path: &[Segment], key: String) -> Result<Option<Segment>, LiteralError> {
        let key = match self.item_types(path) {
            Some(types) => types.stored_key(key)?,
            None => key,
        };
        Ok(Some(Segment::Value(key)))
    }

    /// Returns the key of an item in the collection at `path` from a predicate.
    fn parent_predicate(
        &self,
        path: &[Segment],
        predicate: &KeyPredicate,
        store: &Store,
    ) -> Result<Option<Segment>, AddressError> {
        let Some(types) = self.item_types(path) else {
            return Ok(predicate.untyped().map(Segment::Value));
        };
        let key = match types.typed_key(predicate)? {
            None => return Ok(None),
            Some(TypedKey::Primary(key)) => key,
            Some(TypedKey::Alternate(key)) => {
                let collection = ResourcePath::new(path.to_vec()).id();
                let found = store.find_key(&collection, |item| key.matches(item));
                found.ok_or_else(|| predicate.not_found())?.to_owned()
            }
        };
        Ok(Some(Segment::Value(key)))
    }

    /// Returns the types of the items in the collection at `path`, if it is served.
    fn item_types(&self, path: &[Segment]) -> Option<EntityTypes> {
        let is_item_of =
            |route: &&Route| route.kind == Kind::Item && route.template.is_item_of(path);
        self.routes.iter().find(is_item_of)?.types(None)
    }

    /// Returns how many segments of a path are known, beginning with the first one.
    pub(crate) fn known_segments(&self, version: ApiVersion, segments: &[String]) -> usize {
        let canonical = self.canonical(segments);
        let known = self.served_at(version);
        let known = known.map(|route| route.template.matching_segments(&canonical));
        let added = canonical.len().saturating_sub(segments.len());
        known.max().unwrap_or(0).saturating_sub(added)
    }

    /// Returns whether a path that begins with these segments can go on with the name.
    pub(crate) fn has_name_after(
        &self,
        version: ApiVersion,
        segments: &[String],
        name: &str,
    ) -> bool {
        self.served_at(version)
            .any(|route| route.template.has_name_after(segments, name))
    }

    fn served_at(&self, version: ApiVersion) -> impl Iterator<Item = &Route> {
        let routes = self.routes.iter();
        routes.filter(move |route| route.types(Some(version)).is_some())
    }
}

impl Route {
    /// Returns the types that are served at a version, if there are any.
    fn types(&self, version: Option<ApiVersion>) -> Option<EntityTypes> {
        let resources = self.resources.iter().map(|served| served.info);
        let served = resources.filter(|resource| is_served_at(resource, version));
        EntityTypes::new(served.collect())
    }

    /// Adds a resource, unless there is one of the same type at the same version. The struct of a type takes precedence over the type as
    /// one of a union, and it is no conflict if two unions have the type.
    fn add(&mut self, served: Served) -> bool {
        let is_same = |other: &&mut Served| {
            other.info.type_info() == served.info.type_info()
                && is_served_at(other.info, served.info.version())
        };
        match self.resources.iter_mut().find(is_same) {
            None => self.resources.push(served),
            Some(_) if served.is_variant => {}
            Some(other) if other.is_variant => *other = served,
            Some(_) => return false,
        }
        true
    }
}

fn is_served_at(resource: &ResourceInfo, version: Option<ApiVersion>) -> bool {
    match (resource.version(), version) {
        (Some(own), Some(version)) => own == version,
        _ => true,
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
            let target = routes().find(None, &segments(path), &Store::default());
            let found = target.unwrap().unwrap().types.declared().unwrap();
            assert!(std::ptr::eq(found, resource), "{path}");
        }
    }

    #[test]
    fn an_unknown_path_is_known_up_to_a_segment() {
        for (path, known) in [
            ("", 0),
            ("groups", 0),
            ("users/1/events", 2),
            ("users('1')/events", 1),
            ("users/1/lists/2/tasks", 4),
            ("users('1')/lists('2')/tasks", 2),
            ("users//lists", 1),
            ("users/me", 2),
        ] {
            let segments = segments(path);
            let found = routes().known_segments(ApiVersion::V1, &segments);
            assert_eq!(found, known, "{path}");
        }
    }

    #[test]
    fn a_key_in_parentheses_is_the_same_as_a_segment() {
        for (path, expected) in [
            ("users/1/lists/2", "/users/1/lists 2"),
            ("users('1')/lists('2')", "/users/1/lists 2"),
            ("USERS('1')/Lists/2", "/users/1/lists 2"),
            ("users(id='1')/lists(id='2')", "/users/1/lists 2"),
            (
                "users('O''Neil')/lists('a=(b)')",
                "/users/O%27Neil/lists a=(b)",
            ),
            ("users(7)/lists", "/users/7/lists"),
            ("users/('1')/lists", "/users/%28%271%27%29/lists"),
        ] {
            let target = routes().find(None, &segments(path), &Store::default());
            let target = target.unwrap().unwrap();
            let key = target.key.map_or_else(String::new, |key| format!(" {key}"));
            assert_eq!(target.path.id() + &key, expected, "{path}");
        }
        for path in [
            "users(id2='1')/lists",
            "users('1'/lists",
            "users()/lists",
            "users('1')('2')",
        ] {
            let target = routes().find(None, &segments(path), &Store::default());
            assert!(target.unwrap().is_none(), "{path}");
        }
    }

    #[test]
    fn two_resources_share_a_path_only_if_their_types_or_versions_differ() {
        static ALIAS: ResourceInfo = resource("/Users", "/Users/{key}");
        static SINGLETON: ResourceInfo = resource("/Users", "/Users");
        static OTHER_TYPE: TypeInfo = TypeInfo::new("#microsoft.graph.other", true, &[]);
        static OTHER: ResourceInfo = ResourceInfo::new(&OTHER_TYPE, "/users", "/users/{key}");
        static AT_V1: ResourceInfo = resource("/groups", "/groups/{id}").at(ApiVersion::V1);
        static AT_BETA: ResourceInfo = resource("/groups", "/groups/{id}").at(ApiVersion::Beta);
        let mut routes = routes();
        assert_eq!(routes.add(&ALIAS), Err(Conflict("/Users")));
        assert_eq!(routes.add(&SINGLETON), Err(Conflict("/Users")));
        assert_eq!(routes.add(&OTHER), Ok(()));
        assert_eq!(routes.add(&OTHER), Err(Conflict("/users")));
        assert_eq!((routes.add(&AT_V1), routes.add(&AT_BETA)), (Ok(()), Ok(())));
    }
}
