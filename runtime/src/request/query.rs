use std::borrow::Cow;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use super::typed::Typed;
use crate::endpoint::Endpoint;
use crate::odata::extension;
use crate::resource::ResourceInfo;

/// The characters that are encoded in a query: not `$`, with which OData's own options begin.
const QUERY: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'$')
    .remove(b',')
    .remove(b'@');

const SELECT: &str = "select";
const EXPAND: &str = "expand";

/// The query options of a request: those of the projection of its resource, unless it states others, and those that it states.
#[derive(Clone, PartialEq, Default)]
pub(super) struct Query {
    /// The resource whose `$select` and `$expand` are sent.
    projection: Option<&'static ResourceInfo>,
    has_no_select: bool,
    has_no_expand: bool,
    has_empty_select: bool,
    /// The options that the request states, percent-encoded.
    stated: String,
    /// Those of typed values, which few requests have.
    typed: Option<Box<Typed>>,
}

impl Query {
    pub(super) const fn new() -> Self {
        Self {
            projection: None,
            has_no_select: false,
            has_no_expand: false,
            has_empty_select: false,
            stated: String::new(),
            typed: None,
        }
    }

    /// Returns the typed options, to change them.
    pub(super) fn typed(&mut self) -> &mut Typed {
        self.typed.get_or_insert_default()
    }

    /// Returns whether the query is one that directory objects answer only with `ConsistencyLevel: eventual`, and its resource is one of those.
    pub(super) fn is_advanced(&self) -> bool {
        let has = |info: &ResourceInfo| info.type_info().has_advanced_queries();
        self.projection.is_some_and(has)
            && self.typed.as_ref().is_some_and(|typed| typed.is_advanced())
    }

    /// Returns the parts of the query of a request to `graph`, which are joined by `&` and may be empty, or what is wrong with them, together
    /// with the options of the links that the request follows.
    pub(super) fn texts<'a>(
        &'a self,
        graph: &Endpoint,
        of_links: impl Iterator<Item = &'a str>,
    ) -> Result<[Cow<'a, str>; 3], String> {
        match self.resolved(graph)? {
            Cow::Borrowed(query) => query.checked_texts(graph, of_links),
            Cow::Owned(query) => {
                let texts = query.checked_texts(graph, of_links)?;
                Ok(texts.map(|text| Cow::Owned(text.into_owned())))
            }
        }
    }

    fn checked_texts<'l>(
        &self,
        graph: &Endpoint,
        of_links: impl Iterator<Item = &'l str>,
    ) -> Result<[Cow<'_, str>; 3], String> {
        if let Some(problem) = self.problem(of_links) {
            return Err(problem);
        }
        Ok(match self.extended_parts(graph)? {
            Some(parts) => parts.map(Cow::Owned),
            None => self.parts().map(Cow::Borrowed),
        })
    }

    /// Returns the query with the text of the typed options, as a request to `graph` has it.
    fn resolved(&self, graph: &Endpoint) -> Result<Cow<'_, Self>, String> {
        let Some(typed) = &self.typed else {
            return Ok(Cow::Borrowed(self));
        };
        if let Some(problem) = typed.problem() {
            return Err(problem.to_owned());
        }
        let mut query = self.clone();
        for (name, value) in typed.options() {
            match (extension::declared_in(&value), graph.extension_app()) {
                (Some(_), Some(app)) => query.push(name, &app.names_in(&value)),
                (Some(name), None) => return Err(format!("`{name}` is {}", extension::NO_APP)),
                (None, _) => query.push(name, &value),
            }
        }
        let has_count = || self.stated().any(|option| is_named(option, "count"));
        if self.is_advanced() && typed.needs_count() && !has_count() {
            query.push("$count", "true");
        }
        Ok(Cow::Owned(query))
    }

    /// Asks for what the resource declares, unless the request states something else.
    pub(super) const fn project(&mut self, info: &'static ResourceInfo) {
        self.projection = Some(info);
    }

    /// Removes the `$select` of the resource.
    pub(super) const fn remove_select(&mut self) {
        self.has_no_select = true;
    }

    /// Returns whether the `$select` of the resource is sent.
    pub(super) const fn has_select_of_resource(&self) -> bool {
        !self.projection()[0].is_empty()
    }

    /// Returns the `$select` and the `$expand` of the resource. Each is empty if it is not sent.
    const fn projection(&self) -> [&'static str; 2] {
        let Some(info) = self.projection else {
            return ["", ""];
        };
        [
            if self.has_no_select {
                ""
            } else {
                info.select()
            },
            if self.has_no_expand {
                ""
            } else {
                info.expand()
            },
        ]
    }

    /// States an option, and encodes it. A `$select` or `$expand` replaces that of the resource.
    pub(super) fn push(&mut self, name: &str, value: &str) {
        if !self.stated.is_empty() {
            self.stated.push('&');
        }
        let start = self.stated.len();
        self.stated.extend(utf8_percent_encode(name, QUERY));
        let option = &self.stated[start..];
        self.has_no_select |= is_named(option, SELECT);
        self.has_no_expand |= is_named(option, EXPAND);
        self.stated.push('=');
        self.stated.extend(utf8_percent_encode(value, QUERY));
    }

    /// States the `$select` with these properties.
    pub(super) fn select(&mut self, names: impl Iterator<Item = impl AsRef<str>>) {
        let mut value = String::new();
        for name in names {
            if !value.is_empty() {
                value.push(',');
            }
            value.push_str(name.as_ref());
        }
        self.has_empty_select |= value.is_empty();
        self.push("$select", &value);
    }

    /// Returns whether there is no option.
    pub(super) const fn is_empty(&self) -> bool {
        self.projection.is_none() && self.stated.is_empty() && self.typed.is_none()
    }

    /// Returns the parts of the query, which are joined by `&`. Some may be empty.
    fn parts(&self) -> [&str; 3] {
        let [select, expand] = self.projection();
        [select, expand, &self.stated]
    }

    /// Returns the [`parts`](Self::parts) with the names of directory extensions in requests to `graph`, if there may be some.
    fn extended_parts(&self, graph: &Endpoint) -> Result<Option<[String; 3]>, String> {
        let [select, expand, stated] = self.parts();
        let has_extensions = self
            .projection
            .is_some_and(|info| info.type_info().has_extensions());
        if !has_extensions && !extension::is_named_in(expand) {
            return Ok(None);
        }
        let stated_select = self.stated().find(|option| is_named(option, SELECT));
        let mut named = [select, expand].into_iter().chain(stated_select);
        let Some(app) = graph.extension_app() else {
            return match named.find_map(extension::declared_in) {
                Some(name) => Err(format!("`{name}` is {}", extension::NO_APP)),
                None => Ok(None),
            };
        };
        let stated: Vec<_> = stated
            .split('&')
            .map(|option| {
                if is_named(option, SELECT) {
                    app.names_in(option)
                } else {
                    option.to_owned()
                }
            })
            .collect();
        Ok(Some([
            app.names_in(select),
            app.names_in(expand),
            stated.join("&"),
        ]))
    }

    /// Iterates over the options that the request states.
    pub(super) fn stated(&self) -> impl Iterator<Item = &str> {
        self.stated.split('&').filter(|option| !option.is_empty())
    }

    /// Returns what is wrong with the options, together with those of the links that the request follows.
    fn problem<'l>(&self, of_links: impl Iterator<Item = &'l str>) -> Option<String> {
        if self.has_empty_select {
            return Some(
                "`with_select` has no property: write `without_select()` for the default of the service"
                    .to_owned(),
            );
        }
        let mut names: Vec<_> = self.stated().map(name).collect();
        names.sort_unstable();
        let twice = names.windows(2).find(|pair| pair[0] == pair[1]);
        let twice = twice.map(|pair| pair[0].clone()).or_else(|| {
            let mut of_links = of_links.map(name);
            of_links.find(|name| names.binary_search(name).is_ok())
        })?;
        Some(format!(
            "the query option `{twice}` is given twice: a service takes one of the two, or refuses both"
        ))
    }
}

/// Returns the names in the value of a `$select` among percent-encoded options.
pub(super) fn selected<'a>(mut options: impl Iterator<Item = &'a str>) -> Option<Vec<String>> {
    let select = options.find(|option| is_named(option, SELECT))?;
    let value = select.split_once('=').map_or("", |(_, value)| value);
    let value = percent_decode_str(value).decode_utf8_lossy();
    Some(
        value
            .split(',')
            .map(|name| name.trim().to_owned())
            .collect(),
    )
}

/// Returns whether a percent-encoded option is the system query option `name`, whose `$` may be missing ("Use query parameters to customize
/// responses").
fn is_named(option: &str, name: &str) -> bool {
    let written = option.split('=').next().unwrap_or_default();
    without_dollar(written).eq_ignore_ascii_case(name)
}

/// Returns the name of a percent-encoded option in the form in which two names are compared.
fn name(option: &str) -> String {
    let written = option.split('=').next().unwrap_or_default();
    let name = without_dollar(written).to_ascii_lowercase();
    if SYSTEM.contains(&name.as_str()) {
        return format!("${name}");
    }
    written.to_owned()
}

fn without_dollar(name: &str) -> &str {
    let rest = name.strip_prefix('$').or_else(|| name.strip_prefix("%24"));
    rest.unwrap_or(name)
}

/// The system query options, whose names are the same in any letter case.
const SYSTEM: &[&str] = &[
    "apply",
    "compute",
    "count",
    "deltatoken",
    "expand",
    "filter",
    "format",
    "index",
    "levels",
    "orderby",
    "schemaversion",
    "search",
    "select",
    "skip",
    "skiptoken",
    "top",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edm::TypeInfo;

    static TYPE: TypeInfo = TypeInfo::new("#microsoft.graph.user", true, &[]);
    static INFO: ResourceInfo = ResourceInfo::new(&TYPE, "/users", "/users/{id}")
        .selecting("$select=id")
        .expanding("$expand=manager");

    fn query(options: &[(&str, &str)]) -> Query {
        let mut query = Query::new();
        query.project(&INFO);
        for (name, value) in options {
            query.push(name, value);
        }
        query
    }

    #[test]
    fn a_stated_option_replaces_that_of_the_resource() {
        for name in ["$select", "select", "$SELECT"] {
            let query = query(&[(name, "mail")]);
            assert_eq!(query.parts()[..2], ["", "$expand=manager"], "{name}");
        }
        let query = query(&[("$expand", "drive"), ("$selects", "x")]);
        assert_eq!(
            query.parts(),
            ["$select=id", "", "$expand=drive&$selects=x"]
        );
    }

    #[test]
    fn an_option_is_given_once() {
        for (options, link, is_twice) in [
            (&[("$top", "1"), ("$top", "2")][..], "", true),
            (&[("$top", "1"), ("Top", "2")], "", true),
            (&[("a", "1"), ("b", "2"), ("a", "2")], "", true),
            (&[("$filter", "x")], "%24filter=y", true),
            (&[("a", "1"), ("A", "2")], "a1=2", false),
            (&[], "$top=1&$top=2", false),
            (&[("$top", "1"), ("$skip", "2")], "$select=id", false),
        ] {
            let problem = query(options).problem(link.split('&'));
            assert_eq!(problem.is_some(), is_twice, "{options:?} {link}");
        }
    }

    #[test]
    fn selected_names_are_decoded() {
        let options = ["$top=1", "%24select=id,%20display%4Eame"];
        let names = selected(options.into_iter());
        assert_eq!(names, Some(vec!["id".to_owned(), "displayName".to_owned()]));
        assert_eq!(selected(["$selects=id"].into_iter()), None);
    }
}
