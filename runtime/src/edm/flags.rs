use std::collections::HashMap;
use std::fmt;
use std::ops::BitOr;
use std::str::FromStr;

use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use super::enumeration::{self, GraphEnum};
use super::schema::EdmType;
use super::text;
use super::value::{Form, PropertyValue};

/// An enum with `#[graph_enum(flags)]`, whose members can be combined in [`Flags`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an enum of flags",
    label = "not under `#[graph_enum(flags)]`"
)]
pub trait FlagsEnum: GraphEnum + Clone + PartialEq {}

/// A set of members of an enum with `#[graph_enum(flags)]`: `"x86,x64"` on the wire.
///
/// Undeclared members are kept. The order is that in which members were read or inserted. Two sets are equal if they have the same members,
/// in any order.
///
/// ```
/// use graph_resource::edm::Flags;
/// use graph_resource::graph_enum;
///
/// #[graph_enum(flags)]
/// pub enum Architecture {
///     None,
///     X86,
///     X64,
///     Arm,
///     #[graph(unknown)]
///     Unknown(String),
/// }
///
/// let mut applicable: Flags<Architecture> = serde_json::from_str(r#""x64, arm64, X86""#)?;
/// assert!(applicable.contains(&Architecture::X86));
/// assert_eq!(applicable.to_string(), "x64,arm64,x86");
///
/// applicable.remove(&Architecture::Unknown("arm64".to_owned()));
/// assert_eq!(applicable, Architecture::X86 | Architecture::X64);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Flags<E>(Vec<E>);

/// The number of members from which on they are looked up by name. Fewer are found sooner one by one.
const INDEX_FROM: usize = 32;

impl<E: FlagsEnum> Flags<E> {
    /// Creates the empty set: `""` on the wire.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Returns whether the set has no members.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the number of members.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Returns whether the set has `member`.
    pub fn contains(&self, member: &E) -> bool {
        self.0.contains(member)
    }

    /// Inserts `member` at the end. Returns whether it is new.
    pub fn insert(&mut self, member: E) -> bool {
        let is_new = !self.contains(&member);
        if is_new {
            self.0.push(member);
        }
        is_new
    }

    /// Removes `member`. Returns whether the set had it.
    pub fn remove(&mut self, member: &E) -> bool {
        let before = self.0.len();
        self.0.retain(|other| other != member);
        self.0.len() < before
    }

    /// Iterates over the members, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, E> {
        self.0.iter()
    }
}

impl<E: FlagsEnum> Default for Flags<E> {
    fn default() -> Self {
        Self::new()
    }
}

impl<E: GraphEnum + PartialEq> PartialEq for Flags<E> {
    fn eq(&self, other: &Self) -> bool {
        if self.0.len() != other.0.len() {
            return false;
        }
        let index = Index::new(&other.0);
        let mut members = self.0.iter();
        members.all(|member| index.contains(&other.0, member))
    }
}

impl<E: GraphEnum + Eq> Eq for Flags<E> {}

impl<E: FlagsEnum> From<E> for Flags<E> {
    fn from(member: E) -> Self {
        Self(vec![member])
    }
}

impl<E: FlagsEnum> FromIterator<E> for Flags<E> {
    fn from_iter<I: IntoIterator<Item = E>>(members: I) -> Self {
        let mut flags = Self::new();
        flags.extend(members);
        flags
    }
}

impl<E: FlagsEnum, const N: usize> From<[E; N]> for Flags<E> {
    fn from(members: [E; N]) -> Self {
        members.into_iter().collect()
    }
}

impl<E: FlagsEnum> Extend<E> for Flags<E> {
    fn extend<I: IntoIterator<Item = E>>(&mut self, members: I) {
        let mut index = Index::new(&self.0);
        for member in members {
            if !index.contains(&self.0, &member) {
                self.0.push(member);
                index.update(&self.0);
            }
        }
    }
}

/// The positions of many members by name, so that a search of all of them takes linear time. It is empty for few.
struct Index(HashMap<String, usize>);

impl Index {
    fn new<E: GraphEnum + PartialEq>(members: &[E]) -> Self {
        let mut index = Self(HashMap::new());
        index.update(members);
        index
    }

    /// Adds the members that are not in the index.
    fn update<E: GraphEnum + PartialEq>(&mut self, members: &[E]) {
        if members.len() > INDEX_FROM {
            for (position, member) in members.iter().enumerate().skip(self.0.len()) {
                self.0.insert(member.name().to_owned(), position);
            }
        }
    }

    /// Returns whether `member` is one of the members.
    fn contains<E: GraphEnum + PartialEq>(&self, members: &[E], member: &E) -> bool {
        if self.0.is_empty() {
            return members.contains(member);
        }
        let position = self.0.get(member.name());
        position.is_some_and(|position| {
            members.get(*position) == Some(member) || members.contains(member)
        })
    }
}

impl<E> IntoIterator for Flags<E> {
    type Item = E;
    type IntoIter = std::vec::IntoIter<E>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a, E> IntoIterator for &'a Flags<E> {
    type Item = &'a E;
    type IntoIter = std::slice::Iter<'a, E>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

impl<E: FlagsEnum> BitOr<E> for Flags<E> {
    type Output = Self;

    fn bitor(mut self, member: E) -> Self {
        self.insert(member);
        self
    }
}

impl<E: GraphEnum> fmt::Display for Flags<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, member) in self.0.iter().enumerate() {
            let comma = if index == 0 { "" } else { "," };
            write!(f, "{comma}{}", member.name())?;
        }
        Ok(())
    }
}

impl<E: FlagsEnum> FromStr for Flags<E> {
    type Err = std::convert::Infallible;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let names = text
            .split(',')
            .map(str::trim)
            .filter(|name| !name.is_empty());
        Ok(names.map(E::from_name).collect())
    }
}

impl<E: FlagsEnum> PropertyValue for Flags<E> {
    const EDM_TYPE: EdmType = EdmType::Enum(E::INFO);

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        text::parse(deserializer, "the names of members, separated by commas")
    }

    fn write<S: Serializer>(&self, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        for member in &self.0 {
            enumeration::check(member.name(), form)?;
        }
        serializer.collect_str(self)
    }

    fn has_evolved_members(_: u8) -> bool {
        E::HAS_EVOLVED
    }
}

impl<'de, E: FlagsEnum> Deserialize<'de> for Flags<E> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::read(deserializer)
    }
}

impl<E: FlagsEnum> Serialize for Flags<E> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
