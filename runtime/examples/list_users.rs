//! Lists the enabled users of a domain, page by page, against an embedded emulator.

use std::error::Error;

use graph_resource::{Client, graph_resource};
use graph_resource_emulator::Emulator;
use serde_json::json;

/// A user, with what this program needs to know.
#[graph_resource(path = "/users", advanced_queries)]
#[derive(Debug)]
struct User {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
    mail: Option<String>,
    account_enabled: Option<bool>,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let emulator = service()?;
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()?;

    let mut users = User::list()
        .filter(
            User::ACCOUNT_ENABLED
                .eq(true)
                .and(User::MAIL.ends_with("@contoso.com")),
        )
        .order_by(User::DISPLAY_NAME)
        .top(3)
        .pages(&client);
    while let Some(user) = users.next().await? {
        let name = user.display_name.unwrap_or_default();
        println!("{name:<16} {}", user.mail.unwrap_or_default());
    }
    println!(
        "{} users in {} requests",
        users.total_count().unwrap_or_default(),
        emulator.requests().len()
    );

    let found = User::list()
        .search(User::DISPLAY_NAME.matches("adele"))
        .collect_up_to(1, &client)
        .await?;
    println!("the first of those who are called Adele: {:?}", found.items);
    Ok(())
}

/// A service with ten users, of whom every third cannot sign in.
fn service() -> Result<Emulator, Box<dyn Error>> {
    let emulator = Emulator::builder().serve::<User>().start()?;
    let names = [
        "Adele Vance",
        "Alex Wilber",
        "Diego Siciliani",
        "Grady Archie",
        "Henrietta Mueller",
        "Isaiah Langer",
        "Johanna Lorenz",
        "Joni Sherman",
        "Lee Gu",
        "Adele Gu",
    ];
    for (number, name) in names.iter().enumerate() {
        let mail = format!("{}@contoso.com", name.replace(' ', ".").to_lowercase());
        let user = json!({ "displayName": name, "mail": mail, "accountEnabled": number % 3 != 2 });
        emulator.insert("/users", user)?;
    }
    Ok(emulator)
}
