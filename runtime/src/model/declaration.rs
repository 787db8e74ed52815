//! Rules about types that a macro cannot check, because it does not see the other type: a base, or a variant of a union.
//!
//! Generated code evaluates these functions in constants. So a panic here is an error of the compiler, at the type in question.

use super::extension::Extensible;
use crate::edm::TypeInfo;

/// Adds the base to the description of a type. Called by generated code.
///
/// # Panics
///
/// In const evaluation, if both declare the same thing.
#[track_caller]
pub const fn extending<B: Extensible>(derived: TypeInfo) -> TypeInfo {
    let base = B::TYPE;
    if let Some(name) = common_property(&derived, base) {
        Message::new()
            .then("`")
            .then(name)
            .then("` is a property of both ")
            .then_types(&derived, base)
            .then(": remove one of the two fields, or rename one")
            .fail();
    }
    let common = if derived.is_open() && base.is_open() {
        "both have a field for undeclared properties: "
    } else if derived.receives_etag() && base.receives_etag() {
        "both have a field for the etag: "
    } else if derived.receives_type() && base.receives_type() {
        "both have a field for the name of the type: "
    } else if key(&derived).is_some() && key(base).is_some() {
        "both have a key: "
    } else {
        return derived.with_base(base);
    };
    Message::new()
        .then(common)
        .then_types(&derived, base)
        .then(". Keep that of the base")
        .fail()
}

/// Returns the name of a property that both types declare.
const fn common_property(derived: &TypeInfo, base: &TypeInfo) -> Option<&'static str> {
    let mut index = 0;
    while index < derived.properties().len() {
        let name = derived.properties()[index].name();
        if declares(base, name) {
            return Some(name);
        }
        index += 1;
    }
    None
}

const fn declares(info: &TypeInfo, name: &str) -> bool {
    let mut index = 0;
    while index < info.properties().len() {
        if is_equal(info.properties()[index].name(), name) {
            return true;
        }
        index += 1;
    }
    match info.base() {
        Some(base) => declares(base, name),
        None => false,
    }
}

/// Returns the name of the key, which the type or its base declares.
const fn key(info: &TypeInfo) -> Option<&'static str> {
    let mut index = 0;
    while index < info.properties().len() {
        if info.properties()[index].is_key() {
            return Some(info.properties()[index].name());
        }
        index += 1;
    }
    match info.base() {
        Some(base) => key(base),
        None => None,
    }
}

/// Returns the name of the key of the base. Called by generated code.
///
/// # Panics
///
/// In const evaluation, if the base has no key, or if the path has a parameter of its name.
#[track_caller]
pub const fn key_of_base(derived: &TypeInfo, path: &str) -> &'static str {
    let Some(key) = key(derived) else {
        Message::new()
            .then("the base of ")
            .then_name(derived)
            .then(" has no key: if the path is that of the resource itself, add `singleton` to the arguments of `graph_resource`; if it is ")
            .then("that of a collection, mark the key with `#[graph(key)]`")
            .fail();
    };
    if has_parameter(path, key) {
        Message::new()
            .then("the path parameter `")
            .then(key)
            .then("` has the name of the key of the base: remove it from the path, after which the key is added; or, if the path is that ")
            .then("of the resource itself, add `singleton` to the arguments of `graph_resource`")
            .fail();
    }
    key
}

const fn has_parameter(path: &str, name: &str) -> bool {
    let (path, name) = (path.as_bytes(), name.as_bytes());
    let mut start = 0;
    while start + name.len() + 2 <= path.len() {
        let mut index = 0;
        while index < name.len() && path[start + 1 + index] == name[index] {
            index += 1;
        }
        if path[start] == b'{' && index == name.len() && path[start + 1 + index] == b'}' {
            return true;
        }
        start += 1;
    }
    false
}

/// Returns the length of [`item_path`]. Called by generated code.
pub const fn item_path_len(path: &str, key: &str) -> usize {
    path.len() + key.len() + 3
}

/// Returns the path of an item, `/users/{id}`, in UTF-8. Called by generated code.
pub const fn item_path<const LEN: usize>(path: &str, key: &str) -> [u8; LEN] {
    let mut text = [0; LEN];
    let mut len = copy(&mut text, 0, path);
    len = copy(&mut text, len, "/{");
    len = copy(&mut text, len, key);
    copy(&mut text, len, "}");
    text
}

/// Returns what is text in UTF-8 as text. Called by generated code.
pub const fn text(utf8: &[u8]) -> &str {
    match std::str::from_utf8(utf8) {
        Ok(text) => text,
        Err(_) => "",
    }
}

/// Checks that each type is in one variant of a union. Called by generated code.
///
/// # Panics
///
/// In const evaluation, if a type is in two.
#[track_caller]
pub const fn distinct_variants(types: &[&TypeInfo]) {
    let mut second = 1;
    while second < types.len() {
        let name = types[second].odata_type();
        let mut first = 0;
        while first < second {
            if is_same(name, types[first].odata_type()) {
                Message::new()
                    .then("two variants are of the type ")
                    .then_name(types[second])
                    .then(", by whose name they are told apart: remove one, or write the `odata_type` of its struct")
                    .fail();
            }
            first += 1;
        }
        second += 1;
    }
}

/// The message of an error, put together in const evaluation.
struct Message {
    text: [u8; 640],
    len: usize,
}

impl Message {
    const fn new() -> Self {
        Self {
            text: [0; 640],
            len: 0,
        }
    }

    const fn then(mut self, text: &str) -> Self {
        self.len = copy(&mut self.text, self.len, text);
        self
    }

    /// Adds the name of a type.
    const fn then_name(self, info: &TypeInfo) -> Self {
        let (_, name) = info.odata_type().as_bytes().split_at(1);
        self.then("`").then(text(name)).then("`")
    }

    const fn then_types(self, derived: &TypeInfo, base: &TypeInfo) -> Self {
        self.then_name(derived)
            .then(" and its base ")
            .then_name(base)
    }

    #[allow(clippy::panic, reason = "it is an error of the compiler")]
    #[track_caller]
    const fn fail(self) -> ! {
        let (text, _) = self.text.split_at(self.len);
        panic!("{}", self::text(text))
    }
}

/// Copies `text`, or what there is room for, to a position. Returns the position after it.
const fn copy(target: &mut [u8], position: usize, text: &str) -> usize {
    let text = text.as_bytes();
    let mut index = 0;
    while index < text.len() && position + index < target.len() {
        target[position + index] = text[index];
        index += 1;
    }
    position + index
}

const fn is_equal(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    // Names of one namespace differ at their ends, and the compiler evaluates this for each pair of them.
    let mut left = one.len();
    while left > 0 && one[left - 1] == other[left - 1] {
        left -= 1;
    }
    left == 0
}

/// Returns whether two names are the same, in any letter case.
/// Returns whether two names are the same, in any letter case.
const fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    if one.len() != other.len() {
        return false;
    }
    let mut left = one.len();
    while left > 0 && one[left - 1].eq_ignore_ascii_case(&other[left - 1]) {
        left -= 1;
    }
    left == 0
}
