use std::time::Duration;

/// The limits of an exchange, which are the same for each HTTP client.
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

/// Defines the setters of a builder with a field `limits`.
macro_rules! limit_setters {
    () => {
        /// Sets the time limit for connecting, the TLS handshake included. The default is 10 seconds.
        pub const fn connect_timeout(mut self, timeout: std::time::Duration) -> Self {
            self.limits.connect_timeout = timeout;
            self
        }

        /// Sets the time limit for one exchange, from connecting to the last byte of the response. The default is 100 seconds.
        pub const fn timeout(mut self, timeout: std::time::Duration) -> Self {
            self.limits.timeout = timeout;
            self
        }

        /// Sets the size limit for the body of a response, in bytes. The default is 64 MiB.
        ///
        /// A larger body is discarded, and is an error of kind [`ErrorKind::Transport`](crate::ErrorKind::Transport).
        pub const fn max_response_size(mut self, bytes: usize) -> Self {
            self.limits.max_response_size = bytes;
            self
        }
    };
}

pub(super) use limit_setters;
