//! What a resource with further addresses is: the kind of its key, its operations, and its requests.

use std::borrow::Borrow;
use std::marker::PhantomData;

use super::parts::RequestParts;
use super::write::{Update, Write};
use crate::odata::Key;
use crate::resource::Resource;

/// A resource with further addresses, declared with `also(…)`.
///
/// It is one trait, so that the first further address costs one implementation. Only generated code implements it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no further addresses",
    label = "there is no `also(…)` among the arguments of its macro"
)]
pub trait Addressed: Resource {
    /// The kind of the key: [`AnyKey`], [`ExactKey`] or [`BorrowedKey`].
    type Key;

    /// The operations.
    type Operations;

    /// The request of an update, such as `UserUpdate`.
    type Update;

    /// The struct of the properties that a create requires, such as `NewUser`, or `()` if there are none.
    type New;

    /// The request of a create, such as `UserCreate`.
    type Create;

    /// Creates the request of an update from its address.
    #[doc(hidden)]
    fn update_of(write: Write<Update>) -> Self::Update;

    /// Creates the request of a create from its address.
    #[doc(hidden)]
    fn create_of(parts: RequestParts, new: Self::New) -> Self::Create;
}

/// The operations of a resource: [`Has`] or [`Lacks`] for each of list, get, create, update of what changes, replacement as a whole, and delete.
#[derive(Debug)]
pub struct Operations<List, Get, Create, Update, Replace, Delete>(
    PhantomData<(List, Get, Create, Update, Replace, Delete)>,
);

/// The operations of most resources: all but a replacement.
#[doc(hidden)]
pub type Crud = Operations<Has, Has, Has, Has, Lacks, Has>;

/// Stands for an operation that a resource has. See [`Operations`].
#[derive(Debug)]
pub struct Has(());

/// Stands for an operation that a resource does not have. See [`Operations`].
#[derive(Debug)]
pub struct Lacks(());

/// Operations with `list`.
#[diagnostic::on_unimplemented(
    message = "the resource has no `list`",
    label = "`list` is not among its `operations`"
)]
pub trait HasList {}

/// Operations with `get`.
#[diagnostic::on_unimplemented(
    message = "the resource has no `get`",
    label = "`get` is not among its `operations`"
)]
pub trait HasGet {}

/// Operations with `create`.
#[diagnostic::on_unimplemented(
    message = "the resource has no `create`",
    label = "`create` is not among its `operations`"
)]
pub trait HasCreate {}

/// Operations with an `update` of what changes.
#[diagnostic::on_unimplemented(
    message = "the resource has no `update`",
    label = "`update` is not among its `operations`, or it is replaced as a whole"
)]
pub trait HasUpdate {}

/// Operations with a `replace` of the whole.
#[diagnostic::on_unimplemented(
    message = "the resource has no `replace`",
    label = "an update of it changes what it names, if there is one"
)]
pub trait HasReplace {}

/// Operations with `delete`.
#[diagnostic::on_unimplemented(
    message = "the resource has no `delete`",
    label = "`delete` is not among its `operations`"
)]
pub trait HasDelete {}

impl<G, C, U, R, D> HasList for Operations<Has, G, C, U, R, D> {}
impl<L, C, U, R, D> HasGet for Operations<L, Has, C, U, R, D> {}
impl<L, G, U, R, D> HasCreate for Operations<L, G, Has, U, R, D> {}
impl<L, G, C, R, D> HasUpdate for Operations<L, G, C, Has, R, D> {}
impl<L, G, C, U, D> HasReplace for Operations<L, G, C, U, Has, D> {}
impl<L, G, C, U, R> HasDelete for Operations<L, G, C, U, R, Has> {}

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

/// Marks a [`Collection`](crate::Collection) whose `create` requires an `N`.
#[derive(Debug)]
pub struct Requires<N>(PhantomData<N>);
