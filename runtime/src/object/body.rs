use serde_core::ser::Serialize;

use super::write::{InForm, PropertyWriter, WriteProperties, Written, at};
use super::{ODATA_TYPE, TypeInfo};
use crate::edm::{Codec, Form};

/// Room for a patch of some ten short properties; larger bodies grow.
const INITIAL_CAPACITY: usize = 512;

/// Writes properties as the JSON of one object.
///
/// Names are copied as they are: the macros let none through that JSON would have to escape. It is one type, whatever is written, so
/// generated code is compiled for it once: for bodies of requests, for `Debug`, and for the question whether there is anything to write.
pub(super) struct ObjectBody<'a> {
    json: Vec<u8>,
    object_type: &'static TypeInfo,
    form: Form<'a>,
    /// Whether values are written, or properties are only looked for.
    writes: bool,
    has_properties: bool,
}

impl<'a> ObjectBody<'a> {
    /// The JSON of `properties`, `@odata.type` first where the type says so, and whether there were any.
    pub(super) fn write<O: WriteProperties>(
        properties: &O,
        object_type: &'static TypeInfo,
        form: Form<'a>,
    ) -> Written {
        let mut body = Self::begin(object_type, form);
        properties.write(&mut body)?;
        Ok(body.end())
    }

    /// Whether there are no properties.
    pub(super) fn is_empty<O: WriteProperties>(properties: &O) -> bool {
        let mut body = Self::to_look_for_properties();
        properties.write(&mut body).is_ok() && !body.has_properties
    }

    fn to_look_for_properties() -> Self {
        static ANY: TypeInfo = TypeInfo::new("", false, &[]);
        Self {
            json: Vec::new(),
            object_type: &ANY,
            form: Form::Request { endpoint: None },
            writes: false,
            has_properties: false,
        }
    }

    fn begin(object_type: &'static TypeInfo, form: Form<'a>) -> Self {
        let mut json = Vec::with_capacity(INITIAL_CAPACITY);
        if object_type.emits_type() {
            push_name(&mut json, ODATA_TYPE);
            push_quoted(&mut json, object_type.odata_type());
        }
        Self {
            json,
            object_type,
            form,
            writes: true,
            has_properties: false,
        }
    }

    fn end(mut self) -> (Vec<u8>, bool) {
        if self.json.is_empty() {
            self.json.push(b'{');
        }
        self.json.push(b'}');
        (self.json, self.has_properties)
    }

    /// Begins a property. Whether its value is to be written.
    fn begin_property(&mut self, name: &str) -> bool {
        self.has_properties = true;
        if !self.writes {
            return false;
        }
        push_name(&mut self.json, name);
        if self.form == Form::Masked && self.object_type.masks(name) {
            push_quoted(&mut self.json, "[redacted]");
            return false;
        }
        true
    }
}

impl PropertyWriter for ObjectBody<'_> {
    type Error = serde_json::Error;

    fn value_with<T, C: Codec<T>>(
        &mut self,
        name: &'static str,
        value: &T,
        codec: C,
    ) -> Result<(), serde_json::Error> {
        let form = self.form;
        self.entry(name, &InForm { value, codec, form })
    }

    fn entry<V: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &V,
    ) -> Result<(), serde_json::Error> {
        if !self.begin_property(name) {
            return Ok(());
        }
        let written = value.serialize(&mut serde_json::Serializer::new(&mut self.json));
        written.map_err(|error| at(name, &error))
    }

    fn dynamic_entry<V: Serialize + ?Sized>(
        &mut self,
        name: &str,
        value: &V,
    ) -> Result<(), serde_json::Error> {
        self.has_properties = true;
        if !self.writes {
            return Ok(());
        }
        self.json.push(separator(&self.json));
        serde_json::to_writer(&mut self.json, name)?;
        self.json.push(b':');
        serde_json::to_writer(&mut self.json, value).map_err(|error| at(name, &error))
    }
}

/// The name of a member, after what separates it from the one before.
fn push_name(json: &mut Vec<u8>, name: &str) {
    json.reserve(name.len() + 4);
    json.push(separator(json));
    json.push(b'"');
    json.extend_from_slice(name.as_bytes());
    json.extend_from_slice(b"\":");
}

/// What stands before a member.
fn separator(json: &[u8]) -> u8 {
    if json.is_empty() { b'{' } else { b',' }
}

fn push_quoted(json: &mut Vec<u8>, text: &str) {
    json.reserve(text.len() + 2);
    json.push(b'"');
    json.extend_from_slice(text.as_bytes());
    json.push(b'"');
}

/// The same JSON over several lines, for people.
pub(super) fn pretty(json: &str) -> String {
    let mut lines = String::with_capacity(2 * json.len());
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    let mut characters = json.chars().peekable();
    let break_line = |lines: &mut String, depth| {
        lines.push('\n');
        lines.extend(std::iter::repeat_n("  ", depth));
    };
    while let Some(character) = characters.next() {
        if quoted {
            lines.push(character);
            quoted = escaped || character != '"';
            escaped = !escaped && character == '\\';
            continue;
        }
        let is_last = matches!(character, '}' | ']');
        if is_last {
            depth = depth.saturating_sub(1);
            if !lines.ends_with(['{', '[']) {
                break_line(&mut lines, depth);
            }
        }
        lines.push(character);
        quoted = character == '"';
        match character {
            ':' => lines.push(' '),
            ',' => break_line(&mut lines, depth),
            '{' | '[' => {
                depth += 1;
                if !matches!(characters.peek(), Some('}' | ']')) {
                    break_line(&mut lines, depth);
                }
            }
            _ => {}
        }
    }
    lines
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn the_lines_are_those_of_serde_json() {
        for value in [
            json!({}),
            json!([]),
            json!({ "a": [], "b": {}, "c": [1, [2], { "d": null }] }),
            json!({ "a\"b\\": "{[,:]}\\", "é": "\u{1}\n🦀", "x": [true, -1.5e3] }),
            Value::Null,
        ] {
            let expected = serde_json::to_string_pretty(&value).unwrap();
            assert_eq!(pretty(&value.to_string()), expected);
        }
    }
}
