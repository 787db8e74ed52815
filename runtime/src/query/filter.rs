use std::fmt;
use std::marker::PhantomData;
use std::ops::Not;

/// A condition for the items of a collection of `R`, the value of `$filter`.
///
/// The methods of [`PropertyPath`](super::PropertyPath) create it. `Display` shows its text, which is not percent-encoded.
///
/// ```
/// use graph_resource::graph_resource;
/// use graph_resource::query::Filter;
///
/// #[graph_resource(path = "/users")]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub mail: Option<String>,
///     pub department: Option<String>,
/// }
///
/// let one: Filter<User> = User::DEPARTMENT.eq("Legal").or(User::DEPARTMENT.is_null());
/// let both = one.and(User::MAIL.starts_with("a").not());
/// assert_eq!(both.to_string(), "(department eq 'Legal' or department eq null) and not startswith(mail,'a')");
/// ```
#[must_use = "a filter does nothing until a request has it"]
pub struct Filter<R> {
    text: String,
    binding: Binding,
    is_advanced: bool,
    /// The reason why it cannot be sent.
    problem: Option<String>,
    resource: PhantomData<fn() -> R>,
}

/// How tightly the operator of a filter binds ("OData URL Conventions", Operator Precedence).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Or,
    And,
    Comparison,
    /// A call, which needs no parentheses under `not`.
    Tight,
}

impl<R> Filter<R> {
    fn new(text: String, binding: Binding) -> Self {
        Self {
            text,
            binding,
            is_advanced: false,
            problem: None,
            resource: PhantomData,
        }
    }

    pub(super) fn comparison(text: String) -> Self {
        Self::new(text, Binding::Comparison)
    }

    pub(super) fn call(text: String) -> Self {
        Self::new(text, Binding::Tight)
    }

    /// Creates a filter that makes the request fail.
    pub(super) fn invalid(problem: String) -> Self {
        Self {
            problem: Some(problem),
            ..Self::new(String::new(), Binding::Tight)
        }
    }

    /// Marks the filter as an advanced query of directory objects.
    pub(super) const fn advanced(mut self) -> Self {
        self.is_advanced = true;
        self
    }

    /// Creates a filter from the text of an expression, for what the typed methods do not have. It is encoded, and otherwise sent as it is.
    ///
    /// ```
    /// use graph_resource::graph_resource;
    /// use graph_resource::query::Filter;
    ///
    /// #[graph_resource(path = "/me/events")]
    /// pub struct Event {
    ///     #[graph(key)]
    ///     pub id: String,
    ///     pub subject: Option<String>,
    /// }
    ///
    /// let this_year = Filter::raw("year(start/dateTime) eq 2026");
    /// let filter = this_year.and(Event::SUBJECT.eq("Review"));
    /// assert_eq!(filter.to_string(), "(year(start/dateTime) eq 2026) and subject eq 'Review'");
    /// ```
    pub fn raw(expression: impl Into<String>) -> Self {
        Self::new(expression.into(), Binding::Or)
    }

    /// Holds if both filters hold.
    pub fn and(self, other: Self) -> Self {
        self.joined("and", other, Binding::And)
    }

    /// Holds if one of the filters holds.
    pub fn or(self, other: Self) -> Self {
        self.joined("or", other, Binding::Or)
    }

    /// Holds if the filter does not. It is an advanced query of directory objects.
    #[allow(
        clippy::should_implement_trait,
        reason = "the trait is implemented as well, and needs an import"
    )]
    pub fn not(self) -> Self {
        let text = format!("not {}", self.in_parentheses(Binding::Tight));
        Self {
            text,
            binding: Binding::Comparison,
            is_advanced: true,
            ..self
        }
    }

    fn joined(self, operator: &str, other: Self, binding: Binding) -> Self {
        let (left, right) = (self.in_parentheses(binding), other.in_parentheses(binding));
        Self {
            text: format!("{left} {operator} {right}"),
            binding,
            is_advanced: self.is_advanced || other.is_advanced,
            problem: self.problem.or(other.problem),
            resource: PhantomData,
        }
    }

    /// Returns the text, in parentheses if its operator binds less than one around it.
    fn in_parentheses(&self, around: Binding) -> String {
        if self.binding < around {
            format!("({})", self.text)
        } else {
            self.text.clone()
        }
    }

    /// Returns the condition of a lambda expression between its parts.
    pub(super) fn within(self, before: &str, after: &str) -> Self {
        Self {
            text: format!("{before}{}{after}", self.text),
            binding: Binding::Tight,
            ..self
        }
    }

    /// Forgets the type of the items, so that the code of a request is compiled once.
    pub(crate) fn erased(self) -> Filter<()> {
        Filter {
            text: self.text,
            binding: self.binding,
            is_advanced: self.is_advanced,
            problem: self.problem,
            resource: PhantomData,
        }
    }

    pub(crate) const fn is_advanced(&self) -> bool {
        self.is_advanced
    }

    pub(crate) fn problem(&self) -> Option<&str> {
        self.problem.as_deref()
    }
}

impl<R> Not for Filter<R> {
    type Output = Self;

    fn not(self) -> Self {
        Self::not(self)
    }
}

impl<R> Clone for Filter<R> {
    fn clone(&self) -> Self {
        Self {
            text: self.text.clone(),
            problem: self.problem.clone(),
            ..*self
        }
    }
}

impl<R> PartialEq for Filter<R> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text && self.problem == other.problem
    }
}

impl<R> fmt::Display for Filter<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Shows no literals, which can be personal data.
impl<R> fmt::Debug for Filter<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Filter(…)")
    }
}
