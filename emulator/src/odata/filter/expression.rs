use serde_json::Value;

use super::path::Path;

/// A condition.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    Or(Box<Expression>, Box<Expression>),
    And(Box<Expression>, Box<Expression>),
    Not(Box<Expression>),
    Compare(Path, Comparison, Value),
    In(Path, Vec<Value>),
    Call(TextFunction, Path, String),
    /// The members, separated by commas, are among the flags.
    Has(Path, String),
    /// The condition holds for an element. Without one, there is an element.
    Any(Path, Option<Box<Expression>>),
    All(Path, Box<Expression>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Comparison {
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TextFunction {
    StartsWith,
    EndsWith,
    Contains,
}

impl Expression {
    /// Returns whether directory objects answer the condition only as an advanced query ("Advanced query capabilities on directory objects").
    pub(crate) fn is_advanced(&self) -> bool {
        match self {
            Self::Or(one, other) | Self::And(one, other) => {
                one.is_advanced() || other.is_advanced()
            }
            Self::Not(_) | Self::Compare(_, Comparison::NotEqual, _) => true,
            Self::Call(function, ..) => *function == TextFunction::EndsWith,
            Self::Any(_, Some(condition)) | Self::All(_, condition) => condition.is_advanced(),
            Self::Compare(..) | Self::In(..) | Self::Has(..) | Self::Any(_, None) => false,
        }
    }

    /// Returns the largest number of values in a list.
    pub(crate) fn longest_list(&self) -> usize {
        match self {
            Self::Or(one, other) | Self::And(one, other) => {
                one.longest_list().max(other.longest_list())
            }
            Self::Not(condition) | Self::Any(_, Some(condition)) | Self::All(_, condition) => {
                condition.longest_list()
            }
            Self::In(_, values) => values.len(),
            Self::Compare(..) | Self::Call(..) | Self::Has(..) | Self::Any(_, None) => 0,
        }
    }
}
