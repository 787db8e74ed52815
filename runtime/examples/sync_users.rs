//! Keeps a copy of all users in a file, and brings it up to date by what has changed, against an embedded emulator.

use std::error::Error;
use std::fs;
use std::path::Path;

use graph_resource::{Client, Mirror, graph_resource};
use graph_resource_emulator::Emulator;
use indicatif::{ProgressBar, ProgressStyle};
use serde_json::json;

/// A user, with what this program needs to know.
#[graph_resource(path = "/users")]
#[derive(Debug)]
struct User {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let emulator = Emulator::builder().serve::<User>().page_size(2).start()?;
    for name in ["Adele", "Alex", "Diego", "Grady", "Henrietta"] {
        emulator.insert(
            "/users",
            json!({ "id": name.to_lowercase(), "displayName": name }),
        )?;
    }
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()?;
    let folder = std::env::temp_dir().join(format!("sync_users-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let file = folder.join("users.json");

    sync(&client, &file).await?;
    emulator.remove("/users/alex");
    emulator.put("/users/grady", json!({ "displayName": "Grady Archie" }))?;
    emulator.insert("/users", json!({ "id": "isaiah", "displayName": "Isaiah" }))?;
    // As another process, on another day: the file says where to go on.
    sync(&client, &file).await?;
    // The service forgets its state, and everything is read again.
    emulator.expire_delta_tokens();
    sync(&client, &file).await?;
    fs::remove_dir_all(&folder)?;
    Ok(())
}

/// Reads the file, brings the users up to date page by page, and replaces the file after each page. It can be killed at any time.
async fn sync(client: &Client, file: &Path) -> Result<(), Box<dyn Error>> {
    let mut users: Mirror<User> = match fs::read_to_string(file) {
        Ok(stored) => serde_json::from_str(&stored)?,
        Err(_) => Mirror::new(),
    };
    let line = ProgressStyle::with_template("{spinner} {pos} pages, {msg} users, {elapsed}")?;
    let progress = ProgressBar::new_spinner().with_style(line);
    let mut has_more = true;
    while has_more {
        has_more = users.sync_page(|| User::list().delta(), client).await?;
        store(&users, file)?;
        progress.set_message(users.items().len().to_string());
        progress.inc(1);
    }
    progress.finish_and_clear();
    let names = users.items().values();
    let names: Vec<_> = names
        .filter_map(|user| user.display_name.as_deref())
        .collect();
    println!(
        "{} pages, {} users: {}",
        progress.position(),
        names.len(),
        names.join(", ")
    );
    Ok(())
}

/// A rename replaces the file as a whole.
fn store(users: &Mirror<User>, file: &Path) -> Result<(), Box<dyn Error>> {
    let new = file.with_extension("new");
    fs::write(&new, serde_json::to_string(users)?)?;
    fs::rename(new, file)?;
    Ok(())
}
