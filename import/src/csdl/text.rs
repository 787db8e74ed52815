use super::error::CsdlError;

/// Returns the error at a position in the document.
#[cold]
pub(super) fn invalid(document: &str, position: u64, message: impl Into<String>) -> CsdlError {
    let position = usize::try_from(position).unwrap_or(usize::MAX);
    let before = document.as_bytes();
    let before = before.get(..position).unwrap_or(before);
    let line_start = before.iter().rposition(|byte| *byte == b'\n');
    let line_start = line_start.map_or(0, |newline| newline + 1);
    let in_line = before.get(line_start..).unwrap_or_default();
    CsdlError::Invalid {
        line: before.split(|byte| *byte == b'\n').count(),
        column: String::from_utf8_lossy(in_line).chars().count() + 1,
        message: message.into(),
    }
}
