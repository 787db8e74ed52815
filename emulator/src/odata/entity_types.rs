use graph_resource::{Property, ResourceInfo, TypeInfo};
use serde_json::Value;

use crate::store::Properties;

use super::key::{key_property, key_text};
use super::key_segment::{KeyPredicate, TypedKey};
use super::literal::LiteralError;
use super::{names, primitive};

/// The resources at one path, at least one: a base type with the types that extend it, or the types that extend an abstract one.
#[derive(Debug, Clone)]
pub(crate) struct EntityTypes {
    first: &'static ResourceInfo,
    resources: Vec<&'static ResourceInfo>,
    /// The one that all others extend.
    declared: Option<&'static ResourceInfo>,
}

/// The type of an item.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EntityType<'n> {
    pub(crate) info: &'static TypeInfo,
    /// The qualified name, which is another one than that of `info` if the item is of a derived type that is not known.
    pub(crate) name: &'n str,
}

impl EntityType<'_> {
    pub(crate) fn of(info: &'static TypeInfo) -> Self {
        let name = info.name();
        Self { info, name }
    }

    /// Returns whether the item may have properties that `info` does not declare.
    pub(crate) fn is_open(self) -> bool {
        self.info.is_open() || self.name != self.info.name()
    }
}

impl EntityTypes {
    /// Returns `None` without resources.
    pub(super) fn new(resources: Vec<&'static ResourceInfo>) -> Option<Self> {
        let first = *resources.first()?;
        let is_base = |base: &&&ResourceInfo| {
            let mut all = resources.iter();
            all.all(|resource| extends(resource.type_info(), base.type_info()))
        };
        let declared = resources.iter().find(is_base).copied();
        Some(Self {
            first,
            resources,
            declared,
        })
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &'static ResourceInfo> {
        self.resources.iter().copied()
    }

    /// Returns the resource whose type an object has that does not name one.
    pub(crate) const fn declared(&self) -> Option<&'static ResourceInfo> {
        self.declared
    }

    /// Returns the resource with a type of this qualified name.
    pub(crate) fn named(&self, name: &str) -> Option<&'static ResourceInfo> {
        self.iter().find(|each| each.type_info().name() == name)
    }

    /// Returns the resource that describes an item: that of the type that it names, or else the base.
    pub(crate) fn resource_of(&self, item: &Properties) -> &'static ResourceInfo {
        let named = type_name(item).and_then(|name| self.named(name));
        named.or(self.declared).unwrap_or(self.first)
    }

    pub(crate) fn type_of<'i>(&self, item: &'i Properties) -> EntityType<'i> {
        let info = self.resource_of(item).type_info();
        let name = type_name(item).unwrap_or(info.name());
        EntityType { info, name }
    }

    /// Returns the name of the base, or the names of all types if it is not known.
    pub(crate) fn name(&self) -> String {
        let names: Vec<_> = match self.declared {
            Some(declared) => vec![declared.type_info().name()],
            None => self.iter().map(|each| each.type_info().name()).collect(),
        };
        names.join(" | ")
    }

    /// Returns the property of the key, which all types have in common.
    pub(crate) fn key_property(&self) -> Option<Property> {
        key_property(self.first.type_info())
    }

    /// Checks that a key is one of its type, and returns it in the form in which items are stored.
    pub(super) fn stored_key(&self, key: String) -> Result<String, LiteralError> {
        let Some(property) = self.key_property() else {
            return Ok(key);
        };
        let edm_type = property.edm_type();
        let value = primitive::parse(edm_type, &key);
        let text = value.and_then(|value| key_text(property, &value));
        text.ok_or_else(|| LiteralError::new(&key, edm_type))
    }

    /// Returns a key in parentheses as one of the first type that has such a key.
    pub(super) fn typed_key(&self, key: &KeyPredicate) -> Result<Option<TypedKey>, LiteralError> {
        if self.key_property().is_none() {
            return Ok(key.untyped().map(TypedKey::Primary));
        }
        let mut types = self.iter();
        let key = types.find_map(|each| key.typed(each.type_info()).transpose());
        key.transpose()
    }

    /// Returns the relationship of this name, which is not case-sensitive in a path.
    pub(super) fn navigation(&self, name: &str) -> Option<Property> {
        let mut properties = self
            .iter()
            .flat_map(|each| each.type_info().all_properties());
        properties.find(|each| each.is_navigation() && each.name().eq_ignore_ascii_case(name))
    }

    /// Returns the property of this name that a query option can name: one of the base, or one that all types have. A property of a derived
    /// type needs the name of that type before it ("OData Protocol", System Query Option $select).
    pub(crate) fn property(&self, name: &str) -> Option<Property> {
        let of = |each: &ResourceInfo| each.type_info().property(name).copied();
        match self.declared {
            Some(declared) => of(declared),
            None => of(self.first).filter(|_| self.iter().all(|each| of(each).is_some())),
        }
    }
}

/// Returns the qualified name of the type that an object names: `#microsoft.graph.x`, `microsoft.graph.x` and
/// `https://…/$metadata#microsoft.graph.x` are the same.
pub(crate) fn type_name(object: &Properties) -> Option<&str> {
    let name = object.get(names::TYPE).and_then(Value::as_str)?;
    name.rsplit('#').next()
}

fn extends(info: &TypeInfo, base: &TypeInfo) -> bool {
    info == base || info.base().is_some_and(|info| extends(info, base))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use serde_json::json;

    use super::*;

    static APP_TYPE: TypeInfo = TypeInfo::new("#microsoft.graph.mobileApp", true, &[]);
    static LOB_TYPE: TypeInfo =
        TypeInfo::new("#microsoft.graph.mobileLobApp", true, &[]).with_base(&APP_TYPE);
    static WIN_TYPE: TypeInfo =
        TypeInfo::new("#microsoft.graph.win32LobApp", true, &[]).with_base(&LOB_TYPE);

    const fn resource(info: &'static TypeInfo) -> ResourceInfo {
        ResourceInfo::new(info, "/apps", "/apps/{id}")
    }

    static APP: ResourceInfo = resource(&APP_TYPE);
    static LOB: ResourceInfo = resource(&LOB_TYPE);
    static WIN: ResourceInfo = resource(&WIN_TYPE);
    static OTHER_TYPE: TypeInfo = TypeInfo::new("#microsoft.graph.other", true, &[]);
    static OTHER: ResourceInfo = resource(&OTHER_TYPE);

    fn name_of(types: &EntityTypes, item: Value) -> (&'static str, String) {
        let item = serde_json::from_value(item).unwrap();
        let found = types.type_of(&item);
        (found.info.name(), found.name.to_owned())
    }

    #[test]
    fn the_declared_type_is_the_one_that_all_others_extend() {
        let declared = |resources: &[&'static ResourceInfo]| {
            let types = EntityTypes::new(resources.to_vec()).unwrap();
            types.declared().map(|each| each.type_info().name())
        };
        assert_eq!(
            declared(&[&WIN, &APP, &LOB]),
            Some("microsoft.graph.mobileApp")
        );
        assert_eq!(
            declared(&[&WIN, &LOB]),
            Some("microsoft.graph.mobileLobApp")
        );
        assert_eq!(declared(&[&WIN]), Some("microsoft.graph.win32LobApp"));
        assert_eq!(declared(&[&WIN, &OTHER]), None);
        assert!(EntityTypes::new(Vec::new()).is_none());
    }

    #[test]
    fn an_item_is_of_the_type_that_it_names_or_of_the_declared_one() {
        let types = EntityTypes::new(vec![&WIN, &APP]).unwrap();
        let (app, win) = ("microsoft.graph.mobileApp", "microsoft.graph.win32LobApp");
        for (item, found) in [
            (json!({}), (app, app)),
            (
                json!({ "@odata.type": "#microsoft.graph.win32LobApp" }),
                (win, win),
            ),
            (
                json!({ "@odata.type": "https://x/$metadata#microsoft.graph.win32LobApp" }),
                (win, win),
            ),
            (
                json!({ "@odata.type": "#microsoft.graph.iosApp" }),
                (app, "microsoft.graph.iosApp"),
            ),
        ] {
            assert_eq!(name_of(&types, item), (found.0, found.1.to_owned()));
        }
    }
}
