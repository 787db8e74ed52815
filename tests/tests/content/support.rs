use graph_resource::{
    Client, Download, Error, HyperTransport, Retry, graph_function, graph_resource,
};
use graph_resource_emulator::{Emulator, EmulatorBuilder};

pub(crate) const TOKEN: &str = "marked-token";

/// The path of the content of the file in these tests.
pub(crate) const FILE: &str = "/drives/d/items/f/content";

#[graph_resource(
    path = "/drives/{drive_id}/items",
    also(me = "/me/drive/items"),
    media(content = "content")
)]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DriveItem {
    #[graph(key)]
    pub(crate) id: String,
    pub(crate) name: Option<String>,
    #[graph(etag)]
    pub(crate) etag: Option<String>,
}

#[graph_function(path = "/reports/getOffice365ActiveUserDetail", returns = Download)]
pub(crate) struct GetActiveUserDetail {
    pub(crate) period: String,
}

pub(crate) fn builder() -> EmulatorBuilder {
    Emulator::builder()
        .serve::<DriveItem>()
        .serve_content("/drives/{drive_id}/items/{item_id}/content")
}

pub(crate) fn client(emulator: &Emulator) -> Client {
    let client = Client::builder().base_url(emulator.url()).token(TOKEN);
    client.build().unwrap()
}

/// Returns a client for each HTTP client.
pub(crate) fn clients(emulator: &Emulator) -> [Client; 2] {
    let hyper = Client::builder()
        .base_url(emulator.url())
        .token(TOKEN)
        .transport(HyperTransport::new().unwrap());
    [client(emulator), hyper.build().unwrap()]
}

/// Returns a content in which each byte says where it stands.
pub(crate) fn numbered(length: usize) -> Vec<u8> {
    let words = (0u32..).flat_map(u32::to_be_bytes);
    words.take(length).collect()
}

pub(crate) async fn read(download: Result<Download, Error>) -> Result<Vec<u8>, Error> {
    Ok(download?.bytes(1 << 30).await?.to_vec())
}

/// Returns a policy whose waits take no time.
pub(crate) fn quick() -> Retry {
    let millisecond = std::time::Duration::from_millis(1);
    Retry::default().backoff(millisecond, millisecond)
}
