//! The query options that are typed values: `$filter`, `$orderby` and `$expand`, each of which can be stated in several calls.

use crate::query::Filter;

/// The typed options of a request.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Typed {
    filter: Option<Filter<()>>,
    order: Vec<String>,
    expand: Vec<String>,
    /// `true` if the request searches or counts.
    searches_or_counts: bool,
    problem: Option<String>,
}

impl Typed {
    pub(super) fn filter(&mut self, filter: Filter<()>) {
        self.filter = Some(match self.filter.take() {
            Some(other) => other.and(filter),
            None => filter,
        });
    }

    pub(super) fn order(&mut self, order: String) {
        self.order.push(order);
    }

    pub(super) fn expand(&mut self, (relationship, problem): (String, Option<String>)) {
        self.expand.push(relationship);
        self.problem = self.problem.take().or(problem);
    }

    pub(super) const fn search_or_count(&mut self) {
        self.searches_or_counts = true;
    }

    /// Returns whether the query has a part that directory objects answer only with `$count=true`.
    pub(super) fn needs_count(&self) -> bool {
        let filter = self.filter.as_ref();
        filter.is_some_and(|filter| filter.is_advanced() || !self.order.is_empty())
    }

    /// Returns whether the query is an advanced one of directory objects.
    pub(super) fn is_advanced(&self) -> bool {
        self.searches_or_counts || self.needs_count()
    }

    /// Returns the names and the values, which are not encoded.
    pub(super) fn options(&self) -> impl Iterator<Item = (&'static str, String)> {
        let list = |parts: &[String]| (!parts.is_empty()).then(|| parts.join(","));
        let filter = self.filter.as_ref().map(Filter::to_string);
        [
            ("$filter", filter),
            ("$orderby", list(&self.order)),
            ("$expand", list(&self.expand)),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name, value?)))
    }

    pub(super) fn problem(&self) -> Option<&str> {
        let of_filter = self.filter.as_ref().and_then(Filter::problem);
        of_filter.or(self.problem.as_deref())
    }
}
