use std::sync::Arc;
use std::time::Duration;

use async_nats::jetstream::consumer::pull::{self, OrderedConfig};
use async_nats::jetstream::consumer::{AckPolicy, DeliverPolicy, PullConsumer};
use async_nats::jetstream::kv;
use async_nats::jetstream::stream::{Config, DiscardPolicy, RetentionPolicy, Stream as NatsStream};
use async_nats::jetstream::{self, Context, Message};
use futures_util::{Stream, StreamExt, TryStreamExt};
use graph_resource::{Client, SharedPace};

use crate::error::Error;
use crate::job::Job;
use crate::marks::Marks;
use crate::names::{Names, check_tag, text_of};
use crate::once::publish_once;
use crate::outcome::{Outcome, read};
use crate::pace::NatsPace;
use crate::worker::{Engine, Worker};

/// Requests to Microsoft Graph as work for any number of processes, which share the budget of a tenant.
///
/// A fleet is in NATS: a stream of jobs, a stream of their outcomes, and two buckets, all with the name of the fleet. NATS must be of
/// version 2.9 or newer, and started with JetStream.
#[derive(Debug, Clone)]
pub struct Fleet {
    context: Context,
    names: Names,
    jobs: NatsStream<()>,
    outcomes: NatsStream<()>,
    consumer: PullConsumer,
    pace: kv::Store,
    sent: kv::Store,
}

/// The settings with which a [`Fleet`] is opened: see [`Fleet::builder`].
#[derive(Debug, Clone)]
#[must_use = "nothing is created before `open` is called"]
pub struct FleetBuilder {
    name: String,
    replicas: usize,
    redeliver_after: Duration,
    keep_outcomes: Duration,
}

/// The numbers of jobs that were [submitted](Fleet::submit).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Submitted {
    /// The number of jobs that are waiting now.
    pub new: u64,
    /// The number of jobs with a tag that another one has, which waits or is on its way.
    pub known: u64,
}

/// The number of jobs that are submitted at a time.
const SUBMITTED_AT_A_TIME: usize = 256;

/// The name of the consumer that all workers share.
const WORKERS: &str = "workers";

impl FleetBuilder {
    /// Sets the number of servers of NATS that keep the fleet. The default is 1.
    pub const fn replicas(mut self, servers: usize) -> Self {
        self.replicas = servers;
        self
    }

    /// Sets the time after which the jobs of a worker go to another one if nothing is heard of it. The default is 30 seconds.
    pub const fn redeliver_after(mut self, time: Duration) -> Self {
        self.redeliver_after = time;
        self
    }

    /// Sets how long outcomes are kept, and with them the memory of tags that have been used. By default, they are kept until someone removes them.
    pub const fn keep_outcomes(mut self, time: Duration) -> Self {
        self.keep_outcomes = time;
        self
    }

    /// Opens the fleet, and creates in NATS what is not there yet. What is there keeps its settings.
    ///
    /// # Errors
    ///
    /// A name that cannot be one in NATS, and failures of NATS.
    pub async fn open(self, nats: async_nats::Client) -> Result<Fleet, Error> {
        let names = Names::new(&self.name)?;
        let context = jetstream::new(nats);
        let jobs = Config {
            name: names.jobs_stream(),
            subjects: vec![names.jobs()],
            retention: RetentionPolicy::WorkQueue,
            ..self.stream()
        };
        let outcomes = Config {
            name: names.outcomes_stream(),
            subjects: vec![names.outcomes()],
            max_age: self.keep_outcomes,
            allow_direct: true,
            ..self.stream()
        };
        let buckets = [names.pace_bucket(), names.sent_bucket()];
        let [pace, sent] = buckets.each_ref().map(|name| self.bucket(name));
        for stream in [jobs, outcomes, pace, sent] {
            let created = context.get_or_create_stream(stream).await;
            created.map_err(Error::at("creating a stream of the fleet"))?;
        }
        let bucket = async |name| {
            let bucket = context.get_key_value(name).await;
            bucket.map_err(Error::at("finding a bucket of the fleet"))
        };
        let [pace, sent] = buckets;
        let stream = async |name| {
            let stream = context.get_stream_no_info(name).await;
            stream.map_err(Error::at("finding a stream of the fleet"))
        };
        let jobs = stream(names.jobs_stream()).await?;
        let consumer = pull::Config {
            durable_name: Some(WORKERS.to_owned()),
            ack_policy: AckPolicy::Explicit,
            ack_wait: self.redeliver_after,
            max_ack_pending: -1,
            ..pull::Config::default()
        };
        let consumer = jobs.get_or_create_consumer(WORKERS, consumer).await;
        Ok(Fleet {
            outcomes: stream(names.outcomes_stream()).await?,
            consumer: consumer.map_err(Error::at("creating the consumer of the fleet"))?,
            names,
            jobs,
            pace: bucket(pace).await?,
            sent: bucket(sent).await?,
            context,
        })
    }

    /// Returns the stream that is a bucket with the last value of each key, as of NATS's architecture decision 8, "JetStream based
    /// Key-Value Stores". The client's own function for it cannot read the answers of version 2.9.
    fn bucket(&self, name: &str) -> Config {
        Config {
            name: format!("KV_{name}"),
            subjects: vec![format!("$KV.{name}.>")],
            max_messages_per_subject: 1,
            discard: DiscardPolicy::New,
            allow_rollup: true,
            deny_delete: true,
            allow_direct: true,
            ..self.stream()
        }
    }

    fn stream(&self) -> Config {
        Config {
            num_replicas: self.replicas,
            ..Config::default()
        }
    }
}

impl Fleet {
    /// Returns a builder of the fleet with this name, of up to 64 letters, digits, hyphens and underscores.
    pub fn builder(name: impl Into<String>) -> FleetBuilder {
        FleetBuilder {
            name: name.into(),
            replicas: 1,
            redeliver_after: Duration::from_secs(30),
            keep_outcomes: Duration::ZERO,
        }
    }

    /// Submits jobs, and returns when NATS has stored all of them.
    ///
    /// It can be called again with the same jobs, such as after it was interrupted: none is done twice.
    ///
    /// # Errors
    ///
    /// A tag of a wrong length, a request that is larger than a message of NATS may be, and failures of NATS. The jobs before it, and some
    /// after it, may be waiting then.
    pub async fn submit<S>(&self, jobs: S) -> Result<Submitted, Error>
    where
        S: Stream<Item = Job>,
    {
        let submissions = jobs.map(|job| self.submit_one(job));
        let submissions = submissions.buffer_unordered(SUBMITTED_AT_A_TIME);
        let count = |mut submitted: Submitted, is_new| {
            if is_new {
                submitted.new += 1;
            } else {
                submitted.known += 1;
            }
            std::future::ready(Ok(submitted))
        };
        submissions.try_fold(Submitted::default(), count).await
    }

    /// Submits a job. Returns `false` if its tag is known.
    async fn submit_one(&self, job: Job) -> Result<bool, Error> {
        check_tag(job.tag())?;
        let payload = serde_json::to_vec(&job).map_err(Error::at("writing a job"))?;
        let published = publish_once(&self.context, self.names.job(job.tag()), payload.into());
        published.await.map_err(Error::at("submitting a job"))
    }

    /// Returns the number of jobs that have no outcome yet.
    ///
    /// # Errors
    ///
    /// Failures of NATS.
    pub async fn backlog(&self) -> Result<u64, Error> {
        let info = self.jobs.get_info().await;
        let info = info.map_err(Error::at("asking for the backlog"))?;
        Ok(info.state.messages)
    }

    /// Creates a worker that sends with this client.
    ///
    /// # Errors
    ///
    /// Failures of NATS.
    pub async fn worker(&self, client: &Client) -> Result<Worker, Error> {
        let pace = self.shared_pace().await?;
        Ok(Worker {
            engine: Engine {
                nats: self.context.client(),
                context: self.context.clone(),
                names: self.names.clone(),
                outcomes: self.outcomes.clone(),
                marks: Marks::new(self.sent.clone()),
            },
            consumer: self.consumer.clone(),
            client: client.clone(),
            pace: Some(pace),
            jobs: 400,
        })
    }

    /// Returns what the workers are told by a service that throttles, for a [`Bulk`](graph_resource::Bulk) that shares their budget and is
    /// no worker.
    ///
    /// # Errors
    ///
    /// Failures of NATS.
    pub async fn shared_pace(&self) -> Result<Arc<dyn SharedPace>, Error> {
        Ok(Arc::new(NatsPace::open(self.pace.clone()).await?))
    }

    /// Returns the outcomes after one of them, or all for 0, in the order in which they were stored. The stream waits for more, and does not
    /// end.
    ///
    /// # Errors
    ///
    /// Failures of NATS. An outcome that cannot be read is an error of its own, after which others follow.
    pub async fn outcomes_after(
        &self,
        sequence: u64,
    ) -> Result<impl Stream<Item = Result<Outcome, Error>> + Unpin + use<>, Error> {
        let config = OrderedConfig {
            deliver_policy: DeliverPolicy::ByStartSequence {
                start_sequence: sequence.saturating_add(1),
            },
            ..OrderedConfig::default()
        };
        let consumer = self.outcomes.create_consumer(config).await;
        let consumer = consumer.map_err(Error::at("reading the outcomes"))?;
        let messages = consumer.messages().await;
        let messages = messages.map_err(Error::at("reading the outcomes"))?;
        Ok(messages.map(|message| outcome_of(&message.map_err(Error::at("reading an outcome"))?)))
    }
}

fn outcome_of(message: &Message) -> Result<Outcome, Error> {
    let info = message.info().map_err(Error::at("reading an outcome"))?;
    let key = message.subject.rsplit('.').next().unwrap_or_default();
    let tag = text_of(key).ok_or_else(|| Error::new("the subject of an outcome has no tag"))?;
    Ok(Outcome {
        tag,
        sequence: info.stream_sequence,
        result: read(&message.payload).map_err(Error::at("reading an outcome"))?,
    })
}
