//! Collects every mistake of an item, so that all are reported in one go.

use std::cell::RefCell;
use std::fmt::Display;

use proc_macro2::TokenStream;
use quote::ToTokens;

/// The mistakes found so far. Must be taken out with [`into_tokens`](Self::into_tokens): a collector that is dropped unread
/// would let a mistake pass.
#[derive(Debug)]
pub(crate) struct Mistakes(RefCell<Option<Vec<syn::Error>>>);

impl Mistakes {
    pub(crate) const fn new() -> Self {
        Self(RefCell::new(Some(Vec::new())))
    }

    /// Records a mistake at `culprit`: what is wrong there, and what to write instead.
    pub(crate) fn report(&self, culprit: &impl ToTokens, wrong: impl Display, help: impl Display) {
        let tokens = culprit.to_token_stream();
        self.push(syn::Error::new_spanned(
            tokens,
            format_args!("{wrong}\nhelp: {help}"),
        ));
    }

    pub(crate) fn push(&self, error: syn::Error) {
        if let Some(errors) = &mut *self.0.borrow_mut() {
            errors.extend(error);
        }
    }

    /// A `compile_error!` for each mistake.
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

/// The one of `known` that was probably meant by `found`.
pub(crate) fn did_you_mean<'a>(found: &str, known: &[&'a str]) -> Option<&'a str> {
    let plain = |name: &str| name.replace('_', "").to_lowercase();
    let distance = |name: &str| edit_distance(plain(found).as_bytes(), plain(name).as_bytes());
    let nearest = known.iter().copied().min_by_key(|name| distance(name))?;
    (distance(nearest) <= nearest.len() / 3).then_some(nearest)
}

/// How many letters are missing, superfluous, wrong or in each other's place.
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
    fn a_misspelt_name_finds_its_nearest() {
        let known = ["key", "read_only", "rename", "create_only"];
        assert_eq!(did_you_mean("readonly", &known), Some("read_only"));
        assert_eq!(did_you_mean("rname", &known), Some("rename"));
        assert_eq!(did_you_mean("kye", &known), Some("key"));
        assert_eq!(did_you_mean("primary", &known), None);
    }
}
