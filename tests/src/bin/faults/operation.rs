//! The operations under test, and a resource that supports all of them.

use std::fmt;

use graph_resource::{
    Batch, BatchAnswers, BatchHandle, BatchItem, Client, Error, Outcome, Page, graph_resource,
};
use graph_resource_emulator::Emulator;
use serde_json::json;

/// The path of the collection, without the version.
pub(crate) const NOTES: &str = "/users/adele/notes";

/// A resource for all operations.
#[graph_resource(path = "/users/adele/notes")]
#[derive(Debug, Clone)]
pub(crate) struct Note {
    #[graph(key)]
    pub(crate) id: String,
    #[graph(required)]
    pub(crate) title: String,
    pub(crate) count: Option<i64>,
}

/// The operations of the matrix. A conditional update is separate, since it is not idempotent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operation {
    Get,
    List,
    Create,
    Update,
    UpdateIf,
    Delete,
}

impl Operation {
    pub(crate) const ALL: [Self; 6] = [
        Self::Get,
        Self::List,
        Self::Create,
        Self::Update,
        Self::UpdateIf,
        Self::Delete,
    ];

    pub(crate) const fn is_read(self) -> bool {
        matches!(self, Self::Get | Self::List)
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Get => "get",
            Self::List => "list",
            Self::Create => "create",
            Self::Update => "update",
            Self::UpdateIf => "update if",
            Self::Delete => "delete",
        })
    }
}

/// The handle of an operation in a batch.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Handle {
    Note(BatchHandle<Note>),
    Page(BatchHandle<Page<Note>>),
    Write(BatchHandle<Outcome<Note>>),
    Nothing(BatchHandle<()>),
}

impl Handle {
    pub(crate) const fn item(self) -> BatchItem {
        match self {
            Self::Note(handle) => handle.item(),
            Self::Page(handle) => handle.item(),
            Self::Write(handle) => handle.item(),
            Self::Nothing(handle) => handle.item(),
        }
    }

    /// Takes the answer, and returns the error.
    pub(crate) fn take_error(self, answers: &mut BatchAnswers) -> Option<Error> {
        match self {
            Self::Note(handle) => answers.take(handle).err(),
            Self::Page(handle) => answers.take(handle).err(),
            Self::Write(handle) => answers.take(handle).err(),
            Self::Nothing(handle) => answers.take(handle).err(),
        }
    }
}

/// An operation with a note of its own.
pub(crate) struct Task {
    operation: Operation,
    pub(crate) id: String,
    title: String,
    /// The value of `count` after an update.
    count: i64,
    etag: String,
}

impl Task {
    /// Creates the note that the operation needs, before faults are injected.
    pub(crate) async fn prepare(
        operation: Operation,
        emulator: &Emulator,
        client: &Client,
        seed: u64,
    ) -> Result<Self, Error> {
        let (title, count) = (format!("note {seed}"), seed.cast_signed());
        let mut task = Self {
            operation,
            id: String::new(),
            title,
            count,
            etag: String::new(),
        };
        if operation != Operation::Create {
            let note = json!({ "title": task.title, "count": -1 });
            task.id = emulator.insert(NOTES, note).unwrap();
        }
        if operation == Operation::UpdateIf {
            let answer = Note::get(&task.id).send_with_response(client).await?;
            answer.etag().unwrap_or_default().clone_into(&mut task.etag);
        }
        Ok(task)
    }

    /// Returns the path of the request, with the version.
    pub(crate) fn path(&self) -> String {
        match self.operation {
            Operation::List | Operation::Create => format!("/v1.0{NOTES}"),
            _ => format!("/v1.0{NOTES}/{}", self.id),
        }
    }

    /// Returns the method of the request.
    pub(crate) const fn method(&self) -> &'static str {
        match self.operation {
            Operation::Get | Operation::List => "GET",
            Operation::Create => "POST",
            Operation::Update | Operation::UpdateIf => "PATCH",
            Operation::Delete => "DELETE",
        }
    }

    /// Adds the request to a batch.
    pub(crate) fn push(&self, batch: &mut Batch<'_>, after: &[BatchItem]) -> Handle {
        let (id, after) = (&self.id, after.iter().copied());
        let update = Note::update(id).count(self.count);
        match self.operation {
            Operation::Get => Handle::Note(batch.push_after(after, Note::get(id))),
            Operation::List => Handle::Page(batch.push_after(after, Note::list())),
            Operation::Create => {
                let title = self.title.clone();
                let create = Note::create(NewNote { title });
                Handle::Write(batch.push_after(after, create))
            }
            Operation::Update => Handle::Write(batch.push_after(after, update)),
            Operation::UpdateIf => {
                let update = update.with_if_match(self.etag.clone());
                Handle::Write(batch.push_after(after, update))
            }
            Operation::Delete => Handle::Nothing(batch.push_after(after, Note::delete(id))),
        }
    }

    /// Sends the request, and returns whether the answer is correct.
    pub(crate) async fn run(&self, client: &Client) -> Result<bool, Error> {
        let id = &self.id;
        let is_updated =
            |note: Option<Note>| note.is_none_or(|note| note.count == Some(self.count));
        Ok(match self.operation {
            Operation::Get => Note::get(id).send(client).await?.title == self.title,
            Operation::List => {
                let page = Note::list().send(client).await?;
                page.value.iter().any(|note| note.id == self.id)
            }
            Operation::Create => {
                let created = Note::create(NewNote {
                    title: self.title.clone(),
                })
                .send(client)
                .await?;
                let note = created.representation();
                note.is_none_or(|note| note.title == self.title)
            }
            Operation::Update => {
                let update = Note::update(id).count(self.count);
                is_updated(update.send(client).await?.representation())
            }
            Operation::UpdateIf => {
                let update = Note::update(id).count(self.count);
                let update = update.with_if_match(self.etag.clone());
                is_updated(update.send(client).await?.representation())
            }
            Operation::Delete => {
                Note::delete(id).send(client).await?;
                true
            }
        })
    }

    /// Returns whether the store shows that the operation was executed, which it cannot for a create or a read.
    pub(crate) fn is_done(&self, emulator: &Emulator) -> Option<bool> {
        let stored = emulator.get(&format!("{NOTES}/{}", self.id));
        match self.operation {
            Operation::Get | Operation::List | Operation::Create => None,
            Operation::Update | Operation::UpdateIf => {
                Some(stored.is_some_and(|note| note["count"] == self.count))
            }
            Operation::Delete => Some(stored.is_none()),
        }
    }
}
