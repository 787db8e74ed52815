/// A value that a setter takes for a property of the type `T`: anything that is `Into<T>`, such as a `&str` for a `String`.
///
/// It is implemented for all such types, and has no methods: code that is generic over what it passes to a setter says `Into<T>`.
///
/// ```
/// use graph_resource::graph_resource;
///
/// #[graph_resource(path = "/users")]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub job_title: Option<String>,
///     pub business_phones: Vec<String>,
/// }
///
/// fn promoted(id: &str, title: impl Into<String>) -> UserUpdate {
///     User::update(id).job_title(title).business_phones(["+1 425 555 0100"])
/// }
/// # promoted("1", "Engineer");
/// ```
///
/// An `Option` is not taken, because `None` may mean either that the property stays as it is or that it is cleared: the setter `…_or_clear`
/// takes one, and [`Change`](crate::Change) says which in a patch.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a value of a property of the type `{T}`",
    label = "expected what is `Into<{T}>`",
    note = "an `Option` is set by the setter `…_or_clear`, which clears the property if it is `None`",
    note = "a text is parsed before it is set: `OffsetDateTime::parse(text, &Rfc3339)?`, `Uuid::parse_str(text)?`"
)]
pub trait IntoProperty<T>: Sized {
    /// Converts the value.
    #[doc(hidden)]
    fn into_property(self) -> T;
}

#[diagnostic::do_not_recommend]
impl<T, V: Into<T>> IntoProperty<T> for V {
    fn into_property(self) -> T {
        self.into()
    }
}
