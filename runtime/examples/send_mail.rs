//! Sends a message twice: as JSON, of which only what was set is sent, and as MIME, which another library may have written.
//!
//! ```console
//! cargo run --example send_mail                               # an embedded emulator answers
//! GRAPH_TOKEN=… cargo run --example send_mail -- FROM TO      # SENDS two messages, with the permission Mail.Send
//! ```

use std::env;
use std::error::Error;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use graph_resource::{Client, graph_action, graph_complex, graph_enum, graph_resource};
use graph_resource_emulator::{CallAnswer, Emulator, ReceivedCall};
use http::Method;

/// A message, with what this program writes.
#[graph_resource(path = "/users/{user_id}/messages", emit_type = "never")]
struct Message {
    #[graph(key)]
    id: String,
    subject: Option<String>,
    body: Option<ItemBody>,
    to_recipients: Vec<Recipient>,
}

/// The text of a message.
#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct ItemBody {
    content_type: BodyType,
    content: String,
}

/// The format of a text.
#[graph_enum]
enum BodyType {
    Text,
    Html,
    #[graph(unknown)]
    Unknown(String),
}

/// One who receives a message.
#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct Recipient {
    email_address: EmailAddress,
}

/// An address, without the name that may be shown instead.
#[graph_complex]
#[derive(Debug, Clone, PartialEq)]
struct EmailAddress {
    address: String,
}

/// Sends a message.
#[graph_action(path = "/users/{user_id}/sendMail")]
struct SendMail {
    message: MessagePatch,
    save_to_sent_items: Option<bool>,
}

/// Sends a message in MIME format, encoded in base64.
#[graph_action(path = "/users/{user_id}/sendMail", content_type = "text/plain")]
struct SendMime {
    mime: Bytes,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    if let Ok(token) = env::var("GRAPH_TOKEN") {
        let client = Client::builder().token(token).build()?;
        let mut arguments = env::args().skip(1);
        let (Some(from), Some(to)) = (arguments.next(), arguments.next()) else {
            return Err("say who sends and who receives: `-- FROM TO`".into());
        };
        return send(&client, &from, &to).await;
    }
    let path = "/users/{user_id}/sendMail";
    let emulator = Emulator::builder()
        .answer(Method::POST, path, accept)
        .start()?;
    let client = Client::builder()
        .base_url(emulator.url())
        .token("any")
        .build()?;
    send(&client, "ada@contoso.com", "bob@contoso.com").await?;

    let requests = emulator.requests();
    assert_eq!(requests.len(), 2);
    let json = requests[0].json().ok_or("the first body is not JSON")?;
    assert_eq!(json["message"]["body"]["contentType"], "text");
    assert_eq!(json["saveToSentItems"], false);
    assert_eq!(requests[1].header("content-type"), Some("text/plain"));
    assert_eq!(
        STANDARD.decode(requests[1].body())?,
        mime("ada@contoso.com", "bob@contoso.com").as_bytes()
    );
    for request in &requests {
        let body = String::from_utf8_lossy(request.body());
        println!("{} {}\n{body}\n", request.method(), request.path());
    }
    Ok(())
}

/// Sends both messages.
async fn send(client: &Client, from: &str, to: &str) -> Result<(), Box<dyn Error>> {
    let to_bob = Recipient {
        email_address: EmailAddress { address: to.into() },
    };
    let text = ItemBody {
        content_type: BodyType::Text,
        content: "At one?".into(),
    };
    let message = MessagePatch::default()
        .subject("Lunch")
        .body(text)
        .to_recipients([to_bob]);
    SendMail::call(from, message)
        .save_to_sent_items(false)
        .send(client)
        .await?;

    // A send is never repeated if it may have been executed, so nobody gets a message twice.
    let encoded = STANDARD.encode(mime(from, to));
    SendMime::call(from, encoded).send(client).await?;
    println!("{to} has two messages of {from}\n");
    Ok(())
}

/// Writes a message as "Internet Message Format" (RFC 5322) says.
fn mime(from: &str, to: &str) -> String {
    let headers = format!("From: {from}\r\nTo: {to}\r\nSubject: Dinner\r\nMIME-Version: 1.0\r\n");
    format!("{headers}Content-Type: text/plain; charset=utf-8\r\n\r\nAt eight?\r\n")
}

/// Answers as the service does, which refuses a message without a recipient.
fn accept(call: &ReceivedCall<'_>) -> CallAnswer {
    let json = call.json();
    let is_json = json.is_object();
    let has_recipient = json["message"]["toRecipients"][0].is_object();
    if is_json && !has_recipient {
        return CallAnswer::error(400, "ErrorInvalidRecipients", "There is no recipient.");
    }
    CallAnswer::no_content()
}
