//! Failures that will not pass until somebody changes the configuration: they are reported at the first attempt, with what to do.

mod service;

use std::sync::Arc;
use std::time::{Duration, Instant};

use graph_resource::{
    Client, Endpoint, Error, ErrorKind, HyperTransport, ReqwestTransport, Transport,
};
use graph_resource_emulator::Emulator;

use crate::Result;
use crate::client::{self, Adapter};
use crate::operation::{Note, Operation, Task};
use service::Service;

/// The longest time that a request may take.
const MOST: Duration = Duration::from_secs(2);

/// A service or a proxy with a fault, and the begin of the message about it.
struct Row {
    name: &'static str,
    service: Service,
    begin: &'static str,
}

fn rows() -> Vec<Row> {
    let row = |name, service, begin| Row {
        name,
        service,
        begin,
    };
    vec![
        row(
            "an untrusted certificate",
            Service::Untrusted,
            "the certificate of the service is not trusted by this machine: ",
        ),
        row(
            "a required client certificate",
            Service::RequiringCertificate,
            "the service requires a certificate of the client",
        ),
        row(
            "no common version of TLS",
            Service::Raw(b"\x15\x03\x01\x00\x02\x02\x46"),
            "the service supports no version of TLS",
        ),
        row(
            "a refused handshake",
            Service::Raw(b"\x15\x03\x01\x00\x02\x02\x28"),
            "the service refuses the TLS handshake",
        ),
        row(
            "no TLS",
            Service::Raw(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
            "the service does not speak TLS",
        ),
        row(
            "a proxy that answers 407",
            Service::Proxy(
                b"HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n",
            ),
            "the proxy requires a user name and a password (407)",
        ),
        row(
            "too many headers",
            Service::TooManyHeaders,
            "the headers of the answer are more or larger than the HTTP client accepts",
        ),
    ]
}

/// Sends each operation to each of these services, and returns whether all promises were kept.
pub(crate) async fn run() -> Result<bool> {
    let emulator = Emulator::builder().serve::<Note>().start()?;
    let mut is_kept = true;
    for row in rows() {
        for adapter in Adapter::ALL {
            is_kept &= run_row(&row, adapter, &emulator).await?;
        }
    }
    for adapter in Adapter::ALL {
        is_kept &= are_proxies_refused(adapter);
    }
    Ok(is_kept & are_base_urls_refused())
}

async fn run_row(row: &Row, adapter: Adapter, emulator: &Emulator) -> Result<bool> {
    let started = row.service.start().await?;
    let transport = transport(adapter, started.proxy, started.root)?;
    let client = client::with_short_delays(&started.url, transport).build()?;
    let plain = adapter.transport(Duration::from_secs(20))?;
    let faultless = client::with_short_delays(emulator.url(), plain).build()?;
    let (mut reported, mut longest) = (0, Duration::ZERO);
    for operation in Operation::ALL {
        let task = Task::prepare(operation, emulator, &faultless, 1).await?;
        let begin = Instant::now();
        let error = task.run(&client).await.err();
        longest = longest.max(begin.elapsed());
        let is_reported = error.as_ref().is_some_and(|error| is_reported(error, row));
        if !is_reported {
            println!("violation: {operation}: {error:?}");
        }
        reported += usize::from(is_reported);
    }
    let all = Operation::ALL.len();
    println!(
        "{}, over {adapter}: {reported} of {all} operations reported after one attempt, the slowest in {:.3} s",
        row.name,
        longest.as_secs_f64()
    );
    Ok(reported == all && longest < MOST)
}

fn is_reported(error: &Error, row: &Row) -> bool {
    let text = error.to_string();
    error.kind() == ErrorKind::Transport
        && error.attempts() == 1
        && text.starts_with(row.begin)
        && !text.contains('\n')
}

fn transport(
    adapter: Adapter,
    proxy: Option<String>,
    root: Option<Vec<u8>>,
) -> Result<Arc<dyn Transport>, Error> {
    Ok(match adapter {
        Adapter::Reqwest => {
            let mut builder = ReqwestTransport::builder();
            if let Some(url) = proxy {
                builder = builder.proxy(url);
            }
            if let Some(root) = root {
                builder = builder.add_root_certificate(root);
            }
            Arc::new(builder.build()?)
        }
        Adapter::Hyper => {
            let mut builder = HyperTransport::builder();
            if let Some(url) = proxy {
                builder = builder.proxy(url);
            }
            if let Some(root) = root {
                builder = builder.add_root_certificate(root);
            }
            Arc::new(builder.build()?)
        }
    })
}

/// Returns whether each proxy that would be ignored is an error of the configuration that does not show the password.
fn are_proxies_refused(adapter: Adapter) -> bool {
    let urls = [
        "htps://user:hunter2@proxy.example",
        "ftp://user:hunter2@proxy.example",
        "http://user:hunter2@proxy.example:99999",
        "http://user:hunter2@",
        "http://user:hunter2@proxy.example/path",
    ];
    let errors = urls.map(|url| transport(adapter, Some(url.to_owned()), None).err());
    report(
        "unusable proxies",
        &errors.map(|error| error.is_some_and(|error| is_configuration(&error))),
    )
}

/// Returns whether each of these base URLs is an error of the configuration that does not show the password.
fn are_base_urls_refused() -> bool {
    let urls = [
        "http://graph.example",
        "https://user:hunter2@graph.example",
        "https://graph.example:99999",
        "https://graph.example/#hunter2",
        "https://graph.example/V1.0",
        "ftp://graph.example",
    ];
    let errors = urls.map(|url| {
        let built = Client::builder().base_url(url).token("token").build();
        (built.err(), Endpoint::parse(url).err())
    });
    let is_refused = |error: Option<Error>| error.is_some_and(|error| is_configuration(&error));
    report(
        "unusable base URLs",
        &errors.map(|(built, parsed)| is_refused(built) && is_refused(parsed)),
    )
}

fn is_configuration(error: &Error) -> bool {
    error.kind() == ErrorKind::Configuration && !format!("{error} {error:?}").contains("hunter2")
}

fn report(what: &str, refused: &[bool]) -> bool {
    let count = refused.iter().filter(|is_refused| **is_refused).count();
    println!(
        "{what}: {count} of {} refused when they are configured",
        refused.len()
    );
    count == refused.len()
}
