//! A collection page by page, over a transport that answers at once or after a delay: with this project, by hand, and only parsed.

use std::hint::black_box;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use graph_resource::{Body, Client, List, Request, TransportError};
use http::{Response, header};
use serde::Deserialize;

use crate::hand;
use crate::ours::CloudPcDeviceImage;

const DELAY: Duration = Duration::from_millis(50);

/// The items of a page, as the service sends them.
fn items(count: u64) -> Arc<str> {
    let item = |number| {
        format!(
            r##"{{"@odata.type":"#microsoft.graph.cloudPcDeviceImage","id":"d2c440a0-5f4f-4a5d-a1d6-{number:012}","displayName":"Windows 11 Enterprise 24H2","operatingSystem":"Windows 11 Enterprise","osBuildNumber":"24H2","version":"0.0.{number}","status":"ready","statusDetails":"sourceImageNotFound","sourceImageResourceId":"/subscriptions/31f3f1a5-0000-0000-0000-1a4cc6b9d5a2/resourceGroups/images/providers/Microsoft.Compute/images/w11"}}"##
        )
    };
    (0..count).map(item).collect::<Vec<_>>().join(",").into()
}

/// A page, which has a link to the next one unless it is the last.
fn page(items: &str, number: u64, last: u64) -> Response<Bytes> {
    // One allocation, so that the copies of a growing body do not hide the cost of what is measured.
    let mut body = String::with_capacity(items.len() + 200);
    body.push('{');
    if number < last {
        let link = format!(
            r#""@odata.nextLink":"https://graph.microsoft.com/beta/{}?$skiptoken={number}","#,
            crate::PATH
        );
        body.push_str(&link);
    }
    body.push_str(r#""value":["#);
    body.push_str(items);
    body.push_str("]}");
    let mut response = Response::new(body.into());
    let json = header::HeaderValue::from_static("application/json");
    response.headers_mut().insert(header::CONTENT_TYPE, json);
    response
}

/// Answers each request with the next page.
#[derive(Clone)]
struct Service {
    items: Arc<str>,
    number: Arc<AtomicU64>,
    last: u64,
    delay: Option<Duration>,
}

impl Service {
    fn new(items_on_a_page: u64, pages: u64, delay: Option<Duration>) -> Self {
        Self {
            items: items(items_on_a_page),
            number: Arc::default(),
            last: pages,
            delay,
        }
    }

    async fn answer(
        self,
        request: http::Request<Body>,
    ) -> Result<Response<Bytes>, TransportError> {
        black_box(request);
        if let Some(delay) = self.delay {
            tokio::time::sleep(delay).await;
        }
        let number = self.number.fetch_add(1, Ordering::Relaxed) + 1;
        Ok(page(&self.items, number, self.last))
    }
}

fn client(service: Service) -> Client {
    Client::builder()
        .token(crate::TOKEN)
        .transport(move |request| service.clone().answer(request))
        .build()
        .expect("there can be a client")
}

fn parse(items_on_a_page: u64, pages: u64) {
    let items = items(items_on_a_page);
    let mut last = None;
    for number in 1..=pages {
        drop(last.take());
        let answer = black_box(page(&items, number, pages));
        last = Some(List::<CloudPcDeviceImage>::read_answer(&answer).expect("it can be read"));
    }
    std::mem::forget(black_box(last));
}

fn read(items_on_a_page: u64, pages: u64) {
    if pages == 0 {
        return;
    }
    crate::block_on(async {
        let client = client(Service::new(items_on_a_page, pages, None));
        let mut images = CloudPcDeviceImage::list().pages(&client);
        while let Some(image) = images.next().await.expect("the service answers") {
            black_box(&image);
        }
    });
}

#[derive(Deserialize)]
struct Page {
    #[serde(rename = "@odata.nextLink")]
    next_link: Option<String>,
    value: Vec<hand::CloudPcDeviceImage>,
}

fn loop_by_hand(items_on_a_page: u64, pages: u64) {
    if pages == 0 {
        return;
    }
    crate::block_on(async {
        let service = Service::new(items_on_a_page, pages, None);
        let mut url = format!("https://graph.microsoft.com/beta/{}", crate::PATH);
        loop {
            let request = http::Request::get(&url)
                .header(header::AUTHORIZATION, format!("Bearer {}", crate::TOKEN))
                .header(header::ACCEPT, "application/json")
                .header("client-request-id", hand::id())
                .body(Bytes::new())
                .expect("it is a request");
            let answer = service.clone().answer(request.map(Body::from)).await;
            let answer = answer.expect("the service answers");
            let page: Page = serde_json::from_slice(answer.body()).expect("it can be read");
            for image in page.value {
                black_box(&image);
            }
            match page.next_link {
                Some(link) => url = link,
                None => return,
            }
        }
    });
}

fn slowly(pages: u64, prefetches: bool) {
    const ITEMS: u64 = 100;
    crate::block_on(async {
        let client = client(Service::new(ITEMS, pages, Some(DELAY)));
        let images = CloudPcDeviceImage::list().pages(&client);
        let mut images = images.with_prefetch(prefetches);
        let mut count = 0;
        while let Some(image) = images.next().await.expect("the service answers") {
            black_box(&image);
            count += 1;
            if count % ITEMS == 0 {
                tokio::time::sleep(DELAY).await;
            }
        }
    });
}

pub fn parsed_100(pages: u64) {
    parse(100, pages);
}

pub fn parsed_999(pages: u64) {
    parse(999, pages);
}

pub fn read_100(pages: u64) {
    read(100, pages);
}

pub fn read_999(pages: u64) {
    read(999, pages);
}

pub fn by_hand_100(pages: u64) {
    loop_by_hand(100, pages);
}

pub fn by_hand_999(pages: u64) {
    loop_by_hand(999, pages);
}

/// Pages of a service that takes its time, for a consumer that does so, too.
pub fn with_prefetch(pages: u64) {
    slowly(pages, true);
}

pub fn without_prefetch(pages: u64) {
    slowly(pages, false);
}
