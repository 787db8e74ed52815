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

    /// Reports a parameter with a `*` at the end, where the key of an item would follow.
    pub(crate) fn reject_rest_at_the_end(&self, mistakes: &Mistakes) {
        let start = self.text.rfind('/').map_or(0, |slash| slash + 1);
        let last = &self.text[start..];
        let is_rest = last.starts_with("{*") && last.ends_with('}');
        if let Some(literal) = self.literal.as_ref().filter(|_| is_rest) {
            let wrong = "a parameter with `*` takes the rest of the path, so that the key of an item has no place";
            let help = format!(
                "write `{last}:` if items are below it, or add `singleton` to the arguments if it is the path of one item"
            );
            let error = PathError::new(start..self.text.len(), wrong, help);
            report::report(literal, &self.text, &error, mistakes);
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
        let forms = [format!("{{{parameter}}}"), format!("{{*{parameter}}}")];
        let mut found = forms.iter().filter_map(|braced| {
            let start = self.text.find(braced)?;
            Some(start..start + braced.len())
        });
        // A parameter without braces was reported as such.
        if let (Some(range), Some(literal)) = (found.next(), &self.literal) {
            let error = PathError::new(range, wrong, help);
            report::report(literal, &self.text, &error, mistakes);
        }
        self.parameters.retain(|other| other != parameter);
    }
}
