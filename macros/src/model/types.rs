//! Questions about the types of fields. A macro sees only how a type is written, so the answers are about names.

use syn::{GenericArgument, Path, PathArguments, Type};

/// Returns whether the last segment of the path of the type is `name`.
pub(crate) fn is_named(ty: &Type, name: &str) -> bool {
    path(ty)
        .and_then(|path| path.segments.last())
        .is_some_and(|last| last.ident == name)
}

/// Returns whether the type is a primitive type of Rust.
pub(super) fn is_primitive(ty: &Type) -> bool {
    const PRIMITIVES: [&str; 14] = [
        "bool", "char", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64",
        "f32", "f64",
    ];
    path(ty).is_some_and(|path| PRIMITIVES.iter().any(|name| path.is_ident(name)))
}

/// Returns whether the type is a common one that cannot be the struct of an entity or complex type.
///
/// The error of the compiler for such a type is several pages long, so the macros report it themselves.
pub(crate) fn is_known_non_object(ty: &Type) -> bool {
    const OTHERS: [&str; 10] = [
        "Box",
        "Cow",
        "DynamicProperties",
        "Flags",
        "HashMap",
        "OffsetDateTime",
        "Option",
        "String",
        "Uuid",
        "Vec",
    ];
    is_primitive(ty) || OTHERS.iter().any(|name| is_named(ty, name))
}

/// Returns `T` if the type is written `Option<T>`, with or without the path in the standard library.
pub(super) fn option_argument(ty: &Type) -> Option<&Type> {
    let ty = match ty {
        // A type from a `macro_rules` is in an invisible group.
        Type::Group(group) => &group.elem,
        ty => ty,
    };
    let path = path(ty)?;
    let segments = &path.segments;
    let is_standard = match segments.len() {
        1 => true,
        3 => {
            (segments[0].ident == "std" || segments[0].ident == "core")
                && segments[1].ident == "option"
        }
        _ => false,
    };
    let mut arguments = arguments(path).filter(|_| is_standard && is_named(ty, "Option"))?;
    arguments.next().filter(|_| arguments.next().is_none())?
}

/// Returns `T` if the type is written `Box<T>`, and the type itself if not.
pub(crate) fn unboxed(ty: &Type) -> &Type {
    path(ty)
        .filter(|_| is_named(ty, "Box"))
        .and_then(|path| arguments(path)?.next()?)
        .unwrap_or(ty)
}

/// Returns `T` if the type is written `Vec<T>`.
pub(super) fn element(ty: &Type) -> Option<&Type> {
    let path = path(ty).filter(|_| is_named(ty, "Vec"))?;
    arguments(path)?.next()?
}

/// Returns whether the type is a `Reference`, or an `Option` or a collection of references.
pub(super) fn is_reference(ty: &Type) -> bool {
    let value = option_argument(ty).unwrap_or(ty);
    is_named(element(value).unwrap_or(value), "Reference")
}

fn path(ty: &Type) -> Option<&Path> {
    match ty {
        Type::Path(path) => Some(&path.path),
        _ => None,
    }
}

/// Returns the arguments of the last segment, each if it is a type.
fn arguments(path: &Path) -> Option<impl Iterator<Item = Option<&Type>>> {
    let PathArguments::AngleBracketed(arguments) = &path.segments.last()?.arguments else {
        return None;
    };
    let arguments = arguments.args.iter().map(|argument| match argument {
        GenericArgument::Type(ty) => Some(ty),
        _ => None,
    });
    Some(arguments)
}
