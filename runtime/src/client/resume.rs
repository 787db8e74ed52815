//! Content that goes on where it broke off.

use std::io;
use std::sync::Arc;

use bytes::Bytes;
use futures_util::stream;
use http::header::{ETAG, IF_NONE_MATCH, IF_RANGE, RANGE};
use http::{HeaderValue, StatusCode};

use super::inner::Inner;
use super::retry::Retrier;
use crate::answer::ContentRange;
use crate::body::{Body, BodyError, StreamedAnswer, StreamedOnce};
use crate::error::{Error, ErrorKind};
use crate::request::Retry;
use crate::transport::{self, BoxFuture};

/// The request for a content that is read as a stream, as it was before the client completed it.
pub(super) struct ContentRequest {
    request: http::Request<Bytes>,
    template: &'static str,
}

/// An extension of a request for the rest of a content, whose stream is part of another one.
#[derive(Clone, Copy)]
struct Rest;

impl ContentRequest {
    /// Returns the request if its answer is a stream that goes on by itself.
    ///
    /// It is boxed, since few exchanges have one, and all have the place for it.
    pub(super) fn of(request: &http::Request<Bytes>, template: &'static str) -> Option<Box<Self>> {
        let extensions = request.extensions();
        let is_content = extensions.get::<StreamedAnswer>().is_some();
        (is_content && extensions.get::<Rest>().is_none()).then(|| {
            let request = request.clone();
            Box::new(Self { request, template })
        })
    }

    /// Returns the answer that an error is in truth: that nothing is left from the position on that the request asks for.
    pub(super) fn nothing_left(&self, error: &Error) -> Option<http::Response<Bytes>> {
        let (start, None) = self.asked()? else {
            return None;
        };
        let is_resumed = self.request.headers().contains_key(IF_RANGE);
        let status = error.status().filter(|_| is_resumed && start > 0)?;
        let headers = error.headers()?;
        let range = ContentRange::of(status, headers).ok()?;
        let is_at_end = status == StatusCode::RANGE_NOT_SATISFIABLE && range.start == start;
        let mut response = http::Response::new(Bytes::new());
        *response.status_mut() = status;
        response.headers_mut().clone_from(headers);
        is_at_end.then_some(response)
    }

    /// Checks that an answer has what the request asks for, and lets its stream go on where it breaks off.
    pub(super) fn watch(
        self: Box<Self>,
        inner: Arc<Inner>,
        policy: Retry,
        response: &mut http::Response<Bytes>,
    ) -> Result<(), Error> {
        if !response.status().is_success() {
            return Ok(());
        }
        let range = ContentRange::of(response.status(), response.headers())?;
        let asked = self.asked();
        ensure_asked(range, asked, response.status())?;
        let Some(body) = take_body(response) else {
            return Ok(());
        };
        let etag = response.headers().get(ETAG).cloned();
        let broken = Broken {
            inner,
            policy,
            body,
            position: range.start,
            last: asked.and_then(|(_, last)| last),
            range,
            etag: etag.filter(|etag| !etag.as_bytes().starts_with(b"W/")),
            failures: 0,
            asked: *self,
        };
        let pieces = stream::try_unfold(broken, async |mut content| {
            let piece = content.next().await?;
            Ok(piece.map(|piece| (piece, content)))
        });
        let watched = StreamedOnce::new(Body::stream(pieces));
        response.extensions_mut().insert(watched);
        Ok(())
    }

    /// Returns the positions of the first and the last byte that the request asks for.
    fn asked(&self) -> Option<(u64, Option<u64>)> {
        let range = self.request.headers().get(RANGE)?.to_str().ok()?;
        let (first, last) = range.strip_prefix("bytes=")?.split_once('-')?;
        Some((first.parse().ok()?, last.parse().ok()))
    }
}

/// A content that is read, and may break off.
struct Broken {
    inner: Arc<Inner>,
    asked: ContentRequest,
    policy: Retry,
    body: Body,
    /// The position of the next byte.
    position: u64,
    /// The position of the last byte that was asked for.
    last: Option<u64>,
    /// What the first answer said.
    range: ContentRange,
    /// The entity tag by which the rest is known to be of the same content.
    etag: Option<HeaderValue>,
    /// The failures since the last byte.
    failures: u32,
}

impl Broken {
    async fn next(&mut self) -> Result<Option<Bytes>, BodyError> {
        loop {
            let error = match self.body.next().await {
                Some(Ok(piece)) if piece.is_empty() => continue,
                Some(Ok(piece)) => {
                    self.position += piece.len() as u64;
                    if self.range.end.is_some_and(|end| self.position > end) {
                        let message = "the content is longer than the answer has said";
                        return Err(Error::new(ErrorKind::UnexpectedAnswer, message).into());
                    }
                    self.failures = 0;
                    return Ok(Some(piece));
                }
                None if self.range.end.is_none_or(|end| self.position == end) => return Ok(None),
                None => io::Error::from(io::ErrorKind::UnexpectedEof).into(),
                Some(Err(error)) => error,
            };
            let error = transport::content_error(error);
            self.body = self.rest(error).await?;
        }
    }

    /// Asks for the rest, or returns the error if it cannot be had.
    async fn rest(&mut self, error: Error) -> Result<Body, Error> {
        let Some(etag) = self.etag.clone() else {
            return Err(error);
        };
        self.failures += 1;
        if !Retrier::pause_before_resume(&self.policy, self.failures, error.retry_after()).await {
            return Err(error);
        }
        let mut response = match self.ask(etag.clone()).await {
            Ok(response) => response,
            Err(other) => return Err(other.with_source(error)),
        };
        let range = ContentRange::of(response.status(), response.headers())?;
        let is_rest = response.status() == StatusCode::PARTIAL_CONTENT
            && range.start == self.position
            && self.range.end.is_none_or(|end| range.end == Some(end))
            && range
                .total
                .is_none_or(|total| self.range.total.is_none_or(|known| known == total))
            && response
                .headers()
                .get(ETAG)
                .is_none_or(|other| *other == etag);
        let body = take_body(&mut response).filter(|_| is_rest);
        body.ok_or_else(|| {
            let message = "the content broke off, and has changed before the rest was requested";
            Error::new(ErrorKind::UnexpectedAnswer, message).with_source(error)
        })
    }

    fn ask(&self, etag: HeaderValue) -> BoxFuture<'static, Result<http::Response<Bytes>, Error>> {
        let mut request = self.asked.request.clone();
        let last = self.last.map_or_else(String::new, |last| last.to_string());
        let range = HeaderValue::try_from(format!("bytes={}-{last}", self.position));
        let headers = request.headers_mut();
        headers.remove(IF_NONE_MATCH);
        headers.insert(IF_RANGE, etag);
        if let Ok(range) = range {
            headers.insert(RANGE, range);
        }
        request.extensions_mut().insert(Rest);
        let (inner, template) = (Arc::clone(&self.inner), self.asked.template);
        Box::pin(async move { Ok(inner.exchange(request, template).await?.response) })
    }
}

/// Checks that an answer begins where the request asks for it, and does not end later.
fn ensure_asked(
    range: ContentRange,
    asked: Option<(u64, Option<u64>)>,
    status: StatusCode,
) -> Result<(), Error> {
    let is_partial = status == StatusCode::PARTIAL_CONTENT;
    let is_asked = match asked {
        // All of it is what a range from zero without an end asks for.
        Some((0, None)) if !is_partial => true,
        Some((first, last)) => {
            let ends = |last: u64| range.end.is_some_and(|end| end <= last.saturating_add(1));
            is_partial && range.start == first && last.is_none_or(ends)
        }
        None => !is_partial,
    };
    if is_asked {
        return Ok(());
    }
    let message = "the answer does not have the range of the content that was requested";
    Err(Error::new(ErrorKind::UnexpectedAnswer, message))
}

fn take_body(response: &mut http::Response<Bytes>) -> Option<Body> {
    response.extensions_mut().remove::<StreamedOnce>()?.take()
}
