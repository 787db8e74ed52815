//! The delivery of a response: at once and as a whole, or with the delays and the ending of a fault.

use std::io;
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Response};
use http_body_util::channel::{Channel, Sender};
use http_body_util::{Either, Full};

use crate::clock::Clock;

/// The times at which a response is sent, and the point at which it ends. By default, it is sent at once and as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Delivery {
    /// The time of the [clock](Clock::elapsed) at which the response begins.
    pub(crate) begins_at: Duration,
    /// The time at which the second half of the body follows.
    pub(crate) continues_at: Duration,
    pub(crate) ending: Ending,
    /// Resets the connection, where it ends, instead of closing it.
    pub(crate) resets: bool,
}

impl Delivery {
    /// Returns whether there is a response, whole or not.
    pub(crate) fn has_response(&self) -> bool {
        self.ending != Ending::BeforeResponse
    }
}

/// The point at which the connection ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Ending {
    /// The response is complete, and the connection remains open.
    #[default]
    Complete,
    /// Before the response begins.
    BeforeResponse,
    /// In the middle of the body.
    MidBody,
    /// Before the last byte that `Content-Length` announces.
    BeforeLastByte,
}

/// A complete body, or one that is sent in two halves.
pub(super) type Body = Either<Full<Bytes>, Channel<Bytes, io::Error>>;

/// The real time for the sent bytes to reach the wire before the connection ends.
const FLUSH_TIME: Duration = Duration::from_millis(2);

/// Waits until the response begins, and returns it, or the error that closes the connection.
pub(super) async fn deliver(
    response: Response<Bytes>,
    delivery: Delivery,
    clock: &Clock,
) -> io::Result<Response<Body>> {
    clock.sleep_until(delivery.begins_at).await;
    match delivery.ending {
        Ending::BeforeResponse => Err(connection_ended()),
        Ending::Complete if delivery.continues_at <= delivery.begins_at => {
            Ok(response.map(|body| Either::Left(Full::new(body))))
        }
        _ => Ok(in_halves(response, delivery, clock.clone())),
    }
}

fn in_halves(response: Response<Bytes>, delivery: Delivery, clock: Clock) -> Response<Body> {
    let (mut head, body) = response.into_parts();
    let surplus = usize::from(delivery.ending == Ending::BeforeLastByte);
    let length = HeaderValue::from(body.len() + surplus);
    head.headers.insert(CONTENT_LENGTH, length);
    let (sender, channel) = Channel::new(1);
    tokio::spawn(send_halves(body, delivery, sender, clock));
    Response::from_parts(head, Either::Right(channel))
}

async fn send_halves(
    mut body: Bytes,
    delivery: Delivery,
    mut sender: Sender<Bytes, io::Error>,
    clock: Clock,
) {
    let second_half = body.split_off(body.len() / 2);
    // Sending fails if the client has closed the connection, which ends the response as well.
    let _ = sender.send_data(body).await;
    clock.sleep_until(delivery.continues_at).await;
    if delivery.ending != Ending::MidBody {
        let _ = sender.send_data(second_half).await;
    }
    if delivery.ending != Ending::Complete {
        tokio::time::sleep(FLUSH_TIME).await;
        sender.abort(connection_ended());
    }
}

fn connection_ended() -> io::Error {
    io::Error::other("a fault ends the connection")
}
