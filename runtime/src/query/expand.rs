use std::fmt;
use std::marker::PhantomData;

use super::filter::Filter;
use super::order::Order;
use super::path::PropertyPath;
use super::select::Selection;
use crate::edm::PropertyValue;
use crate::model::{StructuredType, selected_properties};

/// A relationship of `R` to resources of the type `T`, which a read expands: a part of `$expand`.
///
/// It asks for the properties that the struct of the related resources declares, unless it selects others.
///
/// ```
/// use graph_resource::{Cloud, Endpoint, graph_resource};
///
/// #[graph_resource(path = "/users")]
/// #[derive(Debug, Clone, PartialEq)]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub display_name: Option<String>,
///     #[graph(navigation)]
///     pub manager: Option<Box<User>>,
///     #[graph(navigation)]
///     pub direct_reports: Vec<User>,
/// }
///
/// let graph = Endpoint::new(Cloud::Global);
/// let request = User::get("1").expand(User::MANAGER).to_http_request(&graph)?;
/// assert_eq!(request.uri().query(), Some("$select=id,displayName&$expand=manager%28$select%3Did,displayName%29"));
///
/// let reports = User::DIRECT_REPORTS.expand().select(User::DISPLAY_NAME).order_by(User::DISPLAY_NAME).top(5);
/// assert_eq!(reports.to_string(), "directReports($select=displayName;$orderby=displayName;$top=5)");
/// # Ok::<(), graph_resource::Error>(())
/// ```
#[must_use = "an expansion does nothing until a request has it"]
pub struct Expand<R, T> {
    name: String,
    select: Option<String>,
    filter: Option<Filter<T>>,
    order: Vec<String>,
    nested: Vec<String>,
    numbers: Vec<String>,
    problem: Option<String>,
    types: PhantomData<fn() -> (R, T)>,
}

/// The related resources of a relationship: one, or those of a collection.
#[diagnostic::on_unimplemented(
    message = "the property is no relationship",
    label = "`{Self}` is not a resource, or a `Vec` of one"
)]
pub trait Related {
    /// The type of one.
    type Item: PropertyValue;
}

impl<T: StructuredType + PropertyValue> Related for T {
    type Item = T;
}

impl<T: StructuredType + PropertyValue> Related for Vec<T> {
    type Item = T;
}

impl<R, T> PropertyPath<R, T> {
    /// Expands the relationship, with options of its own.
    pub fn expand<I: PropertyValue>(self) -> Expand<R, I>
    where
        T: Related<Item = I>,
    {
        Expand {
            name: self.into_path().into_owned(),
            select: selected_properties::<I>(),
            filter: None,
            order: Vec::new(),
            nested: Vec::new(),
            numbers: Vec::new(),
            problem: None,
            types: PhantomData,
        }
    }
}

impl<R, T: Related> From<PropertyPath<R, T>> for Expand<R, T::Item> {
    fn from(property: PropertyPath<R, T>) -> Self {
        property.expand()
    }
}

impl<R, T> Expand<R, T> {
    /// Asks for these properties of the related resources only.
    pub fn select(mut self, properties: impl Selection<T>) -> Self {
        self.select = Some(properties.names().join(","));
        self
    }

    /// Expands only the related resources for which the filter holds.
    pub fn filter(mut self, filter: Filter<T>) -> Self {
        self.filter = Some(match self.filter.take() {
            Some(other) => other.and(filter),
            None => filter,
        });
        self
    }

    /// Orders the related resources, after the orders that it has already.
    pub fn order_by(mut self, order: impl Into<Order<T>>) -> Self {
        self.order.push(order.into().into_text());
        self
    }

    /// Expands the first `count` related resources only.
    pub fn top(mut self, count: u32) -> Self {
        self.numbers.push(format!("$top={count}"));
        self
    }

    /// Expands a relationship of the related resources as well.
    pub fn expand<U>(mut self, relationship: impl Into<Expand<T, U>>) -> Self {
        let (text, problem) = relationship.into().into_parts();
        self.nested.push(text);
        self.problem = self.problem.or(problem);
        self
    }

    /// Returns the text, and what is wrong with it.
    pub(crate) fn into_parts(self) -> (String, Option<String>) {
        let text = self.to_string();
        let of_filter = self
            .filter
            .as_ref()
            .and_then(Filter::problem)
            .map(str::to_owned);
        (text, self.problem.or(of_filter))
    }
}

impl<R, T> fmt::Display for Expand<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let select = self.select.as_ref().map(|names| format!("$select={names}"));
        let filter = self.filter.as_ref().map(|text| format!("$filter={text}"));
        let list = |name: &str, parts: &[String]| {
            (!parts.is_empty()).then(|| format!("{name}={}", parts.join(",")))
        };
        let options: Vec<_> = [select, filter]
            .into_iter()
            .chain([list("$orderby", &self.order), list("$expand", &self.nested)])
            .flatten()
            .chain(self.numbers.iter().cloned())
            .collect();
        f.write_str(&self.name)?;
        if options.is_empty() {
            return Ok(());
        }
        write!(f, "({})", options.join(";"))
    }
}

/// Shows the relationship only: a filter can contain personal data.
impl<R, T> fmt::Debug for Expand<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Expand({})", self.name)
    }
}
