//! Unions: objects of several types, distinguished by `@odata.type`.

use std::borrow::Cow;

use serde_core::Serializer;
use serde_core::de;
use serde_core::de::value::MapDeserializer;
use serde_json::Value as Json;

use super::object::{typed_object, write_entries};
use super::structured::{StructuredType, read_structured};
use super::type_name::{is_name_of, type_name};
use super::writer::WriteProperties;
use crate::edm::sink::CodecSink;
use crate::edm::{DynamicProperties, Edm, EdmType, Form, Lazy, PropertyValue, Shape, TypeInfo};
use crate::json::erased::Entries;
use crate::json::{Input, MemberVisitor, Members, Sink, ValueError, with_object};
use crate::odata::names;

/// An abstract or base type with the types derived from it, as declared with [`#[graph_union]`](macro@crate::graph_union).
///
/// ```
/// use graph_resource::edm::DynamicProperties;
/// use graph_resource::{GraphUnion, graph_complex, graph_union};
///
/// #[graph_complex]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct Location {
///     pub display_name: Option<String>,
/// }
///
/// #[graph_union]
/// pub enum Place {
///     #[graph(base)]
///     Location(Location),
///     #[graph(unknown)]
///     Unknown(DynamicProperties),
/// }
///
/// assert_eq!(Place::VARIANTS[0].name(), "microsoft.graph.location");
/// assert_eq!(Place::BASE, Some(0));
/// ```
///
/// Only generated code implements this trait.
pub trait GraphUnion: Sized {
    /// The types of the variants, in order.
    const VARIANTS: &'static [&'static TypeInfo];

    /// The position of the variant for an object that does not name its type.
    const BASE: Option<usize>;

    /// Reads the variant at this position of [`VARIANTS`](Self::VARIANTS).
    #[doc(hidden)]
    fn read_variant(index: usize, object: Input<'_, '_>) -> Result<Self, ValueError>;

    /// Creates the variant for an object of another type.
    #[doc(hidden)]
    fn unknown(object: DynamicProperties) -> Self;

    /// Returns the value of the variant.
    #[doc(hidden)]
    fn value(&self) -> UnionValue<'_>;

    /// Returns the position of the variant for an object with this `@odata.type`.
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

/// Returns the position of the type with this name, in any letter case.
fn named(types: &[&TypeInfo], name: &str) -> Option<usize> {
    let exact = types.iter().position(|known| known.name() == name);
    exact.or_else(|| types.iter().position(|known| is_name_of(name, known)))
}

/// Returns the description of the type of a union with a variant for the base type: that of the base, as it is read by the union. Called by
/// generated code.
pub const fn union_type(base: &'static TypeInfo) -> TypeInfo {
    let info = TypeInfo::new(base.odata_type(), true, base.properties());
    match base.base() {
        Some(base) => info.with_base(base),
        None => info,
    }
}

/// The value of a union: a variant of a known type, or an object of another type.
pub enum UnionValue<'a> {
    /// An object of a known type.
    Known(&'a dyn WriteProperties, &'static TypeInfo),
    /// An object of another type.
    Unknown(&'a DynamicProperties),
}

/// The type of a variant, as generated code reads and writes it: any [`StructuredType`].
///
/// About a type that is none, the compiler says the same at each of these functions, and reports it once.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an entity or complex type",
    label = "neither under `#[graph_resource]` nor under `#[graph_complex]`"
)]
pub trait VariantType: Sized {
    /// The description of the type.
    const INFO: &'static TypeInfo;

    /// Reads an object of the type.
    fn deserialize_variant(object: Input<'_, '_>) -> Result<Self, ValueError>;

    /// Returns the value of the union for an object of the type.
    fn as_union_value(&self) -> UnionValue<'_>;
}

impl<T: StructuredType> VariantType for T {
    const INFO: &'static TypeInfo = T::TYPE;

    fn deserialize_variant(object: Input<'_, '_>) -> Result<Self, ValueError> {
        read_structured(object)
    }

    fn as_union_value(&self) -> UnionValue<'_> {
        UnionValue::Known(self, T::TYPE)
    }
}

/// The shape of a union.
#[derive(Debug)]
pub struct Union;

impl<U: GraphUnion> Shape<U> for Union {
    const EDM_TYPE: EdmType = EdmType::OneOf(Lazy::new(|| U::VARIANTS));

    fn from_input(input: Input<'_, '_>) -> Result<U, ValueError> {
        read(input)
    }

    fn write_json(union: &U, json: &mut Vec<u8>, form: Form<'_>) -> Result<(), serde_json::Error> {
        match union.value() {
            UnionValue::Known(object, info) => {
                typed_object(object, info, form).to_json(json).map(drop)
            }
            UnionValue::Unknown(object) => object.write_json(json, form),
        }
    }

    /// Always writes a variant with its `@odata.type`, by which it is read again.
    fn write<S: Serializer>(union: &U, serializer: S, form: Form<'_>) -> Result<S::Ok, S::Error> {
        match union.value() {
            UnionValue::Known(object, info) => typed_object(object, info, form).to(serializer),
            UnionValue::Unknown(object) => object.write(serializer, form),
        }
    }

    fn write_entries(
        union: &U,
        entries: Option<&mut dyn Entries>,
        form: Form<'_>,
    ) -> Result<bool, String> {
        match union.value() {
            UnionValue::Known(object, info) => {
                write_entries(typed_object(object, info, form), entries)
            }
            UnionValue::Unknown(_) => Ok(false),
        }
    }

    /// A union counts as two levels of depth: it has many variants, most of which may contain it again.
    fn has_evolved_members(depth: u8) -> bool {
        let Some(depth) = depth.checked_sub(2) else {
            return false;
        };
        let mut variants = U::VARIANTS.iter();
        variants.any(|variant| variant.has_evolved_members(depth))
    }
}

/// Reads an object in one pass if `@odata.type` comes first, as Microsoft Graph writes it, and in two if it does not.
fn read<U: GraphUnion>(input: Input<'_, '_>) -> Result<U, ValueError> {
    let Input::Object(members) = input else {
        return Err(input.unexpected("an object"));
    };
    let mut object = DynamicProperties::new();
    let mut first = members.next_name()?;
    if first.as_deref() == Some(names::TYPE) {
        let mut variant = Variant(U::variant_of, None, None);
        members.value(&mut variant)?;
        let Variant(_, index, odata_type) = variant;
        if let Some(index) = index {
            return read_variant(index, members);
        }
        object.insert(names::TYPE, odata_type);
        first = members.next_name()?;
    }
    gather(first, members, &mut object)?;
    let Some(index) = U::variant_of(object.get(names::TYPE).and_then(Json::as_str)) else {
        return Ok(U::unknown(object));
    };
    let properties = MapDeserializer::<_, serde_json::Error>::new(object.into_iter());
    with_object(properties, |object| U::read_variant(index, object)).map_err(de::Error::custom)
}

fn read_variant<U: GraphUnion>(
    index: usize,
    members: &mut dyn Members<'_>,
) -> Result<U, ValueError> {
    match U::VARIANTS.get(index) {
        Some(variant) if variant.receives_type() => {
            let mut members = Retyped {
                odata_type: Some(variant.odata_type()),
                members,
            };
            U::read_variant(index, Input::Object(&mut members))
        }
        _ => U::read_variant(index, Input::Object(members)),
    }
}

/// The members of an object after its `@odata.type`, which comes again, for the field that receives it.
struct Retyped<'a, 'de> {
    odata_type: Option<&'static str>,
    members: &'a mut (dyn Members<'de> + 'a),
}

impl<'de> Members<'de> for Retyped<'_, 'de> {
    fn next_name(&mut self) -> Result<Option<Cow<'de, str>>, ValueError> {
        match self.odata_type {
            Some(_) => Ok(Some(Cow::Borrowed(names::TYPE))),
            None => self.members.next_name(),
        }
    }

    fn visit(&mut self, visitor: &mut dyn MemberVisitor<'de>) -> Result<(), ValueError> {
        visitor.member(names::TYPE, self)?;
        self.members.visit(visitor)
    }

    fn value(&mut self, sink: &mut dyn Sink<'de>) -> Result<(), ValueError> {
        match self.odata_type.take() {
            Some(odata_type) => sink.accept(Input::Borrowed(odata_type)),
            None => self.members.value(sink),
        }
    }

    fn skip(&mut self) -> Result<(), ValueError> {
        match self.odata_type.take() {
            Some(_) => Ok(()),
            None => self.members.skip(),
        }
    }
}

/// The sink of `@odata.type`, which names a variant, or is kept if it names none.
struct Variant(
    fn(Option<&str>) -> Option<usize>,
    Option<usize>,
    Option<String>,
);

impl<'de> Sink<'de> for Variant {
    fn accept(&mut self, input: Input<'_, 'de>) -> Result<(), ValueError> {
        let Self(variant_of, index, kept) = self;
        let odata_type = input.as_text();
        if odata_type.is_none() && !matches!(input, Input::Null) {
            return Err(input.unexpected("a string"));
        }
        *index = variant_of(odata_type);
        if index.is_none() {
            *kept = odata_type.map(str::to_owned);
        }
        Ok(())
    }
}

/// Collects the members as they are, beginning with the one whose name is `first`.
fn gather<'de>(
    first: Option<Cow<'de, str>>,
    members: &mut dyn Members<'de>,
    object: &mut DynamicProperties,
) -> Result<(), ValueError> {
    let mut next = first;
    while let Some(name) = next {
        let mut value = None;
        members.value(&mut CodecSink(&mut value, Edm))?;
        object.insert(name, value.unwrap_or(Json::Null));
        next = members.next_name()?;
    }
    Ok(())
}

/// Returns the error of a position without a variant. Called by generated code.
#[cold]
pub fn no_variant(index: usize) -> ValueError {
    de::Error::custom(format_args!("the union has no variant {index}"))
}
