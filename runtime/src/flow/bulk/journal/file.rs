use std::collections::HashMap;
use std::fmt;
use std::fs::{File, OpenOptions};
use std::io::{self, BufRead, BufReader, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::interface::{Journal, JournalEntry, JournalState};
use crate::transport::BoxFuture;

/// The first line of a file, by which it is known.
const HEADER: &str = "graph-resource journal 1\n";

/// A [`Journal`] in a file to which entries are only added.
///
/// An entry is a line: a letter for what happened, and the tag as JSON. Each call of [`append`](Journal::append) is written at once and then synchronised with the
/// disk. If the system crashes meanwhile, the last line may be incomplete: it is ignored, and cut off. Of anything else that it cannot
/// read, a journal says so, and refuses to go on.
///
/// ```no_run
/// use graph_resource::FileJournal;
///
/// let journal = FileJournal::open("images.journal")?;
/// println!("{} requests have been acknowledged", journal.acknowledged());
/// # Ok::<(), std::io::Error>(())
/// ```
pub struct FileJournal {
    file: Arc<Mutex<File>>,
    states: States,
}

/// The records of earlier runs.
#[derive(Default)]
struct States {
    known: HashMap<Box<str>, JournalState>,
    acknowledged: usize,
}

impl FileJournal {
    /// Opens a journal, or creates it.
    ///
    /// # Errors
    ///
    /// Any reason why the file cannot be read or written. [`InvalidData`](io::ErrorKind::InvalidData) if it is no journal.
    pub fn open(path: impl AsRef<Path>) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        let options = options.read(true).write(true).create(true).truncate(false);
        let mut file = options.open(path)?;
        let mut states = States::default();
        let length = states.read(&file)?;
        file.set_len(length)?;
        file.seek(SeekFrom::End(0))?;
        if length == 0 {
            file.write_all(HEADER.as_bytes())?;
        }
        file.sync_all()?;
        Ok(Self {
            file: Arc::new(Mutex::new(file)),
            states,
        })
    }

    /// Returns the number of requests that earlier runs have seen acknowledged.
    pub const fn acknowledged(&self) -> usize {
        self.states.acknowledged
    }
}

impl States {
    /// Reads the entries, and returns the length of all complete lines.
    fn read(&mut self, file: &File) -> io::Result<u64> {
        let mut reader = BufReader::new(file);
        let mut line = Vec::new();
        let mut length = 0;
        loop {
            line.clear();
            let read = reader.read_until(b'\n', &mut line)?;
            if !line.ends_with(b"\n") {
                return match length {
                    0 if !HEADER.as_bytes().starts_with(&line) => Err(no_journal(0)),
                    _ => Ok(length),
                };
            }
            if length == 0 {
                if line != HEADER.as_bytes() {
                    return Err(no_journal(0));
                }
            } else {
                let entry = parse(&line).ok_or_else(|| no_journal(length))?;
                self.note(&entry);
            }
            length += read as u64;
        }
    }

    fn note(&mut self, entry: &JournalEntry) {
        let (tag, state) = match entry {
            JournalEntry::Sent(tag) => (tag, JournalState::Unknown),
            JournalEntry::Acknowledged(tag) => (tag, JournalState::Acknowledged),
            JournalEntry::Failed(tag) => (tag, JournalState::New),
        };
        let before = match state {
            JournalState::New => self.known.remove(tag.as_str()),
            state => self.known.insert(tag.as_str().into(), state),
        };
        let is_acknowledged = |state| state == JournalState::Acknowledged;
        self.acknowledged += usize::from(is_acknowledged(state));
        self.acknowledged -= usize::from(before.is_some_and(is_acknowledged));
    }
}

impl Journal for FileJournal {
    fn state(&self, tag: &str) -> JournalState {
        let known = self.states.known.get(tag);
        known.copied().unwrap_or(JournalState::New)
    }

    fn append(&self, entries: Vec<JournalEntry>) -> BoxFuture<'static, io::Result<()>> {
        let mut lines = Vec::new();
        for entry in &entries {
            write_line(&mut lines, entry);
        }
        let file = Arc::clone(&self.file);
        Box::pin(async move {
            // Waiting for a disk would hold up all tasks of the thread.
            let written = tokio::task::spawn_blocking(move || {
                let mut file = file.lock().unwrap_or_else(PoisonError::into_inner);
                file.write_all(&lines)?;
                file.sync_data()
            });
            written.await.map_err(io::Error::other)?
        })
    }
}

impl fmt::Debug for FileJournal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FileJournal")
            .field("acknowledged", &self.acknowledged())
            .finish_non_exhaustive()
    }
}

fn write_line(lines: &mut Vec<u8>, entry: &JournalEntry) {
    let (letter, tag) = match entry {
        JournalEntry::Sent(tag) => (b's', tag),
        JournalEntry::Acknowledged(tag) => (b'a', tag),
        JournalEntry::Failed(tag) => (b'f', tag),
    };
    lines.extend_from_slice(&[letter, b' ']);
    // Text is always JSON, in one line.
    lines.extend(serde_json::to_vec(tag).unwrap_or_default());
    lines.push(b'\n');
}

fn parse(line: &[u8]) -> Option<JournalEntry> {
    let (letter, tag) = line.split_at_checked(2)?;
    let tag = serde_json::from_slice(tag).ok()?;
    match letter {
        b"s " => Some(JournalEntry::Sent(tag)),
        b"a " => Some(JournalEntry::Acknowledged(tag)),
        b"f " => Some(JournalEntry::Failed(tag)),
        _ => None,
    }
}

fn no_journal(at: u64) -> io::Error {
    let message = if at == 0 {
        "the file is not a journal".to_owned()
    } else {
        format!("the line at byte {at} of the journal cannot be read")
    };
    io::Error::new(io::ErrorKind::InvalidData, message)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use std::fs;
    use std::path::PathBuf;

    use super::*;

    /// A file that is removed with the value.
    struct Temporary(PathBuf);

    impl Temporary {
        fn new(content: &str) -> Self {
            let name = format!("graph-resource-{:016x}.journal", fastrand::u64(..));
            let path = std::env::temp_dir().join(name);
            if !content.is_empty() {
                fs::write(&path, content).unwrap();
            }
            Self(path)
        }
    }

    impl Drop for Temporary {
        fn drop(&mut self) {
            let _ = fs::remove_file(&self.0);
        }
    }

    fn states(journal: &FileJournal, tags: &[&str]) -> Vec<JournalState> {
        tags.iter().map(|tag| journal.state(tag)).collect()
    }

    #[tokio::test]
    async fn what_was_appended_is_known_to_the_next_run() {
        let file = Temporary::new("");
        let journal = FileJournal::open(&file.0).unwrap();
        let sent = ["a", "b\n\"", "c"].map(|tag| JournalEntry::Sent(tag.to_owned()));
        journal.append(sent.into()).await.unwrap();
        let answered = vec![
            JournalEntry::Acknowledged("a".to_owned()),
            JournalEntry::Failed("c".to_owned()),
        ];
        journal.append(answered).await.unwrap();
        let expected = [
            JournalState::Acknowledged,
            JournalState::Unknown,
            JournalState::New,
            JournalState::New,
        ];
        let tags = ["a", "b\n\"", "c", "d"];
        assert_eq!(states(&journal, &tags), [JournalState::New; 4]);
        drop(journal);
        let journal = FileJournal::open(&file.0).unwrap();
        assert_eq!(states(&journal, &tags), expected);
        assert_eq!(journal.acknowledged(), 1);
    }

    #[tokio::test]
    async fn a_line_that_is_not_complete_is_cut_off() {
        for (content, acknowledged) in [
            ("", 0),
            ("graph-res", 0),
            ("graph-resource journal 1\n", 0),
            ("graph-resource journal 1\na \"1\"\na \"2", 1),
            ("graph-resource journal 1\na \"1\"\na \"2\"", 1),
        ] {
            let file = Temporary::new(content);
            let journal = FileJournal::open(&file.0).unwrap();
            assert_eq!(journal.acknowledged(), acknowledged, "{content:?}");
            let entry = JournalEntry::Acknowledged("3".to_owned());
            journal.append(vec![entry]).await.unwrap();
            drop(journal);
            let journal = FileJournal::open(&file.0).unwrap();
            assert_eq!(journal.acknowledged(), acknowledged + 1, "{content:?}");
        }
    }

    #[test]
    fn a_file_that_is_no_journal_stays_as_it_is() {
        for content in [
            "id,name\n1,a\n",
            "id",
            "graph-resource journal 2\n",
            "graph-resource journal 1\nx \"1\"\na \"2\"\n",
            "graph-resource journal 1\na 1\n",
        ] {
            let file = Temporary::new(content);
            let error = FileJournal::open(&file.0).unwrap_err();
            assert_eq!(error.kind(), io::ErrorKind::InvalidData, "{content:?}");
            assert_eq!(fs::read_to_string(&file.0).unwrap(), content);
        }
    }
}
