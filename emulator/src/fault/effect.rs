use std::time::{Duration, SystemTime};

use bytes::Bytes;
use http::header::{DATE, HeaderName, RETRY_AFTER};
use http::{Response, StatusCode};

use crate::http::delivery::{Delivery, Ending};
use crate::http::response::{empty, set_header};

use super::definition::{Base, Fault};

/// The status in the log of a response that was never sent: "no response", as nginx logs it.
const NO_RESPONSE: u16 = 444;

impl Fault {
    /// Returns whether a request that encounters the fault is executed.
    pub(crate) const fn executes_request(&self) -> bool {
        self.executes
    }

    /// Returns the response of the fault, given that of an executed request.
    ///
    /// `error` creates Graph's response for a status.
    pub(crate) fn response(
        &self,
        executed: Option<Response<Bytes>>,
        error: impl FnOnce(StatusCode) -> Response<Bytes>,
    ) -> Response<Bytes> {
        let mut response = match self.base {
            Base::Status(status) => of_status(status, error),
            Base::Answer | Base::HangUp => executed.unwrap_or_else(no_response),
        };
        if let Some(body) = &self.body {
            body.apply(&mut response);
        }
        if let Some(etag) = &self.etag {
            etag.apply(&mut response);
        }
        if let Some(damage) = self.damage {
            damage.apply(&mut response);
        }
        response
    }

    /// Sets the headers of the fault, in a response that has all others.
    ///
    /// `window_remaining` is the time until the [budget](crate::When::over) is renewed.
    pub(crate) fn set_headers(
        &self,
        response: &mut Response<Bytes>,
        window_remaining: Option<Duration>,
    ) {
        let clock_date = date(response);
        for (name, value) in &self.headers {
            if let Ok(name) = HeaderName::try_from(name) {
                set_header(response, name, value);
            }
        }
        let date = date(response).or(clock_date);
        let retry_after = self.retry_after.as_ref();
        if let Some(value) = retry_after.and_then(|wait| wait.header_value(date, window_remaining))
        {
            set_header(response, RETRY_AFTER, &value);
        }
    }

    /// Returns how the response is sent to a request that was received at this time of the clock.
    pub(crate) fn delivery(&self, response: &Response<Bytes>, received_at: Duration) -> Delivery {
        // A response without a body has no middle: it is delayed or lost as a whole.
        let is_empty = response.body().is_empty();
        let begins_at = received_at.saturating_add(self.delay);
        let continues_at = begins_at.saturating_add(self.stall);
        let ending = match self.ending {
            _ if self.base == Base::HangUp => Ending::BeforeResponse,
            Ending::MidBody | Ending::BeforeLastByte if is_empty => Ending::BeforeResponse,
            ending => ending,
        };
        Delivery {
            begins_at: if is_empty { continues_at } else { begins_at },
            continues_at,
            ending,
            resets: self.resets,
        }
    }
}

fn of_status(status: u16, error: impl FnOnce(StatusCode) -> Response<Bytes>) -> Response<Bytes> {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if status.as_u16() < 400 {
        empty(status)
    } else {
        error(status)
    }
}

fn no_response() -> Response<Bytes> {
    empty(StatusCode::from_u16(NO_RESPONSE).unwrap_or_default())
}

/// Returns the date of the response, if it is valid.
fn date(response: &Response<Bytes>) -> Option<SystemTime> {
    let date = response.headers().get(DATE)?.to_str().ok()?;
    httpdate::parse_http_date(date).ok()
}
