use bytes::Bytes;

use super::read::Part;
use super::write::{Envelope, id};
use crate::client::{Client, Item, Verdict};
use crate::error::Error;

/// A request on its way in a batch, with whatever its sender knows it by.
pub(in crate::flow) struct Carried<T> {
    pub(in crate::flow) item: Item,
    /// The positions in the batch of the requests that this one depends on.
    pub(in crate::flow) after: Vec<usize>,
    pub(in crate::flow) tag: T,
}

/// Sends a batch, and returns what follows for each of its requests, in their order.
pub(in crate::flow) async fn exchange<T>(
    client: &Client,
    mut carried: Vec<Carried<T>>,
) -> Vec<(Carried<T>, Verdict)> {
    for each in &mut carried {
        each.item.start();
    }
    let items = carried.iter().map(|each| (&each.item, &*each.after));
    let answer = match Envelope::new(items) {
        Ok(envelope) => client.send(&envelope).await,
        Err(error) => Err(error),
    };
    match answer {
        Ok(parts) => {
            let mut answers = by_position(parts, carried.len());
            judge(carried, |position, item| {
                match answers.get_mut(position).and_then(Option::take) {
                    Some(response) => item.answered(response, client),
                    None => item.not_answered(),
                }
            })
        }
        Err(error) => judge(carried, |_, item| item.not_carried(&error, client)),
    }
}

/// Returns the answer to the request at each position. Of two with one id, the first counts.
fn by_position(parts: Vec<Part>, requests: usize) -> Vec<Option<http::Response<Bytes>>> {
    let mut answers: Vec<_> = (0..requests).map(|_| None).collect();
    for part in parts {
        let position = part.id.checked_sub(id(0));
        if let Some(answer) = position.and_then(|position| answers.get_mut(position)) {
            answer.get_or_insert(part.response);
        }
    }
    answers
}

fn judge<T>(
    carried: Vec<Carried<T>>,
    mut verdict: impl FnMut(usize, &mut Item) -> Verdict,
) -> Vec<(Carried<T>, Verdict)> {
    let judged = carried.into_iter().enumerate();
    judged
        .map(|(position, mut each)| {
            let verdict = verdict(position, &mut each.item);
            (each, verdict)
        })
        .collect()
}

impl Verdict {
    /// Returns the error, if the request failed, for good or for now.
    pub(in crate::flow) const fn error(&self) -> Option<&Error> {
        match self {
            Self::Done(Ok(_)) => None,
            Self::Done(Err(error)) | Self::Again { error, .. } => Some(error),
        }
    }
}
