//! Evolvable enums: what generated code says of them, and how they are read and written.

use serde_core::{Serializer, ser};

use crate::edm::Form;
use crate::object::found::{Found, Refusal};

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
    /// The members that the enum declares, by their wire names, in the order of its variants.
    const MEMBERS: &'static [&'static str];

    /// Whether there are members behind `unknownFutureValue`, marked with `#[graph(evolved)]`: a service sends and takes them only when it is
    /// asked to, which requests with such an enum do by themselves.
    const HAS_EVOLVED: bool;

    /// The member at this position of [`MEMBERS`](Self::MEMBERS).
    #[doc(hidden)]
    fn from_index(index: usize) -> Option<Self>;

    /// A member that is not declared.
    #[doc(hidden)]
    fn unknown(name: String) -> Self;

    /// The wire name of the member.
    fn name(&self) -> &str;

    /// The member with this wire name, in whatever letter case; a member that is not declared keeps its name verbatim.
    fn from_name(name: &str) -> Self {
        lookup(name).unwrap_or_else(|| Self::unknown(name.to_owned()))
    }
}

/// The name that stands for every member a client does not know (Microsoft REST API Guidelines for Graph, Evolvable enums).
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

/// Reads a member. Called by generated code.
#[allow(
    clippy::needless_pass_by_value,
    reason = "as what else takes what is found"
)]
pub fn take<E: GraphEnum>(found: Found<'_, '_>) -> Result<E, Refusal> {
    match found.as_text() {
        Some(name) => Ok(E::from_name(name)),
        None => Err(found.unexpected("the name of a member")),
    }
}

/// Writes a member. Called by generated code.
pub fn write<E: GraphEnum, S: Serializer>(
    member: &E,
    serializer: S,
    form: Form<'_>,
) -> Result<S::Ok, S::Error> {
    let name = member.name();
    check(name, form)?;
    serializer.serialize_str(name)
}

/// A request cannot carry the sentinel, which names no member.
pub(crate) fn check<E: ser::Error>(name: &str, form: Form<'_>) -> Result<(), E> {
    if form.is_request() && name == SENTINEL {
        return Err(E::custom(
            "`unknownFutureValue` stands for members that this client does not know, and cannot be sent",
        ));
    }
    Ok(())
}
