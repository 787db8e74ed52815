//! The query options by which a read asks for what a struct declares: `$select` and `$expand`.
//!
//! Generated code evaluates these functions in constants, once for the length of the text and once for the text, so that a request has
//! nothing to compute.

use crate::edm::schema::Property;
use crate::edm::{PropertyValue, TypeInfo};

/// A relationship that a read asks for: its name, and the type of the related objects if that is known.
pub type Expanded = (&'static str, Option<&'static TypeInfo>);

/// Describes a relationship to objects of the type `T`.
pub const fn expanded<T: PropertyValue>(name: &'static str) -> Expanded {
    (name, T::OBJECT)
}

/// Returns the names of the properties that a read of an object of the type `T` asks for, separated by commas, unless it asks for none.
pub(crate) fn selected_properties<T: PropertyValue>() -> Option<String> {
    let info = T::OBJECT.filter(|info| info.selects())?;
    let properties = info.all_properties();
    let names: Vec<_> = properties
        .filter(|property| property.is_selectable())
        .map(Property::name)
        .collect();
    (!names.is_empty()).then(|| names.join(","))
}

/// Returns the length of [`select`].
pub const fn select_len(info: &TypeInfo) -> usize {
    QueryText::<0>::new().then_select(info, "").len
}

/// Returns `$select=id,displayName`, in UTF-8, with the properties of the type and of its bases. It is empty if there are none.
pub const fn select<const LEN: usize>(info: &TypeInfo) -> [u8; LEN] {
    QueryText::new().then_select(info, "").text
}

/// Returns the length of [`expand`].
pub const fn expand_len(expanded: &[Expanded]) -> usize {
    QueryText::<0>::new().then_expand(expanded).len
}

/// Returns `$expand=manager($select=id,displayName)`, in UTF-8.
pub const fn expand<const LEN: usize>(expanded: &[Expanded]) -> [u8; LEN] {
    QueryText::new().then_expand(expanded).text
}

/// Text that counts what it has no room for.
struct QueryText<const LEN: usize> {
    text: [u8; LEN],
    len: usize,
}

impl<const LEN: usize> QueryText<LEN> {
    const fn new() -> Self {
        Self {
            text: [0; LEN],
            len: 0,
        }
    }

    const fn then_byte(mut self, byte: u8) -> Self {
        if self.len < LEN {
            self.text[self.len] = byte;
        }
        self.len += 1;
        self
    }

    const fn then(mut self, text: &str) -> Self {
        let text = text.as_bytes();
        let mut index = 0;
        while index < text.len() {
            self = self.then_byte(text[index]);
            index += 1;
        }
        self
    }

    /// Adds `before` and a `$select` of the properties, if there are any.
    const fn then_select(mut self, info: &TypeInfo, before: &str) -> Self {
        let mut is_first = true;
        let mut next = Some(info);
        while let Some(info) = next {
            let mut index = 0;
            while index < info.properties().len() {
                let property = info.properties()[index];
                if property.is_selectable() {
                    self = if is_first {
                        self.then(before).then("$select=")
                    } else {
                        self.then(",")
                    };
                    self = self.then(property.name());
                    is_first = false;
                }
                index += 1;
            }
            next = info.base();
        }
        self
    }

    const fn then_expand(mut self, expanded: &[Expanded]) -> Self {
        let mut index = 0;
        while index < expanded.len() {
            let (name, info) = expanded[index];
            self = self.then(if index == 0 { "$expand=" } else { "," });
            self = self.then(name);
            if let Some(info) = info
                && info.selects()
            {
                let start = self.len;
                self = self.then_select(info, "(");
                if self.len > start {
                    self = self.then(")");
                }
            }
            index += 1;
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edm::EdmType;

    static BASE: TypeInfo = TypeInfo::new(
        "#microsoft.graph.entity",
        true,
        &[Property::new("id", EdmType::String).key()],
    );
    static USER: TypeInfo = TypeInfo::new(
        "#microsoft.graph.user",
        true,
        &[
            Property::new("displayName", EdmType::String),
            Property::new("password", EdmType::String).write_only(),
            Property::new("manager", EdmType::Untyped).navigation(),
            Property::new("photo@odata.mediaReadLink", EdmType::String).read_only(),
            Property::new("jobTitle", EdmType::String),
        ],
    )
    .selecting()
    .with_base(&BASE);

    #[test]
    fn a_select_names_what_can_be_read_and_what_the_base_declares() {
        const LEN: usize = select_len(&USER);
        let text = String::from_utf8_lossy(&select::<LEN>(&USER)).into_owned();
        assert_eq!(text, "$select=displayName,jobTitle,id");
        assert_eq!(select_len(&TypeInfo::new("#a.b", true, &[])), 0);
    }

    #[test]
    fn an_expand_selects_from_objects_whose_type_selects() {
        const EXPANDED: &[Expanded] = &[
            ("manager", Some(&USER)),
            ("owner", Some(&BASE)),
            ("other", None),
        ];
        const LEN: usize = expand_len(EXPANDED);
        let text = String::from_utf8_lossy(&expand::<LEN>(EXPANDED)).into_owned();
        assert_eq!(
            text,
            "$expand=manager($select=displayName,jobTitle,id),owner,other"
        );
    }
}
