use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

use graph_resource_fleet::async_nats::{self, Client};

/// A server of NATS with a folder of its own. Both are removed with the value.
pub(crate) struct Nats {
    server: Child,
    folder: PathBuf,
    url: String,
}

impl Nats {
    /// Starts the program `nats-server`.
    pub(crate) fn start() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("nats-{}-{number}", std::process::id());
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        fs::create_dir_all(&folder).unwrap();
        // The port -1 is any that is free. The server writes it into a file.
        let server = Command::new("nats-server")
            .args(["-js", "-a", "127.0.0.1", "-p", "-1", "-sd"])
            .arg(&folder)
            .arg("--ports_file_dir")
            .arg(&folder)
            .stderr(Stdio::null())
            .spawn()
            .expect("the program `nats-server` has to be installed");
        let ports = folder.join(format!("nats-server_{}.ports", server.id()));
        let url = loop {
            let ports = fs::read(&ports).unwrap_or_default();
            let ports: serde_json::Value = serde_json::from_slice(&ports).unwrap_or_default();
            if let Some(url) = ports["nats"][0].as_str() {
                break url.to_owned();
            }
            thread::sleep(Duration::from_millis(10));
        };
        Self {
            server,
            folder,
            url,
        }
    }

    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    pub(crate) async fn connect(&self) -> Client {
        async_nats::connect(&self.url).await.unwrap()
    }
}

impl Drop for Nats {
    fn drop(&mut self) {
        // A server that has ended, and a folder that stays, are no failures of a test.
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}
