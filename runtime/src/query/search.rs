use std::fmt;
use std::marker::PhantomData;

/// A search of the items of a collection of `R`, the value of `$search` ("Use the $search query parameter").
///
/// [`matches`](super::PropertyPath::matches) searches one property; a text searches those that the service has chosen.
///
/// ```
/// use graph_resource::graph_resource;
/// use graph_resource::query::Search;
///
/// #[graph_resource(path = "/users", advanced_queries)]
/// pub struct User {
///     #[graph(key)]
///     pub id: String,
///     pub display_name: Option<String>,
///     pub mail: Option<String>,
/// }
///
/// let search: Search<User> = User::DISPLAY_NAME.matches("ada").or(User::MAIL.matches(r#"a"b"#));
/// assert_eq!(search.to_string(), r#""displayName:ada" OR "mail:a\"b""#);
/// assert_eq!(Search::<User>::from("one two").to_string(), r#""one two""#);
/// ```
#[must_use = "a search does nothing until a request has it"]
pub struct Search<R> {
    text: String,
    is_or: bool,
    resource: PhantomData<fn() -> R>,
}

impl<R> Search<R> {
    /// Creates a search for a text in quotes. Quotes and backslashes in it are escaped.
    pub(super) fn of(text: &str) -> Self {
        let escaped = text.replace('\\', r"\\").replace('"', r#"\""#);
        Self::raw(format!("\"{escaped}\""))
    }

    /// Creates a search from the text of an expression, such as a query in the language of mailboxes. It is encoded, and otherwise sent as it
    /// is.
    pub fn raw(expression: impl Into<String>) -> Self {
        Self {
            text: expression.into(),
            is_or: false,
            resource: PhantomData,
        }
    }

    /// Finds what both searches find.
    pub fn and(self, other: Self) -> Self {
        let (one, other) = (self.in_parentheses(), other.in_parentheses());
        Self::raw(format!("{one} AND {other}"))
    }

    /// Finds what one of the searches finds.
    pub fn or(self, other: Self) -> Self {
        Self {
            text: [self.text, other.text].join(" OR "),
            is_or: true,
            resource: PhantomData,
        }
    }

    fn in_parentheses(self) -> String {
        if self.is_or {
            format!("({})", self.text)
        } else {
            self.text
        }
    }

    pub(crate) fn into_text(self) -> String {
        self.text
    }
}

impl<R> From<&str> for Search<R> {
    fn from(text: &str) -> Self {
        Self::of(text)
    }
}

impl<R> From<String> for Search<R> {
    fn from(text: String) -> Self {
        Self::of(&text)
    }
}

impl<R> fmt::Display for Search<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// Shows no text, which can be personal data.
impl<R> fmt::Debug for Search<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Search(…)")
    }
}
