//! Services on loopback that no request can reach.

use std::sync::Arc;

use rcgen::CertifiedKey;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::version::TLS12;
use tokio_rustls::rustls::{ALL_VERSIONS, RootCertStore, ServerConfig, SupportedProtocolVersion};

use crate::Result;

/// A service, or a proxy, with a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Service {
    /// Its certificate is not trusted.
    Untrusted,
    /// It requires a certificate of the client.
    RequiringCertificate,
    /// It answers a TLS handshake so.
    Raw(&'static [u8]),
    /// It is a proxy that answers so.
    Proxy(&'static [u8]),
    /// It answers over `http`, with more headers than can be read.
    TooManyHeaders,
}

/// The settings of a client for a service.
pub(crate) struct Started {
    pub(crate) url: String,
    pub(crate) proxy: Option<String>,
    pub(crate) root: Option<Vec<u8>>,
}

impl Service {
    pub(crate) async fn start(self) -> Result<Started> {
        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = listener.local_addr()?;
        let mut started = Started {
            url: format!("https://localhost:{}", address.port()),
            proxy: None,
            root: None,
        };
        match self {
            Self::Raw(answer) => accept(listener, move |stream| write(stream, answer)),
            Self::Proxy(answer) => {
                started.proxy = Some(format!("http://{address}"));
                accept(listener, move |stream| write(stream, answer));
            }
            Self::TooManyHeaders => {
                started.url = format!("http://{address}");
                let headers = "a: b\r\n".repeat(33_000);
                let answer = format!("HTTP/1.1 200 OK\r\n{headers}content-length: 2\r\n\r\n{{}}");
                let answer: &'static [u8] = answer.leak().as_bytes();
                accept(listener, move |stream| write(stream, answer));
            }
            Self::Untrusted | Self::RequiringCertificate => {
                let (config, certificate) = config(self == Self::RequiringCertificate)?;
                started.root = (self != Self::Untrusted).then_some(certificate);
                let acceptor = TlsAcceptor::from(Arc::new(config));
                accept(listener, move |stream| handshake(acceptor.clone(), stream));
            }
        }
        Ok(started)
    }
}

/// Serves each connection until the program ends.
fn accept<F, Fut>(listener: TcpListener, serve: F)
where
    F: Fn(TcpStream) -> Fut + Send + 'static,
    Fut: Future<Output = ()> + Send + 'static,
{
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream));
        }
    });
}

async fn write(mut stream: TcpStream, answer: &[u8]) {
    let _ = stream.read(&mut [0; 4096]).await;
    let _ = stream.write_all(answer).await;
    drain(stream).await;
}

async fn handshake(acceptor: TlsAcceptor, stream: TcpStream) {
    // The connection stays open, so that the alert with the reason arrives.
    if let Err((_, stream)) = acceptor.accept(stream).into_fallible().await {
        drain(stream).await;
    }
}

async fn drain(mut stream: TcpStream) {
    let mut buffer = [0; 4096];
    while stream.read(&mut buffer).await.is_ok_and(|read| read > 0) {}
}

/// Returns a configuration with a certificate that is signed by itself, and that certificate.
fn config(requires_certificate: bool) -> Result<(ServerConfig, Vec<u8>)> {
    let CertifiedKey { cert, signing_key } =
        rcgen::generate_simple_self_signed(["localhost".to_owned()])?;
    let provider: Arc<CryptoProvider> = ring::default_provider().into();
    // In TLS 1.3, a client completes its handshake before the service can refuse it (RFC 8446, section 4.4.2.4), so that the connection may
    // fail before the reason arrives. In TLS 1.2, the reason is part of the handshake.
    let versions: &[&SupportedProtocolVersion] = if requires_certificate {
        &[&TLS12]
    } else {
        ALL_VERSIONS
    };
    let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
        .with_protocol_versions(versions)?;
    let builder = if requires_certificate {
        let mut roots = RootCertStore::empty();
        roots.add(cert.der().clone())?;
        let verifier = WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider);
        builder.with_client_cert_verifier(verifier.build()?)
    } else {
        builder.with_no_client_auth()
    };
    let key = PrivatePkcs8KeyDer::from(signing_key.serialize_der());
    let chain = vec![cert.der().clone()];
    let config = builder.with_single_cert(chain, PrivateKeyDer::Pkcs8(key))?;
    Ok((config, cert.der().to_vec()))
}
