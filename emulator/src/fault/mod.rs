//! What can go wrong on the way to Microsoft Graph, and when it does.

mod body;
mod effect;
mod retry_after;
mod script;
mod when;

use std::borrow::Cow;
use std::time::Duration;

use bytes::Bytes;

pub(crate) use effect::{Delivery, Ending};
pub use retry_after::RetryAfter;
pub(crate) use script::Script;
pub use when::When;

use body::Damage;

/// Something that goes wrong with a request, in the way of the real service and of what stands before it.
///
/// A fault is a value: a beginning ([`status`](Self::status), [`answer`](Self::answer), [`hang_up`](Self::hang_up) …), and what else
/// happens to it. [`Emulator::inject`](crate::Emulator::inject) makes requests meet it.
///
/// Nothing is done at the server that a fault answers for, unless [`after_acting`](Self::after_acting) says so. Where the emulator's
/// [`answer`](Self::answer) itself is damaged, the request was executed.
///
/// ```
/// use std::time::Duration;
///
/// use graph_resource_emulator::Fault;
///
/// let overloaded = Fault::status(503).retry_after("2.128");
/// let proxy = Fault::status(502).html();
/// let lost = Fault::hang_up().reset().after_acting();
/// let slow = Fault::answer().stalled(Duration::from_secs(30));
/// let truncated = Fault::answer().truncated();
/// ```
///
/// Setters never fail: what no answer can have, such as the status `1000`, is refused when the fault is injected.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use = "nothing goes wrong before the fault is injected"]
pub struct Fault {
    base: Base,
    acts: bool,
    retry_after: Option<RetryAfter>,
    headers: Vec<(String, String)>,
    etag: Option<Etag>,
    body: Option<Content>,
    damage: Option<Damage>,
    delay: Duration,
    stall: Duration,
    ending: Ending,
    reset: bool,
}

/// What a fault begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Base {
    /// What the emulator would answer without it.
    Answer,
    /// Another answer.
    Status(u16),
    /// A connection that is closed.
    HangUp,
}

/// What becomes of the entity tag.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Etag {
    Other(String),
    Missing,
}

/// A body, and what it is said to be.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Content {
    media_type: Cow<'static, str>,
    bytes: Bytes,
}

/// What a proxy says.
const PAGE: &str = "<!DOCTYPE html>\r\n<html><head><title>Our services aren't available right now</title></head>\
    <body><h2>Our services aren't available right now</h2></body></html>\r\n";

impl Fault {
    const fn new(base: Base) -> Self {
        Self {
            base,
            acts: false,
            retry_after: None,
            headers: Vec::new(),
            etag: None,
            body: None,
            damage: None,
            delay: Duration::ZERO,
            stall: Duration::ZERO,
            ending: Ending::Whole,
            reset: false,
        }
    }

    /// An answer of this status: with Graph's error body from 400 on, and without a body below.
    ///
    /// ```
    /// use graph_resource_emulator::Fault;
    ///
    /// let throttled = Fault::status(429).retry_after("10");
    /// let spurious = Fault::status(412);
    /// let nothing_said = Fault::status(504).empty();
    /// ```
    pub const fn status(status: u16) -> Self {
        Self::new(Base::Status(status))
    }

    /// A redirect to `location`, a URL or a path: with the status 301, 302, 303, 307 or 308.
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

    /// A claims challenge: `401` that asks for a token with `claims`, a JSON object (continuous access evaluation).
    ///
    /// It goes with [`When::until_another_token`]. The claims are sent in base64, as "Claims challenges, claims requests, and client
    /// capabilities" of the Microsoft identity platform has it.
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

    /// No answer: the connection is closed before the first byte of it.
    ///
    /// ```
    /// use graph_resource_emulator::Fault;
    ///
    /// let before_acting = Fault::hang_up();
    /// let answer_lost = Fault::hang_up().after_acting();
    /// ```
    pub const fn hang_up() -> Self {
        Self::new(Base::HangUp)
    }

    /// The emulator's own answer, for something to happen to it. The request is executed.
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
        fault.acts = true;
        fault
    }

    /// The server does what it is asked to, and then this happens in the place of its answer.
    pub const fn after_acting(mut self) -> Self {
        self.acts = true;
        self
    }

    /// A `Retry-After`: a text as it stands, a duration, or a form of [`RetryAfter`].
    pub fn retry_after(mut self, value: impl Into<RetryAfter>) -> Self {
        self.retry_after = Some(value.into());
        self
    }

    /// Another header, in the place of those of this name.
    ///
    /// ```
    /// use graph_resource_emulator::Fault;
    ///
    /// // A clock that is thirty years slow. The wait is seven seconds all the same.
    /// let throttled = Fault::status(429)
    ///     .header("Date", "Sun, 06 Nov 1994 08:49:37 GMT")
    ///     .header("Retry-After", "Sun, 06 Nov 1994 08:49:44 GMT");
    /// ```
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Another entity tag, in the header `ETag` and as `@odata.etag` of the body.
    ///
    /// ```
    /// use graph_resource_emulator::Fault;
    ///
    /// let stale = Fault::answer().etag("W/\"JzEtVGFzayAgQEBAQEBAQEBAQEBAQEBARCc=\"");
    /// ```
    pub fn etag(mut self, etag: impl Into<String>) -> Self {
        self.etag = Some(Etag::Other(etag.into()));
        self
    }

    /// No entity tag, neither in the header nor in the body.
    pub fn without_etag(mut self) -> Self {
        self.etag = Some(Etag::Missing);
        self
    }

    /// Another body.
    pub fn body(
        mut self,
        media_type: impl Into<Cow<'static, str>>,
        bytes: impl Into<Bytes>,
    ) -> Self {
        self.body = Some(Content {
            media_type: media_type.into(),
            bytes: bytes.into(),
        });
        self
    }

    /// A page of HTML as the body.
    pub fn html(self) -> Self {
        self.body("text/html", PAGE)
    }

    /// No body, whatever the status.
    pub fn empty(self) -> Self {
        self.body("", Bytes::new())
    }

    /// The second half of the body is missing, and nothing shows it: `Content-Length` is that of the first.
    pub const fn truncated(mut self) -> Self {
        self.damage = Some(Damage::Truncated);
        self
    }

    /// A byte order mark before the body.
    pub const fn with_bom(mut self) -> Self {
        self.damage = Some(Damage::Bom);
        self
    }

    /// The body is said to be compressed, and is not.
    pub const fn not_gzip(mut self) -> Self {
        self.damage = Some(Damage::NotGzip);
        self
    }

    /// The answer begins this much later.
    pub const fn delayed(mut self, delay: Duration) -> Self {
        self.delay = delay;
        self
    }

    /// The second half of the body comes this much later than the first. An answer without a body comes later as a whole.
    pub const fn stalled(mut self, stall: Duration) -> Self {
        self.stall = stall;
        self
    }

    /// The connection is closed in the middle of the body. Of an answer without a body nothing arrives.
    pub const fn cut_off(mut self) -> Self {
        self.ending = Ending::CutOff;
        self
    }

    /// `Content-Length` announces a byte more than the body has, and then the connection is closed.
    pub const fn too_short(mut self) -> Self {
        self.ending = Ending::TooShort;
        self
    }

    /// The connection is reset (TCP RST) where it would be closed.
    pub const fn reset(mut self) -> Self {
        self.reset = true;
        self
    }
}
