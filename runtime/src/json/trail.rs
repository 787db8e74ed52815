//! The way that an error takes out of the JSON it was found in: each object and collection that it passes notes where it was.
//!
//! So the place of a mistake is known without a deserializer that keeps track of it, which every type would be compiled for once more.

use std::cell::RefCell;
use std::fmt::Write as _;

thread_local! {
    /// From the inside out; `None` where nobody reads who asks for it.
    static TRAIL: RefCell<Option<Vec<Step>>> = const { RefCell::new(None) };
}

enum Step {
    Property(String),
    Element(usize),
}

/// Notes on its way out that `error` was found in the property `name`.
#[cold]
pub(crate) fn in_property<E>(name: &str, error: E) -> E {
    note(|| Step::Property(name.to_owned()));
    error
}

/// Notes on its way out that `error` was found in the element at `index`.
#[cold]
pub(crate) fn in_element<E>(index: usize, error: E) -> E {
    note(|| Step::Element(index));
    error
}

fn note(step: impl FnOnce() -> Step) {
    TRAIL.with_borrow_mut(|trail| {
        if let Some(trail) = trail {
            trail.push(step());
        }
    });
}

/// The trail of the errors of one reading. Where it is within another, that goes on afterwards.
pub(super) struct Trail {
    before: Option<Vec<Step>>,
}

impl Trail {
    pub(super) fn begin() -> Self {
        Self {
            before: TRAIL.replace(Some(Vec::new())),
        }
    }

    /// Where the error was found: `value[1].displayName`, or `.` for the whole.
    #[cold]
    pub(super) fn end(self) -> String {
        let path = path(TRAIL.take().unwrap_or_default());
        drop(self);
        path
    }
}

impl Drop for Trail {
    fn drop(&mut self) {
        TRAIL.set(self.before.take());
    }
}

#[cold]
fn path(trail: Vec<Step>) -> String {
    let mut path = String::new();
    for step in trail.into_iter().rev() {
        match step {
            Step::Property(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&name);
            }
            Step::Element(index) => {
                let _ = write!(path, "[{index}]");
            }
        }
    }
    if path.is_empty() {
        path.push('.');
    }
    path
}
