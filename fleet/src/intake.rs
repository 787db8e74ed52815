use std::sync::Arc;
use std::time::Duration;

use async_nats::jetstream::Message;
use async_nats::jetstream::consumer::PullConsumer;
use futures_util::{Stream, StreamExt, stream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::Error;

/// A job as NATS delivers it, with its place among those that a worker may have in hand.
#[derive(Debug)]
pub(crate) struct Delivery {
    pub(crate) message: Message,
    pub(crate) place: OwnedSemaphorePermit,
}

/// The number of messages that are asked for at a time.
const AT_A_TIME: usize = 200;

/// How long NATS keeps a request for messages open.
const EXPIRES: Duration = Duration::from_secs(5);

/// Returns the jobs that NATS delivers, as far as there are places.
///
/// No message is asked for without a place: it would wait unseen, until NATS gives it to another worker.
pub(crate) fn deliveries(
    consumer: PullConsumer,
    places: Arc<Semaphore>,
) -> impl Stream<Item = Result<Delivery, Error>> {
    let batches = stream::try_unfold((consumer, places), |(consumer, places)| async move {
        let first = Arc::clone(&places).acquire_owned().await;
        let mut reserved = first.map_err(Error::at("reserving a place for a job"))?;
        let more = places.available_permits().min(AT_A_TIME - 1);
        let more = u32::try_from(more).unwrap_or(0);
        if let Ok(more) = Arc::clone(&places).try_acquire_many_owned(more) {
            reserved.merge(more);
        }
        let batch = consumer
            .batch()
            .max_messages(reserved.num_permits())
            .expires(EXPIRES)
            .messages()
            .await
            .map_err(Error::at("asking for jobs"))?;
        let deliveries = batch.scan(reserved, |reserved, message| {
            let place = reserved.split(1);
            let delivery = place.map(|place| match message {
                Ok(message) => Ok(Delivery { message, place }),
                Err(error) => Err(Error::at("receiving a job")(error)),
            });
            std::future::ready(delivery)
        });
        Ok::<_, Error>(Some((deliveries, (consumer, places))))
    });
    batches.flat_map(|batch| match batch {
        Ok(deliveries) => deliveries.boxed(),
        Err(error) => stream::iter([Err(error)]).boxed(),
    })
}
