//! Evolvable enums.

use serde_core::{Serializer, ser};

use super::enum_info::EnumInfo;
use super::schema::EdmType;
use super::value::{Form, Shape};
use crate::json::{Input, ValueError};

/// An evolvable enum, as declared with [`#[graph_enum]`](macro@crate::graph_enum).
///
/// ```
/// use graph_resource::{GraphEnum, graph_enum};
///
/// #[graph_enum]
/// pub enum Importance {
///     Low,
///     Normal,
///     High,
///     #[graph(unknown)]
///     Unknown(String),
/// }
///
/// assert_eq!(Importance::MEMBERS, ["low", "normal", "high"]);
/// assert_eq!(Importance::from_name("High"), Importance::High);
/// assert_eq!(Importance::from_name("urgent"), Importance::Unknown("urgent".to_owned()));
/// ```
pub trait GraphEnum: Sized {
    /// The wire names of the members that the enum declares, in the order of its variants.
    const MEMBERS: &'static [&'static str];

    /// `true` if there are members after `unknownFutureValue`, marked with `#[graph(evolved)]`. A service sends and accepts them only on
    /// request; requests with such an enum ask for them.
    const HAS_EVOLVED: bool;

    /// The name of the enumeration type and its members.
    const INFO: &'static EnumInfo;

    /// Returns the member at this position of [`MEMBERS`](Self::MEMBERS).
    #[doc(hidden)]
    fn from_index(index: usize) -> Option<Self>;

    /// Creates a member that is not declared.
    #[doc(hidden)]
    fn unknown(name: String) -> Self;

    /// Returns the wire name of the member.
    fn name(&self) -> &str;

    /// Returns the member with this wire name, in any letter case. A member that is not declared keeps its name verbatim.
    fn from_name(name: &str) -> Self {
        lookup(name).unwrap_or_else(|| Self::unknown(name.to_owned()))
    }
}

/// The name of all members that a client does not know (Microsoft REST API Guidelines for Graph, Evolvable enums).
const SENTINEL: &str = "unknownFutureValue";

fn lookup<E: GraphEnum>(name: &str) -> Option<E> {
    let exact = E::MEMBERS.iter().position(|member| *member == name);
    let index = exact.or_else(|| {
        E::MEMBERS
            .iter()
            .position(|member| member.eq_ignore_ascii_case(name))
    })?;
    E::from_index(index)
}

/// The shape of an evolvable enum.
#[derive(Debug)]
pub struct Enumeration;

impl<E: GraphEnum> Shape<E> for Enumeration {
    const EDM_TYPE: EdmType = EdmType::Enum(E::INFO);

    fn from_input(input: Input<'_, '_>) -> Result<E, ValueError> {
        match input.as_text() {
            Some(name) => Ok(E::from_name(name)),
            None => Err(input.unexpected("the name of a member")),
        }
    }

    fn write<S: Serializer>(member: &E, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        let name = member.name();
        check(name, form)?;
        serializer.serialize_str(name)
    }

    fn has_evolved_members(_: u8) -> bool {
        E::HAS_EVOLVED
    }
}

/// Rejects the sentinel in a request, because it names no member.
pub(crate) fn check<E: ser::Error>(name: &str, form: Form<'_>) -> Result<(), E> {
    if form.is_request() && name == SENTINEL {
        return Err(E::custom(
            "`unknownFutureValue` stands for members that this client does not know, and cannot be sent",
        ));
    }
    Ok(())
}
