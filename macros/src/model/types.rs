//! Questions about the types of fields. A macro sees only how a type is written, so the answers are about names.

use syn::{GenericArgument, Path, PathArguments, Type};

/// Returns the type without parentheses, and without the invisible groups of a `macro_rules`.
pub(crate) fn bare(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => bare(&group.elem),
        Type::Paren(parenthesized) => bare(&parenthesized.elem),
        ty => ty,
    }
}

/// Returns whether the last segment of the path of the type is `name`.
pub(crate) fn is_named(ty: &Type, name: &str) -> bool {
    path(ty)
        .and_then(|path| path.segments.last())
        .is_some_and(|last| last.ident == name)
}

/// Returns whether `name` is that of a primitive type of Rust.
pub(crate) fn is_name_of_primitive(name: &str) -> bool {
    const PRIMITIVES: [&str; 17] = [
        "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "str", "u8",
        "u16", "u32", "u64", "u128", "usize",
    ];
    PRIMITIVES.contains(&name)
}

/// Returns whether the type is a primitive type of Rust, with or without the path in the standard library.
pub(crate) fn is_primitive(ty: &Type) -> bool {
    path(ty).is_some_and(|path| {
        let is_known = |last: &syn::PathSegment| is_name_of_primitive(&last.ident.to_string());
        is_of_the_standard_library(path, "primitive") && path.segments.last().is_some_and(is_known)
    })
}

/// Returns whether the type is a common one that cannot be the struct of an entity or complex type.
///
/// The error of the compiler for such a type is several pages long, so the macros report it themselves.
pub(crate) fn is_known_non_object(ty: &Type) -> bool {
    const OTHERS: [&str; 11] = [
        "Box",
        "Cow",
        "DynamicProperties",
        "Flags",
        "HashMap",
        "OffsetDateTime",
        "Option",
        "String",
        "Uuid",
        "Value",
        "Vec",
    ];
    is_primitive(ty) || OTHERS.iter().any(|name| is_named(ty, name))
}

/// Returns `T` if the type is written `Option<T>`, with or without the path in the standard library.
pub(crate) fn option_argument(ty: &Type) -> Option<&Type> {
    let path = path(ty).filter(|path| is_of_the_standard_library(path, "option"))?;
    let mut arguments = arguments(path).filter(|_| is_named(ty, "Option"))?;
    let argument = arguments.next().filter(|_| arguments.next().is_none())?;
    argument.map(bare)
}

/// Returns `T` if the type is written `Vec<T>`, with or without the path in the standard library.
pub(crate) fn vec_argument(ty: &Type) -> Option<&Type> {
    let path = path(ty).filter(|path| is_of_the_standard_library(path, "vec"))?;
    let mut arguments = arguments(path).filter(|_| is_named(ty, "Vec"))?;
    let argument = arguments.next().filter(|_| arguments.next().is_none())?;
    argument.map(bare)
}

/// Returns `T` if the type is written `BTreeMap<String, T>`, with or without the path in the standard library.
pub(crate) fn map_argument(ty: &Type) -> Option<&Type> {
    let path = path(ty).filter(|path| is_of_the_standard_library(path, "collections"))?;
    let mut arguments = arguments(path).filter(|_| is_named(ty, "BTreeMap"))?;
    let (name, value) = (arguments.next()??, arguments.next()??);
    (is_named(name, "String") && arguments.next().is_none()).then(|| bare(value))
}

/// Returns `T` if the type is written `Box<T>`, and the type itself if not.
pub(crate) fn unboxed(ty: &Type) -> &Type {
    path(ty)
        .filter(|_| is_named(ty, "Box"))
        .and_then(|path| arguments(path)?.next()?)
        .map_or(ty, bare)
}

/// Returns whether the type is a `Reference`, or an `Option` or a collection of references.
pub(super) fn is_reference(ty: &Type) -> bool {
    let value = option_argument(ty).unwrap_or(ty);
    is_named(vec_argument(value).unwrap_or(value), "Reference")
}

fn path(ty: &Type) -> Option<&Path> {
    match bare(ty) {
        Type::Path(path) if path.qself.is_none() => Some(&path.path),
        _ => None,
    }
}

/// Returns whether the path is a name alone, or one in the module of the standard library.
fn is_of_the_standard_library(path: &Path, module: &str) -> bool {
    let segments = &path.segments;
    match segments.len() {
        1 => path.leading_colon.is_none(),
        3 => {
            ["std", "core", "alloc"]
                .iter()
                .any(|root| segments[0].ident == root)
                && segments[1].ident == module
        }
        _ => false,
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

#[cfg(test)]
mod tests {
    use proc_macro2::{Delimiter, Group};
    use quote::quote;
    use syn::parse_quote;

    use super::*;

    #[test]
    fn parentheses_and_groups_do_not_hide_a_type() {
        let inner: Type = parse_quote!(Option<(Vec<(bool)>)>);
        let group = Group::new(Delimiter::None, quote!((#inner)));
        let grouped: Type = parse_quote!(#group);
        let vec = option_argument(&grouped).unwrap();
        assert!(is_named(vec, "Vec"));
        assert!(is_primitive(vec_argument(vec).unwrap()));
    }

    #[test]
    fn a_primitive_may_be_written_with_its_path() {
        for (ty, expected) in [
            (parse_quote!(u8), true),
            (parse_quote!(::core::primitive::u8), true),
            (parse_quote!(std::primitive::u8), true),
            (parse_quote!(my::u8), false),
            (parse_quote!(<u8 as Trait>::u8), false),
        ] {
            let ty: Type = ty;
            assert_eq!(is_primitive(&ty), expected);
        }
    }
}
