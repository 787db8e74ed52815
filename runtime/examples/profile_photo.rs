//! Sends the photo of a user, reads it into a file, and reads it again only if it has changed.
//!
//! ```console
//! cargo run --example profile_photo                           # an embedded emulator answers
//! GRAPH_TOKEN=… cargo run --example profile_photo -- USER     # READS the photo of a user, with the permission User.Read.All
//! ```

use std::env;
use std::error::Error;
use std::path::{Path, PathBuf};

use graph_resource::{Client, graph_resource};
use graph_resource_emulator::Emulator;
use tokio::fs::{self, File};

/// The photo of a user. `content` is the name of the function for its bytes.
#[graph_resource(
    path = "/users/{user_id}/photo",
    operations(get),
    media(content = "$value")
)]
#[derive(Debug)]
struct ProfilePhoto {
    width: Option<i32>,
    height: Option<i32>,
}

/// A photo in a file, and the entity tag by which the service knows which one it is.
#[derive(Debug)]
struct Copy {
    file: PathBuf,
    etag: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let file = env::temp_dir().join(format!("profile_photo-{}.jpg", std::process::id()));
    if let Ok(token) = env::var("GRAPH_TOKEN") {
        let client = Client::builder().token(token).build()?;
        let user = env::args().nth(1).ok_or("say whose photo: `-- USER`")?;
        let mut copy = Copy { file, etag: None };
        refresh(&client, &user, &mut copy).await?;
        return Ok(());
    }
    let emulator = Emulator::builder()
        .serve_content("/users/{user_id}/photo/$value")
        .start()?;
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()?;

    let first = picture(1);
    set(&client, "ada", first.clone()).await?;
    let mut copy = Copy { file, etag: None };
    assert!(refresh(&client, "ada", &mut copy).await?);
    assert_eq!(fs::read(&copy.file).await?, first);

    // Nothing has changed: the service answers `304`, without the photo.
    assert!(!refresh(&client, "ada", &mut copy).await?);
    let last = emulator.requests().pop().ok_or("nothing was sent")?;
    assert_eq!(last.response().status(), 304);
    assert!(last.response().body().is_empty());

    let second = picture(2);
    set(&client, "ada", second.clone()).await?;
    assert!(refresh(&client, "ada", &mut copy).await?);
    assert_eq!(fs::read(&copy.file).await?, second);

    fs::remove_file(&copy.file).await?;
    Ok(())
}

/// Replaces the photo of a user.
async fn set(client: &Client, user: &str, jpeg: Vec<u8>) -> Result<(), graph_resource::Error> {
    println!("{} bytes are sent", jpeg.len());
    ProfilePhoto::content(user)
        .set("image/jpeg", jpeg)
        .send(client)
        .await?;
    Ok(())
}

/// Brings a copy up to date. Returns whether there was anything to do.
async fn refresh(client: &Client, user: &str, copy: &mut Copy) -> Result<bool, Box<dyn Error>> {
    let content = ProfilePhoto::content(user);
    let photo = match &copy.etag {
        Some(etag) => content.if_changed(etag).send(client).await?,
        None => Some(content.send(client).await?),
    };
    let Some(photo) = photo else {
        println!("the photo of {user} has not changed");
        return Ok(false);
    };
    let etag = photo.etag().map(str::to_owned);
    let length = store(photo, &copy.file).await?;
    copy.etag = etag;
    println!("{length} bytes are in {}", copy.file.display());
    Ok(true)
}

/// Writes a content into another file, which then replaces the old one: a download that breaks off leaves no half of a photo.
async fn store(photo: graph_resource::Download, file: &Path) -> Result<u64, Box<dyn Error>> {
    let new = file.with_extension("new");
    let mut written = File::create(&new).await?;
    let length = photo.copy_to(&mut written).await?;
    written.sync_all().await?;
    fs::rename(new, file).await?;
    Ok(length)
}

/// Returns what stands for a picture: the first bytes of a JPEG, and others after them.
fn picture(seed: u8) -> Vec<u8> {
    let rest = (0..100_000_u32).map(|at| at.to_le_bytes()[0].wrapping_mul(seed));
    [0xff, 0xd8, 0xff].into_iter().chain(rest).collect()
}
