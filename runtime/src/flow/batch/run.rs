use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;

use super::plan::{Plan, Planned, Step};
use super::pushed::Pushed;
use crate::client::{Answered, Client, Item, Verdict};
use crate::endpoint::Endpoint;
use crate::error::Error;
use crate::flow::envelope::{Carried, envelope_of, exchange, mailbox};
use crate::transport::BoxFuture;

/// The number of batches that are on their way at a time.
const MAX_IN_FLIGHT: usize = 4;

/// The sending of a batch, of whose requests each has an item until it is answered.
pub(super) struct Run {
    client: Client,
    plan: Plan,
    items: Vec<Option<Item>>,
    answers: Vec<Option<Result<Box<Answered>, Error>>>,
}

/// Something that the run has waited for.
enum Event {
    Arrived(Vec<(Carried<usize>, Verdict)>),
    /// The wait of a request is over.
    Resumed(usize),
    /// The service may accept requests of a part that was throttled.
    Reopened,
}

impl Run {
    /// Prepares the requests. Those that cannot be sent have an error from here on.
    pub(super) fn new(requests: &[Pushed<'_>], client: &Client) -> Self {
        let prepare = |each: &Pushed<'_>| {
            let template = each.request.template();
            Item::new(each.build(client.endpoint()), template, client)
        };
        let prepared: Vec<_> = requests.iter().map(prepare).collect();
        let plan = plan(requests, &prepared);
        let mut run = Self {
            client: client.clone(),
            plan,
            answers: prepared.iter().map(|_| None).collect(),
            items: Vec::new(),
        };
        let mut errors = Vec::new();
        for (index, item) in prepared.into_iter().enumerate() {
            run.items.push(match item {
                Ok(item) => Some(item),
                Err(error) => {
                    errors.push((index, error));
                    None
                }
            });
        }
        for (index, error) in errors {
            run.fail(index, error);
        }
        run
    }

    pub(super) async fn answers(mut self) -> Vec<Option<Result<Box<Answered>, Error>>> {
        let mut events = FuturesUnordered::new();
        let mut in_flight = 0;
        loop {
            while in_flight < MAX_IN_FLIGHT
                && let Some(batch) = self.next_batch()
            {
                in_flight += 1;
                let client = self.client.clone();
                let arrived = async move { Event::Arrived(exchange(&client, batch).await) };
                events.push(Box::pin(arrived) as BoxFuture<'static, Event>);
            }
            if events.is_empty()
                && let Some(wait) = self.closed_for()
            {
                events.push(after(wait, Event::Reopened));
            }
            match events.next().await {
                Some(Event::Arrived(batch)) => {
                    in_flight -= 1;
                    self.plan.arrived(batch.iter().map(|(each, _)| each.tag));
                    for (each, verdict) in batch {
                        if let Some((index, wait)) = self.settle(each, verdict) {
                            events.push(after(wait, Event::Resumed(index)));
                        }
                    }
                }
                Some(Event::Resumed(index)) => self.plan.resumed(index),
                Some(Event::Reopened) => {}
                None => return self.answers,
            }
        }
    }

    fn next_batch(&mut self) -> Option<Vec<Carried<usize>>> {
        let (items, client) = (&self.items, &self.client);
        let is_open = |index: usize| closed_for(items[index].as_ref(), client).is_none();
        let planned = self.plan.next(is_open)?;
        let carry = |(tag, after): Planned| {
            let item = self.items[tag].take()?;
            Some(Carried { item, after, tag })
        };
        Some(planned.into_iter().filter_map(carry).collect())
    }

    /// Returns how long the service wants all requests to wait that could be sent.
    fn closed_for(&self) -> Option<Duration> {
        let ready = self.plan.ready();
        ready
            .filter_map(|index| closed_for(self.items[index].as_ref(), &self.client))
            .min()
    }

    /// Notes what follows for a request. Returns how long it waits, if it is sent again.
    fn settle(&mut self, each: Carried<usize>, verdict: Verdict) -> Option<(usize, Duration)> {
        let index = each.tag;
        let open = self.plan.open_dependencies(index);
        let cause = open
            .iter()
            .find_map(|cause| self.answers[*cause].as_ref()?.as_ref().err());
        let is_open = !open.is_empty();
        match verdict {
            Verdict::Done(Ok(answer)) => {
                self.answers[index] = Some(Ok(answer));
                self.plan.succeeded(index);
                None
            }
            Verdict::Again { wait, .. } => {
                if let Some(cause) = cause {
                    // It cannot be executed any more, whatever has become of it so far.
                    let error = each.item.dependency_failed(None, cause);
                    self.fail(index, error);
                    return None;
                }
                self.items[index] = Some(each.item);
                self.plan.postponed(index);
                Some((index, wait))
            }
            Verdict::Done(Err(error)) if error.is_failed_dependency() => {
                if let Some(cause) = cause {
                    let error = each.item.dependency_failed(Some(error), cause);
                    self.fail(index, error);
                } else if is_open {
                    // What it depends on is sent again, and takes it along.
                    self.items[index] = Some(each.item);
                    self.plan.postponed(index);
                } else {
                    self.fail(index, error);
                }
                None
            }
            Verdict::Done(Err(error)) => {
                self.fail(index, error);
                None
            }
        }
    }

    /// Notes that a request has failed, and with it those that depend on it.
    fn fail(&mut self, index: usize, error: Error) {
        self.answers[index] = Some(Err(error));
        for (child, cause) in self.plan.failed(index) {
            let Some(Err(cause)) = &self.answers[cause] else {
                continue;
            };
            if let Some(item) = self.items[child].take() {
                self.answers[child] = Some(Err(item.dependency_failed(None, cause)));
            }
        }
    }
}

fn plan(requests: &[Pushed<'_>], items: &[Result<Item, Error>]) -> Plan {
    let mut versions: Vec<&str> = Vec::new();
    let mut mailboxes: Vec<&str> = Vec::new();
    let steps = requests.iter().zip(items).map(|(each, item)| {
        let item = item.as_ref().ok();
        let version = item.map_or(0, |item| number(&mut versions, item.root()));
        let lane = item
            .and_then(mailbox)
            .map(|name| number(&mut mailboxes, name));
        Step::new(each.after.clone(), version, lane)
    });
    Plan::new(steps.collect())
}

/// Returns the number of a text, which is a new one if the text is.
fn number<'a>(texts: &mut Vec<&'a str>, text: &'a str) -> usize {
    texts
        .iter()
        .position(|other| *other == text)
        .unwrap_or_else(|| {
            texts.push(text);
            texts.len() - 1
        })
}

/// Returns how long the service wants a request to wait, since it has throttled another one.
fn closed_for(item: Option<&Item>, client: &Client) -> Option<Duration> {
    item?.closed_for(client)
}

fn after(wait: Duration, event: Event) -> BoxFuture<'static, Event> {
    Box::pin(async move {
        tokio::time::sleep(wait).await;
        event
    })
}

/// Writes the batches that are sent if all requests succeed.
pub(super) fn written(
    requests: &[Pushed<'_>],
    endpoint: &Endpoint,
) -> Result<Vec<http::Request<Bytes>>, Error> {
    let root = endpoint.uri(None, "", &[])?;
    let items = requests.iter().map(|each| {
        let template = each.request.template();
        Item::of_root(each.build(endpoint), template, &root)
    });
    let items: Vec<_> = items.collect();
    let mut plan = plan(requests, &items);
    let items: Vec<Item> = items.into_iter().collect::<Result<_, _>>()?;
    let mut written = Vec::new();
    while let Some(batch) = plan.next(|_| true) {
        let carried = batch
            .iter()
            .map(|(index, after)| (&items[*index], &**after));
        written.push(envelope_of(carried, endpoint)?);
        plan.arrived(batch.iter().map(|(index, _)| *index));
        for (index, _) in batch {
            plan.succeeded(index);
        }
    }
    Ok(written)
}
