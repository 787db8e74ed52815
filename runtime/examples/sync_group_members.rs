//! Gives a group the members that it should have: reads those that it has, and sends only the difference.
//!
//! ```console
//! cargo run --example sync_group_members                      # an embedded emulator answers
//! GRAPH_TOKEN=… cargo run --example sync_group_members -- GROUP USER…
//!                                                             # CHANGES the group, with the permission GroupMember.ReadWrite.All
//! ```

use std::env;
use std::error::Error;

use graph_resource::{Client, Linked, graph_resource};
use graph_resource_emulator::{Emulator, RecordedRequest};
use serde_json::json;

/// A user, who can be a member.
#[graph_resource(path = "/users")]
struct User {
    #[graph(key)]
    id: String,
}

/// A group. With `bind`, `Group::members` is the relationship itself.
#[graph_resource(path = "/groups")]
struct Group {
    #[graph(key)]
    id: String,
    #[graph(navigation, bind)]
    members: Option<Vec<User>>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(token) = env::var("GRAPH_TOKEN") {
        let client = Client::builder().token(token).build()?;
        let mut arguments = env::args().skip(1);
        let group = arguments
            .next()
            .ok_or("say which group, and who is in it: `-- GROUP USER…`")?;
        let users: Vec<String> = arguments.collect();
        print(&sync(&client, &group, &users).await?);
        return Ok(());
    }
    // Small pages, so that the members of even a small group come on several.
    let emulator = Emulator::builder()
        .serve::<User>()
        .serve::<Group>()
        .page_size(10)
        .start()?;
    emulator.insert("/groups", json!({ "id": "staff" }))?;
    for number in 0..60 {
        emulator.insert("/users", json!({ "id": format!("u{number:02}") }))?;
    }
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()?;

    println!("The group is empty, and gets 45 members:");
    let linked = sync(&client, "staff", &ids(0..45)).await?;
    print(&linked);
    assert_eq!(linked.added.len(), 45);
    // Twenty at a time, which is what one update can add.
    assert_eq!(sent(&emulator, "PATCH").len(), 3);

    println!("Two leave, and three join:");
    emulator.clear_requests();
    let linked = sync(&client, "staff", &ids(2..48)).await?;
    print(&linked);
    assert_eq!(linked.removed, ["u00", "u01"]);
    assert_eq!(linked.added, ["u45", "u46", "u47"]);
    assert_eq!(sent(&emulator, "GET").len(), 5);
    assert_eq!(sent(&emulator, "PATCH").len(), 1);
    assert_eq!(sent(&emulator, "DELETE").len(), 2);
    for request in emulator.requests() {
        let body = String::from_utf8_lossy(request.body());
        println!("  {:<6} {} {body}", request.method(), request.path());
    }

    println!("All is as it should be, and nothing is written:");
    emulator.clear_requests();
    let linked = sync(&client, "staff", &ids(2..48)).await?;
    print(&linked);
    assert_eq!(linked, Linked::default());
    assert_eq!(sent(&emulator, "GET").len(), emulator.requests().len());
    assert_eq!(emulator.links("/groups/staff/members").len(), 46);
    Ok(())
}

/// Sets the members of a group. If it fails in the middle, calling it again sends the rest.
async fn sync(
    client: &Client,
    group: &str,
    users: &[String],
) -> Result<Linked, graph_resource::Error> {
    let wanted = users.iter().map(|id| (id, User::get(id)));
    Group::members(group)
        .set_to(wanted)
        .with_bind()
        .send(client)
        .await
}

fn ids(numbers: std::ops::Range<u32>) -> Vec<String> {
    numbers.map(|number| format!("u{number:02}")).collect()
}

fn sent(emulator: &Emulator, method: &str) -> Vec<RecordedRequest> {
    let requests = emulator.requests().into_iter();
    requests.filter(|each| each.method() == method).collect()
}

fn print(linked: &Linked) {
    println!(
        "  {} added, {} removed",
        linked.added.len(),
        linked.removed.len()
    );
}
