//! Updates 5,000 device images from a CSV file, against an embedded emulator that throttles. Kill it, and start it again with `--resume`:
//! it goes on where it was.

use std::env;
use std::error::Error;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use graph_resource::{Bulk, Client, Progress, graph_resource};
use graph_resource_emulator::{Emulator, RateLimit, UpdateAnswer};
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

const HELP: &str = "\
Updates Cloud PC device images from a CSV file, with the columns `id` and `version`.

    cargo run --example bulk_update [-- [--resume] [FILE]]

Without FILE, it makes one with 5,000 images. With --resume, it goes on with what an earlier run has left.
";

const IMAGES: &str = "/deviceManagement/virtualEndpoint/deviceImages";

/// A device image, with what this program changes.
#[graph_resource(
    path = "/deviceManagement/virtualEndpoint/deviceImages",
    version = "beta"
)]
#[derive(Debug)]
struct CloudPcDeviceImage {
    #[graph(key)]
    id: String,
    version: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let (mut resume, mut file) = (false, None);
    for argument in env::args().skip(1) {
        match argument.as_str() {
            "--resume" => resume = true,
            "--help" | "-h" => {
                print!("{HELP}");
                return Ok(());
            }
            name => file = Some(PathBuf::from(name)),
        }
    }
    let file = match file {
        Some(file) => file,
        None => make_file(&env::temp_dir().join("bulk_update.csv"))?,
    };
    let journal = file.with_extension("journal");
    if !resume {
        remove(&journal)?;
    }

    let emulator = start(&file)?;
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()?;
    let bar = ProgressBar::new(0).with_style(ProgressStyle::with_template(
        "{bar:40} {pos} of {len}, {msg}",
    )?);
    // The rows are read as there is room for them: the file can be of any size.
    let mut rows = csv::Reader::from_path(&file)?;
    let rows = rows.records().filter_map(|row| {
        let row = row.inspect_err(|error| eprintln!("{error}")).ok()?;
        let (id, version) = (row.get(0)?.to_owned(), row.get(1)?.to_owned());
        let update = CloudPcDeviceImage::update(&id).version(version);
        Some((id, update))
    });
    let mut outcomes = Bulk::new(&client).with_journal(&journal)?.send(rows);
    bar.set_length(count(&file)?);
    while let Some((id, outcome)) = outcomes.next().await {
        show(&bar, outcomes.progress());
        if let Err(error) = outcome {
            bar.println(format!("{id}: {error}"));
        }
    }
    bar.finish_and_clear();
    let Progress {
        done,
        failed,
        repeated,
        ..
    } = outcomes.progress();
    println!("{done} images are updated, {failed} have failed, {repeated} requests were repeated");
    remove(&journal)?;
    Ok(())
}

fn show(bar: &ProgressBar, progress: Progress) {
    bar.set_position(progress.done + progress.failed);
    bar.set_message(format!(
        "{} failed, {} repeated, {:.0} in a second",
        progress.failed, progress.repeated, progress.rate
    ));
}

/// Starts a service with the images of the file, which accepts 2,000 requests in a second.
fn start(file: &Path) -> Result<Emulator, Box<dyn Error>> {
    let emulator = Emulator::builder()
        .serve::<CloudPcDeviceImage>()
        .update_answers(UpdateAnswer::NoContent)
        .rate_limit(RateLimit::new(2_000, Duration::from_secs(1)))
        .start()?;
    for row in csv::Reader::from_path(file)?.records() {
        let row = row?;
        emulator.insert(IMAGES, json!({ "id": row.get(0) }))?;
    }
    Ok(emulator)
}

fn make_file(file: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let mut rows = csv::Writer::from_path(file)?;
    rows.write_record(["id", "version"])?;
    for number in 0..5_000 {
        rows.write_record([format!("image-{number}"), "24H2".to_owned()])?;
    }
    rows.flush()?;
    Ok(file.to_owned())
}

fn count(file: &Path) -> Result<u64, Box<dyn Error>> {
    let rows = csv::Reader::from_path(file)?.into_records().count();
    Ok(u64::try_from(rows)?)
}

fn remove(file: &Path) -> std::io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
