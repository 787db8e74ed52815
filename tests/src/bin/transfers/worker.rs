//! The process that is killed. It writes the memory that it takes before it begins, and then how far it is.

use std::io::Write;
use std::path::Path;

use graph_resource::{Client, Upload};
use tokio::fs::{File, OpenOptions};
use tokio::io::AsyncWriteExt;

use crate::file::{CreateUploadSession, DriveItem, client};
use crate::{FRAGMENT, Result};

/// The first argument of the process.
pub(crate) const ARGUMENT: &str = "--worker";

pub(crate) async fn run(kind: &str, url: &str, path: &str) -> Result<()> {
    let client = client(url)?;
    say("memory", memory("VmRSS")?);
    match kind {
        "upload" => upload(&client, path).await?,
        "download" => download(&client, path).await?,
        _ => return Err(format!("`{kind}`: expected upload or download").into()),
    }
    say("peak", memory("VmHWM")?);
    Ok(())
}

fn say(what: &str, number: u64) {
    println!("{what} {number}");
    // Whoever reads it is the one who kills this process.
    let _ = std::io::stdout().flush();
}

/// Returns a figure of this process in bytes.
fn memory(name: &str) -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let Some(line) = line else { return Ok(0) };
    let kibibytes: u64 = line
        .trim_matches(|character: char| !character.is_ascii_digit())
        .parse()?;
    Ok(kibibytes << 10)
}

async fn upload(client: &Client, path: &str) -> Result<()> {
    let file = File::open(path).await?;
    let begin = CreateUploadSession::call("d", "f");
    let uploaded = Upload::new(begin, file)
        .with_fragment_size(FRAGMENT)
        .with_journal(Path::new(path).with_extension("journal"))
        .send_with_progress(client, |sent, _| say("at", sent))
        .await?;
    let item: DriveItem = uploaded.item()?;
    match item.name.as_deref() {
        Some("same") => Ok(()),
        name => Err(format!("what arrived is {name:?}").into()),
    }
}

/// Goes on where the file ends. The entity tag of the content is kept in a file beside it.
async fn download(client: &Client, path: &str) -> Result<()> {
    let mut file = OpenOptions::new();
    let mut file = file.append(true).create(true).open(path).await?;
    let length = file.metadata().await?.len();
    let etag_path = Path::new(path).with_extension("journal");
    let content = DriveItem::content("d", "f");
    let content = match std::fs::read_to_string(&etag_path) {
        Ok(etag) => content.resume(length, etag),
        Err(_) => content,
    };
    let content = content.send(client).await?;
    if length == 0 {
        std::fs::write(&etag_path, content.etag().ok_or("there is no entity tag")?)?;
    }
    let mut said = 0;
    content
        .copy_to_with_progress(&mut file, |position| {
            if position - said >= 1 << 20 {
                said = position;
                say("at", position);
            }
        })
        .await?;
    file.shutdown().await?;
    Ok(())
}
