//! Brings a copy of `/users` in a file up to date, for a test that kills it: `mirror URL FILE`.
//!
//! Wherever it can be killed, it writes a line and waits for one.

use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

use graph_resource::{Client, HyperTransport, Mirror, graph_resource};

#[graph_resource(path = "/users")]
#[derive(Debug)]
struct User {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(url), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("usage: mirror URL FILE".into());
    };
    let file = Path::new(&file);
    let client = Client::builder()
        .base_url(&url)
        .token("any")
        .transport(HyperTransport::new()?)
        .build()?;
    let mut users: Mirror<User> = match fs::read(file) {
        Ok(stored) => serde_json::from_slice(&stored)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => Mirror::new(),
        Err(error) => return Err(error.into()),
    };
    loop {
        pause("before a page")?;
        let has_more = users.sync_page(|| User::list().delta(), &client).await?;
        pause("between a page and its commit")?;
        let new = file.with_extension("new");
        fs::write(&new, serde_json::to_vec(&users)?)?;
        pause("in the middle of the commit")?;
        fs::rename(new, file)?;
        if !has_more {
            return Ok(());
        }
    }
}

fn pause(place: &str) -> io::Result<()> {
    let mut output = io::stdout();
    writeln!(output, "{place}")?;
    output.flush()?;
    io::stdin().read_line(&mut String::new()).map(drop)
}
