//! Unions: objects of several types, told apart by `@odata.type`.

use std::fmt;
use std::marker::PhantomData;

use serde_core::de::value::{MapAccessDeserializer, MapDeserializer};
use serde_core::de::{self, MapAccess, Visitor};
use serde_core::{Deserializer, Serializer};
use serde_json::Value;

use crate::edm::{DynamicProperties, Form};
use crate::object::read::{Text, is_name_of, type_name};
use crate::object::{ODATA_TYPE, StructuredType, TypeInfo, write};

/// An abstract or base type with the types derived from it, as declared with [`#[graph_union]`](macro@crate::graph_union).
pub trait GraphUnion: Sized {
    /// The types of the variants, in their order.
    const VARIANTS: &'static [&'static TypeInfo];

    /// The variant for an object that does not name its type.
    const BASE: Option<usize>;

    /// Reads the variant at this position of [`VARIANTS`](Self::VARIANTS).
    #[doc(hidden)]
    fn read_variant<'de, D: Deserializer<'de>>(index: usize, object: D) -> Result<Self, D::Error>;

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
pub fn read<'de, U: GraphUnion, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    deserializer.deserialize_map(UnionVisitor(PhantomData))
}

struct UnionVisitor<U>(PhantomData<U>);

impl<'de, U: GraphUnion> Visitor<'de> for UnionVisitor<U> {
    type Value = U;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<U, A::Error> {
        let mut object = DynamicProperties::new();
        let first = map.next_key::<Text<'de>>()?;
        if let Some(name) = &first {
            if name.as_str() == ODATA_TYPE {
                let odata_type = map.next_value::<Option<Text<'de>>>()?;
                let odata_type = odata_type.as_ref().map(Text::as_str);
                if let Some(index) = U::variant_of(odata_type) {
                    return U::read_variant(index, MapAccessDeserializer::new(map));
                }
                object.insert(ODATA_TYPE, odata_type);
            } else {
                object.insert(name.as_str(), map.next_value::<Value>()?);
            }
        }
        while let Some((name, value)) = map.next_entry::<String, Value>()? {
            object.insert(name, value);
        }
        from_dynamic(object)
    }
}

fn from_dynamic<U: GraphUnion, E: de::Error>(object: DynamicProperties) -> Result<U, E> {
    let Some(index) = U::variant_of(object.get(ODATA_TYPE).and_then(Value::as_str)) else {
        return Ok(U::unknown(object));
    };
    let properties = MapDeserializer::<_, serde_json::Error>::new(object.into_iter());
    U::read_variant(index, MapAccessDeserializer::new(properties)).map_err(E::custom)
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
pub fn no_variant<U, E: de::Error>(index: usize) -> Result<U, E> {
    Err(E::custom(format_args!("the union has no variant {index}")))
}

/// Writes a variant, always with its `@odata.type`, by which it is read again. Called by generated code.
pub fn write<T: StructuredType, S: Serializer>(
    variant: &T,
    serializer: S,
    form: Form<'_>,
) -> Result<S::Ok, S::Error> {
    write::typed_object(variant, T::TYPE, serializer, form)
}
