//! The position of the value that this thread reads or writes: how deeply it is nested, and in what.
//!
//! It is kept for the thread, because a value is read and written by traits of others, which have no argument for it.

use std::cell::Cell;
use std::fmt;

use serde_json::Value;

/// The number of objects, collections and maps that can be nested, in both directions. Beyond it, the stack of a thread could overflow,
/// which would abort the program.
pub(crate) const MAX_DEPTH: u32 = 120;

/// The flag of a value in an object of a declared type.
const IN_OBJECT: u32 = 1 << 30;
/// The flag of a value that no request carries.
const NEVER_SENT: u32 = 1 << 31;
/// The flag of a value in a patch.
const LOSSLESS: u32 = 1 << 29;
const DEPTH: u32 = LOSSLESS - 1;

thread_local! {
    static POSITION: Cell<u32> = const { Cell::new(0) };
}

/// The error of a value that is nested too deeply.
#[derive(Debug)]
pub(crate) struct TooDeep;

impl fmt::Display for TooDeep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "objects and collections are nested more than {MAX_DEPTH} levels deep"
        )
    }
}

/// A change of the position, which ends with the value.
pub(crate) struct Nested {
    before: u32,
}

impl Nested {
    /// Enters an object, a collection or a map.
    #[inline]
    pub(crate) fn enter() -> Result<Self, TooDeep> {
        POSITION.with(|position| {
            let before = position.get();
            if before & DEPTH >= MAX_DEPTH {
                return Err(TooDeep);
            }
            position.set(before + 1);
            Ok(Self { before })
        })
    }

    /// Enters the properties of the object that was entered last, and leaves them with it. Returns the place of the object.
    #[inline]
    pub(crate) fn in_object() -> Place {
        let before = POSITION.get();
        POSITION.set(before | IN_OBJECT);
        Place(before)
    }

    /// Enters values that are read for a patch, in which nothing may be left out.
    pub(crate) fn losslessly() -> Self {
        let before = POSITION.get();
        POSITION.set(before | LOSSLESS);
        Self { before }
    }

    /// Enters a value that no request carries.
    pub(crate) fn in_received() -> Self {
        let before = POSITION.get();
        POSITION.set(before | NEVER_SENT);
        Self { before }
    }
}

impl Drop for Nested {
    #[inline]
    fn drop(&mut self) {
        POSITION.set(self.before);
    }
}

/// The place of an object among those around it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place(u32);

impl Place {
    /// Returns whether the object is part of another that a request may carry.
    pub(crate) const fn is_part(self) -> bool {
        self.0 & (IN_OBJECT | NEVER_SENT) == IN_OBJECT
    }

    /// Returns whether the object is part of a patch, which would say something else without what the object cannot keep. In an answer, that
    /// is left out: a service may answer more than is asked for.
    pub(crate) const fn is_lossless(self) -> bool {
        self.0 & LOSSLESS != 0
    }
}

/// Returns whether values are read for a patch: see [`Place::is_lossless`].
#[inline]
pub(crate) fn is_lossless() -> bool {
    Place(POSITION.get()).is_lossless()
}

/// Fails if a value has more levels than there may be below the current one.
pub(crate) fn check_value(value: &Value) -> Result<(), TooDeep> {
    fits(value, MAX_DEPTH.saturating_sub(POSITION.get() & DEPTH))
}

/// Fails if an object with these values has more levels than there may be below the current one.
pub(crate) fn check_members<'a>(
    mut values: impl Iterator<Item = &'a Value>,
) -> Result<(), TooDeep> {
    let _nested = Nested::enter()?;
    values.try_for_each(check_value)
}

fn fits(value: &Value, levels: u32) -> Result<(), TooDeep> {
    let inside = || levels.checked_sub(1).ok_or(TooDeep);
    match value {
        Value::Array(elements) => {
            let levels = inside()?;
            elements
                .iter()
                .try_for_each(|element| fits(element, levels))
        }
        Value::Object(members) => {
            let levels = inside()?;
            members.values().try_for_each(|member| fits(member, levels))
        }
        _ => Ok(()),
    }
}
