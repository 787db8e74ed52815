//! The operations of a resource with further addresses, as traits: `also(…)` implements those that the resource has.

use std::borrow::Borrow;
use std::marker::PhantomData;

use super::parts::RequestParts;
use super::write::{Update, Write};
use crate::model::StructuredType;
use crate::odata::Key;
use crate::resource::Resource;

/// A resource whose items have a key, and further addresses. Only generated code implements it.
pub trait Keyed: Resource {
    /// The kind of the key: [`AnyKey`], [`ExactKey`] or [`BorrowedKey`].
    type Key;
}

/// A kind of key that takes a `K` as an argument.
#[diagnostic::on_unimplemented(
    message = "`{K}` is not the key",
    label = "not the type of the key",
    note = "parse a text first: `Uuid::parse_str(text)?`"
)]
pub trait AcceptsKey<K> {}

/// The kind of a key that is text, for which anything that can stand in a path is taken.
#[derive(Debug)]
pub struct AnyKey(());

/// The kind of a key that is a `T`, such as a number.
#[derive(Debug)]
pub struct ExactKey<T>(PhantomData<T>);

/// The kind of a key that is a `T` or a reference to one, such as a `Uuid`.
#[derive(Debug)]
pub struct BorrowedKey<T>(PhantomData<T>);

impl<K: Key> AcceptsKey<K> for AnyKey {}
impl<T: Key> AcceptsKey<T> for ExactKey<T> {}
impl<T, K: Key + Borrow<T>> AcceptsKey<K> for BorrowedKey<T> {}

/// A resource that can be listed.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `list`",
    label = "`list` is not among its `operations`"
)]
pub trait Listable: Resource {}

/// A resource that can be read.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `get`",
    label = "`get` is not among its `operations`"
)]
pub trait Readable: Resource {}

/// A resource that can be deleted.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `delete`",
    label = "`delete` is not among its `operations`"
)]
pub trait Deletable: Resource {}

/// A resource that an update replaces.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `replace`",
    label = "an update of it changes what it names, if there is one"
)]
pub trait Replaceable: Resource + StructuredType {}

/// A resource whose update changes what it names, and nothing else.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `update`",
    label = "`update` is not among its `operations`, or replaces it as a whole"
)]
pub trait Patchable: Resource {
    /// The request, such as `UserUpdate`.
    type Update;

    /// Creates the request from its address.
    #[doc(hidden)]
    fn update_of(write: Write<Update>) -> Self::Update;
}

/// A resource that can be created.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no `create`",
    label = "`create` is not among its `operations`"
)]
pub trait Creatable: Resource + StructuredType {
    /// The struct of the properties that a create requires, such as `NewUser`, or `()` if there are none.
    type New;

    /// The request, such as `UserCreate`.
    type Create;

    /// Creates the request from its address.
    #[doc(hidden)]
    fn create_of(parts: RequestParts, new: Self::New) -> Self::Create;
}

/// Marks a [`Collection`](crate::Collection) whose `create` requires an `N`.
#[derive(Debug)]
pub struct Requires<N>(PhantomData<N>);
