//! The grammar of conditions.

use graph_resource::EdmType;
use serde_json::Value;

use super::expression::{Comparison, Expression, TextFunction};
use super::literal::Literal;
use super::path::Path;
use crate::odata::properties::Properties;
use crate::odata::query_error::QueryError;
use crate::odata::select::unknown_property;
use crate::text::truncate;

/// The limit for parentheses and lambda expressions in one another.
const MAX_DEPTH: usize = 100;

/// Parses the value of `$filter`.
pub(crate) fn parse(text: &str, types: &dyn Properties) -> Result<Expression, QueryError> {
    let mut parser = Parser {
        text,
        position: 0,
        types,
        variables: Vec::new(),
        depth: 0,
    };
    let expression = parser.or()?;
    parser.space();
    if parser.rest().is_empty() {
        Ok(expression)
    } else {
        Err(parser.syntax_error())
    }
}

struct Parser<'t> {
    text: &'t str,
    position: usize,
    types: &'t dyn Properties,
    /// The variables of the lambda expressions around the position, with the types of their elements.
    variables: Vec<(&'t str, EdmType)>,
    depth: usize,
}

impl<'t> Parser<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.position..).unwrap_or_default()
    }

    fn space(&mut self) {
        let rest = self.rest();
        self.position += rest.len() - rest.trim_start().len();
    }

    fn syntax_error(&self) -> QueryError {
        QueryError::Invalid(format!(
            "Invalid filter clause: Syntax error at position {} in '{}'.",
            self.position,
            truncate(self.text)
        ))
    }

    /// Takes a character, if it is the next one.
    fn takes(&mut self, character: char) -> bool {
        let is_next = self.rest().starts_with(character);
        if is_next {
            self.position += character.len_utf8();
        }
        is_next
    }

    fn expect(&mut self, character: char) -> Result<(), QueryError> {
        self.space();
        if self.takes(character) {
            Ok(())
        } else {
            Err(self.syntax_error())
        }
    }

    /// Returns the name at the position, and what stands after it.
    fn name(&self) -> &'t str {
        let rest = self.rest();
        let is_part = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '$';
        let end = rest.find(|letter| !is_part(letter)).unwrap_or(rest.len());
        &rest[..end]
    }

    fn take_name(&mut self) -> Result<&'t str, QueryError> {
        let name = self.name();
        if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) {
            return Err(self.syntax_error());
        }
        if self.rest()[name.len()..].starts_with('.') {
            let rest = self.rest();
            let end = rest.find([' ', '/', ')', ',']).unwrap_or(rest.len());
            let feature = format!("$filter=…{}", truncate(&rest[..end]));
            return Err(QueryError::Unsupported(feature));
        }
        self.position += name.len();
        Ok(name)
    }

    /// Takes an operator between two conditions.
    fn takes_operator(&mut self, operator: &str) -> bool {
        let before = self.position;
        self.space();
        if self.position > before && self.name() == operator {
            self.position += operator.len();
            return true;
        }
        self.position = before;
        false
    }

    /// Parses what is inside of something, within the limit of depth.
    fn inside<T>(
        &mut self,
        parse: impl FnOnce(&mut Self) -> Result<T, QueryError>,
    ) -> Result<T, QueryError> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            let message =
                format!("Invalid filter clause: It is nested more than {MAX_DEPTH} levels deep.");
            return Err(QueryError::Invalid(message));
        }
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    fn or(&mut self) -> Result<Expression, QueryError> {
        let mut terms = vec![self.and()?];
        while self.takes_operator("or") {
            terms.push(self.and()?);
        }
        Ok(balanced(terms, Expression::Or))
    }

    fn and(&mut self) -> Result<Expression, QueryError> {
        let mut terms = vec![self.unary()?];
        while self.takes_operator("and") {
            terms.push(self.unary()?);
        }
        Ok(balanced(terms, Expression::And))
    }

    fn unary(&mut self) -> Result<Expression, QueryError> {
        self.space();
        if self.takes('(') {
            let condition = self.inside(Self::or)?;
            self.expect(')')?;
            return Ok(condition);
        }
        if self.name() == "not" && self.rest()[3..].starts_with([' ', '(']) {
            self.position += "not".len();
            let condition = self.inside(Self::unary)?;
            return Ok(Expression::Not(Box::new(condition)));
        }
        if self.rest().starts_with(['\'', '-'])
            || self
                .rest()
                .starts_with(|first: char| first.is_ascii_digit())
        {
            return Err(QueryError::Unsupported(
                "$filter=literal operator property".to_owned(),
            ));
        }
        let start = self.position;
        let name = self.take_name()?;
        if self.rest().starts_with('(') {
            return self.call(name);
        }
        self.position = start;
        self.comparison()
    }

    fn call(&mut self, name: &str) -> Result<Expression, QueryError> {
        let function = match name {
            "startswith" => TextFunction::StartsWith,
            "endswith" => TextFunction::EndsWith,
            "contains" => TextFunction::Contains,
            _ => {
                return Err(QueryError::Unsupported(format!(
                    "$filter={}()",
                    truncate(name)
                )));
            }
        };
        self.expect('(')?;
        self.space();
        if self.name().is_empty() {
            return Err(self.syntax_error());
        }
        let path = self.path()?;
        self.expect(',')?;
        self.space();
        let text = self.value_of(&path, EdmType::String)?;
        self.expect(')')?;
        match text {
            Value::String(text) => Ok(Expression::Call(function, path, text)),
            _ => Err(self.syntax_error()),
        }
    }

    fn comparison(&mut self) -> Result<Expression, QueryError> {
        let path = self.path()?;
        if let Some(function) = path.names.last().filter(|_| self.rest().starts_with('(')) {
            return Err(QueryError::Unsupported(format!("$filter={function}()")));
        }
        if self.takes('/') {
            return self.lambda(path);
        }
        self.space();
        let start = self.position;
        let operator = self.name();
        self.position += operator.len();
        let comparison = match operator {
            "eq" => Comparison::Equal,
            "ne" => Comparison::NotEqual,
            "gt" => Comparison::Greater,
            "ge" => Comparison::GreaterOrEqual,
            "lt" => Comparison::Less,
            "le" => Comparison::LessOrEqual,
            "in" => return self.list(path),
            "has" => {
                self.space();
                return match self.value_of(&path, path.edm_type)? {
                    Value::String(members) => Ok(Expression::Has(path, members)),
                    _ => Err(self.syntax_error()),
                };
            }
            "add" | "sub" | "mul" | "div" | "divby" | "mod" => {
                return Err(QueryError::Unsupported(format!("$filter={operator}")));
            }
            _ if path.edm_type == EdmType::Boolean => {
                self.position = start;
                return Ok(Expression::Compare(
                    path,
                    Comparison::Equal,
                    Value::Bool(true),
                ));
            }
            _ => {
                self.position = start;
                return Err(self.syntax_error());
            }
        };
        self.space();
        let value = self.value_of(&path, path.edm_type)?;
        Ok(Expression::Compare(path, comparison, value))
    }

    fn list(&mut self, path: Path) -> Result<Expression, QueryError> {
        self.expect('(')?;
        let mut values = Vec::new();
        loop {
            self.space();
            values.push(self.value_of(&path, path.edm_type)?);
            self.space();
            if self.takes(')') {
                return Ok(Expression::In(path, values));
            }
            self.expect(',')?;
        }
    }

    /// Parses `any(x:…)`, after the path of the collection.
    fn lambda(&mut self, path: Path) -> Result<Expression, QueryError> {
        let function = self.take_name()?;
        let element = match path.edm_type {
            EdmType::Collection(element) => *element,
            _ => return Err(self.syntax_error()),
        };
        if !matches!(function, "any" | "all") {
            return Err(QueryError::Unsupported(format!(
                "$filter=…/{}",
                truncate(function)
            )));
        }
        self.expect('(')?;
        self.space();
        if function == "any" && self.takes(')') {
            return Ok(Expression::Any(path, None));
        }
        let variable = self.take_name()?;
        self.expect(':')?;
        self.variables.push((variable, element));
        let condition = Box::new(self.inside(Self::or)?);
        self.variables.pop();
        self.expect(')')?;
        Ok(match function {
            "any" => Expression::Any(path, Some(condition)),
            _ => Expression::All(path, condition),
        })
    }

    /// Parses a path, up to `/any` and `/all` after it.
    fn path(&mut self) -> Result<Path, QueryError> {
        let first = self.take_name()?;
        let variable = self.variables.iter().rposition(|(name, _)| *name == first);
        let mut path = if let Some(index) = variable {
            Path {
                element: Some(index),
                names: Vec::new(),
                edm_type: self.variables[index].1,
            }
        } else {
            let property = self.types.property(first);
            let property = property.ok_or_else(|| unknown_property(first, self.types))?;
            Path {
                element: None,
                names: vec![property.name()],
                edm_type: property.edm_type(),
            }
        };
        while self.rest().starts_with('/') && !matches!(path.edm_type, EdmType::Collection(_)) {
            self.position += 1;
            let name = self.take_name()?;
            let property = path.edm_type.property(name);
            let property = property.ok_or_else(|| unknown_property(name, &path.edm_type))?;
            path.names.push(property.name());
            path.edm_type = property.edm_type();
        }
        Ok(path)
    }

    /// Parses a literal, as a value to which the property at `path` is compared.
    fn value_of(&mut self, path: &Path, edm_type: EdmType) -> Result<Value, QueryError> {
        let start = self.position;
        let literal = self.literal()?;
        let value = literal.to_value(edm_type);
        value.ok_or_else(|| {
            let literal = truncate(&self.text[start..self.position]);
            let name = path.names.last().copied().unwrap_or("the element");
            QueryError::Invalid(format!(
                "Invalid filter clause: '{literal}' is not a value of the type '{edm_type}' of '{name}'."
            ))
        })
    }

    fn literal(&mut self) -> Result<Literal<'t>, QueryError> {
        let rest = self.rest();
        let end = rest.find([' ', ',', ')', '\'']).unwrap_or(rest.len());
        let word = &rest[..end];
        if rest[end..].starts_with('\'') {
            self.position += end + 1;
            return Ok(Literal::Quoted(word, self.quoted()?));
        }
        if word.is_empty() {
            return Err(self.syntax_error());
        }
        self.position += end;
        Ok(Literal::Bare(word))
    }

    /// Takes the text up to the closing quote. A doubled quote is one in the text.
    fn quoted(&mut self) -> Result<String, QueryError> {
        let mut text = String::new();
        loop {
            let rest = self.rest();
            let Some(end) = rest.find('\'') else {
                return Err(self.syntax_error());
            };
            text.push_str(&rest[..end]);
            self.position += end + 1;
            if !self.takes('\'') {
                return Ok(text);
            }
            text.push('\'');
        }
    }
}

/// Joins conditions in a tree that is no deeper than it must be, so that a long chain does not overflow the stack.
fn balanced(
    mut terms: Vec<Expression>,
    join: fn(Box<Expression>, Box<Expression>) -> Expression,
) -> Expression {
    while terms.len() > 1 {
        let mut joined = Vec::with_capacity(terms.len().div_ceil(2));
        let mut rest = terms.into_iter();
        while let Some(one) = rest.next() {
            joined.push(match rest.next() {
                Some(other) => join(Box::new(one), Box::new(other)),
                None => one,
            });
        }
        terms = joined;
    }
    terms.swap_remove(0)
}
