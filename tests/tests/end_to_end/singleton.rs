//! A resource without a key.

use graph_resource::{ApiVersion, Client, Updated};

use crate::support::*;

#[tokio::test]
async fn it_is_there_from_the_start_and_is_updated_at_its_path() {
    let (emulator, client) = start();
    let nothing = MailboxSettings {
        time_zone: None,
        date_format: None,
    };
    assert_eq!(
        MailboxSettings::get("adele").send(&client).await.unwrap(),
        nothing
    );
    let updated = MailboxSettings::update("adele")
        .time_zone("UTC")
        .send(&client)
        .await
        .unwrap();
    assert_eq!(
        last(&emulator).1,
        r##"PATCH /v1.0/users/adele/mailboxSettings {"@odata.type":"#microsoft.graph.mailboxSettings","timeZone":"UTC"}"##
    );
    let expected = MailboxSettings {
        time_zone: Some("UTC".to_owned()),
        date_format: None,
    };
    assert_eq!(updated, Updated::Representation(expected));
}

#[tokio::test]
async fn its_version_is_that_of_the_client() {
    let (emulator, _) = start();
    let client = Client::builder()
        .base_url(emulator.url())
        .api_version(ApiVersion::Beta)
        .token("token")
        .build()
        .unwrap();
    MailboxSettings::get("adele").send(&client).await.unwrap();
    assert_eq!(
        last(&emulator).1,
        "GET /beta/users/adele/mailboxSettings?$select=timeZone,dateFormat"
    );
}
