//! Unions: objects of several types, told apart by `@odata.type`.

use std::borrow::Cow;

use serde_core::Serializer;
use serde_core::de;
use serde_core::de::value::MapDeserializer;
use serde_json::Value as Json;

use crate::edm::{DynamicProperties, Edm, Form};
use crate::object::found::{Found, Members, Place, Refusal, of_members};
use crate::object::read::{Value, is_name_of, type_name};
use crate::object::{ODATA_TYPE, StructuredType, TypeInfo, write};

/// An abstract or base type with the types derived from it, as declared with [`#[graph_union]`](macro@crate::graph_union).
pub trait GraphUnion: Sized {
    /// The types of the variants, in their order.
    const VARIANTS: &'static [&'static TypeInfo];

    /// The variant for an object that does not name its type.
    const BASE: Option<usize>;

    /// Reads the variant at this position of [`VARIANTS`](Self::VARIANTS).
    #[doc(hidden)]
    fn read_variant(index: usize, object: Found<'_, '_>) -> Result<Self, Refusal>;

    /// Keeps an object of another type as it is.
    #[doc(hidden)]
    fn unknown(object: DynamicProperties) -> Self;

    /// The variant for an object with this `@odata.type`.
    #[doc(hidden)]
    fn variant_of(odata_type: Option<&str>) -> Option<usize> {
        let Some(odata_type) = odata_type else {
            return Self::BASE;
        };
        let as_written = Self::VARIANTS
            .iter()
            .position(|variant| variant.odata_type() == odata_type);
        as_written.or_else(|| named(Self::VARIANTS, type_name(odata_type)))
    }
}

/// The type of this name, as it is or in another letter case.
fn named(types: &[&TypeInfo], name: &str) -> Option<usize> {
    let exact = types.iter().position(|known| known.name() == name);
    exact.or_else(|| types.iter().position(|known| is_name_of(name, known)))
}

/// Reads an object in one pass where `@odata.type` comes first, as Microsoft Graph writes it, and in two where it does not. Called by
/// generated code.
pub fn take<U: GraphUnion>(found: Found<'_, '_>) -> Result<U, Refusal> {
    let Found::Object(members) = found else {
        return Err(found.unexpected("an object"));
    };
    let mut object = DynamicProperties::new();
    let mut first = members.next_name()?;
    if first.as_deref() == Some(ODATA_TYPE) {
        let mut variant = Variant(U::variant_of, None, None);
        members.value(&mut variant)?;
        let Variant(_, index, odata_type) = variant;
        if let Some(index) = index {
            return U::read_variant(index, Found::Object(members));
        }
        object.insert(ODATA_TYPE, odata_type);
        first = members.next_name()?;
    }
    gather(first, members, &mut object)?;
    let Some(index) = U::variant_of(object.get(ODATA_TYPE).and_then(Json::as_str)) else {
        return Ok(U::unknown(object));
    };
    let properties = MapDeserializer::<_, serde_json::Error>::new(object.into_iter());
    of_members(properties, |object| U::read_variant(index, object)).map_err(de::Error::custom)
}

/// The place of `@odata.type`, which names a variant, or is kept where it names none.
struct Variant(
    fn(Option<&str>) -> Option<usize>,
    Option<usize>,
    Option<String>,
);

impl<'de> Place<'de> for Variant {
    fn take(&mut self, found: Found<'_, 'de>) -> Result<(), Refusal> {
        let Self(variant_of, index, kept) = self;
        let odata_type = found.as_text();
        if odata_type.is_none() && !matches!(found, Found::Null) {
            return Err(found.unexpected("a string"));
        }
        *index = variant_of(odata_type);
        if index.is_none() {
            *kept = odata_type.map(str::to_owned);
        }
        Ok(())
    }
}

/// Keeps the members as they are, of which the `first` is that with this name.
fn gather<'de>(
    first: Option<Cow<'de, str>>,
    members: &mut dyn Members<'de>,
    object: &mut DynamicProperties,
) -> Result<(), Refusal> {
    let mut next = first;
    while let Some(name) = next {
        let mut value = None;
        members.value(&mut Value(&mut value, Edm))?;
        object.insert(name, value.unwrap_or(Json::Null));
        next = members.next_name()?;
    }
    Ok(())
}

/// Whether a variant has an enum with members that the service has to be asked for. A union counts as two of the types that are looked
/// into: it has many, most of which may have it again. Called by generated code.
pub fn has_evolved_members<U: GraphUnion>(depth: u8) -> bool {
    let Some(depth) = depth.checked_sub(2) else {
        return false;
    };
    let mut variants = U::VARIANTS.iter();
    variants.any(|variant| variant.has_evolved_members(depth))
}

/// There is no such position. Called by generated code, which asks for those that there are.
#[cold]
pub fn no_variant(index: usize) -> Refusal {
    de::Error::custom(format_args!("the union has no variant {index}"))
}

/// Writes a variant, always with its `@odata.type`, by which it is read again. Called by generated code.
pub fn write<T: StructuredType, S: Serializer>(
    variant: &T,
    serializer: S,
    form: Form<'_>,
) -> Result<S::Ok, S::Error> {
    write::typed_object(variant, T::TYPE, form).to(serializer)
}
