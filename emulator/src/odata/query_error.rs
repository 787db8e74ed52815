/// An error in a system query option.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum QueryError {
    /// The emulator does not support the option of this name.
    Unsupported(String),
    /// The option is invalid, with a message that says why.
    Invalid(String),
}
