use std::borrow::Cow;

use super::path::PropertyPath;

/// Properties of `R` to select: one, a tuple of up to twelve, or a collection of those with values of one type.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not select properties of `{R}`",
    label = "expected properties of `{R}`: one, or a tuple such as `(User::ID, User::MAIL)`"
)]
pub trait Selection<R> {
    /// Returns the names.
    #[doc(hidden)]
    fn names(self) -> Vec<Cow<'static, str>>;
}

impl<R, T> Selection<R> for PropertyPath<R, T> {
    fn names(self) -> Vec<Cow<'static, str>> {
        vec![self.into_path()]
    }
}

impl<R, T, const N: usize> Selection<R> for [PropertyPath<R, T>; N] {
    fn names(self) -> Vec<Cow<'static, str>> {
        self.into_iter().map(PropertyPath::into_path).collect()
    }
}

impl<R, T> Selection<R> for Vec<PropertyPath<R, T>> {
    fn names(self) -> Vec<Cow<'static, str>> {
        self.into_iter().map(PropertyPath::into_path).collect()
    }
}

macro_rules! tuples {
    ($($first:ident $($others:ident)*;)*) => {$(
        impl<R, $first, $($others),*> Selection<R> for (PropertyPath<R, $first>, $(PropertyPath<R, $others>),*) {
            #[allow(non_snake_case, reason = "each is named after its type")]
            fn names(self) -> Vec<Cow<'static, str>> {
                let ($first, $($others),*) = self;
                vec![$first.into_path(), $($others.into_path()),*]
            }
        }
    )*};
}

tuples! {
    A;
    A B;
    A B C;
    A B C D;
    A B C D E;
    A B C D E F;
    A B C D E F G;
    A B C D E F G H;
    A B C D E F G H I;
    A B C D E F G H I J;
    A B C D E F G H I J K;
    A B C D E F G H I J K L;
}
