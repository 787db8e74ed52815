//! What attributes mean together: one function per rule, named after it.

use std::collections::HashMap;

use quote::format_ident;
use syn::ext::IdentExt;
use syn::{LitStr, Type};

use super::property::option_argument;
use super::{Access, Kind, Operation, Property, StructuredType, is_named, is_no_object};
use crate::attr::{Given, ResourceAttributes, SETTER, Slot};
use crate::diagnostics::Mistakes;

/// Reports what breaks a rule. A clash of names that would not compile is settled besides, so that it is the only error.
pub(super) fn check(
    resource: &mut StructuredType<'_>,
    attributes: &ResourceAttributes,
    mistakes: &Mistakes,
) {
    key_is_not_a_parameter(resource, attributes, mistakes);
    required_is_not_a_parameter(resource, attributes, mistakes);
    alternate_key_is_not_a_parameter(resource, attributes, mistakes);
    one_of_a_kind(&mut resource.properties, mistakes);
    setters_are_distinct(&mut resource.properties, mistakes);
    let resource = &*resource;
    odata_type_is_a_qualified_name(attributes.odata_type.value(), mistakes);
    one_key(resource, mistakes);
    one_etag(resource, mistakes);
    update_method_is_for_update(resource, attributes, mistakes);
    wire_names_are_distinct(resource, mistakes);
    extensible_has_no_parameters(resource, attributes, mistakes);
    for property in &resource.properties {
        roles_do_not_contradict(property, mistakes);
        kinds_do_not_contradict(property, mistakes);
        bind_is_for_navigation(property, mistakes);
        no_property_of_its_own(property, mistakes);
        default_is_for_what_must_be_there(property, mistakes);
        complex_type_has_no_address(property, resource, mistakes);
        key_is_not_nullable(property, mistakes);
        alternate_key_names_an_item(property, resource, mistakes);
        etag_is_just_an_etag(property, mistakes);
        setter_has_something_to_set(property, mistakes);
        required_is_for_create(property, resource, attributes, mistakes);
        if let (Some(rename), true) = (
            property.attributes.rename.value(),
            property.access != Access::Etag,
        ) {
            wire_name_can_be_written(rename, "displayName", mistakes);
        }
    }
}

fn odata_type_is_a_qualified_name(literal: Option<&LitStr>, mistakes: &Mistakes) {
    let Some(literal) = literal else { return };
    let name = literal.value();
    let is_identifier = |part: &str| {
        part.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && part
                .chars()
                .all(|character| character.is_ascii_alphanumeric() || character == '_')
    };
    if let Some(name) = name.strip_prefix('#') {
        mistakes.report(
            literal,
            "the type is named without `#`",
            format!("write \"{name}\": the `#` is added on the wire"),
        );
    } else if !name.contains('.') || !name.split('.').all(is_identifier) {
        let help = "write the namespace and the name, such as \"microsoft.graph.user\"";
        mistakes.report(
            literal,
            format!("\"{name}\" is not the qualified name of a type"),
            help,
        );
    }
}

fn one_key(resource: &StructuredType<'_>, mistakes: &Mistakes) {
    let keys: Vec<_> = resource
        .properties
        .iter()
        .filter(|property| property.is_key())
        .collect();
    for second in keys.iter().skip(1) {
        let wrong = format!(
            "`{}` and `{}` are both the key",
            keys[0].ident, second.ident
        );
        let help =
            "a resource has one key; what else its address needs is a `{parameter}` of the path";
        mistakes.report(&second.attributes.key.get(), wrong, help);
    }
}

fn one_etag(resource: &StructuredType<'_>, mistakes: &Mistakes) {
    let etags = resource
        .properties
        .iter()
        .filter(|property| property.access == Access::Etag);
    for second in etags.skip(1) {
        let help = "an object has one etag: keep one of the fields";
        mistakes.report(
            &second.attributes.etag.get(),
            "a second field for `@odata.etag`",
            help,
        );
    }
}

fn key_is_not_a_parameter(
    resource: &mut StructuredType<'_>,
    attributes: &ResourceAttributes,
    mistakes: &Mistakes,
) {
    let (Some(key), Some(path)) = (resource.key(), attributes.path.value()) else {
        return;
    };
    let name = key.ident.unraw();
    if resource.template.parameters.contains(&name) {
        let wrong = format!("the parameter `{name}` of the path has the name of the key");
        let help = "leave it out if it is the key, which is added behind the path; else give it another name";
        resource.template.reject(&name, path, wrong, help, mistakes);
    }
}

/// Both are arguments of `create`.
fn required_is_not_a_parameter(
    resource: &mut StructuredType<'_>,
    attributes: &ResourceAttributes,
    mistakes: &Mistakes,
) {
    let Some(path) = attributes.path.value() else {
        return;
    };
    let required = resource
        .creatable()
        .filter(|property| property.is_required() && !property.is_key());
    let names: Vec<_> = required.map(|property| property.ident.unraw()).collect();
    for name in names {
        if resource.template.parameters.contains(&name) {
            let wrong =
                format!("the parameter `{name}` of the path has the name of a required property");
            let help = "give the parameter another name: both are arguments of `create`";
            resource.template.reject(&name, path, wrong, help, mistakes);
        }
    }
}

/// Both are arguments of the functions that name an item by the alternate key.
fn alternate_key_is_not_a_parameter(
    resource: &mut StructuredType<'_>,
    attributes: &ResourceAttributes,
    mistakes: &Mistakes,
) {
    let Some(path) = attributes.path.value() else {
        return;
    };
    let keys = resource.alternate_keys();
    let names: Vec<_> = keys.map(|property| property.ident.unraw()).collect();
    for name in names {
        if resource.template.parameters.contains(&name) {
            let wrong =
                format!("the parameter `{name}` of the path has the name of an alternate key");
            let help = "give the parameter another name: both are arguments of the functions that name an item by that key";
            resource.template.reject(&name, path, wrong, help, mistakes);
        }
    }
}

fn alternate_key_names_an_item(
    property: &Property<'_>,
    resource: &StructuredType<'_>,
    mistakes: &Mistakes,
) {
    let Some(alternate) = property.attributes.alternate_key.get() else {
        return;
    };
    if resource.is_complex || !property.is_alternate_key() {
        return;
    }
    let names_an_item = [Operation::Get, Operation::Update, Operation::Delete];
    if resource.key().is_none() {
        let wrong = "an alternate key names an item of a collection, and items of one have a key";
        let help = "mark the field that names an item with `#[graph(key)]`";
        mistakes.report(alternate, wrong, help);
    } else if !names_an_item
        .iter()
        .any(|operation| resource.has(*operation))
    {
        let wrong = "an alternate key is for requests that name an item, and the resource has none";
        let help = "add `get`, `update` or `delete` to the `operations`, or remove `alternate_key`";
        mistakes.report(alternate, wrong, help);
    }
}

fn wire_names_are_distinct(resource: &StructuredType<'_>, mistakes: &Mistakes) {
    let mut seen: HashMap<&str, &Property<'_>> = HashMap::new();
    for property in resource
        .properties
        .iter()
        .filter(|property| property.is_named())
    {
        let Some(first) = seen.insert(&property.wire_name, property) else {
            continue;
        };
        let wrong = format!(
            "`{}` and `{}` are both \"{}\" in JSON",
            first.ident, property.ident, property.wire_name
        );
        let help = "give one of them its own name with `#[graph(rename = \"…\")]`";
        match property.attributes.rename.get() {
            Some(rename) => mistakes.report(&rename.value, wrong, help),
            None => mistakes.report(property.ident, wrong, help),
        }
    }
}

/// Methods that the generated types have beside the setters.
const RESERVED: [&str; 6] = [
    "apply_to",
    "between",
    "is_empty",
    "send",
    "send_with_response",
    "to_http_request",
];

fn setters_are_distinct(properties: &mut [Property<'_>], mistakes: &Mistakes) {
    let mut seen: HashMap<String, String> = HashMap::new();
    for property in properties
        .iter_mut()
        .filter(|property| property.has_setter() && property.kind != Kind::Base)
    {
        let setter = property.setter().unraw().to_string();
        let methods = methods(property);
        let taken = methods.iter().find(|method| seen.contains_key(*method));
        let wrong = if RESERVED.contains(&setter.as_str()) || setter.starts_with("with_") {
            format!("the setter `{setter}` would collide with the request's own `{setter}`")
        } else if let Some(method) = taken {
            format!(
                "`{}` and `{}` would both have the setter `{method}`",
                seen[method], property.ident
            )
        } else {
            let name = property.ident.to_string();
            seen.extend(methods.into_iter().map(|method| (method, name.clone())));
            continue;
        };
        let other = format_ident!("set_{setter}", span = property.ident.span());
        let help = format!("give it another name: `#[graph({SETTER} = \"{other}\")]`");
        match property.attributes.setter.get() {
            Some(given) => mistakes.report(&given.value, wrong, help),
            None => mistakes.report(property.ident, wrong, help),
        }
        property.setter = other;
    }
}

/// The methods that set the property.
fn methods(property: &Property<'_>) -> Vec<String> {
    let mut methods = vec![property.setter().unraw()];
    if property.is_clearable() {
        methods.extend([property.clear_setter(), property.setter_or_clear()]);
    }
    if property.kind == Kind::Extra {
        methods.extend([property.clear_setter(), property.setter_typed()]);
    }
    methods.iter().map(ToString::to_string).collect()
}

fn roles_do_not_contradict(property: &Property<'_>, mistakes: &Mistakes) {
    let attributes = &property.attributes;
    let [
        key,
        alternate_key,
        read_only,
        create_only,
        write_only,
        required,
    ] = [
        &attributes.key,
        &attributes.alternate_key,
        &attributes.read_only,
        &attributes.create_only,
        &attributes.write_only,
        &attributes.required,
    ];
    for (one, other, why) in [
        (
            read_only,
            create_only,
            "a read-only property is never sent, not even on create",
        ),
        (
            read_only,
            write_only,
            "a property is either never sent or never read",
        ),
        (
            read_only,
            required,
            "a read-only property is never sent, so nobody can be required to send it",
        ),
        (key, write_only, "the key is what an answer is known by"),
        (key, alternate_key, "the key names an item already"),
    ] {
        if let (Some(_), Some(second)) = (one.get(), other.get()) {
            let wrong = format!("`{}` contradicts `{}`: {why}", other.name(), one.name());
            mistakes.report(second, wrong, "keep one of the two");
        }
    }
}

/// What a field is beside a plain property: at the most one of these.
fn kinds_do_not_contradict(property: &Property<'_>, mistakes: &Mistakes) {
    let attributes = &property.attributes;
    let kinds = [
        &attributes.merge,
        &attributes.navigation,
        &attributes.extra,
        &attributes.base,
    ];
    let mut given = kinds.into_iter().filter(|slot| slot.is_given());
    let Some(first) = given.next() else { return };
    for second in given {
        let wrong = format!("`{}` contradicts `{}`", second.name(), first.name());
        mistakes.report(&second.get(), wrong, "keep one of the two");
    }
    let roles = [
        &attributes.key,
        &attributes.alternate_key,
        &attributes.create_only,
        &attributes.write_only,
        &attributes.required,
        &attributes.etag,
    ];
    for role in roles.into_iter().filter(|slot| slot.is_given()) {
        let wrong = format!("`{}` contradicts `{}`", role.name(), first.name());
        mistakes.report(&role.get(), wrong, "keep one of the two");
    }
    if let (Some(with), true) = (attributes.with.get(), first.name() != "navigation") {
        let wrong = format!("`with` contradicts `{}`", first.name());
        mistakes.report(
            with,
            wrong,
            "remove `with`: the field is read and written by parts",
        );
    }
}

fn bind_is_for_navigation(property: &Property<'_>, mistakes: &Mistakes) {
    if let (Some(bind), false) = (
        property.attributes.bind.get(),
        property.attributes.navigation.is_given(),
    ) {
        let help = "write `#[graph(navigation, bind)]`, on the field of a relationship";
        mistakes.report(bind, "`bind` is for a navigation property", help);
    }
    if let (Some(bind), true) = (
        property.attributes.bind.get(),
        property.attributes.read_only.is_given(),
    ) {
        let wrong = "`bind` contradicts `read_only`: a read-only relationship is never sent";
        mistakes.report(bind, wrong, "keep one of the two");
    }
}

fn complex_type_has_no_address(
    property: &Property<'_>,
    resource: &StructuredType<'_>,
    mistakes: &Mistakes,
) {
    if !resource.is_complex {
        return;
    }
    let attributes = &property.attributes;
    for slot in [&attributes.key, &attributes.alternate_key, &attributes.etag] {
        if let Some(given) = slot.get() {
            let wrong = format!(
                "`{}` is for a resource: a complex type has no address",
                slot.name()
            );
            mistakes.report(
                given,
                wrong,
                "remove it, or make the struct a `#[graph_resource]`",
            );
        }
    }
}

/// The second of a kind is left out of what is generated.
fn one_of_a_kind(properties: &mut [Property<'_>], mistakes: &Mistakes) {
    for (kind, what) in [
        (Kind::Extra, "what the type does not declare"),
        (Kind::Base, "the base type"),
    ] {
        let fields = properties
            .iter_mut()
            .filter(|property| property.kind == kind);
        for second in fields.skip(1) {
            let attributes = &second.attributes;
            let slot = if kind == Kind::Extra {
                &attributes.extra
            } else {
                &attributes.base
            };
            let wrong = format!("a second field for {what}");
            mistakes.report(&slot.get(), wrong, "keep one of them");
            second.kind = Kind::Invalid;
            second.access = Access::ReadOnly;
        }
    }
}

/// `kind`, unless the type of the field has no room for it.
pub(super) fn kind_that_fits(kind: Kind, ty: &Type, mistakes: &Mistakes) -> Kind {
    let (wrong, help) = match kind {
        Kind::Extra if !is_named(ty, "DynamicProperties") => (
            "what the type does not declare is kept in a `DynamicProperties`",
            "write the type `graph_resource::edm::DynamicProperties`",
        ),
        Kind::Base if is_no_object(ty) => (
            "the base is an object of an entity or complex type",
            "write the struct of the base, without `Option` or `Box`",
        ),
        Kind::Merged if is_no_object(option_argument(ty).unwrap_or(ty)) => (
            "only an object can be merged, of a complex type or a `BTreeMap<String, _>`",
            "remove `merge`: the value is replaced as a whole",
        ),
        _ => return kind,
    };
    mistakes.report(ty, wrong, help);
    Kind::Invalid
}

/// What such a field is to have must be said elsewhere.
fn no_property_of_its_own(property: &Property<'_>, mistakes: &Mistakes) {
    let attributes = &property.attributes;
    let (kind, sensitive_help) = if attributes.extra.is_given() {
        let help = "declare what is sensitive as a property of its own";
        (&attributes.extra, help)
    } else if attributes.base.is_given() {
        let help = "mark the properties of the base that are sensitive";
        (&attributes.base, help)
    } else {
        return;
    };
    let is_base = attributes.base.is_given();
    let flag = |slot: &Slot<()>| slot.get().map(|given| given.at.clone());
    for (at, help) in [
        (flag(&attributes.sensitive), sensitive_help),
        (
            flag(&attributes.default),
            "remove it: the field is read from whatever there is",
        ),
        (
            attributes.rename.get().map(|given| given.at.clone()),
            "remove it: the field has no name in JSON",
        ),
        (
            attributes
                .setter
                .get()
                .filter(|_| is_base)
                .map(|given| given.at.clone()),
            "remove it: the setters are those of the base",
        ),
    ] {
        if let Some(at) = at {
            let wrong = format!("`{at}` contradicts `{}`, which is no property", kind.name());
            mistakes.report(&at, wrong, help);
        }
    }
}

fn default_is_for_what_must_be_there(property: &Property<'_>, mistakes: &Mistakes) {
    if let (Some(default), true) = (property.attributes.default.get(), property.is_nullable) {
        let help = "remove it: an `Option` that is missing in an answer is `None`";
        mistakes.report(default, "`default` says nothing of an `Option`", help);
    }
}

fn extensible_has_no_parameters(
    resource: &StructuredType<'_>,
    attributes: &ResourceAttributes,
    mistakes: &Mistakes,
) {
    if let (Some(extensible), false) = (
        attributes.extensible.get(),
        resource.generics.params.is_empty(),
    ) {
        mistakes.report(
            extensible,
            "a type that others extend has no parameters",
            "remove `extensible`, or the parameters",
        );
    }
}

fn key_is_not_nullable(property: &Property<'_>, mistakes: &Mistakes) {
    if property.is_key() && property.is_nullable {
        let help = "write the type without `Option`";
        mistakes.report(property.ty, "the key of a resource cannot be absent", help);
    }
}

fn etag_is_just_an_etag(property: &Property<'_>, mistakes: &Mistakes) {
    if property.access != Access::Etag {
        return;
    }
    let attributes = &property.attributes;
    let flags = [
        attributes.key.get(),
        attributes.alternate_key.get(),
        attributes.read_only.get(),
        attributes.create_only.get(),
        attributes.write_only.get(),
        attributes.required.get(),
        attributes.sensitive.get(),
        attributes.default.get(),
    ];
    let flags = flags.into_iter().flatten().map(|Given { at, .. }| at);
    let rename = attributes.rename.get().map(|Given { at, .. }| at);
    let setter = attributes.setter.get().map(|Given { at, .. }| at);
    let with = attributes.with.get().map(|Given { at, .. }| at);
    for other in flags.chain(rename).chain(setter).chain(with) {
        let help = "the etag goes back in `with_if_match`: keep `etag` alone";
        mistakes.report(
            other,
            "`@odata.etag` is read with an object, and is no property of it",
            help,
        );
    }
    if !property.is_nullable {
        let help = "write `Option<String>`: not every answer has an etag";
        mistakes.report(property.ty, "the etag of an object may be absent", help);
    }
}

fn setter_has_something_to_set(property: &Property<'_>, mistakes: &Mistakes) {
    let Some(setter) = property.attributes.setter.get() else {
        return;
    };
    if property.access == Access::Etag || property.has_setter() {
        return;
    }
    let why = if property.is_creatable() {
        "it is an argument of `create`"
    } else {
        "no request may carry it"
    };
    let wrong = format!("`{}` has no setter: {why}", property.ident);
    mistakes.report(setter, wrong, format!("remove `{SETTER}`"));
}

fn required_is_for_create(
    property: &Property<'_>,
    resource: &StructuredType<'_>,
    attributes: &ResourceAttributes,
    mistakes: &Mistakes,
) {
    let Some(required) = property.attributes.required.get() else {
        return;
    };
    if property.access == Access::Etag || resource.has(Operation::Create) {
        return;
    }
    if resource.is_complex {
        let wrong = "`required` is about `create`, which a complex type does not have";
        let help = "remove it: a value of the type is created with the resource that it is in";
        return mistakes.report(required, wrong, help);
    }
    let help = if attributes.operations.is_given() {
        "add `create` to the `operations`, or remove `required`"
    } else {
        "mark the field that names an item with `#[graph(key)]`, or remove `required`: without a key, nothing is created"
    };
    mistakes.report(
        required,
        "`required` is about `create`, which the resource does not have",
        help,
    );
}

fn update_method_is_for_update(
    resource: &StructuredType<'_>,
    attributes: &ResourceAttributes,
    mistakes: &Mistakes,
) {
    if let (Some(update), false) = (
        attributes.update_method.get(),
        resource.has(Operation::Update),
    ) {
        mistakes.report(
            update,
            "the method of an update is given, and the resource has none",
            "add `update` to the `operations`, or remove the method",
        );
    }
}

/// Of a property, or of a member of an enum.
pub(super) fn wire_name_can_be_written(rename: &LitStr, example: &str, mistakes: &Mistakes) {
    let name = rename.value();
    let is_plain =
        |character: char| character.is_ascii_alphanumeric() || "_@.-".contains(character);
    let (wrong, help) = match name.as_str() {
        "@odata.type" => (
            "`@odata.type` is read and written by itself".to_owned(),
            "remove the field".to_owned(),
        ),
        "@odata.etag" => (
            "`@odata.etag` has an attribute of its own".to_owned(),
            "write `#[graph(etag)]`".to_owned(),
        ),
        "" => (
            "the name is empty".to_owned(),
            format!("write the name in JSON, such as \"{example}\""),
        ),
        name if !name.chars().all(is_plain) => (
            format!("\"{}\" cannot be a name in JSON", name.escape_debug()),
            format!("write letters, digits, `_`, `-`, `.` and `@`, such as \"{example}\""),
        ),
        _ => return,
    };
    mistakes.report(rename, wrong, help);
}
