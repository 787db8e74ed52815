use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use super::filter::Filter;
use super::literal::literal;
use super::order::Order;
use super::primitive::{Ordered, Primitive, Text};
use super::search::Search;
use crate::change::IntoProperty;
use crate::edm::{Flags, FlagsEnum};
use crate::model::{Extends, StructuredType};

/// A property of `R` with values of the type `T`, or a property of one of its parts: `displayName`, `from/emailAddress/address`.
///
/// The macros declare a constant for each property: `User::DISPLAY_NAME`. See [the module](crate::query).
pub struct PropertyPath<R, T> {
    path: Cow<'static, str>,
    /// The number of lambda expressions around the path.
    lambdas: u8,
    types: PhantomData<fn() -> (R, T)>,
}

impl<R, T> PropertyPath<R, T> {
    /// Called by generated code.
    #[doc(hidden)]
    pub const fn new(name: &'static str) -> Self {
        Self {
            path: Cow::Borrowed(name),
            lambdas: 0,
            types: PhantomData,
        }
    }

    fn at<U, V>(self, path: String) -> PropertyPath<U, V> {
        PropertyPath {
            path: Cow::Owned(path),
            lambdas: self.lambdas,
            types: PhantomData,
        }
    }

    pub(super) fn into_path(self) -> Cow<'static, str> {
        self.path
    }

    /// Returns the path, such as `from/emailAddress/address`.
    pub fn as_str(&self) -> &str {
        &self.path
    }

    /// Returns the property `next` of the object that this property is.
    ///
    /// ```
    /// use graph_resource::{graph_complex, graph_resource};
    ///
    /// #[graph_complex]
    /// #[derive(Debug, Clone, PartialEq)]
    /// pub struct EmailAddress {
    ///     pub address: Option<String>,
    /// }
    ///
    /// #[graph_complex]
    /// #[derive(Debug, Clone, PartialEq)]
    /// pub struct Recipient {
    ///     pub email_address: Option<EmailAddress>,
    /// }
    ///
    /// #[graph_resource(path = "/me/messages")]
    /// pub struct Message {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub from: Option<Recipient>,
    /// }
    ///
    /// let address = Message::FROM.then(Recipient::EMAIL_ADDRESS).then(EmailAddress::ADDRESS);
    /// assert_eq!(address.eq("ada@contoso.com").to_string(), "from/emailAddress/address eq 'ada@contoso.com'");
    /// ```
    pub fn then<U>(self, next: PropertyPath<T, U>) -> PropertyPath<R, U> {
        let next = next.into_path();
        let path = format!("{}/{next}", self.path);
        self.at(path)
    }

    /// Returns the same property of a type `D` that extends `R`, which has it as well.
    ///
    /// ```
    /// use graph_resource::graph_resource;
    ///
    /// #[graph_resource(path = "/directoryObjects", extensible)]
    /// pub struct DirectoryObject {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub deleted_date_time: Option<String>,
    /// }
    ///
    /// #[graph_resource(path = "/users")]
    /// pub struct User {
    ///     #[graph(base)]
    ///     pub base: DirectoryObject,
    /// }
    ///
    /// let deleted = DirectoryObject::DELETED_DATE_TIME.of::<User, _>();
    /// let request = User::list().filter(deleted.is_null());
    /// ```
    pub fn of<D, Steps>(self) -> PropertyPath<D, T>
    where
        R: StructuredType,
        D: StructuredType<Patch: Extends<R::Patch, Steps>>,
    {
        PropertyPath {
            path: self.path,
            lambdas: self.lambdas,
            types: PhantomData,
        }
    }

    /// Orders by the property: the smallest first.
    pub fn ascending(self) -> Order<R> {
        Order::by(self.path.into_owned())
    }

    /// Orders by the property: the greatest first.
    pub fn descending(self) -> Order<R> {
        Order::by(format!("{} desc", self.path))
    }

    /// Holds if the property has no value.
    pub fn is_null(self) -> Filter<R> {
        Filter::comparison(format!("{} eq null", self.path))
    }

    /// Holds if the property has a value. It is an advanced query of directory objects.
    pub fn is_not_null(self) -> Filter<R> {
        Filter::comparison(format!("{} ne null", self.path)).advanced()
    }
}

impl<R, T> PropertyPath<R, T> {
    fn compare(self, operator: &str, value: impl IntoProperty<T>) -> Filter<R>
    where
        T: Primitive,
    {
        match literal(&value.into_property()) {
            Ok(literal) => Filter::comparison(format!("{} {operator} {literal}", self.path)),
            Err(error) => Filter::invalid(format!("`{}`: {error}", self.path)),
        }
    }

    /// Holds if the property equals `value`.
    #[allow(
        clippy::should_implement_trait,
        reason = "it creates an expression, and compares nothing"
    )]
    pub fn eq(self, value: impl IntoProperty<T>) -> Filter<R>
    where
        T: Primitive,
    {
        self.compare("eq", value)
    }

    /// Holds if the property does not equal `value`. It is an advanced query of directory objects.
    #[allow(
        clippy::should_implement_trait,
        reason = "it creates an expression, and compares nothing"
    )]
    pub fn ne(self, value: impl IntoProperty<T>) -> Filter<R>
    where
        T: Primitive,
    {
        self.compare("ne", value).advanced()
    }

    /// Holds if the property equals one of `values`, of which there must be at least one.
    ///
    /// Some services limit their number, directory objects to 15: see [`in_lists`](Self::in_lists).
    ///
    /// ```
    /// # use graph_resource::graph_resource;
    /// # #[graph_resource(path = "/users")]
    /// # pub struct User {
    /// #     #[graph(key)]
    /// #     pub id: String,
    /// #     pub department: Option<String>,
    /// # }
    /// assert_eq!(User::DEPARTMENT.in_(["R&D", "Legal"]).to_string(), "department in ('R&D','Legal')");
    /// ```
    pub fn in_<V: IntoProperty<T>>(self, values: impl IntoIterator<Item = V>) -> Filter<R>
    where
        T: Primitive,
    {
        let literals: Result<Vec<_>, _> = values
            .into_iter()
            .map(|value| literal(&value.into_property()))
            .collect();
        match literals {
            Ok(literals) if literals.is_empty() => Filter::invalid(format!(
                "`in_` of `{}` has no values: an empty list matches nothing, and services refuse it",
                self.path
            )),
            Ok(literals) => {
                Filter::comparison(format!("{} in ({})", self.path, literals.join(",")))
            }
            Err(error) => Filter::invalid(format!("`{}`: {error}", self.path)),
        }
    }

    /// Returns a filter for each `limit` of `values`, for as many requests: directory objects take 15 in a list.
    ///
    /// ```
    /// # use graph_resource::graph_resource;
    /// # #[graph_resource(path = "/users")]
    /// # pub struct User {
    /// #     #[graph(key)]
    /// #     pub id: String,
    /// # }
    /// let ids: Vec<String> = (0..40).map(|id| id.to_string()).collect();
    /// let requests: Vec<_> = User::ID.in_lists(ids, 15).map(|filter| User::list().filter(filter)).collect();
    /// assert_eq!(requests.len(), 3);
    /// ```
    pub fn in_lists<V: IntoProperty<T>>(
        self,
        values: impl IntoIterator<Item = V>,
        limit: usize,
    ) -> impl Iterator<Item = Filter<R>>
    where
        T: Primitive,
    {
        let mut values = values.into_iter().peekable();
        std::iter::from_fn(move || {
            values.peek()?;
            let list: Vec<_> = values.by_ref().take(limit.max(1)).collect();
            Some(self.clone().in_(list))
        })
    }
}

impl<R, T> PropertyPath<R, T> {
    /// Holds if the property is greater than `value`.
    #[allow(
        clippy::should_implement_trait,
        reason = "it creates an expression, and compares nothing"
    )]
    pub fn gt(self, value: impl IntoProperty<T>) -> Filter<R>
    where
        T: Ordered,
    {
        self.compare("gt", value)
    }

    /// Holds if the property is `value` or greater.
    #[allow(
        clippy::should_implement_trait,
        reason = "it creates an expression, and compares nothing"
    )]
    pub fn ge(self, value: impl IntoProperty<T>) -> Filter<R>
    where
        T: Ordered,
    {
        self.compare("ge", value)
    }

    /// Holds if the property is less than `value`.
    #[allow(
        clippy::should_implement_trait,
        reason = "it creates an expression, and compares nothing"
    )]
    pub fn lt(self, value: impl IntoProperty<T>) -> Filter<R>
    where
        T: Ordered,
    {
        self.compare("lt", value)
    }

    /// Holds if the property is `value` or less.
    #[allow(
        clippy::should_implement_trait,
        reason = "it creates an expression, and compares nothing"
    )]
    pub fn le(self, value: impl IntoProperty<T>) -> Filter<R>
    where
        T: Ordered,
    {
        self.compare("le", value)
    }
}

impl<R, T> PropertyPath<R, T> {
    fn call(self, function: &str, text: impl AsRef<str>) -> Filter<R>
    where
        T: Text,
    {
        let literal = super::literal::quoted(text.as_ref());
        Filter::call(format!("{function}({},{literal})", self.path))
    }

    /// Holds if the property begins with `text`.
    pub fn starts_with(self, text: impl AsRef<str>) -> Filter<R>
    where
        T: Text,
    {
        self.call("startswith", text)
    }

    /// Holds if the property ends with `text`. It is an advanced query of directory objects.
    pub fn ends_with(self, text: impl AsRef<str>) -> Filter<R>
    where
        T: Text,
    {
        self.call("endswith", text).advanced()
    }

    /// Holds if the property contains `text`. Directory objects have [`matches`](Self::matches) instead.
    pub fn contains(self, text: impl AsRef<str>) -> Filter<R>
    where
        T: Text,
    {
        self.call("contains", text)
    }

    /// Searches the property for words, by `$search`.
    pub fn matches(self, text: impl AsRef<str>) -> Search<R>
    where
        T: Text,
    {
        Search::of(&format!("{}:{}", self.path, text.as_ref()))
    }
}

impl<R, E: FlagsEnum> PropertyPath<R, Flags<E>> {
    /// Holds if the member is one of the flags.
    pub fn has(self, member: E) -> Filter<R> {
        self.compare("has", Flags::from(member))
    }
}

impl<R, T> PropertyPath<R, Vec<T>> {
    /// Holds if the condition holds for an element of the collection.
    ///
    /// ```
    /// # use graph_resource::graph_resource;
    /// # #[graph_resource(path = "/groups")]
    /// # pub struct Group {
    /// #     #[graph(key)]
    /// #     pub id: String,
    /// #     pub group_types: Vec<String>,
    /// # }
    /// let unified = Group::GROUP_TYPES.any(|kind| kind.eq("Unified"));
    /// assert_eq!(unified.to_string(), "groupTypes/any(x:x eq 'Unified')");
    /// ```
    pub fn any(self, condition: impl FnOnce(PropertyPath<R, T>) -> Filter<R>) -> Filter<R> {
        self.lambda("any", condition)
    }

    /// Holds if the condition holds for all elements of the collection.
    pub fn all(self, condition: impl FnOnce(PropertyPath<R, T>) -> Filter<R>) -> Filter<R> {
        self.lambda("all", condition)
    }

    /// Holds if the collection has elements.
    pub fn is_not_empty(self) -> Filter<R> {
        Filter::call(format!("{}/any()", self.path))
    }

    fn lambda(
        self,
        function: &str,
        condition: impl FnOnce(PropertyPath<R, T>) -> Filter<R>,
    ) -> Filter<R> {
        let variable = match self.lambdas {
            0 => "x".to_owned(),
            depth => format!("x{depth}"),
        };
        let element = PropertyPath {
            path: Cow::Owned(variable.clone()),
            lambdas: self.lambdas.saturating_add(1),
            types: PhantomData,
        };
        condition(element).within(&format!("{}/{function}({variable}:", self.path), ")")
    }
}

impl<R, T> From<PropertyPath<R, T>> for Order<R> {
    fn from(property: PropertyPath<R, T>) -> Self {
        property.ascending()
    }
}

impl<R, T> Clone for PropertyPath<R, T> {
    fn clone(&self) -> Self {
        Self {
            path: self.path.clone(),
            ..*self
        }
    }
}

/// Shows the path.
impl<R, T> fmt::Debug for PropertyPath<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PropertyPath({})", self.path)
    }
}

impl<R, T> fmt::Display for PropertyPath<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)
    }
}
