//! Compares two JSON values by their meaning.
//!
//! Equal is equal, but for the order of properties and for what [`Normalisation`] lists.

use std::collections::BTreeSet;
use std::fmt;

use graph_resource::edm::PropertyValue;
use serde::de::value::{Error, StrDeserializer};
use serde_json::{Map, Number, Value};
use time::{Duration, OffsetDateTime, Time};

/// A difference in form only.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Normalisation {
    /// An `@odata.type` that repeats the declared type of its place is absent on one side, or spelled otherwise.
    DeclaredType,
    /// A nullable property of a representation is `null` on one side, and absent on the other.
    NullInRepresentation,
    /// Control information that the type has no place for.
    ControlInformation,
    /// A member of an enum in another letter case, or flags with a space after the comma.
    LetterCaseOfMember,
    /// A number in another spelling, `1` and `1.0`, or a 64-bit integer as a string.
    SpellingOfNumber,
    /// The same instant, time of day or length of time in another spelling.
    SpellingOfTime,
    /// A name in a path in another letter case, or a key in parentheses.
    SpellingOfPath,
}

impl fmt::Display for Normalisation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DeclaredType => {
                "`@odata.type` of the declared type: absent on one side, or spelled otherwise"
            }
            Self::NullInRepresentation => "null in a representation: absent on the other side",
            Self::ControlInformation => "control information of a representation: skipped",
            Self::LetterCaseOfMember => "member of an enum: other letter case or space",
            Self::SpellingOfNumber => "number: same value, other spelling",
            Self::SpellingOfTime => "time or duration: same value, other spelling",
            Self::SpellingOfPath => "path: name in other letter case, or key in parentheses",
        })
    }
}

/// The kind of the values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The body of a request: absent and `null` differ.
    Request,
    /// A representation.
    Representation,
}

/// The result of a comparison.
#[derive(Debug, Default)]
pub struct Comparison {
    /// The differences, each with its JSON path.
    pub differences: Vec<Difference>,
    /// The normalisations that made the values equal.
    pub normalised: BTreeSet<Normalisation>,
}

/// One difference.
#[derive(Debug, PartialEq, Eq)]
pub struct Difference {
    pub path: String,
    pub what: String,
    /// Returns `true` if a property was lost.
    pub is_lost: bool,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.what)
    }
}

/// Compares what is `documented` with what was `written`.
pub fn compare(documented: &Value, written: &Value, kind: Kind) -> Comparison {
    let mut comparison = Comparison::default();
    Comparer {
        kind,
        comparison: &mut comparison,
    }
    .values(documented, written, "$");
    comparison
}

struct Comparer<'a> {
    kind: Kind,
    comparison: &'a mut Comparison,
}

impl Comparer<'_> {
    fn values(&mut self, documented: &Value, written: &Value, path: &str) {
        match (documented, written) {
            (Value::Object(documented), Value::Object(written)) => {
                self.objects(documented, written, path);
            }
            (Value::Array(documented), Value::Array(written))
                if documented.len() == written.len() =>
            {
                for (index, (documented, written)) in documented.iter().zip(written).enumerate() {
                    self.values(documented, written, &format!("{path}[{index}]"));
                }
            }
            _ if documented == written => {}
            _ => match same_scalar(documented, written) {
                Some(normalisation) => self.normalise(normalisation),
                None => self.differ(path, format!("{documented} became {written}"), false),
            },
        }
    }

    fn objects(
        &mut self,
        documented: &Map<String, Value>,
        written: &Map<String, Value>,
        path: &str,
    ) {
        for (name, value) in documented {
            let path = format!("{path}.{name}");
            match written.get(name) {
                Some(_) if is_type(name) => self.types(value, &written[name], &path),
                Some(written) => self.values(value, written, &path),
                None => self.lost(name, value, documented, &path),
            }
        }
        for (name, value) in written {
            if documented.contains_key(name) {
                continue;
            }
            if name == "@odata.type" {
                self.normalise(Normalisation::DeclaredType);
            } else if value.is_null() && self.kind == Kind::Representation {
                self.normalise(Normalisation::NullInRepresentation);
            } else {
                self.differ(
                    &format!("{path}.{name}"),
                    format!("{value} came from nowhere"),
                    false,
                );
            }
        }
    }

    /// `documented` has the property, and what was written has not.
    fn lost(&mut self, name: &str, value: &Value, siblings: &Map<String, Value>, path: &str) {
        let annotated = name.split_once('@').map(|(annotated, _)| annotated);
        let belongs = annotated.is_some_and(|name| name.is_empty() || siblings.contains_key(name));
        if is_type(name) && belongs {
            self.normalise(Normalisation::DeclaredType);
        } else if self.kind == Kind::Representation && name.contains("@odata.") {
            self.normalise(Normalisation::ControlInformation);
        } else if self.kind == Kind::Representation && value.is_null() {
            self.normalise(Normalisation::NullInRepresentation);
        } else {
            self.differ(path, format!("{value} was lost"), true);
        }
    }

    /// Of an object, or of a property.
    fn types(&mut self, documented: &Value, written: &Value, path: &str) {
        if documented == written {
            return;
        }
        match (documented.as_str(), written.as_str()) {
            (Some(one), Some(other)) if same_type(one, other) => {
                self.normalise(Normalisation::DeclaredType);
            }
            _ => self.differ(path, format!("{documented} became {written}"), false),
        }
    }

    fn normalise(&mut self, normalisation: Normalisation) {
        self.comparison.normalised.insert(normalisation);
    }

    fn differ(&mut self, path: &str, what: String, is_lost: bool) {
        self.comparison.differences.push(Difference {
            path: path.to_owned(),
            what,
            is_lost,
        });
    }
}

fn is_type(name: &str) -> bool {
    name.ends_with("@odata.type")
}

/// `#microsoft.graph.user`, `microsoft.graph.user`, `https://…/$metadata#microsoft.graph.user` and `user` name the same.
pub(super) fn same_type(one: &str, other: &str) -> bool {
    let name = |odata_type: &str| {
        let name = odata_type.rsplit('#').next().unwrap_or_default();
        let name = name.to_ascii_lowercase();
        if name.contains('.') {
            name
        } else {
            format!("microsoft.graph.{name}")
        }
    };
    name(one) == name(other)
}

/// Why two values that are not equal say the same, if they do. A property of type `String` is written as it was read, so that only a
/// property of another type can need it.
fn same_scalar(documented: &Value, written: &Value) -> Option<Normalisation> {
    match (documented, written) {
        (Value::Number(one), Value::Number(other)) => {
            same_number(one, other).then_some(Normalisation::SpellingOfNumber)
        }
        (Value::String(one), Value::Number(other)) => {
            (*one == other.to_string()).then_some(Normalisation::SpellingOfNumber)
        }
        (Value::String(one), Value::String(other)) => {
            if members(one).eq(members(other)) {
                Some(Normalisation::LetterCaseOfMember)
            } else if same::<OffsetDateTime>(one, other)
                || same::<Time>(one, other)
                || same::<Duration>(one, other)
            {
                Some(Normalisation::SpellingOfTime)
            } else {
                None
            }
        }
        _ => None,
    }
}

fn same_number(one: &Number, other: &Number) -> bool {
    one.as_f64() == other.as_f64()
        && one
            .as_f64()
            .is_some_and(|number| number.abs() < 2_f64.powi(53))
}

fn members(text: &str) -> impl Iterator<Item = String> {
    text.split(',')
        .map(|member| member.trim().to_ascii_lowercase())
}

/// Both are read as the same `T`, as a property is.
fn same<T: PropertyValue + PartialEq>(one: &str, other: &str) -> bool {
    let read = |text: &str| T::read(StrDeserializer::<Error>::new(text)).ok();
    read(one).is_some() && read(one) == read(other)
}
