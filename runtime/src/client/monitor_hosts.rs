use http::Uri;

use crate::endpoint::is_loopback;
use crate::error::{Error, ErrorKind};

/// The hosts at which Microsoft's services have the monitors of operations, without the labels before them.
const KNOWN: [&str; 8] = [
    ".sharepoint.com",
    ".sharepoint.us",
    ".sharepoint.cn",
    ".sharepoint-mil.us",
    ".sharepoint-df.com",
    ".onedrive.com",
    ".svc.ms",
    ".office.com",
];

/// The hosts, other than that of the client, that are asked for the state of an operation.
#[derive(Debug, Clone, Default)]
pub(super) struct MonitorHosts {
    /// Hosts in lower case. One that begins with a dot stands for all below it.
    added: Vec<String>,
}

impl MonitorHosts {
    pub(super) fn add(&mut self, host: &str) {
        let host = host.strip_prefix('*').unwrap_or(host);
        self.added.push(host.to_ascii_lowercase());
    }

    /// Checks that a host is known. A service at a loopback host, such as an emulator, may have its monitors at others.
    pub(super) fn ensure_trusted(&self, home: &Uri, uri: &Uri) -> Result<(), Error> {
        let host = uri.host().unwrap_or_default().to_ascii_lowercase();
        let is_of = |known: &str| {
            if known.starts_with('.') {
                host.ends_with(known) && host.len() > known.len()
            } else {
                host == known
            }
        };
        let is_local = |uri: &Uri| uri.host().is_some_and(is_loopback);
        let mut known = KNOWN
            .into_iter()
            .chain(self.added.iter().map(String::as_str));
        if known.any(is_of) || (is_local(home) && is_local(uri)) {
            return Ok(());
        }
        let message = format!(
            "nothing was sent to `{host}`: it is not known for monitors of operations; if it is to be trusted, name it with `ClientBuilder::monitor_host`"
        );
        Err(Error::new(ErrorKind::InvalidRequest, message))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_trusted(hosts: &MonitorHosts, url: &'static str) -> bool {
        let home = Uri::from_static("https://graph.microsoft.com/v1.0");
        hosts.ensure_trusted(&home, &Uri::from_static(url)).is_ok()
    }

    #[test]
    fn hosts_of_microsoft_are_known_and_others_are_not() {
        let hosts = MonitorHosts::default();
        for url in [
            "https://contoso.sharepoint.com/_api/v2.0/monitor/1",
            "https://API.onedrive.com/monitor/1",
        ] {
            assert!(is_trusted(&hosts, url), "{url}");
        }
        for url in [
            "https://sharepoint.com.example.com/1",
            "https://evilsharepoint.com/1",
            "https://example.com/contoso.sharepoint.com",
            "https://.sharepoint.com/1",
            "https://localhost/1",
        ] {
            assert!(!is_trusted(&hosts, url), "{url}");
        }
    }

    #[test]
    fn an_added_host_is_trusted_with_or_without_those_below_it() {
        let mut hosts = MonitorHosts::default();
        hosts.add("Monitor.example.com");
        hosts.add("*.example.org");
        assert!(is_trusted(&hosts, "https://monitor.example.com/1"));
        assert!(!is_trusted(&hosts, "https://a.monitor.example.com/1"));
        assert!(is_trusted(&hosts, "https://a.b.example.org/1"));
        assert!(!is_trusted(&hosts, "https://example.org/1"));
    }
}
