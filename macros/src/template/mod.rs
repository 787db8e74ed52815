//! Path templates, such as `/users/{user_id}/todo/lists`.

mod error;
mod parse;
mod report;

use proc_macro2::Ident;
use syn::LitStr;

use crate::diagnostics::Mistakes;
use error::PathError;

/// The path that follows the version, with its parameters.
#[derive(Clone, Default)]
pub(crate) struct Template {
    pub(crate) text: String,
    /// The parameters, in order.
    pub(crate) parameters: Vec<Ident>,
    /// The literal that the path was written in.
    literal: Option<LitStr>,
}

impl Template {
    /// Parses `literal`, and reports each mistake at its characters.
    ///
    /// Parameters are found in a path with mistakes as well, so that the functions of the resource already take the arguments
    /// that they take once the path is corrected.
    pub(crate) fn parse(literal: &LitStr, mistakes: &Mistakes) -> Self {
        let text = literal.value();
        for error in parse::errors(&text) {
            report::report(literal, &text, &error, mistakes);
        }
        let parameters = parse::parameters(&text)
            .iter()
            .map(|parameter| Ident::new(parameter, literal.span()))
            .collect();
        Self {
            text,
            parameters,
            literal: Some(literal.clone()),
        }
    }

    /// Reports `parameter` as a mistake and removes it from the parameters.
    pub(crate) fn reject(
        &mut self,
        parameter: &Ident,
        wrong: String,
        help: &str,
        mistakes: &Mistakes,
    ) {
        let braced = format!("{{{parameter}}}");
        // A parameter without braces was reported as such.
        if let (Some(start), Some(literal)) = (self.text.find(&braced), &self.literal) {
            let end = start + braced.len();
            let error = PathError::new(start..end, wrong, help);
            report::report(literal, &self.text, &error, mistakes);
        }
        self.parameters.retain(|other| other != parameter);
    }
}
