use std::error::Error as _;

use graph_resource::{Client, Created, Error, graph_resource};
use graph_resource_emulator::Emulator;
use serde_json::json;
use tracing_subscriber::util::SubscriberInitExt;

use crate::output::Output;

const TOKEN: &str = "eyJhbGciOiJub25lIn0.hunter2";
const PASSWORD: &str = "correct-horse-battery-staple";

#[graph_resource(path = "/accounts")]
#[derive(Clone, PartialEq)]
struct Account {
    #[graph(key)]
    id: String,
    name: Option<String>,
    #[graph(sensitive)]
    password: Option<String>,
}

/// One of everything that a client does, well and badly. What it says of it is collected.
async fn run(client: &Client, said: &mut Vec<String>) -> Result<(), Error> {
    let create = Account::create().name("adele").password(PASSWORD);
    said.push(format!("{create:?}"));
    let Created::Representation(account) = create.send(client).await? else {
        panic!("the emulator answers with what it made")
    };
    let page = Account::list().send_with_response(client).await?;
    said.push(format!("{:?}", page.headers()));
    let update = Account::update(&account.id).password(format!("{PASSWORD}-2"));
    said.push(format!("{update:?}"));
    said.push(format!(
        "{:?}",
        update.send_with_response(client).await?.headers()
    ));
    Account::get(&account.id).send(client).await?;
    let stale = Account::update(&account.id)
        .password(format!("{PASSWORD}-3"))
        .with_if_match("W/\"stale\"");
    let refused = [
        stale.send(client).await.unwrap_err(),
        Account::update("nobody")
            .password(PASSWORD)
            .send(client)
            .await
            .unwrap_err(),
        Account::update(&account.id).send(client).await.unwrap_err(),
    ];
    Account::delete(&account.id).send(client).await?;
    for error in refused {
        said.push(format!("{error} {error:?} {error:#?} {:?}", error.source()));
    }
    Ok(())
}

#[tokio::test]
async fn neither_the_token_nor_a_sensitive_property_is_in_any_output_of_a_full_run() {
    let emulator = Emulator::builder().serve::<Account>().start().unwrap();
    emulator
        .insert(
            "/accounts",
            json!({ "name": "megan", "password": PASSWORD }),
        )
        .unwrap();
    let output = Output::default();
    // Of all threads, so that those of the HTTP client are heard as well.
    output.subscriber().init();

    let builder = Client::builder().base_url(emulator.url()).token(TOKEN);
    let mut said = vec![format!("{builder:?}")];
    let client = builder.build().unwrap();
    said.push(format!("{client:?}"));
    run(&client, &mut said).await.unwrap();
    said.push(output.text());

    assert!(output.ended("request").len() >= 7, "{}", output.text());
    assert_eq!(emulator.requests()[0].json().unwrap()["password"], PASSWORD);
    for text in said {
        assert!(!text.contains(TOKEN), "{text}");
        assert!(!text.contains(PASSWORD), "{text}");
    }
}
