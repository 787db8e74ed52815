//! The Rust types of Edm types.

/// The Rust type of a primitive type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Primitive {
    /// Its name.
    pub(super) name: &'static str,
    /// The path to import it from, if it is in no prelude.
    pub(super) import: Option<&'static str>,
}

const fn prelude(name: &'static str) -> Primitive {
    Primitive { name, import: None }
}

const fn imported(name: &'static str, import: &'static str) -> Primitive {
    Primitive {
        name,
        import: Some(import),
    }
}

/// A JSON value of any form.
pub(super) const JSON: Primitive = imported("Value", "serde_json::Value");

/// The properties of an open type that it does not declare.
pub(super) const EXTRA: Primitive = imported(
    "DynamicProperties",
    "graph_resource::edm::DynamicProperties",
);

/// The members of a flags enumeration.
pub(super) const FLAGS: Primitive = imported("Flags", "graph_resource::edm::Flags");

/// The links between resources.
/// Returns the Rust type of a primitive type, as the documentation of `graph_resource::edm` recommends it. `Edm.Stream` has none: it is no JSON.
pub(super) fn primitive(edm_type: &str) -> Option<Primitive> {
    Some(match edm_type {
        "Edm.String" => prelude("String"),
        "Edm.Boolean" => prelude("bool"),
        "Edm.Byte" => prelude("u8"),
        "Edm.SByte" => prelude("i8"),
        "Edm.Int16" => prelude("i16"),
        "Edm.Int32" => prelude("i32"),
        "Edm.Int64" => prelude("i64"),
        "Edm.Single" => prelude("f32"),
        "Edm.Double" | "Edm.Decimal" => prelude("f64"),
        "Edm.DateTimeOffset" => imported("OffsetDateTime", "time::OffsetDateTime"),
        "Edm.Date" => imported("Date", "time::Date"),
        "Edm.TimeOfDay" => imported("Time", "time::Time"),
        "Edm.Duration" => imported("Duration", "time::Duration"),
        "Edm.Guid" => imported("Uuid", "uuid::Uuid"),
        "Edm.Binary" => imported("Binary", "graph_resource::edm::Binary"),
        "Edm.Stream" => return None,
        // Values that are described elsewhere, such as geographic ones.
        _ => JSON,
    })
}
