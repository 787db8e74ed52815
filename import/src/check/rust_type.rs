//! The types of fields, as far as they can be compared with Edm types.

use syn::{GenericArgument, PathArguments, Type};

/// A type without `Option`, `Vec`, `Box` and `Flags` around it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct RustType {
    /// The last segment of its path.
    pub(super) name: String,
    /// All segments of its path.
    pub(super) path: Vec<String>,
    pub(super) is_option: bool,
    pub(super) is_vec: bool,
    pub(super) is_flags: bool,
}

/// The Rust types that stand for primitive types.
const PRIMITIVES: [&str; 20] = [
    "bool",
    "u8",
    "i8",
    "i16",
    "i32",
    "i64",
    "u16",
    "u32",
    "u64",
    "f32",
    "f64",
    "String",
    "str",
    "OffsetDateTime",
    "Date",
    "Time",
    "Duration",
    "Uuid",
    "Binary",
    "Number",
];

/// The Rust types that have any JSON.
const ANY: [&str; 4] = ["Value", "DynamicProperties", "BTreeMap", "HashMap"];

impl RustType {
    pub(super) fn of(ty: &Type) -> Self {
        let mut found = Self::default();
        let mut ty = ty;
        loop {
            let Type::Path(path) = ty else { return found };
            let Some(segment) = path.path.segments.last() else {
                return found;
            };
            let name = segment.ident.to_string();
            match &*name {
                "Option" if !found.is_vec => found.is_option = true,
                "Vec" => found.is_vec = true,
                "Flags" => found.is_flags = true,
                "Option" | "Box" | "Cow" => {}
                _ => {
                    let segments = path.path.segments.iter();
                    found.path = segments.map(|segment| segment.ident.to_string()).collect();
                    found.name = name;
                    return found;
                }
            }
            let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
                return found;
            };
            let inner = arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty),
                _ => None,
            });
            let Some(inner) = inner else { return found };
            ty = inner;
        }
    }

    /// Returns whether it is a type of this name that has any JSON.
    pub(super) fn is_any(&self) -> bool {
        self.name.is_empty() || ANY.contains(&&*self.name)
    }

    /// Returns whether it is a type for a primitive type.
    pub(super) fn is_primitive(&self) -> bool {
        PRIMITIVES.contains(&&*self.name)
    }
}

/// Returns the Rust types for a primitive type, the best one first. Any other that is primitive is wrong.
pub(super) fn allowed(edm_type: &str) -> &'static [&'static str] {
    match edm_type {
        "Edm.String" => &["String", "str"],
        "Edm.Boolean" => &["bool"],
        "Edm.Byte" => &["u8"],
        "Edm.SByte" => &["i8"],
        "Edm.Int16" => &["i16"],
        "Edm.Int32" => &["i32"],
        "Edm.Int64" => &["i64"],
        "Edm.Single" => &["f32"],
        "Edm.Double" => &["f64"],
        "Edm.Decimal" => &["f64", "Number"],
        "Edm.DateTimeOffset" => &["OffsetDateTime", "String", "str"],
        "Edm.Date" => &["Date", "String", "str"],
        "Edm.TimeOfDay" => &["Time", "String", "str"],
        "Edm.Duration" => &["Duration", "String", "str"],
        "Edm.Guid" => &["Uuid", "String", "str"],
        "Edm.Binary" => &["Binary", "String", "str"],
        _ => &[],
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    #[test]
    fn what_is_around_a_type_is_taken_off() {
        for (text, name, is_option, is_vec, is_flags) in [
            ("String", "String", false, false, false),
            ("Option<Box<a::b::User>>", "User", true, false, false),
            ("Vec<Option<String>>", "String", false, true, false),
            (
                "Option<Flags<Architecture>>",
                "Architecture",
                true,
                false,
                true,
            ),
            ("&'static str", "", false, false, false),
        ] {
            let found = RustType::of(&syn::parse_str(text).unwrap());
            assert_eq!(found.name, name, "{text}");
            let around = (found.is_option, found.is_vec, found.is_flags);
            assert_eq!(around, (is_option, is_vec, is_flags), "{text}");
        }
    }
}
