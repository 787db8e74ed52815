use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;

use crate::http::delivery::Ending;

use super::body::{Damage, Replacement};
use super::etag::EtagChange;
use super::retry_after::RetryAfter;

/// A failure that requests encounter, as the real service or something in front of it may cause it.
///
/// A fault is a value. A constructor ([`status`](Self::status), [`answer`](Self::answer), [`hang_up`](Self::hang_up) …) says how the
/// emulator responds, and further methods modify that. [`Emulator::inject`](crate::Emulator::inject) makes requests encounter it.
///
/// A request that encounters a fault is not executed, unless [`after_execution`](Self::after_execution) says so. A fault that
/// modifies the emulator's own [`answer`](Self::answer) always executes it.
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource_emulator::Fault;
///
/// let overloaded = Fault::status(503).retry_after("2.128");
/// let proxy = Fault::status(502).html();
/// let lost_response = Fault::hang_up().reset().after_execution();
/// let slow = Fault::answer().stalled(Duration::from_secs(30));
/// let truncated = Fault::answer().truncated();
/// ```
///
/// The methods never fail. A fault that no response can have, such as the status `1000`, is rejected when it is injected.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "a fault has no effect until it is injected"]
pub struct Fault {
    pub(super) base: Base,
    pub(super) executes: bool,
    pub(super) retry_after: Option<RetryAfter>,
    pub(super) headers: Vec<(String, String)>,
    pub(super) etag: Option<EtagChange>,
    pub(super) body: Option<Replacement>,
    pub(super) damage: Option<Damage>,
    pub(super) delay: Duration,
    pub(super) stall: Duration,
    pub(super) ending: Ending,
    pub(super) resets: bool,
}

/// The response that a fault modifies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Base {
    /// The emulator's own response.
    Answer,
    /// A response of this status.
    Status(u16),
    /// No response: the connection is closed.
    HangUp,
}

/// An error page of a proxy.
const ERROR_PAGE: &str = "<!DOCTYPE html>\r\n<html><head><title>Our services aren't available right now</title></head>\
    <body><h2>Our services aren't available right now</h2></body></html>\r\n";

impl Fault {
    const fn new(base: Base) -> Self {
        Self {
            base,
            executes: false,
            retry_after: None,
            headers: Vec::new(),
            etag: None,
            body: None,
            damage: None,
            delay: Duration::ZERO,
            stall: Duration::ZERO,
            ending: Ending::Complete,
            resets: false,
        }
    }

    /// Responds with this status: with Graph's error body from 400 on, and without a body below.
    ///
    /// ```
    /// use graph_resource_emulator::Fault;
    ///
    /// let throttled = Fault::status(429).retry_after("10");
    /// let spurious = Fault::status(412);
    /// let without_body = Fault::status(504).empty();
    /// ```
    pub const fn status(status: u16) -> Self {
        Self::new(Base::Status(status))
    }

    /// Redirects to `location`, a URL or a path, with the status 301, 302, 303, 307 or 308.
    ///
    /// ```
    /// use graph_resource_emulator::Fault;
    ///
    /// let within_the_origin = Fault::redirect(308, "/v1.0/users/adele");
    /// let elsewhere = Fault::redirect(302, "http://other.example/v1.0/users/adele");
    /// ```
    pub fn redirect(status: u16, location: impl Into<String>) -> Self {
        Self::status(status).header("Location", location)
    }

    /// Responds with a claims challenge: a `401` that asks for a token with `claims`, a JSON object (continuous access evaluation).
    ///
    /// Combine it with [`When::until_another_token`](crate::When::until_another_token). The claims are sent in base64, as described in
    /// "Claims challenges, claims requests, and client capabilities" of the Microsoft identity platform.
    ///
    /// ```
    /// use graph_resource_emulator::{Emulator, Fault, When};
    ///
    /// # let emulator = Emulator::builder().start()?;
    /// let claims = r#"{"access_token":{"nbf":{"essential":true,"value":"1604106651"}}}"#;
    /// emulator.inject(Fault::claims_challenge(claims), When::until_another_token())?;
    /// # Ok::<(), graph_resource_emulator::EmulatorError>(())
    /// ```
    pub fn claims_challenge(claims: &str) -> Self {
        use base64::Engine as _;

        let claims = base64::engine::general_purpose::STANDARD.encode(claims);
        let challenge = format!(
            "Bearer realm=\"\", authorization_uri=\"https://login.microsoftonline.com/common/oauth2/authorize\", \
             error=\"insufficient_claims\", claims=\"{claims}\""
        );
        Self::status(401).header("WWW-Authenticate", challenge)
    }

    /// Closes the connection instead of responding.
    ///
    /// ```
    /// use graph_resource_emulator::Fault;
    ///
    /// let not_executed = Fault::hang_up();
    /// let response_lost = Fault::hang_up().after_execution();
    /// ```
    pub const fn hang_up() -> Self {
        Self::new(Base::HangUp)
    }

    /// Executes the request, and responds as the emulator would without a fault: further methods modify this response.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use graph_resource_emulator::Fault;
    ///
    /// let slow = Fault::answer().delayed(Duration::from_millis(200));
    /// let broken = Fault::answer().cut_off().reset();
    /// let damaged = Fault::answer().header("Content-Encoding", "gzip");
    /// ```
    pub const fn answer() -> Self {
        let mut fault = Self::new(Base::Answer);
        fault.executes = true;
        fault
    }

    /// Executes the request first, so that only its response is replaced or lost.
    pub const fn after_execution(mut self) -> Self {
        self.executes = true;
        self
    }

    /// Sets the `Retry-After` header: a text that is sent as it is, a duration, or one of the forms of [`RetryAfter`].
    pub fn retry_after(mut self, value: impl Into<RetryAfter>) -> Self {
        self.retry_after = Some(value.into());
        self
    }

    /// Sets a header, and replaces the values that it has.
    ///
    /// ```
    /// use graph_resource_emulator::Fault;
    ///
    /// // The clock of the server is thirty years slow, but the client still has to wait for seven seconds.
    /// let throttled = Fault::status(429)
    ///     .header("Date", "Sun, 06 Nov 1994 08:49:37 GMT")
    ///     .header("Retry-After", "Sun, 06 Nov 1994 08:49:44 GMT");
    /// ```
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Replaces the entity tag in the `ETag` header, and in the `@odata.etag` of the body.
    ///
    /// ```
    /// use graph_resource_emulator::Fault;
    ///
    /// let stale = Fault::answer().etag("W/\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBARCc=\"");
    /// ```
    pub fn etag(mut self, etag: impl Into<String>) -> Self {
        self.etag = Some(EtagChange::Replaced(etag.into()));
        self
    }

    /// Removes the entity tag from the header and from the body.
    pub fn without_etag(mut self) -> Self {
        self.etag = Some(EtagChange::Removed);
        self
    }

    /// Replaces the body.
    pub fn body(
        mut self,
        media_type: impl Into<Cow<'static, str>>,
        bytes: impl Into<Bytes>,
    ) -> Self {
        self.body = Some(Replacement {
            media_type: media_type.into(),
            bytes: bytes.into(),
        });
        self
    }

    /// Replaces the body with an HTML error page.
    pub fn html(self) -> Self {
        self.body("text/html", ERROR_PAGE)
    }

    /// Removes the body, whatever the status.
    pub fn empty(self) -> Self {
        self.body("", Bytes::new())
    }

    /// Removes the second half of the body, with a `Content-Length` that matches the first.
    pub const fn truncated(mut self) -> Self {
        self.damage = Some(Damage::Truncated);
        self
    }

    /// Adds a byte order mark before the body.
    pub const fn with_bom(mut self) -> Self {
        self.damage = Some(Damage::ByteOrderMark);
        self
    }

    /// Declares the body as compressed, which it is not.
    pub const fn not_gzip(mut self) -> Self {
        self.damage = Some(Damage::NotGzip);
        self
    }

    /// Delays the response by this time after the request was received, by the emulator's [clock](crate::Clock).
    pub const fn delayed(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// Pauses for this time in the middle of the body, by the emulator's [clock](crate::Clock). A response without a body is delayed as a
    /// whole.
    pub const fn stalled(mut self, stall: Duration) -> Self {
        self.stall = stall;
        self
    }

    /// Closes the connection in the middle of the body, or, if there is no body, instead of responding.
    pub const fn cut_off(mut self) -> Self {
        self.ending = Ending::MidBody;
        self
    }

    /// Announces a byte more in `Content-Length` than the body has, and closes the connection after the body.
    pub const fn too_short(mut self) -> Self {
        self.ending = Ending::BeforeLastByte;
        self
    }

    /// Resets the connection (TCP RST) instead of closing it.
    pub const fn reset(mut self) -> Self {
        self.resets = true;
        self
    }
}
