use async_nats::jetstream::Context;
use async_nats::jetstream::context::{PublishError, PublishErrorKind};
use async_nats::jetstream::message::PublishMessage;
use bytes::Bytes;

/// Publishes a message, and returns `false` if there is one with this subject, which NATS itself finds out.
pub(crate) async fn publish_once(
    context: &Context,
    subject: String,
    payload: Bytes,
) -> Result<bool, PublishError> {
    let message = PublishMessage::build()
        .payload(payload)
        .expected_last_subject_sequence(0);
    let published = match context.send_publish(subject, message).await {
        Ok(stored) => stored.await,
        Err(error) => Err(error),
    };
    match published {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == PublishErrorKind::WrongLastSequence => Ok(false),
        Err(error) => Err(error),
    }
}
