//! Types that contain themselves, and therefore need a `Box`.

use std::collections::BTreeSet;

use crate::csdl::Metadata;

/// Returns whether a value of the type `from` can contain one of the type `to` without a collection in between.
pub(super) fn contains(metadata: &Metadata, from: &str, to: &str) -> bool {
    let mut seen = BTreeSet::new();
    let mut open = vec![from];
    while let Some(name) = open.pop() {
        if name == to {
            return true;
        }
        if !seen.insert(name) {
            continue;
        }
        let properties = metadata.with_bases(name).flat_map(|ty| &ty.properties);
        let single = properties.filter(|property| !property.ty.is_collection);
        let structured = single.map(|property| property.ty.name.as_str());
        open.extend(structured.filter(|name| metadata.types.contains_key(*name)));
    }
    false
}
