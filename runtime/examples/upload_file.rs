//! Uploads a file of 50 MB in fragments, with a progress bar and a journal: a run ends in the middle of the file, and the next one goes on
//! there, although a connection is lost.
//!
//! ```console
//! cargo run --example upload_file                             # an embedded emulator answers
//! GRAPH_TOKEN=… cargo run --example upload_file -- DRIVE FILE
//!                                                             # WRITES the file into a drive, with the permission Files.ReadWrite.All
//! ```

use std::env;
use std::error::Error;
use std::path::Path;
use std::time::Duration;

use graph_resource::{
    Client, ErrorKind, Retry, Upload, UploadSession, graph_action, graph_resource,
};
use graph_resource_emulator::{CallAnswer, Emulator, Fault, When};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;
use tokio::fs::{self, File};
use tokio::io::{AsyncWriteExt, BufWriter};

const MIB: u64 = 1 << 20;

/// The size of the file: 50 MB, and some bytes, so that the last fragment is shorter than the others.
const SIZE: u64 = 50_000_123;

/// Begins the upload of a file into a folder, which is named by its id or `root`.
#[graph_action(
    path = "/drives/{drive_id}/items/{folder_id}:/{file_name}:/createUploadSession",
    returns = UploadSession
)]
struct CreateUploadSession {
    #[graph(rename = "@microsoft.graph.conflictBehavior")]
    conflict_behavior: Option<String>,
}

/// A file in a drive.
#[graph_resource(path = "/drives/{drive_id}/items")]
#[derive(Debug)]
struct DriveItem {
    #[graph(key)]
    id: String,
    name: Option<String>,
    size: Option<i64>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(token) = env::var("GRAPH_TOKEN") {
        let client = Client::builder().token(token).build()?;
        let mut arguments = env::args().skip(1);
        let (Some(drive), Some(file)) = (arguments.next(), arguments.next()) else {
            return Err("say into which drive, and which file: `-- DRIVE FILE`".into());
        };
        let file = Path::new(&file);
        let journal = file.with_extension("upload");
        upload(&client, &drive, file, &journal, Retry::default()).await?;
        return Ok(());
    }
    let folder = env::temp_dir().join(format!("upload_file-{}", std::process::id()));
    fs::create_dir_all(&folder).await?;
    let (file, journal) = (folder.join("image.vhdx"), folder.join("upload.journal"));
    write_file(&file).await?;
    let result = against_an_emulator(&file, &journal).await;
    fs::remove_dir_all(&folder).await?;
    result
}

async fn against_an_emulator(file: &Path, journal: &Path) -> Result<(), Box<dyn Error>> {
    let expected = fs::read(file).await?;
    let emulator = Emulator::builder()
        .serve_uploads(
            "/drives/{drive_id}/items/{folder_id}:/{file_name}:/createUploadSession",
            move |upload| {
                if upload.content() != &expected {
                    return CallAnswer::error(409, "nameAlreadyExists", "It is another file.");
                }
                let (id, name) = ("01X", upload.in_path("file_name"));
                CallAnswer::json(json!({ "id": id, "name": name, "size": expected.len() }))
            },
        )
        .start()?;
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()?;

    println!("The first run ends when the service is not available, after a few fragments:");
    let unavailable = Fault::status(503);
    emulator.inject(unavailable, When::next(1).after(4).method("PUT"))?;
    let Err(error) = upload(&client, "b!1", file, journal, Retry::never()).await else {
        return Err("the upload has not noticed the fault".into());
    };
    println!("  {error}");
    let error: &graph_resource::Error = error.downcast_ref().ok_or("another error")?;
    assert_eq!(error.kind(), ErrorKind::Service);
    // The session is still there, and the journal says where it is.
    assert!(journal.exists());
    assert_eq!(emulator.open_uploads(), 1);
    let sent_at_first = fragments(&emulator).len();
    assert_eq!(sent_at_first, 5);

    println!("The second run goes on, as another process would, and a connection is lost:");
    emulator.clear_faults();
    let lost = Fault::hang_up().after_execution();
    emulator.inject(lost, When::next(1).after(2).method("PUT"))?;
    let short = Duration::from_millis(1);
    let retry = Retry::default().backoff(short, short);
    let item = upload(&client, "b!1", file, journal, retry).await?;
    println!("  {item:?}");
    assert_eq!(item.size, i64::try_from(SIZE).ok());
    assert!(!journal.exists());
    assert_eq!(emulator.open_uploads(), 0);

    // Ten fragments are the file. Of the first run, the refused one was sent again; what was executed before its answer was lost, was not.
    let fragments = fragments(&emulator);
    println!("{} fragments: {fragments:#?}", fragments.len());
    assert_eq!(fragments.len(), 11);
    // The URL of the session is the secret. The token stays with the service.
    for request in emulator.requests() {
        let has_token = request.header("authorization").is_some();
        assert_ne!(has_token, request.is_elsewhere());
    }
    Ok(())
}

/// Uploads a file into the root of a drive, and shows how far it is.
async fn upload(
    client: &Client,
    drive: &str,
    file: &Path,
    journal: &Path,
    retry: Retry,
) -> Result<DriveItem, Box<dyn Error>> {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let begin = CreateUploadSession::call(drive, "root", &*name).conflict_behavior("replace");
    let source = File::open(file).await?;
    let line = ProgressStyle::with_template("  {bar:40} {bytes} of {total_bytes}, {elapsed}")?;
    let bar = ProgressBar::new(SIZE).with_style(line);
    let uploaded = Upload::new(begin, source)
        .with_fragment_size(5 * MIB)
        .with_journal(journal)
        .with_retry(retry)
        .send_with_progress(client, |sent, total| {
            bar.set_length(total);
            bar.set_position(sent);
        })
        .await;
    // The bar of an upload that has failed stays where it is.
    bar.abandon();
    Ok(uploaded?.item()?)
}

/// Returns the ranges of the fragments that the service was sent.
fn fragments(emulator: &Emulator) -> Vec<String> {
    let requests = emulator.requests();
    let ranges = requests
        .iter()
        .filter_map(|each| each.header("content-range"));
    ranges.map(str::to_owned).collect()
}

/// Writes a file in which no two fragments are alike.
async fn write_file(path: &Path) -> std::io::Result<()> {
    let mut file = BufWriter::new(File::create(path).await?);
    let mut left = SIZE;
    let mut block = vec![0; 64 << 10];
    while left > 0 {
        let length = usize::try_from(left).map_or(block.len(), |left| left.min(block.len()));
        block[..8].copy_from_slice(&left.to_le_bytes());
        file.write_all(&block[..length]).await?;
        left -= length as u64;
    }
    file.flush().await
}
