use std::collections::HashMap;
use std::fmt::{self, Display};
use std::future::Future;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use async_nats::jetstream::consumer::PullConsumer;
use async_nats::jetstream::stream::{DirectGetErrorKind, Stream as NatsStream};
use async_nats::jetstream::{AckKind, Context};
use async_nats::subject::Subject;
use bytes::Bytes;
use futures_util::stream::{self, FuturesUnordered};
use futures_util::{FutureExt, StreamExt};
use graph_resource::{Bulk, BulkItem, Client, ErrorKind, SharedPace, StoredRequest};
use http::{Response, StatusCode};
use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{MissedTickBehavior, interval, sleep};

use crate::error::Error;
use crate::intake::{Delivery, deliveries};
use crate::job::Job;
use crate::marks::Marks;
use crate::names::{Names, check_tag};
use crate::once::publish_once;
use crate::outcome::{Failure, write};

/// A process, or a part of one, that sends the requests of a [`Fleet`](crate::Fleet): see [`Fleet::worker`](crate::Fleet::worker).
///
/// A job is done when the service has answered it, its outcome is stored, and then NATS has been told. So if a worker dies, others get
/// what it had in hand, after the time that [`FleetBuilder::redeliver_after`](crate::FleetBuilder::redeliver_after) says. A request that
/// may be executed twice is then sent again. One that may not, such as a create, and that the dead worker has sent,
/// has an [unknown outcome](crate::Failure::is_unknown_outcome), and is not sent again.
///
/// A request that the service did not execute for a reason that passes, such as a network that is down, is given back, and comes again later.
/// After the fifth time, it has failed.
#[must_use = "nothing is sent before `run_until` is called"]
pub struct Worker {
    pub(crate) engine: Engine,
    pub(crate) consumer: PullConsumer,
    pub(crate) client: Client,
    pub(crate) pace: Option<Arc<dyn SharedPace>>,
    pub(crate) jobs: usize,
}

/// The part of a worker that speaks with NATS about single jobs.
#[derive(Clone)]
pub(crate) struct Engine {
    pub(crate) nats: async_nats::Client,
    pub(crate) context: Context,
    pub(crate) names: Names,
    pub(crate) outcomes: NatsStream<()>,
    pub(crate) marks: Marks,
}

/// What a worker has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Done {
    /// The number of jobs that the service has acknowledged.
    pub acknowledged: u64,
    /// The number of jobs that have failed, those with unknown outcomes included.
    pub failed: u64,
    /// The number of jobs that were given back, to come again later or to another worker.
    pub given_back: u64,
}

/// The number of times that a job is delivered before a failure that may pass is its outcome.
const MAX_DELIVERIES: i64 = 5;

/// The time after which a job comes again that was given back.
const AGAIN_AFTER: Duration = Duration::from_secs(1);

/// The number of attempts to store an outcome, and the time between them.
const STORE: (u32, Duration) = (5, Duration::from_secs(1));

/// A job in hand.
struct Held {
    tag: String,
    reply: Subject,
    delivered: i64,
    /// Free for another job when this one is done.
    _place: OwnedSemaphorePermit,
}

impl Held {
    fn settlement(&self, sequence: u64, stored: Option<Stored>, settled: Settled) -> Settlement {
        Settlement {
            sequence,
            tag: self.tag.clone(),
            reply: self.reply.clone(),
            stored,
            settled,
        }
    }
}

/// The tag of a job within a run: its place in the stream of jobs, and its tag.
struct InHand {
    sequence: u64,
    tag: String,
}

impl Display for InHand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.tag)
    }
}

/// What is to be done with a job that has been delivered.
enum Admitted {
    Send(Job),
    /// It has an outcome.
    Known,
    /// It is none.
    Refused(Failure),
}

/// What has been done with a job.
enum Settled {
    Acknowledged,
    Failed,
    GivenBack,
    Known,
}

/// The result of a job, as it is stored.
type Stored = Result<Response<Bytes>, Failure>;

impl Worker {
    /// Sets the number of jobs that the worker has in hand at a time. The default is 400. Zero counts as one.
    ///
    /// What a worker has in hand waits for it when the service throttles, and comes to others late if it dies.
    pub fn with_jobs_in_hand(mut self, jobs: usize) -> Self {
        self.jobs = jobs.clamp(1, Semaphore::MAX_PERMITS);
        self
    }

    /// Keeps to itself what the service says of its budget, and does not listen to the other workers.
    pub fn without_shared_pace(mut self) -> Self {
        self.pace = None;
        self
    }

    /// Sends requests until a future is ready. What is on its way then is awaited, and the rest is given back.
    ///
    /// # Errors
    ///
    /// Failures of NATS that last. The jobs in hand come to other workers after a while. If the client gets no access token, they do so at
    /// once.
    pub async fn run_until(self, end: impl Future) -> Result<Done, Error> {
        // It is large, with a run and all of its jobs in it.
        Box::pin(self.run(end)).await
    }

    async fn run(self, end: impl Future) -> Result<Done, Error> {
        let Self {
            engine,
            consumer,
            client,
            pace,
            jobs,
        } = self;
        let beat = consumer.cached_info().config.ack_wait / 3;
        let mut beat = interval(beat.max(Duration::from_millis(10)));
        beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut deliveries = pin!(deliveries(consumer, Arc::new(Semaphore::new(jobs))));
        let mut end = pin!(end.fuse());

        let (items, received) = unbounded_channel::<BulkItem<InHand, StoredRequest>>();
        let received = stream::unfold(received, |mut received| async {
            Some((received.recv().await?, received))
        });
        let mut bulk = Bulk::new(&client)
            .with_window(jobs)
            .with_custom_journal(engine.marks.clone());
        if let Some(pace) = pace {
            bulk = bulk.with_shared_pace(pace);
        }
        let mut outcomes = bulk.send_stream(received);

        let settle = {
            let engine = engine.clone();
            move |settlement| engine.clone().settle(settlement)
        };
        let mut hand = Hand {
            engine,
            items,
            held: HashMap::new(),
            done: Done::default(),
        };
        let mut admissions = FuturesUnordered::new();
        let mut settlements = FuturesUnordered::new();
        let mut is_ending = false;
        let mut failure = None;
        loop {
            tokio::select! {
                () = (&mut end).map(drop), if !is_ending => {
                    is_ending = true;
                    outcomes.stop();
                }
                _ = beat.tick() => hand.keep().await?,
                delivery = deliveries.next(), if !is_ending => {
                    if let Some(delivery) = hand.take(delivery)? {
                        let engine = hand.engine.clone();
                        admissions.push(async move { engine.admit(delivery).await });
                    }
                }
                Some(admitted) = admissions.next() => {
                    let (sequence, admitted) = admitted?;
                    let settlement = hand.admitted(sequence, admitted);
                    settlements.extend(settlement.map(&settle));
                }
                outcome = outcomes.next() => {
                    let Some((in_hand, outcome)) = outcome else {
                        break;
                    };
                    if let Err(error) = &outcome
                        && matches!(error.kind(), ErrorKind::Credential | ErrorKind::Journal)
                        && failure.is_none()
                    {
                        let message = error.to_string();
                        failure = Some(Error::at("sending the requests of jobs")(message));
                        is_ending = true;
                        outcomes.stop();
                    }
                    let settlement = hand.answered(in_hand.sequence, outcome);
                    settlements.extend(settlement.map(&settle));
                }
                Some(settled) = settlements.next() => hand.settled(settled?),
            }
        }
        while let Some(settled) = settlements.next().await {
            hand.settled(settled?);
        }
        hand.give_rest_back().await?;
        failure.map_or(Ok(hand.done), Err)
    }
}

impl fmt::Debug for Worker {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Worker")
            .field("jobs", &self.jobs)
            .finish_non_exhaustive()
    }
}

/// The jobs that a worker has in hand, by their places in the stream of jobs.
struct Hand {
    engine: Engine,
    items: UnboundedSender<BulkItem<InHand, StoredRequest>>,
    held: HashMap<u64, Held>,
    done: Done,
}

/// What is still to be done for a job: to store its outcome if there is one, and to tell NATS.
struct Settlement {
    sequence: u64,
    tag: String,
    reply: Subject,
    stored: Option<Stored>,
    settled: Settled,
}

impl Hand {
    /// Takes a delivery. Returns its place in the stream, its number and its payload, unless the worker has the job in hand already.
    fn take(
        &mut self,
        delivery: Option<Result<Delivery, Error>>,
    ) -> Result<Option<(u64, i64, Bytes)>, Error> {
        let Some(delivery) = delivery else {
            return Err(Error::new("NATS delivers no more jobs"));
        };
        let Delivery { message, place } = delivery?;
        let info = message.info().map_err(Error::at("reading a delivery"))?;
        let (sequence, delivered) = (info.stream_sequence, info.delivered);
        let reply = message.reply.clone();
        let reply = reply.ok_or_else(|| Error::new("NATS expects no answer to a delivery"))?;
        if let Some(held) = self.held.get_mut(&sequence) {
            held.reply = reply;
            return Ok(None);
        }
        let held = Held {
            tag: String::new(),
            reply,
            delivered,
            _place: place,
        };
        self.held.insert(sequence, held);
        Ok(Some((sequence, delivered, message.message.payload)))
    }

    /// Sends a job, or settles it if there is nothing to send.
    fn admitted(
        &mut self,
        sequence: u64,
        (tag, admitted): (String, Admitted),
    ) -> Option<Settlement> {
        let held = self.held.get_mut(&sequence)?;
        held.tag.clone_from(&tag);
        let (stored, settled) = match admitted {
            Admitted::Send(job) => {
                // The run has ended if it is received by no one: then the job is given back.
                let _ = self.items.send(job.into_item(InHand { sequence, tag }));
                return None;
            }
            Admitted::Known => (None, Settled::Known),
            Admitted::Refused(failure) => (Some(Err(failure)), Settled::Failed),
        };
        Some(held.settlement(sequence, stored, settled))
    }

    /// Settles a job that has an outcome in this run.
    fn answered(
        &mut self,
        sequence: u64,
        outcome: Result<Response<Bytes>, graph_resource::Error>,
    ) -> Option<Settlement> {
        let held = self.held.get(&sequence)?;
        let (stored, settled) = match outcome {
            Ok(answer) => (Some(Ok(answer)), Settled::Acknowledged),
            Err(error) if self.is_given_back(held, &error) => (None, Settled::GivenBack),
            Err(error) => (Some(Err(Failure::from(&error))), Settled::Failed),
        };
        Some(held.settlement(sequence, stored, settled))
    }

    /// Returns whether a failed job is to be sent again later.
    fn is_given_back(&self, held: &Held, error: &graph_resource::Error) -> bool {
        // The worker is at fault, and not the job.
        if matches!(error.kind(), ErrorKind::Credential | ErrorKind::Journal) {
            return true;
        }
        let passes = match (error.kind(), error.status()) {
            (ErrorKind::Transport | ErrorKind::Timeout, _) => true,
            (ErrorKind::Service, Some(status)) => {
                status.is_server_error() && status != StatusCode::NOT_IMPLEMENTED
                    || status == StatusCode::TOO_MANY_REQUESTS
                    || status == StatusCode::REQUEST_TIMEOUT
            }
            _ => false,
        };
        let may_repeat = !self.engine.marks.has(&held.tag);
        passes && may_repeat && held.delivered < MAX_DELIVERIES
    }

    fn settled(&mut self, (sequence, settled): (u64, Settled)) {
        self.held.remove(&sequence);
        match settled {
            Settled::Acknowledged => self.done.acknowledged += 1,
            Settled::Failed => self.done.failed += 1,
            Settled::GivenBack => self.done.given_back += 1,
            Settled::Known => {}
        }
    }

    /// Tells NATS that the worker still has its jobs in hand.
    async fn keep(&self) -> Result<(), Error> {
        for held in self.held.values() {
            self.engine.tell(&held.reply, AckKind::Progress).await?;
        }
        Ok(())
    }

    /// Gives all back that is in hand.
    async fn give_rest_back(&mut self) -> Result<(), Error> {
        for held in self.held.values() {
            self.engine.tell(&held.reply, AckKind::Nak(None)).await?;
            self.done.given_back += 1;
        }
        self.held.clear();
        let flushed = self.engine.nats.flush().await;
        flushed.map_err(Error::at("giving jobs back"))
    }
}

impl Engine {
    /// Finds out what is to be done with a job.
    async fn admit(
        &self,
        (sequence, delivered, payload): (u64, i64, Bytes),
    ) -> Result<(u64, (String, Admitted)), Error> {
        let job = serde_json::from_slice::<Job>(&payload);
        let job = job.map_err(|error| error.to_string()).and_then(|job| {
            check_tag(job.tag()).map_err(|error| error.to_string())?;
            Ok(job)
        });
        let job = match job {
            Ok(job) => job,
            Err(error) => {
                let tag = format!("#{sequence}");
                let failure = Failure::of_job(format!("the message is no job: {error}"));
                return Ok((sequence, (tag, Admitted::Refused(failure))));
            }
        };
        let tag = job.tag().to_owned();
        if self.has_outcome(&tag).await? {
            return Ok((sequence, (tag, Admitted::Known)));
        }
        if delivered > 1 {
            self.marks.look_up(&tag).await?;
        }
        Ok((sequence, (tag, Admitted::Send(job))))
    }

    async fn has_outcome(&self, tag: &str) -> Result<bool, Error> {
        let outcome = self
            .outcomes
            .direct_get_last_for_subject(self.names.outcome(tag));
        match outcome.await {
            Ok(_) => Ok(true),
            Err(error) if error.kind() == DirectGetErrorKind::NotFound => Ok(false),
            Err(error) => Err(Error::at("reading the outcome of a job")(error)),
        }
    }

    /// Stores the outcome of a job if there is one, and then tells NATS about the job.
    async fn settle(self, settlement: Settlement) -> Result<(u64, Settled), Error> {
        let Settlement {
            sequence,
            tag,
            reply,
            stored,
            settled,
        } = settlement;
        if let Some(stored) = &stored {
            self.store(&tag, stored).await?;
        }
        if let Settled::GivenBack = settled {
            self.marks.forget(&tag);
            // Another time, and perhaps by another worker.
            self.tell(&reply, AckKind::Nak(Some(AGAIN_AFTER))).await?;
        } else {
            let answer = self.nats.request(reply, AckKind::Ack.into()).await;
            answer.map_err(Error::at("acknowledging a job"))?;
            self.marks.remove(&tag).await?;
        }
        Ok((sequence, settled))
    }

    /// Stores an outcome, unless the job has one.
    async fn store(&self, tag: &str, stored: &Stored) -> Result<(), Error> {
        let payload = write(stored).map_err(Error::at("writing an outcome"))?;
        let mut attempt = 1;
        loop {
            let subject = self.names.outcome(tag);
            match publish_once(&self.context, subject, payload.clone()).await {
                Ok(_) => return Ok(()),
                Err(error) if attempt == STORE.0 => {
                    return Err(Error::at("storing an outcome")(error));
                }
                Err(_) => sleep(STORE.1).await,
            }
            attempt += 1;
        }
    }

    async fn tell(&self, reply: &Subject, what: AckKind) -> Result<(), Error> {
        let told = self.nats.publish(reply.clone(), what.into()).await;
        told.map_err(Error::at("telling NATS about a job"))
    }
}
