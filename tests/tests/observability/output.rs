use std::io;
use std::sync::{Arc, Mutex};

use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::FmtSpan;

/// All that a subscriber writes.
#[derive(Clone, Default)]
pub(crate) struct Output(Arc<Mutex<Vec<u8>>>);

impl Output {
    /// A subscriber to everything, of all crates, that writes to here.
    pub(crate) fn subscriber(&self) -> impl tracing_subscriber::util::SubscriberInitExt + use<> {
        tracing_subscriber::fmt()
            .with_max_level(tracing_subscriber::filter::LevelFilter::TRACE)
            .with_span_events(FmtSpan::CLOSE)
            .with_ansi(false)
            .with_writer(self.clone())
            .finish()
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().clone()).unwrap()
    }

    /// The lines with which spans of this name end.
    pub(crate) fn ended(&self, span: &str) -> Vec<String> {
        let text = self.text();
        let lines = text.lines().filter(|line| line.contains(": close"));
        // A line lists its enclosing spans in order.
        let of_span = lines.filter(|line| {
            let spans = line.split(" graph_resource: ").next().unwrap_or_default();
            spans.rfind(&format!("{span}{{"))
                > spans.rfind(if span == "attempt" {
                    "request{"
                } else {
                    "attempt{"
                })
        });
        of_span.map(str::to_owned).collect()
    }
}

impl io::Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl MakeWriter<'_> for Output {
    type Writer = Self;

    fn make_writer(&self) -> Self {
        self.clone()
    }
}
