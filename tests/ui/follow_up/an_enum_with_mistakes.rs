use graph_resource::{graph_enum, graph_resource};

#[graph_enum]
pub enum Status {
    Open(u32),
    Done,
    #[graph(unknown)]
    Unknown,
    #[graph(unknown)]
    Other(String),
}

// There are no mistakes below this line.
#[graph_resource(path = "/tasks")]
pub struct Task {
    pub status: Option<Status>,
}

pub fn done() -> TaskUpdate {
    Task::update().status(Status::Done)
}

fn main() {}
