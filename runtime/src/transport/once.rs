use std::sync::OnceLock;

/// Returns the value of the cell, after creating it if it is empty.
///
/// An error leaves the cell empty. Two threads may create the value at the same time; one of the two is kept.
pub(super) fn get_or_try_init<T, E>(
    cell: &OnceLock<T>,
    create: impl FnOnce() -> Result<T, E>,
) -> Result<&T, E> {
    if let Some(value) = cell.get() {
        return Ok(value);
    }
    let value = create()?;
    Ok(cell.get_or_init(|| value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_created_once_and_an_error_is_not_kept() {
        let cell = OnceLock::new();
        assert_eq!(get_or_try_init(&cell, || Err("not yet")), Err("not yet"));
        assert_eq!(get_or_try_init(&cell, || Ok::<_, ()>(1)), Ok(&1));
        assert_eq!(get_or_try_init(&cell, || Ok::<_, ()>(2)), Ok(&1));
    }
}
