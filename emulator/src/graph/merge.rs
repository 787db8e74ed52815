use graph_resource::TypeInfo;

use crate::store::Properties;

use super::payload::BIND;

/// Applies the changes of a write to an item.
///
/// `null` deletes a property that the type does not declare. References are not stored, since responses do not contain them.
pub(super) fn merge(info: &TypeInfo, item: &mut Properties, changes: Properties) {
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
