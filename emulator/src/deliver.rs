//! How an answer goes over the connection: at once, or with what a fault does to it.

use std::io;
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Response};
use http_body_util::channel::{Channel, Sender};
use http_body_util::{Either, Full};

use crate::fault::{Delivery, Ending};

/// A whole body, or one that arrives in two parts, if it does.
pub(crate) type Body = Either<Full<Bytes>, Channel<Bytes, io::Error>>;

/// How long what is sent has for getting onto the wire before the connection ends.
const FLUSH: Duration = Duration::from_millis(2);

/// The answer for the wire, or the error that closes the connection.
pub(crate) async fn deliver(
    response: Response<Bytes>,
    delivery: Delivery,
) -> io::Result<Response<Body>> {
    if !delivery.delay.is_zero() {
        tokio::time::sleep(delivery.delay).await;
    }
    match delivery.ending {
        Ending::Nothing => Err(broken()),
        Ending::Whole if delivery.stall.is_zero() => {
            Ok(response.map(|body| Either::Left(Full::new(body))))
        }
        _ => Ok(in_parts(response, delivery)),
    }
}

fn in_parts(response: Response<Bytes>, delivery: Delivery) -> Response<Body> {
    let (mut head, body) = response.into_parts();
    let surplus = usize::from(delivery.ending == Ending::TooShort);
    let length = HeaderValue::from(body.len() + surplus);
    head.headers.insert(CONTENT_LENGTH, length);
    let (sender, channel) = Channel::new(1);
    tokio::spawn(send(body, delivery, sender));
    Response::from_parts(head, Either::Right(channel))
}

async fn send(mut body: Bytes, delivery: Delivery, mut sender: Sender<Bytes, io::Error>) {
    let rest = body.split_off(body.len() / 2);
    // A client that has hung up is not listening any more.
    let _ = sender.send_data(body).await;
    tokio::time::sleep(delivery.stall).await;
    if delivery.ending != Ending::CutOff {
        let _ = sender.send_data(rest).await;
    }
    if delivery.ending != Ending::Whole {
        tokio::time::sleep(FLUSH).await;
        sender.abort(broken());
    }
}

fn broken() -> io::Error {
    io::Error::other("a fault ends the connection")
}
