//! Updates and creates todo lists with a journal, for a test that kills it: `bulk URL JOURNAL`.
//!
//! Wherever it can be killed, it writes a line and waits for one. It ends with a line for each request whose outcome is not known.

use std::error::Error;
use std::io::{self, Write};

use bytes::Bytes;
use graph_resource::{
    BoxFuture, Bulk, Client, Endpoint, Error as GraphError, FileJournal, HyperTransport, Journal,
    JournalEntry, JournalState, Request, Transport, TransportError, graph_resource,
};

const REQUESTS: u32 = 60;

#[graph_resource(path = "/users/ada/todo/lists")]
#[derive(Debug)]
struct TodoList {
    #[graph(key)]
    id: String,
    display_name: String,
}

/// An update of the list with this number if it is even, or else the creation of one with it as its name.
struct Work(u32);

impl Request for Work {
    type Answer = ();

    fn to_http_request(&self, endpoint: &Endpoint) -> Result<http::Request<Bytes>, GraphError> {
        let name = self.0.to_string();
        if self.0.is_multiple_of(2) {
            let update = TodoList::update(&name).display_name(name);
            update.to_http_request(endpoint)
        } else {
            TodoList::create()
                .display_name(name)
                .to_http_request(endpoint)
        }
    }

    fn path_template(&self) -> &'static str {
        "/users/ada/todo/lists"
    }

    fn read_answer(_: &http::Response<Bytes>) -> Result<(), GraphError> {
        Ok(())
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
        request: http::Request<Bytes>,
    ) -> BoxFuture<'static, Result<http::Response<Bytes>, TransportError>> {
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
    let mut outcomes = bulk.send((0..REQUESTS).map(|number| (number, Work(number))));
    while let Some((number, outcome)) = outcomes.next().await {
        match outcome {
            Ok(()) => {}
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
