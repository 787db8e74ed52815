//! Actions, of which the documentation of concepts has some.

use graph_resource::graph_action;
use serde_json::Value;

use super::{Row, row};

#[graph_action(path = "/me/drive/items/{item_id}/copy")]
pub struct Copy {
    pub parent_reference: Value,
    pub name: String,
}

#[graph_action(path = "/me/messages/{message_id}/attachments/createUploadSession", returns = Value)]
pub struct CreateUploadSessionOfMessage {
    #[graph(rename = "AttachmentItem")]
    pub attachment_item: Value,
}

#[graph_action(path = "/me/events/{event_id}/attachments/createUploadSession", returns = Value)]
pub struct CreateUploadSessionOfEvent {
    #[graph(rename = "AttachmentItem")]
    pub attachment_item: Value,
}

/// The documentation writes the switch as a text.
#[graph_action(path = "/me/sendMail")]
pub struct SendMail {
    pub message: Value,
    pub save_to_sent_items: String,
}

#[graph_action(path = "/me/translateExchangeIds", returns = Value)]
pub struct TranslateExchangeIds {
    pub input_ids: Vec<String>,
    pub target_id_type: String,
    pub source_id_type: String,
}

#[graph_action(path = "/subscriptions/{subscription_id}/reauthorize")]
pub struct Reauthorize {}

pub(super) fn rows() -> Vec<Row> {
    vec![
        row("/me/drive/items/{key1}/copy", &[], |values| {
            let (parent, name) = (values.json("parentReference"), values.body_text("name"));
            Copy::call(values.key(1), parent, name)
        }),
        row(
            "/me/messages/{key1}/attachments/createUploadSession",
            &[],
            |values| {
                let item = values.json("AttachmentItem");
                CreateUploadSessionOfMessage::call(values.key(1), item)
            },
        ),
        row(
            "/me/events/{key1}/attachments/createUploadSession",
            &[],
            |values| {
                let item = values.json("AttachmentItem");
                CreateUploadSessionOfEvent::call(values.key(1), item)
            },
        ),
        row("/me/sendMail", &[], |values| {
            SendMail::call(values.json("message"), values.body_text("saveToSentItems"))
        }),
        row("/me/translateExchangeIds", &[], |values| {
            let ids = values.json("inputIds");
            let ids = ids.as_array().into_iter().flatten();
            TranslateExchangeIds::call(
                ids.filter_map(Value::as_str),
                values.body_text("targetIdType"),
                values.body_text("sourceIdType"),
            )
        }),
        row("/subscriptions/{key1}/reauthorize", &[], |values| {
            Reauthorize::call(values.key(1))
        }),
    ]
}
