//! Rules that enums and unions share.

use syn::Fields;

use crate::attr::Given;
use crate::diagnostics::Mistakes;
use crate::model::Variant;

/// Reports each variant after the first that has the attribute that `flag` returns.
pub(super) fn at_most_one<'v, A: 'v>(
    variants: &'v [Variant<'_, A>],
    noun: &str,
    mistakes: &Mistakes,
    flag: impl Fn(&'v A) -> Option<&'v Given<()>>,
) {
    let given = variants
        .iter()
        .filter_map(|variant| flag(&variant.attributes));
    for second in given.skip(1) {
        let wrong = format!("duplicate variant for {noun}");
        mistakes.report(second, wrong, "keep one of them");
    }
}

/// Reports what is wrong with the fields of a variant, or at its name if it has none.
pub(super) fn report_fields<A>(
    variant: &Variant<'_, A>,
    wrong: &str,
    help: &str,
    mistakes: &Mistakes,
) {
    match variant.fields {
        Fields::Unit => mistakes.report(variant.ident, wrong, help),
        fields => mistakes.report(fields, wrong, help),
    }
}
