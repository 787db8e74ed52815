//! Updates and creates todo lists with a journal, for a test that kills it: `bulk URL JOURNAL`.
//!
//! Wherever it can be killed, it writes a line and waits for one. It ends with a line for each request whose outcome is not known.

use std::error::Error;
use std::io::{self, Write};

use graph_resource::{
    BoxFuture, Bulk, Client, Endpoint, Error as GraphError, FileJournal, HyperTransport, Journal,
    JournalEntry, JournalState, StoredRequest, Transport, TransportError, graph_resource,
};

const REQUESTS: u32 = 60;

#[graph_resource(path = "/users/ada/todo/lists")]
#[derive(Debug)]
struct TodoList {
    #[graph(key)]
    id: String,
    display_name: String,
}

/// Returns an update of the list with this number if it is even, or else the creation of one with it as its name.
fn work(number: u32, graph: &Endpoint) -> Result<StoredRequest, GraphError> {
    let name = number.to_string();
    if number.is_multiple_of(2) {
        let update = TodoList::update(&name).display_name(name);
        StoredRequest::new(&update, graph)
    } else {
        StoredRequest::new(&TodoList::create().display_name(name), graph)
    }
}

/// A journal that can be killed before and after each entry.
struct Slow(FileJournal);

impl Journal for Slow {
    fn state(&self, tag: &str) -> JournalState {
        self.0.state(tag)
    }

    fn append(&self, entries: Vec<JournalEntry>) -> BoxFuture<'static, io::Result<()>> {
        let appended = self.0.append(entries);
        Box::pin(async move {
            pause("before an entry")?;
            appended.await?;
            pause("after an entry")
        })
    }
}

/// A transport that can be killed before and after each batch.
struct SlowTransport(HyperTransport);

impl Transport for SlowTransport {
    fn send(
        &self,
        request: http::Request<graph_resource::Body>,
    ) -> BoxFuture<'static, Result<http::Response<graph_resource::Body>, TransportError>> {
        let answer = self.0.send(request);
        Box::pin(async move {
            pause("before a batch")?;
            let answer = answer.await?;
            pause("after a batch")?;
            Ok(answer)
        })
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("usage: bulk URL JOURNAL".into());
    };
    let client = Client::builder()
        .base_url(&url)
        .token("any")
        .transport(SlowTransport(HyperTransport::new()?))
        .build()?;
    let bulk = Bulk::new(&client).with_custom_journal(Slow(FileJournal::open(file)?));
    let work = |number| Ok((number, work(number, client.endpoint())?));
    let work: Vec<_> = (0..REQUESTS).map(work).collect::<Result<_, GraphError>>()?;
    let mut outcomes = bulk.send(work);
    while let Some((number, outcome)) = outcomes.next().await {
        match outcome {
            Ok(_) => {}
            Err(error) if error.is_unknown_outcome() => println!("unknown {number}"),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(())
}

fn pause(place: &str) -> io::Result<()> {
    let mut output = io::stdout();
    writeln!(output, "{place}")?;
    output.flush()?;
    io::stdin().read_line(&mut String::new()).map(drop)
}
