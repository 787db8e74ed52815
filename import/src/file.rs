//! Files that are replaced at once.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Writes a file beside the one of this path, and puts it in its place: there is always the old text or the new one.
///
/// # Errors
///
/// Any reason why the file cannot be written.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut new = path.to_path_buf().into_os_string();
    new.push(".new");
    let new = Path::new(&new);
    let mut file = fs::File::create(new)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()?;
    fs::rename(new, path)
}
