//! The projection: the properties that a read asks for.

use super::kind::Kind;
use super::property::Property;
use super::structured::StructuredType;
use crate::attr::Select;

impl StructuredType<'_> {
    /// Returns whether reads ask for the properties that the struct declares.
    ///
    /// A `$select` would leave out the undeclared properties of an open type and those of derived types, and it cannot name the properties of
    /// a derived type in the collection of its base, unless the path casts to that type.
    pub(crate) fn selects(&self) -> bool {
        match self.arguments.select.value() {
            Some(Select::Always) => true,
            Some(Select::Never) => false,
            None => {
                let is_base = self.arguments.extensible.is_given();
                let has_base = self.only(Kind::Base).is_some();
                self.only(Kind::Extra).is_none() && (self.has_cast() || !(is_base || has_base))
            }
        }
    }

    /// Returns whether the path ends in the name of the type.
    fn has_cast(&self) -> bool {
        let last = self.path().rsplit('/').next().unwrap_or_default();
        last.eq_ignore_ascii_case(&self.odata_type)
    }

    /// Returns the query option that asks for the properties of the struct, without those of a base. It is empty if there are none. The
    /// characters of a name need not be encoded in a query.
    pub(crate) fn select_option(&self) -> String {
        let selected = self.properties.iter().filter(|each| each.is_selectable());
        let names: Vec<_> = selected.map(|each| each.wire_name.as_str()).collect();
        if names.is_empty() {
            return String::new();
        }
        format!("$select={}", names.join(","))
    }

    /// Returns the relationships that reads ask for.
    pub(crate) fn expanded(&self) -> impl Iterator<Item = &Property<'_>> {
        self.properties.iter().filter(|each| each.is_expanded())
    }
}
