use graph_resource::{Property, TypeInfo};
use serde_json::Value;

use crate::refusal::{Refusal, excerpt};
use crate::store::Properties;

/// What must hold of one property in the body of a write.
type Rule = fn(Property, &Value) -> Result<(), Refusal>;

const CREATE: &[Rule] = &[is_not_read_only, is_null_only_if_nullable, is_text_if_key];
const UPDATE: &[Rule] = &[
    is_not_key,
    is_not_read_only,
    is_not_create_only,
    is_null_only_if_nullable,
];

/// The properties that the body of a create gives.
pub(crate) fn create(info: &TypeInfo, body: Properties) -> Result<Properties, Refusal> {
    let given = declared(info, body)?;
    check(info, &given, CREATE)?;
    has_all_required(info, &given)?;
    Ok(given)
}

/// The properties that the body of an update changes.
pub(crate) fn update(info: &TypeInfo, body: Properties) -> Result<Properties, Refusal> {
    let given = declared(info, body)?;
    check(info, &given, UPDATE)?;
    Ok(given)
}

/// The property that holds the key.
pub(crate) fn key_property(info: &TypeInfo) -> Option<Property> {
    info.all_properties().find(|property| property.is_key())
}

/// A key as it stands in a path. An empty text is none.
pub(crate) fn key_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

fn check(info: &TypeInfo, given: &Properties, rules: &[Rule]) -> Result<(), Refusal> {
    let declared = info.all_properties();
    let present = declared.filter_map(|property| Some((property, given.get(property.name())?)));
    for (property, value) in present {
        rules.iter().try_for_each(|rule| rule(property, value))?;
    }
    Ok(())
}

/// The body without control information and annotations, but for those that [`merge`] understands, all else being declared or dynamic.
fn declared(info: &TypeInfo, mut body: Properties) -> Result<Properties, Refusal> {
    is_of_type(info, &body)?;
    for (name, value) in &body {
        let (annotated, term) = name.split_once('@').unwrap_or((name, ""));
        let property = info.property(annotated);
        let is_control_information = annotated.is_empty() && !name.is_empty();
        let is_dynamic = info.is_open() && !annotated.is_empty() && term != BIND;
        match property {
            Some(property) if term == BIND => is_reference(*property, value)?,
            Some(_) => {}
            None if is_control_information || is_dynamic => {}
            None => return Err(unknown(info, annotated)),
        }
    }
    body.retain(|name, _| match name.split_once('@') {
        None => true,
        Some((annotated, term)) => {
            term == BIND || (!annotated.is_empty() && info.property(annotated).is_none())
        }
    });
    Ok(body)
}

/// Under which a write names other resources.
const BIND: &str = "odata.bind";

/// One URL, several, or none where the relationship may be absent.
fn is_reference(property: Property, value: &Value) -> Result<(), Refusal> {
    let is_reference = match value {
        Value::String(_) => true,
        Value::Array(references) => references.iter().all(Value::is_string),
        Value::Null => property.is_nullable(),
        _ => false,
    };
    let message = || {
        format!(
            "The value of '{}@{BIND}' is not a reference to another resource.",
            property.name()
        )
    };
    refuse_if(!is_reference, message)?;
    is_not_read_only(property, value)
}

/// Does to an item what a write says. `null` deletes a property that the type does not declare. Where a reference leads is nothing that an
/// item is answered with.
pub(crate) fn merge(info: &TypeInfo, item: &mut Properties, changes: Properties) {
    for name in changes.keys().filter(|name| !name.contains('@')) {
        item.remove(&format!("{name}@odata.type"));
    }
    for (name, value) in changes {
        if name.ends_with(&format!("@{BIND}")) {
            continue;
        }
        if value.is_null() && info.property(&name).is_none() {
            item.remove(&name);
        } else {
            item.insert(name, value);
        }
    }
}

fn unknown(info: &TypeInfo, name: &str) -> Refusal {
    Refusal::bad_request(format!(
        "The property '{}' does not exist on type '{}'. Make sure to only use property names that are defined by the type.",
        excerpt(name),
        info.name()
    ))
}

/// `#microsoft.graph.x`, `microsoft.graph.x` and `https://…/$metadata#microsoft.graph.x` are one type.
fn is_of_type(info: &TypeInfo, body: &Properties) -> Result<(), Refusal> {
    let given = match body.get("@odata.type") {
        None => return Ok(()),
        Some(Value::String(name)) => name.as_str(),
        Some(_) => {
            return Err(Refusal::bad_request(
                "The value of '@odata.type' is not a string.",
            ));
        }
    };
    let name = given.rsplit('#').next().unwrap_or_default();
    if name == info.name() {
        return Ok(());
    }
    Err(Refusal::bad_request(format!(
        "A resource of type '{}' cannot be written as '{}'.",
        info.name(),
        excerpt(given)
    )))
}

fn has_all_required(info: &TypeInfo, given: &Properties) -> Result<(), Refusal> {
    let mut required = info
        .all_properties()
        .filter(|property| property.is_required());
    match required.find(|property| !given.contains_key(property.name())) {
        None => Ok(()),
        Some(missing) => Err(Refusal::bad_request(format!(
            "The required property '{}' is missing.",
            missing.name()
        ))),
    }
}

fn is_not_key(property: Property, _: &Value) -> Result<(), Refusal> {
    let message = || format!("The key property '{}' cannot be updated.", property.name());
    refuse_if(property.is_key(), message)
}

fn is_not_read_only(property: Property, _: &Value) -> Result<(), Refusal> {
    let message = || {
        format!(
            "Property '{}' is read-only and cannot be set.",
            property.name()
        )
    };
    refuse_if(property.is_read_only(), message)
}

fn is_not_create_only(property: Property, _: &Value) -> Result<(), Refusal> {
    let message = || {
        format!(
            "Property '{}' can be set when the resource is created, and cannot be updated.",
            property.name()
        )
    };
    refuse_if(property.is_create_only(), message)
}

fn is_null_only_if_nullable(property: Property, value: &Value) -> Result<(), Refusal> {
    let message = || {
        format!(
            "A null value was found for the property '{}', which does not allow null values.",
            property.name()
        )
    };
    refuse_if(value.is_null() && !property.is_nullable(), message)
}

fn is_text_if_key(property: Property, value: &Value) -> Result<(), Refusal> {
    let message = || {
        format!(
            "The value of the key property '{}' is no key.",
            property.name()
        )
    };
    refuse_if(property.is_key() && key_text(value).is_none(), message)
}

fn refuse_if(broken: bool, message: impl FnOnce() -> String) -> Result<(), Refusal> {
    if broken {
        return Err(Refusal::bad_request(message()));
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use serde_json::json;

    use graph_resource::EdmType;

    use super::*;

    static TYPE: TypeInfo = TypeInfo::new(
        "#microsoft.graph.thing",
        true,
        &[
            Property::new("id", EdmType::String).key().read_only(),
            Property::new("name", EdmType::String).required(),
            Property::new("note", EdmType::String).nullable(),
            Property::new("status", EdmType::String)
                .nullable()
                .read_only(),
            Property::new("kind", EdmType::String)
                .nullable()
                .create_only(),
            Property::new("password", EdmType::String)
                .nullable()
                .write_only(),
        ],
    );

    fn object(value: Value) -> Properties {
        serde_json::from_value(value).unwrap()
    }

    fn refusal(result: Result<Properties, Refusal>) -> String {
        result.unwrap_err().message
    }

    #[test]
    fn a_property_that_may_not_be_written_is_named() {
        for (name, value) in [
            ("id", json!("1")),
            ("name", json!(null)),
            ("status", json!("ready")),
            ("kind", json!("new")),
            ("other", json!(1)),
            ("", json!(1)),
            (
                "other@odata.bind",
                json!("https://graph.microsoft.com/v1.0/users/1"),
            ),
        ] {
            let quoted = format!("'{}'", name.split('@').next().unwrap());
            let message = refusal(update(&TYPE, object(json!({ name: value }))));
            assert!(message.contains(&quoted), "{message}");
        }
    }

    #[test]
    fn an_update_keeps_what_it_may_change_and_no_control_information() {
        let body = object(json!({
            "@odata.type": "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.thing",
            "@odata.etag": "W/\"1\"",
            "@odata.context": null,
            "note@odata.type": "#String",
            "note": null,
            "password": "secret",
        }));
        let changes = update(&TYPE, body).unwrap();
        assert_eq!(
            Value::Object(changes),
            json!({ "note": null, "password": "secret" })
        );
    }

    #[test]
    fn a_create_must_give_what_is_required_and_may_give_what_is_create_only() {
        assert!(refusal(create(&TYPE, Properties::new())).contains("'name'"));
        assert!(create(&TYPE, object(json!({ "name": "a", "kind": "new" }))).is_ok());
        assert!(refusal(create(&TYPE, object(json!({ "name": "a", "id": "1" })))).contains("'id'"));
    }

    #[test]
    fn another_type_is_refused_by_name() {
        for name in [
            json!("#microsoft.graph.user"),
            json!(1),
            json!(""),
            json!("#"),
        ] {
            let body = object(json!({ "@odata.type": name, "note": "x" }));
            assert!(update(&TYPE, body).is_err());
        }
    }
}
