//! The attributes of a field.

use syn::{Ident, LitStr, Path};

use super::attribute_set::attribute_set;
use super::slot::Slot;

/// The name of the attribute whose values `Debug` masks. The attribute macros look for it before the fields are read.
pub(crate) const SENSITIVE: &str = "sensitive";

attribute_set! {
    /// The attributes of a field, `#[graph(…)]`.
    FieldAttributes {
        key: () = Slot::flag("key"),
        alternate_key: () = Slot::flag("alternate_key"),
        read_only: () = Slot::flag("read_only"),
        create_only: () = Slot::flag("create_only"),
        write_only: () = Slot::flag("write_only"),
        required: () = Slot::flag("required"),
        rename: LitStr = Slot::new("rename", |entry, mistakes| entry.string("displayName", mistakes)),
        sensitive: () = Slot::flag(SENSITIVE),
        etag: () = Slot::flag("etag"),
        odata_type: () = Slot::flag("odata_type"),
        with: Path = Slot::new("with", |entry, mistakes| entry.code("my_format", mistakes)),
        default: () = Slot::flag("default"),
        setter: Ident = Slot::new("setter", |entry, mistakes| entry.code("set_status", mistakes)),
        write_null: () = Slot::flag("write_null"),
        merge: () = Slot::flag("merge"),
        navigation: () = Slot::flag("navigation"),
        expand: () = Slot::flag("expand"),
        on_select: () = Slot::flag("on_select"),
        extension: () = Slot::flag("extension"),
        typed: () = Slot::flag("typed"),
        bind: () = Slot::flag("bind"),
        extra: () = Slot::flag("extra"),
        base: () = Slot::flag("base"),
    }
}
