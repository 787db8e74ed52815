use std::time::Duration;

/// What bounds an exchange, whatever the HTTP client.
#[derive(Debug, Clone, Copy)]
pub(super) struct Limits {
    pub(super) connect_timeout: Duration,
    pub(super) timeout: Duration,
    pub(super) max_response_size: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(10),
            timeout: Duration::from_secs(100),
            max_response_size: 64 * 1024 * 1024,
        }
    }
}

/// The setters of a builder that has `limits`.
macro_rules! limit_setters {
    () => {
        /// How long connecting may take, the TLS handshake included. The default is 10 seconds.
        pub const fn connect_timeout(mut self, timeout: Duration) -> Self {
            self.limits.connect_timeout = timeout;
            self
        }

        /// How long one exchange may take, from connecting to the last byte of the answer. The default is 100 seconds.
        pub const fn timeout(mut self, timeout: Duration) -> Self {
            self.limits.timeout = timeout;
            self
        }

        /// How many bytes the body of an answer may have. The default is 64 MiB.
        ///
        /// Of a larger one nothing is kept: it is an error of kind [`ErrorKind::Transport`](crate::ErrorKind::Transport).
        pub const fn max_response_size(mut self, bytes: usize) -> Self {
            self.limits.max_response_size = bytes;
            self
        }
    };
}

pub(super) use limit_setters;
