//! Proxies on loopback: one that connects (`CONNECT`), one that refuses, and one that speaks SOCKS.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};

/// A proxy, and what its clients asked for.
pub(crate) struct Proxy {
    pub(crate) address: String,
    seen: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    /// Starts a proxy that connects to `target`, whatever host a client asks for.
    pub(crate) async fn connecting_to(target: String) -> Self {
        Self::start(move |mut client, log| {
            let target = target.clone();
            async move {
                log(head(&mut client).await);
                let established = b"HTTP/1.1 200 Connection established\r\n\r\n";
                client.write_all(established).await.unwrap();
                tunnel(client, target).await;
            }
        })
        .await
    }

    /// Starts a proxy that gives each client this answer.
    pub(crate) async fn refusing(answer: &'static str) -> Self {
        Self::start(move |mut client, log| async move {
            log(head(&mut client).await);
            client.write_all(answer.as_bytes()).await.unwrap();
        })
        .await
    }

    /// Starts a proxy that speaks SOCKS 5 with a user name and a password, and connects to `target`, whatever host a client asks for.
    #[cfg(feature = "socks")]
    pub(crate) async fn socks5(target: String) -> Self {
        Self::start(move |mut client, log| {
            let target = target.clone();
            async move {
                let mut greeting = [0; 2];
                client.read_exact(&mut greeting).await.unwrap();
                client
                    .read_exact(&mut vec![0; greeting[1].into()])
                    .await
                    .unwrap();
                client.write_all(b"\x05\x02").await.unwrap();
                let version = client.read_u8().await.unwrap();
                assert_eq!(version, 1);
                let (user, password) = (text(&mut client).await, text(&mut client).await);
                client.write_all(b"\x01\x00").await.unwrap();
                let mut request = [0; 4];
                client.read_exact(&mut request).await.unwrap();
                let host = match request[3] {
                    3 => text(&mut client).await,
                    length => {
                        let mut address = vec![0; if length == 1 { 4 } else { 16 }];
                        client.read_exact(&mut address).await.unwrap();
                        format!("{address:?}")
                    }
                };
                let port = client.read_u16().await.unwrap();
                client
                    .write_all(b"\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00")
                    .await
                    .unwrap();
                log(format!("{user}:{password} {host}:{port}"));
                tunnel(client, target).await;
            }
        })
        .await
    }

    async fn start<F, Fut>(serve: F) -> Self
    where
        F: Fn(TcpStream, Box<dyn Fn(String) + Send + Sync>) -> Fut + Send + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let seen = Arc::<Mutex<Vec<String>>>::default();
        let log = Arc::clone(&seen);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                let log = Arc::clone(&log);
                let log = Box::new(move |text| log.lock().unwrap().push(text));
                tokio::spawn(serve(client, log));
            }
        });
        Self { address, seen }
    }

    pub(crate) fn seen(&self) -> Vec<String> {
        self.seen.lock().unwrap().clone()
    }
}

/// Reads the head of a request.
async fn head(client: &mut TcpStream) -> String {
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        head.push(char::from(client.read_u8().await.unwrap()));
    }
    head
}

/// Reads a text with its length.
#[cfg(feature = "socks")]
async fn text(client: &mut TcpStream) -> String {
    let mut text = vec![0; client.read_u8().await.unwrap().into()];
    client.read_exact(&mut text).await.unwrap();
    String::from_utf8(text).unwrap()
}

async fn tunnel(mut client: TcpStream, target: String) {
    let mut service = TcpStream::connect(target).await.unwrap();
    let _ = copy_bidirectional(&mut client, &mut service).await;
}
