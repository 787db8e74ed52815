//! Collects the mistakes in an item, so that the compiler reports all of them at once.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;

/// The mistakes found so far.
///
/// They must be taken out with [`into_tokens`](Self::into_tokens). In a debug build, dropping them unreported panics.
#[derive(Debug)]
pub(crate) struct Mistakes(RefCell<Option<Vec<syn::Error>>>);

impl Mistakes {
    pub(crate) const fn new() -> Self {
        Self(RefCell::new(Some(Vec::new())))
    }

    /// Records a mistake at `tokens`: what is wrong, and what to write instead.
    pub(crate) fn report(&self, tokens: &impl ToTokens, wrong: impl Display, help: impl Display) {
        self.push(syn::Error::new_spanned(
            tokens.to_token_stream(),
            format_args!("{wrong}\nhelp: {help}"),
        ));
    }

    /// Records a mistake with a span of its own.
    pub(crate) fn push(&self, error: syn::Error) {
        if let Some(errors) = &mut *self.0.borrow_mut() {
            errors.extend(error);
        }
    }

    /// Returns a `compile_error!` for each mistake.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.0
            .take()
            .into_iter()
            .flatten()
            .map(syn::Error::into_compile_error)
            .collect()
    }
}

impl Drop for Mistakes {
    fn drop(&mut self) {
        let unread = self.0.get_mut().is_some();
        debug_assert!(
            !unread || std::thread::panicking(),
            "mistakes were collected and never reported"
        );
    }
}

/// Returns the name in `known` that was probably meant by `found`.
pub(crate) fn did_you_mean<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    let plain = |name: &str| name.replace('_', "").to_lowercase();
    let distance = |name: &str| edit_distance(plain(found).as_bytes(), plain(name).as_bytes());
    let nearest = known.iter().copied().min_by_key(|name| distance(name))?;
    (distance(nearest) <= nearest.len() / 3).then_some(nearest)
}

/// Returns the number of letters that are missing, extra, wrong or swapped (the optimal string alignment distance).
fn edit_distance(a: &[u8], b: &[u8]) -> usize {
    let mut rows = vec![(0..=b.len()).collect::<Vec<usize>>()];
    for (i, x) in a.iter().enumerate() {
        let above = &rows[i];
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let substituted = above[j] + usize::from(x != y);
            let mut distance = substituted.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *x == b[j - 1] && a[i - 1] == *y {
                distance = distance.min(rows[i - 1][j - 1] + 1);
            }
            row.push(distance);
        }
        rows.push(row);
    }
    rows[a.len()][b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_is_matched_to_the_nearest() {
        let known = ["key", "read_only", "rename", "create_only"];
        assert_eq!(did_you_mean("readonly", &known), Some("read_only"));
        assert_eq!(did_you_mean("rname", &known), Some("rename"));
        assert_eq!(did_you_mean("kye", &known), Some("key"));
        assert_eq!(did_you_mean("primary", &known), None);
    }
}
