//! JSON Schema of types, by the crate `schemars`: what is read of a resource, and what may be written in a patch.
//!
//! It is made from the descriptions of the types, so that a type costs no code of its own.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

use crate::edm::enum_info::EnumInfo;
use crate::edm::schema::{EdmType, Property, TypeInfo};
use crate::edm::{Flags, FlagsEnum};
use crate::odata::names;

/// The use of an object for which its schema is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    /// It is read from an answer, which may have more than is declared.
    Read,
    /// It is a whole value in the body of a request.
    Write,
    /// It is a patch.
    Patch,
}

impl Use {
    /// Returns the end of the name of a definition.
    const fn suffix(self) -> &'static str {
        match self {
            Self::Read => "",
            Self::Write => ".value",
            Self::Patch => ".patch",
        }
    }
}

/// Returns the schema of what is read of a type. Called by generated code.
pub fn schema_of_value(generator: &mut SchemaGenerator, info: &'static TypeInfo) -> Schema {
    Builder::new(generator).object(info, Use::Read).into()
}

/// Returns the schema of what a patch of a type may have. Called by generated code.
pub fn schema_of_patch(generator: &mut SchemaGenerator, info: &'static TypeInfo) -> Schema {
    Builder::new(generator).object(info, Use::Patch).into()
}

/// Returns the schema of an object of one of several types. Called by generated code.
pub fn schema_of_union(
    generator: &mut SchemaGenerator,
    types: &[&'static TypeInfo],
    text: &str,
) -> Schema {
    let schema = Builder::new(generator).one_of(types, Use::Read);
    described(schema, text).into()
}

/// Returns the schema of a member of an enum. Called by generated code.
pub fn schema_of_enum(info: &EnumInfo) -> Schema {
    enumeration(info).into()
}

/// A set of members in one text, of which only the names are known.
impl<E: FlagsEnum> JsonSchema for Flags<E> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("Flags.{}", E::INFO.name()))
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        enumeration(E::INFO).into()
    }
}

/// A schema that is an object.
type Object = Map<String, Value>;

/// The definitions of the types in one schema.
struct Builder<'g> {
    generator: &'g mut SchemaGenerator,
    /// The types that have a definition, and its name.
    defined: Vec<(*const TypeInfo, Use, String)>,
}

impl<'g> Builder<'g> {
    const fn new(generator: &'g mut SchemaGenerator) -> Self {
        Self {
            generator,
            defined: Vec::new(),
        }
    }

    /// Returns the schema of an object of the type.
    fn object(&mut self, info: &'static TypeInfo, purpose: Use) -> Object {
        let mut properties = Object::new();
        let mut required = Vec::new();
        // A whole value may be that of a union, which names its type whatever the type itself does.
        let names_type = info.emits_type() || info.receives_type();
        if purpose == Use::Write || (purpose == Use::Patch && names_type) {
            let name = if info.receives_type() {
                json!({ "type": "string" })
            } else {
                json!({ "const": info.odata_type() })
            };
            properties.insert(names::TYPE.to_owned(), name);
        }
        for info in std::iter::successors(Some(info), |info| info.base()) {
            let documentation = info.documentation();
            for (index, property) in info.properties().iter().enumerate() {
                let text = documentation.properties.get(index).copied();
                let is_required = documentation.required.contains(&property.name());
                if let Some((name, schema)) = self.property(*property, purpose) {
                    if purpose != Use::Patch && is_required {
                        required.push(name.clone());
                    }
                    properties.insert(name, described(schema, text.unwrap_or_default()).into());
                }
                if purpose != Use::Read && property.is_typed() {
                    let name = format!("{}@odata.type", property.name());
                    properties.insert(name, json!({ "type": "string" }));
                }
            }
        }
        let mut schema = described(Object::new(), info.documentation().text);
        schema.insert("type".to_owned(), json!("object"));
        schema.insert("properties".to_owned(), properties.into());
        if !required.is_empty() {
            schema.insert("required".to_owned(), required.into());
        }
        if purpose != Use::Read && !info.is_open() {
            schema.insert("additionalProperties".to_owned(), json!(false));
        }
        schema
    }

    /// Returns the name and the schema of a property, if such an object has it.
    fn property(&mut self, property: Property, purpose: Use) -> Option<(String, Object)> {
        let is_included = match purpose {
            Use::Read => !property.is_write_only(),
            Use::Write => property.is_creatable() && !property.is_key(),
            Use::Patch => property.is_updatable(),
        };
        if !is_included {
            return None;
        }
        let name = property.name().to_owned();
        if property.is_navigation() && purpose != Use::Read {
            let is_collection = matches!(property.edm_type(), EdmType::Collection(_));
            let schema = bound(is_collection, property.is_nullable());
            return Some((format!("{name}@{}", names::BIND), schema));
        }
        let schema = match purpose {
            Use::Patch if property.is_merged() => self.merged(property.edm_type()),
            Use::Patch => self.value(property.edm_type(), Use::Write),
            _ => self.value(property.edm_type(), purpose),
        };
        let is_nullable = match purpose {
            Use::Write => property.writes_null(),
            Use::Read | Use::Patch => property.is_nullable(),
        };
        Some((name, if is_nullable { or_null(schema) } else { schema }))
    }

    /// Returns the schema of the changes to a value that is updated in part.
    fn merged(&mut self, edm_type: EdmType) -> Object {
        match edm_type {
            EdmType::Structured(info) => self.reference(info.resolve(), Use::Patch),
            EdmType::Nullable(value) => self.merged(*value),
            EdmType::Map(entry) => map(or_null(self.merged(*entry))),
            other => self.value(other, Use::Write),
        }
    }

    fn value(&mut self, edm_type: EdmType, purpose: Use) -> Object {
        match edm_type {
            EdmType::Enum(info) => enumeration(info),
            EdmType::Structured(info) => self.reference(info.resolve(), purpose),
            EdmType::OneOf(types) => self.one_of(&types, purpose),
            EdmType::Collection(element) => {
                let items = self.value(*element, purpose);
                object(json!({ "type": "array", "items": items }))
            }
            EdmType::Map(value) => map(self.value(*value, purpose)),
            EdmType::Nullable(value) => or_null(self.value(*value, purpose)),
            primitive => object(primitive_schema(primitive)),
        }
    }

    /// Returns the schema of an object of one of the types, which names its type. What is read may be of another one.
    fn one_of(&mut self, types: &[&'static TypeInfo], purpose: Use) -> Object {
        let mut any: Vec<Value> = types
            .iter()
            .map(|info| {
                let mut schema = self.reference(info, purpose);
                let name = json!({ names::TYPE: { "const": info.odata_type() } });
                schema.insert("properties".to_owned(), name);
                schema.insert("required".to_owned(), json!([names::TYPE]));
                schema.into()
            })
            .collect();
        if purpose == Use::Read {
            any.push(json!({ "type": "object" }));
        }
        object(json!({ "anyOf": any }))
    }

    /// Returns a reference to the definition of the type, which it adds.
    fn reference(&mut self, info: &'static TypeInfo, purpose: Use) -> Object {
        let name = self.define(info, purpose);
        let path = &self.generator.settings().definitions_path;
        let path = path.trim_start_matches('#').trim_end_matches('/');
        object(json!({ "$ref": format!("#{path}/{name}") }))
    }

    /// Defines the type, unless it is defined, and returns the name of the definition.
    fn define(&mut self, info: &'static TypeInfo, purpose: Use) -> String {
        let defined = self.defined.iter().find(|(other, other_purpose, _)| {
            std::ptr::eq(*other, info) && *other_purpose == purpose
        });
        if let Some((_, _, name)) = defined {
            return name.clone();
        }
        let name = self.name(info, purpose);
        self.defined.push((info, purpose, name.clone()));
        let schema = self.object(info, purpose);
        let definitions = self.generator.definitions_mut();
        definitions.insert(name.clone(), schema.into());
        name
    }

    /// Returns a name that no other type in this schema has. No type of Rust has it either.
    fn name(&self, info: &'static TypeInfo, purpose: Use) -> String {
        let of_type = info.name();
        let of_struct = info.documentation().name;
        let last = of_type.rsplit('.').next().unwrap_or_default();
        let mut name = if of_struct.is_empty() || of_struct.eq_ignore_ascii_case(last) {
            format!("{of_type}{}", purpose.suffix())
        } else {
            format!("{of_type}.{of_struct}{}", purpose.suffix())
        };
        while self.defined.iter().any(|(_, _, taken)| *taken == name) {
            name.push('_');
        }
        name
    }
}

/// Returns the schema of a reference to one resource, or to several.
fn bound(is_collection: bool, is_nullable: bool) -> Object {
    let url = json!({ "type": "string", "format": "uri-reference" });
    let schema = if is_collection {
        json!({ "type": "array", "items": url })
    } else {
        url
    };
    if is_nullable && !is_collection {
        or_null(object(schema))
    } else {
        object(schema)
    }
}

fn map(values: Object) -> Object {
    let mut schema = object(json!({ "type": "object" }));
    schema.insert("additionalProperties".to_owned(), values.into());
    schema
}

/// Returns the schema of an enum that will have further members.
fn enumeration(info: &EnumInfo) -> Object {
    let documentation = info.documentation();
    let members = info.members();
    if documentation.is_flags {
        let names = format!("Members, separated by commas: {}.", members.join(", "));
        let text = [documentation.text, &names].join("\n\n");
        return described(object(json!({ "type": "string" })), text.trim());
    }
    let is_described = documentation.members.iter().any(|text| !text.is_empty());
    let mut any: Vec<Value> = if is_described {
        let members = members.iter().enumerate().map(|(index, name)| {
            let text = documentation.members.get(index).copied();
            described(object(json!({ "const": name })), text.unwrap_or_default()).into()
        });
        members.collect()
    } else {
        vec![json!({ "enum": members })]
    };
    any.push(json!({ "type": "string" }));
    described(object(json!({ "anyOf": any })), documentation.text)
}

/// Returns the schema of a primitive type, in the form that requests have ("OData JSON Format", Primitive Value).
fn primitive_schema(edm_type: EdmType) -> Value {
    let integer = |format: &str, least: i64, greatest: i64| json!({ "type": "integer", "format": format, "minimum": least, "maximum": greatest });
    match edm_type {
        EdmType::Binary => json!({ "type": "string", "contentEncoding": "base64" }),
        EdmType::Boolean => json!({ "type": "boolean" }),
        EdmType::Byte => integer("uint8", 0, i64::from(u8::MAX)),
        EdmType::SByte => integer("int8", i64::from(i8::MIN), i64::from(i8::MAX)),
        EdmType::Int16 => integer("int16", i64::from(i16::MIN), i64::from(i16::MAX)),
        EdmType::Int32 => integer("int32", i64::from(i32::MIN), i64::from(i32::MAX)),
        EdmType::Int64 => json!({ "type": "integer", "format": "int64" }),
        EdmType::Single => floating_point("float"),
        EdmType::Double => floating_point("double"),
        EdmType::Decimal => json!({ "type": "number" }),
        EdmType::String => json!({ "type": "string" }),
        EdmType::Guid => json!({ "type": "string", "format": "uuid" }),
        EdmType::Date => json!({ "type": "string", "format": "date" }),
        EdmType::DateTimeOffset => json!({ "type": "string", "format": "date-time" }),
        // A time of day has no offset, and a length of time may be negative, so that these are not the formats `time` and `duration`.
        EdmType::TimeOfDay => {
            json!({ "type": "string", "pattern": r"^\d\d:\d\d(:\d\d(\.\d+)?)?$" })
        }
        EdmType::Duration => json!({ "type": "string", "pattern": "^-?P[0-9DTHMS.]+$" }),
        _ => json!({}),
    }
}

fn floating_point(format: &str) -> Value {
    json!({ "anyOf": [
        { "type": "number", "format": format },
        { "enum": ["INF", "-INF", "NaN"] },
    ] })
}

/// Allows `null` as well.
fn or_null(mut schema: Object) -> Object {
    if schema.is_empty() {
        return schema;
    }
    match schema.get_mut("type") {
        Some(Value::String(name)) => {
            let types = json!([name, "null"]);
            schema.insert("type".to_owned(), types);
            schema
        }
        _ => object(json!({ "anyOf": [schema, { "type": "null" }] })),
    }
}

fn described(mut schema: Object, text: &str) -> Object {
    if !text.is_empty() {
        schema.insert("description".to_owned(), json!(text));
    }
    schema
}

/// Returns the members of a value that is written as an object.
fn object(value: Value) -> Object {
    match value {
        Value::Object(members) => members,
        _ => Object::new(),
    }
}
