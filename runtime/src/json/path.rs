//! The JSON path of an error: each object and collection that the error passes on its way out records its segment.
//!
//! So the path is known without a deserializer that keeps track of it, for which every type would be compiled once more.

use std::cell::RefCell;
use std::fmt::Write as _;

/// The path of the whole document.
pub(crate) const ROOT: &str = ".";

thread_local! {
    /// The segments from the inside out, or `None` while no path is recorded.
    static SEGMENTS: RefCell<Option<Vec<Segment>>> = const { RefCell::new(None) };
}

enum Segment {
    Property(String),
    Element(usize),
    /// Not a part of the path: the error is that the object lacks a property.
    Incomplete,
}

/// Records that `error` occurred in the property `name`.
#[cold]
pub(crate) fn in_property<E>(name: &str, error: E) -> E {
    record(|| Segment::Property(name.to_owned()));
    error
}

/// Records that `error` occurred in the element at `index`.
#[cold]
pub(crate) fn in_element<E>(index: usize, error: E) -> E {
    record(|| Segment::Element(index));
    error
}

/// Records that `error` is that an object lacks a property.
#[cold]
pub(crate) fn in_incomplete<E>(error: E) -> E {
    record(|| Segment::Incomplete);
    error
}

fn record(segment: impl FnOnce() -> Segment) {
    SEGMENTS.with_borrow_mut(|segments| {
        if let Some(segments) = segments {
            segments.push(segment());
        }
    });
}

/// Records the path of an error while one document is read. Recorders can be nested.
pub(crate) struct PathRecorder {
    before: Option<Vec<Segment>>,
}

impl PathRecorder {
    pub(crate) fn begin() -> Self {
        Self {
            before: SEGMENTS.with_borrow_mut(|segments| segments.replace(Vec::new())),
        }
    }

    /// Returns the path of the error: `value[1].displayName`, or `.` for the whole document; and whether the error is that the document
    /// itself lacks a property.
    #[cold]
    pub(crate) fn end(self) -> (String, bool) {
        let segments = SEGMENTS.take().unwrap_or_default();
        drop(self);
        let is_incomplete = matches!(segments[..], [Segment::Incomplete]);
        (path(segments), is_incomplete)
    }
}

impl Drop for PathRecorder {
    fn drop(&mut self) {
        SEGMENTS.with_borrow_mut(|segments| *segments = self.before.take());
    }
}

#[cold]
fn path(segments: Vec<Segment>) -> String {
    let mut path = String::new();
    for segment in segments.into_iter().rev() {
        match segment {
            Segment::Property(name) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&name);
            }
            Segment::Element(index) => {
                let _ = write!(path, "[{index}]");
            }
            Segment::Incomplete => {}
        }
    }
    if path.is_empty() {
        path.push_str(ROOT);
    }
    path
}
