use graph_resource::{ErrorKind, Retry};
use graph_resource_emulator::{Fault, When};
use tokio::io::AsyncReadExt;

use crate::support::{DriveItem, FILE, builder, client, clients, numbered, quick, read};

#[tokio::test]
async fn a_content_is_read_piece_by_piece_with_its_head() {
    let emulator = builder().start().unwrap();
    let content = numbered(1_000_000);
    emulator
        .put_content(FILE, "video/mp4", content.clone())
        .unwrap();
    for client in clients(&emulator) {
        let mut download = DriveItem::content("d", "f").send(&client).await.unwrap();
        assert_eq!(download.content_type(), Some("video/mp4"));
        assert_eq!(download.total_length(), Some(1_000_000));
        assert!(download.etag().is_some());
        let mut read = Vec::new();
        let mut pieces = 0;
        while let Some(piece) = download.next().await {
            read.extend_from_slice(&piece.unwrap());
            pieces += 1;
            assert_eq!(download.position(), read.len() as u64);
        }
        assert!(read == content);
        assert!(pieces > 1, "the content arrived as a whole");
        assert_eq!(download.remaining(), Some(0));
    }
}

#[tokio::test]
async fn a_reader_with_any_buffer_reads_all_bytes() {
    let emulator = builder().start().unwrap();
    let content = numbered(100_000);
    emulator
        .put_content(FILE, "video/mp4", content.clone())
        .unwrap();
    let client = client(&emulator);
    let mut download = DriveItem::content("d", "f").send(&client).await.unwrap();
    let mut read = Vec::new();
    let mut buffer = [0; 777];
    loop {
        let length = download.read(&mut buffer).await.unwrap();
        read.extend_from_slice(&buffer[..length]);
        assert_eq!(download.position(), read.len() as u64);
        if length == 0 {
            break;
        }
    }
    assert!(read == content);
}

#[tokio::test]
async fn what_a_reader_has_left_is_read_as_a_whole() {
    let emulator = builder().start().unwrap();
    emulator
        .put_content(FILE, "text/plain", "0123456789")
        .unwrap();
    let client = client(&emulator);
    let mut download = DriveItem::content("d", "f").send(&client).await.unwrap();
    let mut start = [0; 4];
    download.read_exact(&mut start).await.unwrap();
    assert_eq!(download.bytes(6).await.unwrap(), "456789");
}

#[tokio::test]
async fn a_range_is_the_part_that_was_asked_for() {
    let emulator = builder().start().unwrap();
    emulator
        .put_content(FILE, "text/plain", "0123456789")
        .unwrap();
    let client = client(&emulator);
    let content = || DriveItem::content("d", "f");
    for (request, expected) in [
        (content().range(2..5), "234"),
        (content().range(7..), "789"),
        (content().range(..=3), "0123"),
        (content().range(..), "0123456789"),
        (content().range(8..100), "89"),
    ] {
        let part = read(request.send(&client).await).await.unwrap();
        assert_eq!(part, expected.as_bytes());
    }
    let download = content().range(4..6).send(&client).await.unwrap();
    assert_eq!((download.position(), download.remaining()), (4, Some(2)));
    assert_eq!(download.total_length(), Some(10));
}

#[tokio::test]
async fn a_range_without_bytes_is_not_sent_and_one_after_the_end_is_an_error() {
    let emulator = builder().start().unwrap();
    emulator.put_content(FILE, "text/plain", "0123").unwrap();
    let client = client(&emulator);
    let empty = DriveItem::content("d", "f").range(3..3).send(&client).await;
    assert_eq!(empty.unwrap_err().kind(), ErrorKind::InvalidRequest);
    assert_eq!(emulator.requests().len(), 0);
    let beyond = DriveItem::content("d", "f").range(4..).send(&client).await;
    assert_eq!(beyond.unwrap_err().status().unwrap().as_u16(), 416);
}

#[tokio::test]
async fn a_service_that_ignores_the_range_is_an_error() {
    let transport = |_: http::Request<graph_resource::Body>| async {
        Ok(http::Response::new(bytes::Bytes::from_static(
            b"0123456789",
        )))
    };
    let client = graph_resource::Client::builder()
        .token("token")
        .transport(transport)
        .build()
        .unwrap();
    let whole = DriveItem::content("d", "f").range(5..).send(&client).await;
    let error = whole.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    assert!(error.message().contains("range"), "{error}");
}

#[tokio::test]
async fn a_content_that_has_not_changed_is_none() {
    let emulator = builder().start().unwrap();
    emulator.put_content(FILE, "text/plain", "old").unwrap();
    let client = client(&emulator);
    let content = || DriveItem::content("d", "f");
    let download = content().send(&client).await.unwrap();
    let etag = download.etag().unwrap().to_owned();
    let unchanged = content().if_changed(&*etag).send(&client).await.unwrap();
    assert!(unchanged.is_none());
    emulator.put_content(FILE, "text/plain", "new").unwrap();
    let changed = content().if_changed(&*etag).send(&client).await.unwrap();
    assert_eq!(read(Ok(changed.unwrap())).await.unwrap(), b"new");
}

#[tokio::test]
async fn without_an_entity_tag_nothing_is_sent() {
    let emulator = builder().start().unwrap();
    let client = client(&emulator);
    let sent = DriveItem::content("d", "f").if_changed("").send(&client);
    assert_eq!(sent.await.unwrap_err().kind(), ErrorKind::InvalidRequest);
    assert_eq!(emulator.requests().len(), 0);
}

#[tokio::test]
async fn a_content_that_breaks_off_goes_on_where_it_was() {
    let emulator = builder().start().unwrap();
    let content = numbered(3_000_000);
    emulator
        .put_content(FILE, "video/mp4", content.clone())
        .unwrap();
    for client in clients(&emulator) {
        emulator.clear_requests();
        emulator
            .inject(Fault::answer().cut_off(), When::next(2).method("GET"))
            .unwrap();
        let request = DriveItem::content("d", "f").with_retry(quick());
        let whole = read(request.send(&client).await).await.unwrap();
        assert!(whole == content);
        let requests = emulator.requests();
        assert_eq!(requests.len(), 3);
        assert_eq!(requests[0].header("range"), None);
        assert!(requests[2].header("range").unwrap().ends_with('-'));
        assert!(requests[2].header("if-range").is_some());
    }
}

#[tokio::test]
async fn a_range_that_breaks_off_goes_on_up_to_its_end() {
    let emulator = builder().start().unwrap();
    let content = numbered(1_000_000);
    emulator
        .put_content(FILE, "video/mp4", content.clone())
        .unwrap();
    let client = client(&emulator);
    emulator
        .inject(Fault::answer().cut_off(), When::next(1).method("GET"))
        .unwrap();
    let request = DriveItem::content("d", "f").range(1_000..900_000);
    let part = read(request.with_retry(quick()).send(&client).await).await;
    assert!(part.unwrap() == content[1_000..900_000]);
    let last = emulator.requests().pop().unwrap();
    assert!(last.header("range").unwrap().ends_with("-899999"));
}

#[tokio::test]
async fn a_content_that_changes_after_it_broke_off_is_an_error() {
    let emulator = builder().start().unwrap();
    emulator
        .put_content(FILE, "video/mp4", numbered(1_000_000))
        .unwrap();
    let client = client(&emulator);
    emulator
        .inject(Fault::answer().cut_off(), When::next(1).method("GET"))
        .unwrap();
    let request = DriveItem::content("d", "f").with_retry(quick());
    let download = request.send(&client).await.unwrap();
    emulator
        .put_content(FILE, "video/mp4", numbered(1_000_000))
        .unwrap();
    let error = read(Ok(download)).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::UnexpectedAnswer);
    assert!(error.message().contains("has changed"), "{error}");
}

#[tokio::test]
async fn a_content_without_retries_ends_with_the_error() {
    let emulator = builder().start().unwrap();
    emulator
        .put_content(FILE, "video/mp4", numbered(1_000_000))
        .unwrap();
    for client in clients(&emulator) {
        emulator
            .inject(Fault::answer().cut_off(), When::next(1).method("GET"))
            .unwrap();
        let request = DriveItem::content("d", "f").with_retry(Retry::never());
        let error = read(request.send(&client).await).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Transport);
        assert_eq!(error.message(), "the content broke off");
    }
}

#[tokio::test]
async fn a_content_that_always_breaks_off_at_the_same_byte_ends_with_the_error() {
    let emulator = builder().start().unwrap();
    emulator
        .put_content(FILE, "text/plain", "0123456789")
        .unwrap();
    let client = client(&emulator);
    emulator
        .inject(Fault::hang_up(), When::always().after(1))
        .unwrap();
    emulator
        .inject(Fault::answer().cut_off(), When::next(1).method("GET"))
        .unwrap();
    let request = DriveItem::content("d", "f").with_retry(quick());
    let error = read(request.send(&client).await).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Transport);
}

#[tokio::test]
async fn a_missing_content_is_an_error_of_the_service() {
    let emulator = builder().start().unwrap();
    let client = client(&emulator);
    let missing = DriveItem::content("d", "none").send(&client).await;
    assert!(missing.unwrap_err().is_not_found());
}

#[tokio::test]
async fn a_content_above_the_limit_is_not_kept() {
    let emulator = builder().start().unwrap();
    emulator
        .put_content(FILE, "text/plain", "0123456789")
        .unwrap();
    let client = client(&emulator);
    let download = DriveItem::content("d", "f").send(&client).await.unwrap();
    let error = download.bytes(9).await.unwrap_err();
    assert_eq!(
        error.message(),
        "the content is larger than the limit of 9 bytes"
    );
}

#[tokio::test]
async fn the_rest_of_a_content_is_read_and_nothing_is_left_at_its_end() {
    let emulator = builder().start().unwrap();
    emulator
        .put_content(FILE, "text/plain", "0123456789")
        .unwrap();
    for client in clients(&emulator) {
        let content = DriveItem::content("d", "f").send(&client).await.unwrap();
        let etag = content.etag().unwrap().to_owned();
        for (position, expected) in [(0, "0123456789"), (7, "789"), (10, "")] {
            let rest = DriveItem::content("d", "f").resume(position, &*etag);
            let rest = rest.send(&client).await.unwrap();
            assert_eq!(rest.position(), position);
            assert_eq!(read(Ok(rest)).await.unwrap(), expected.as_bytes());
        }
        let beyond = DriveItem::content("d", "f").resume(11, etag).send(&client);
        assert_eq!(beyond.await.unwrap_err().status().unwrap().as_u16(), 416);
    }
}

#[tokio::test]
async fn the_rest_of_another_content_is_an_error() {
    let emulator = builder().start().unwrap();
    emulator.put_content(FILE, "text/plain", "old").unwrap();
    let client = client(&emulator);
    let content = DriveItem::content("d", "f").send(&client).await.unwrap();
    let etag = content.etag().unwrap().to_owned();
    emulator.put_content(FILE, "text/plain", "new").unwrap();
    let rest = DriveItem::content("d", "f").resume(1, etag).send(&client);
    assert_eq!(rest.await.unwrap_err().kind(), ErrorKind::UnexpectedAnswer);
    let weak = DriveItem::content("d", "f")
        .resume(1, "W/\"1\"")
        .send(&client);
    assert_eq!(weak.await.unwrap_err().kind(), ErrorKind::InvalidRequest);
}

#[tokio::test]
async fn a_content_is_read_in_a_batch() {
    let emulator = builder().start().unwrap();
    let content = [0, 0xff, 0xd8, b'"', 7];
    emulator
        .put_content(FILE, "image/jpeg", content.to_vec())
        .unwrap();
    let client = client(&emulator);
    let mut batch = graph_resource::Batch::new();
    let photo = batch.push(DriveItem::content("d", "f"));
    let unchanged = batch.push(DriveItem::content("d", "f").if_changed("\"1\""));
    let mut answers = batch.send(&client).await;
    let download = answers.take(photo).unwrap();
    assert_eq!(download.content_type(), Some("image/jpeg"));
    assert_eq!(read(Ok(download)).await.unwrap(), content);
    assert!(answers.take(unchanged).unwrap().is_none());
}
