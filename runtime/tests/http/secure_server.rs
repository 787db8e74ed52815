//! A TLS server on loopback, with a certificate of an authority that no system trusts.

use std::net::SocketAddr;
use std::sync::Arc;

use rcgen::{
    BasicConstraints, Certificate, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair,
    KeyUsagePurpose,
};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt, copy_bidirectional};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::{CryptoProvider, ring};
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio_rustls::rustls::server::WebPkiClientVerifier;
use tokio_rustls::rustls::version::TLS12;
use tokio_rustls::rustls::{ALL_VERSIONS, RootCertStore, ServerConfig};

const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}";

/// An authority that issues certificates.
pub(crate) struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    pub(crate) fn new() -> Self {
        // OpenSSL takes a certificate for self-signed if its issuer has the same name.
        Self::named("The authority of a test")
    }

    pub(crate) fn named(name: &str) -> Self {
        let mut params = CertificateParams::default();
        params.distinguished_name.push(DnType::CommonName, name);
        params.key_usages = vec![KeyUsagePurpose::KeyCertSign];
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        Self(CertifiedIssuer::self_signed(params, key).unwrap())
    }

    pub(crate) fn pem(&self) -> String {
        self.0.pem()
    }

    pub(crate) fn der(&self) -> Vec<u8> {
        self.0.der().to_vec()
    }

    /// Issues a certificate for a client, and returns it with its key.
    pub(crate) fn issue(&self) -> (Certificate, KeyPair) {
        let mut params = CertificateParams::default();
        params.use_authority_key_identifier_extension = true;
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.0).unwrap();
        (certificate, key)
    }
}

/// The properties of a server that a test may change.
pub(crate) struct SecureServer {
    pub(crate) host: &'static str,
    pub(crate) is_expired: bool,
    pub(crate) requires_client_certificate: bool,
}

impl Default for SecureServer {
    fn default() -> Self {
        Self {
            host: "localhost",
            is_expired: false,
            requires_client_certificate: false,
        }
    }
}

impl SecureServer {
    /// Starts the server, and returns its URL.
    pub(crate) async fn start(self, authority: &Authority) -> String {
        self.listen(authority, serve).await
    }

    /// Starts a server that forwards what it decrypts to `target`, and returns its URL.
    pub(crate) async fn forwarding_to(self, authority: &Authority, target: String) -> String {
        let forward = move |acceptor: TlsAcceptor, stream| {
            let target = target.clone();
            async move {
                let mut client = acceptor.accept(stream).await.unwrap();
                let mut service = TcpStream::connect(target).await.unwrap();
                let _ = copy_bidirectional(&mut client, &mut service).await;
            }
        };
        self.listen(authority, forward).await
    }

    async fn listen<F, Fut>(self, authority: &Authority, serve: F) -> String
    where
        F: Fn(TlsAcceptor, TcpStream) -> Fut + Send + 'static,
        Fut: Future<Output = ()> + Send + 'static,
    {
        let acceptor = TlsAcceptor::from(Arc::new(self.config(authority)));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address: SocketAddr = listener.local_addr().unwrap();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(acceptor.clone(), stream));
            }
        });
        format!("https://localhost:{}", address.port())
    }

    fn config(&self, authority: &Authority) -> ServerConfig {
        let mut params = CertificateParams::new([self.host.to_owned()]).unwrap();
        params.use_authority_key_identifier_extension = true;
        if self.is_expired {
            params.not_before = rcgen::date_time_ymd(2001, 1, 1);
            params.not_after = rcgen::date_time_ymd(2002, 1, 1);
        }
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &authority.0).unwrap();
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let provider: Arc<CryptoProvider> = ring::default_provider().into();
        // In TLS 1.3, a client completes its handshake before the service can refuse it (RFC 8446, section 4.4.2.4), so that the connection
        // may fail before the reason arrives. In TLS 1.2, the reason is part of the handshake.
        let versions = if self.requires_client_certificate {
            &[&TLS12]
        } else {
            ALL_VERSIONS
        };
        let builder = ServerConfig::builder_with_provider(Arc::clone(&provider))
            .with_protocol_versions(versions)
            .unwrap();
        let builder = if self.requires_client_certificate {
            let mut roots = RootCertStore::empty();
            roots.add(authority.0.der().clone()).unwrap();
            let verifier =
                WebPkiClientVerifier::builder_with_provider(Arc::new(roots), provider).build();
            builder.with_client_cert_verifier(verifier.unwrap())
        } else {
            builder.with_no_client_auth()
        };
        let chain = vec![certificate.der().clone()];
        builder.with_single_cert(chain, key).unwrap()
    }
}

async fn serve(acceptor: TlsAcceptor, stream: TcpStream) {
    let accepted = acceptor.accept(stream).into_fallible().await;
    match accepted {
        Ok(mut stream) => {
            let _ = stream.read(&mut [0; 4096]).await;
            let _ = stream.write_all(ANSWER).await;
            let _ = stream.shutdown().await;
        }
        // A connection that is closed with unread data is reset, and the alert with the reason is lost.
        Err((_, stream)) => drain(stream).await,
    }
}

async fn drain(mut stream: impl AsyncRead + Unpin) {
    let mut buffer = [0; 4096];
    while stream.read(&mut buffer).await.is_ok_and(|read| read > 0) {}
}
