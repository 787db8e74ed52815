//! The table of exclusions.

/// An attribute, and those that it excludes.
pub(super) struct Exclusion {
    pub(super) attribute: &'static str,
    pub(super) excluded: &'static [&'static str],
    /// The reason, as the message gives it.
    pub(super) why: &'static str,
    pub(super) help: &'static str,
}

const KEEP_ONE: &str = "keep one of the two";
const ONE_KIND: &str = "a field has at most one of the attributes `merge`, `navigation`, `extra` and `base`, apart from `extra` with `merge`";

/// The attributes of a property with a value of its own.
const OF_PROPERTIES: &[&str] = &[
    "key",
    "alternate_key",
    "create_only",
    "write_only",
    "required",
    "etag",
    "odata_type",
];

/// The attributes of a property, which control information is not.
const NOT_OF_CONTROL_INFORMATION: &[&str] = &[
    "key",
    "alternate_key",
    "read_only",
    "create_only",
    "write_only",
    "required",
    "sensitive",
    "default",
    "rename",
    "setter",
    "with",
    "write_null",
];

/// Every exclusion. An attribute is reported for the first row that excludes it.
pub(super) const EXCLUSIONS: &[Exclusion] = &[
    // Access.
    Exclusion {
        attribute: "read_only",
        excluded: &["create_only"],
        why: "a read-only property is never sent, not even on create",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "read_only",
        excluded: &["write_only"],
        why: "a property that is neither sent nor read is useless",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "read_only",
        excluded: &["required"],
        why: "a read-only property is never sent, so it cannot be required",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "read_only",
        excluded: &["bind"],
        why: "a read-only relationship is never sent",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "read_only",
        excluded: &["write_null"],
        why: "a read-only property is never sent, not even as `null`",
        help: KEEP_ONE,
    },
    // Keys.
    Exclusion {
        attribute: "key",
        excluded: &["write_null"],
        why: "the key of an item is never `null`",
        help: "remove `write_null`",
    },
    Exclusion {
        attribute: "key",
        excluded: &["write_only"],
        why: "the key identifies the object in an answer",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "key",
        excluded: &["alternate_key"],
        why: "the key already identifies the item",
        help: KEEP_ONE,
    },
    // Kinds of fields.
    Exclusion {
        attribute: "merge",
        excluded: &["navigation", "base"],
        why: ONE_KIND,
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "navigation",
        excluded: &["extra", "base"],
        why: ONE_KIND,
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "extra",
        excluded: &["base"],
        why: ONE_KIND,
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "merge",
        excluded: &["key", "alternate_key", "etag", "odata_type"],
        why: "an object cannot identify an item or a version of it",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "merge",
        excluded: &["create_only", "write_only"],
        why: "a property that is updated in part is read and updated",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "merge",
        excluded: &["required"],
        why: "the property is set in part, so a create cannot require the whole",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "merge",
        excluded: &["with"],
        why: "the object is read and written property by property",
        help: "remove `with`",
    },
    Exclusion {
        attribute: "navigation",
        excluded: &["write_null"],
        why: "a relationship is not a value of the object",
        help: "remove `write_null`",
    },
    Exclusion {
        attribute: "navigation",
        excluded: OF_PROPERTIES,
        why: "a relationship is not a value of the object",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "bind",
        excluded: OF_PROPERTIES,
        why: "a reference is not a value of the object",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "bind",
        excluded: &["merge", "with", "default"],
        why: "a reference is sent as one URL",
        help: "remove it",
    },
    // Reading.
    Exclusion {
        attribute: "on_select",
        excluded: &[
            "key",
            "write_only",
            "navigation",
            "extra",
            "base",
            "etag",
            "odata_type",
            "bind",
        ],
        why: "only a property that the service can leave out is answered on `$select`",
        help: "remove `on_select`",
    },
    Exclusion {
        attribute: "extension",
        excluded: &[
            "key",
            "alternate_key",
            "write_only",
            "etag",
            "odata_type",
            "merge",
            "navigation",
            "bind",
            "extra",
            "base",
            "typed",
        ],
        why: "a directory extension is one value, whose type the service knows",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "extension",
        excluded: &["on_select"],
        why: "a directory extension is answered only on `$select` in any case",
        help: "remove `on_select`",
    },
    Exclusion {
        attribute: "typed",
        excluded: &[
            "key",
            "alternate_key",
            "read_only",
            "etag",
            "odata_type",
            "merge",
            "navigation",
            "bind",
            "extra",
            "base",
            "with",
        ],
        why: "only a value that is sent whole, and whose type is known, is sent with its type",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "extra",
        excluded: &["write_null"],
        why: "the undeclared properties are written one by one: set one to `Value::Null`",
        help: "remove `write_null`",
    },
    Exclusion {
        attribute: "extra",
        excluded: OF_PROPERTIES,
        why: "the field is not a property, but contains the undeclared ones",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "extra",
        excluded: &["with"],
        why: "the undeclared properties are read and written one by one",
        help: "remove `with`",
    },
    Exclusion {
        attribute: "extra",
        excluded: &["sensitive"],
        why: "the field is not a property, but contains the undeclared ones",
        help: "declare a sensitive property as its own field",
    },
    Exclusion {
        attribute: "extra",
        excluded: &["default"],
        why: "without undeclared properties, the field is empty",
        help: "remove `default`",
    },
    Exclusion {
        attribute: "extra",
        excluded: &["rename"],
        why: "the field has no name in JSON",
        help: "remove `rename`",
    },
    Exclusion {
        attribute: "base",
        excluded: &["write_null"],
        why: "the field is not a property, but contains those of the base type",
        help: "write it on the fields of the base type",
    },
    Exclusion {
        attribute: "base",
        excluded: OF_PROPERTIES,
        why: "the field is not a property, but contains those of the base type",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "base",
        excluded: &["with"],
        why: "the base is read and written property by property",
        help: "remove `with`",
    },
    Exclusion {
        attribute: "base",
        excluded: &["sensitive"],
        why: "the field is not a property, but contains those of the base type",
        help: "mark the sensitive properties in the struct of the base type",
    },
    Exclusion {
        attribute: "base",
        excluded: &["default"],
        why: "the base is read from any object",
        help: "remove `default`",
    },
    Exclusion {
        attribute: "base",
        excluded: &["rename"],
        why: "the field has no name in JSON",
        help: "remove `rename`",
    },
    Exclusion {
        attribute: "base",
        excluded: &["setter"],
        why: "the setters are those of the base type",
        help: "remove `setter`",
    },
    Exclusion {
        attribute: "etag",
        excluded: NOT_OF_CONTROL_INFORMATION,
        why: "`@odata.etag` is read with an object and is not a property of it",
        help: "write only `etag`; requests send it by `with_if_match`",
    },
    Exclusion {
        attribute: "odata_type",
        excluded: &["etag"],
        why: "a field receives one of the two",
        help: KEEP_ONE,
    },
    Exclusion {
        attribute: "odata_type",
        excluded: NOT_OF_CONTROL_INFORMATION,
        why: "`@odata.type` names the type of the object and is not a property of it",
        help: "write only `odata_type`; an update names another type by `with_odata_type`",
    },
    // Variants.
    Exclusion {
        attribute: "unknown",
        excluded: &["rename"],
        why: "an unknown member keeps the name that the service sent",
        help: "remove `rename`",
    },
    Exclusion {
        attribute: "unknown",
        excluded: &["evolved"],
        why: "an evolved member is a declared one",
        help: "mark the members that the service sends only on request",
    },
    Exclusion {
        attribute: "unknown",
        excluded: &["base"],
        why: "an object that does not name its type is of the base type, which is known",
        help: KEEP_ONE,
    },
];
