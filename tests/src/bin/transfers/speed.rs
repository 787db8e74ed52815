//! The time of a transfer, compared with a loop by hand over the same HTTP client.

use std::future::Future;
use std::path::Path;
use std::time::{Duration, Instant};

use graph_resource::{Client, Upload};
use graph_resource_emulator::Emulator;
use tokio::fs::File;
use tokio::io::{AsyncReadExt, AsyncWriteExt};

use crate::file::{
    CONTENT, CreateUploadSession, DriveItem, TemporaryFile, client, content, service,
};
use crate::{FRAGMENT, Result};

pub(crate) async fn run(length: usize, rounds: usize) -> Result<()> {
    let content: &'static [u8] = content(length).leak();
    let emulator = service(content)?;
    let source = TemporaryFile::new("source");
    std::fs::write(&source.0, content)?;
    let target = TemporaryFile::new("target");
    let client = client(emulator.url())?;
    let by_hand = reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .build()?;

    let ours = async || upload(&client, &source.0, None).await;
    let theirs = async || upload_by_hand(&by_hand, &emulator, &source.0, length).await;
    compare("upload", length, rounds, &emulator, ours, theirs).await?;
    let journal = source.0.with_extension("journal");
    let ours = async || upload(&client, &source.0, Some(&journal)).await;
    let theirs = async || upload_by_hand(&by_hand, &emulator, &source.0, length).await;
    let kind = "upload with a journal, by hand without";
    compare(kind, length, rounds, &emulator, ours, theirs).await?;
    let ours = async || download(&client, &target.0).await;
    let theirs = async || download_by_hand(&by_hand, &emulator, &target.0).await;
    compare("download", length, rounds, &emulator, ours, theirs).await
}

/// Lets both take turns, and prints the medians.
async fn compare<A, B>(
    kind: &str,
    length: usize,
    rounds: usize,
    emulator: &Emulator,
    ours: impl Fn() -> A,
    by_hand: impl Fn() -> B,
) -> Result<()>
where
    A: Future<Output = Result<()>>,
    B: Future<Output = Result<()>>,
{
    let (mut times, mut ratios) = ([Vec::new(), Vec::new()], Vec::new());
    for _ in 0..rounds {
        let begin = Instant::now();
        ours().await?;
        let own = begin.elapsed();
        emulator.clear_requests();
        let begin = Instant::now();
        by_hand().await?;
        let other = begin.elapsed();
        emulator.clear_requests();
        ratios.push(other.div_duration_f64(own));
        times[0].push(own);
        times[1].push(other);
    }
    ratios.sort_by(f64::total_cmp);
    let megabytes = f64::from(u32::try_from(length / 1_000_000)?);
    let rate = |times: &mut Vec<Duration>| {
        times.sort();
        megabytes / times[times.len() / 2].as_secs_f64()
    };
    let [own, other] = times.each_mut().map(rate);
    println!(
        "{kind}: {own:.0} MB/s, by hand {other:.0} MB/s; {:.2} of its throughput (median of {rounds} rounds, {:.2} to {:.2})",
        ratios[rounds / 2],
        ratios[0],
        ratios[rounds - 1],
    );
    Ok(())
}

async fn upload(client: &Client, path: &Path, journal: Option<&Path>) -> Result<()> {
    let begin = CreateUploadSession::call("d", "f");
    let upload = Upload::new(begin, File::open(path).await?).with_fragment_size(FRAGMENT);
    let upload = match journal {
        Some(journal) => upload.with_journal(journal),
        None => upload,
    };
    let uploaded = upload.send(client).await?;
    let item: DriveItem = uploaded.item()?;
    same(item.name.as_deref())
}

async fn upload_by_hand(
    client: &reqwest::Client,
    emulator: &Emulator,
    path: &Path,
    length: usize,
) -> Result<()> {
    let url = format!(
        "{}/v1.0/drives/d/items/f/createUploadSession",
        emulator.url()
    );
    let session = client.post(url).bearer_auth("token").send().await?;
    let session: serde_json::Value = serde_json::from_slice(&session.bytes().await?)?;
    let url = session["uploadUrl"].as_str().ok_or("there is no URL")?;
    let mut file = File::open(path).await?;
    let mut start = 0;
    loop {
        let size = usize::try_from(FRAGMENT)?.min(length - start);
        let mut fragment = vec![0; size];
        file.read_exact(&mut fragment).await?;
        let range = format!("bytes {start}-{}/{length}", start + size - 1);
        let request = client.put(url).header("content-range", range);
        let response = request.body(fragment).send().await?.error_for_status()?;
        let body = response.bytes().await?;
        start += size;
        if start == length {
            let item: serde_json::Value = serde_json::from_slice(&body)?;
            return same(item["name"].as_str());
        }
    }
}

async fn download(client: &Client, path: &Path) -> Result<()> {
    let mut file = File::create(path).await?;
    let content = DriveItem::content("d", "f").send(client).await?;
    content.copy_to(&mut file).await?;
    Ok(())
}

async fn download_by_hand(
    client: &reqwest::Client,
    emulator: &Emulator,
    path: &Path,
) -> Result<()> {
    let mut file = File::create(path).await?;
    let url = format!("{}/v1.0{CONTENT}", emulator.url());
    let redirect = client.get(url).bearer_auth("token").send().await?;
    let location = redirect.headers()["location"].to_str()?;
    let mut response = client.get(location).send().await?.error_for_status()?;
    while let Some(piece) = response.chunk().await? {
        file.write_all(&piece).await?;
    }
    file.flush().await?;
    Ok(())
}

fn same(name: Option<&str>) -> Result<()> {
    match name {
        Some("same") => Ok(()),
        name => Err(format!("what arrived is {name:?}").into()),
    }
}
