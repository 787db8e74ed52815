//! A server that answers every request, and every batch, with the same bytes, as fast as it can.

use std::io::{self, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread;

const BODY: &str = r##"{"@odata.context":"https://graph.microsoft.com/beta/$metadata#deviceManagement/virtualEndpoint/deviceImages/$entity","@odata.type":"#microsoft.graph.cloudPcDeviceImage","id":"d2c440a0-5f4f-4a5d-a1d6-9f9a1b7e2a77","displayName":"Windows 11 Enterprise 24H2","operatingSystem":"Windows 11 Enterprise","osBuildNumber":"24H2","version":"0.0.1","status":"ready","statusDetails":null,"sourceImageResourceId":"/subscriptions/31f3f1a5-0000-0000-0000-1a4cc6b9d5a2/resourceGroups/images"}"##;

/// Prints its port, and serves until its standard input ends.
pub fn run() -> io::Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    println!("{}", listener.local_addr()?.port());
    let answers = Answers {
        one: answer(BODY),
        batch: answer(&batch()),
    };
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answers = answers.clone();
            thread::spawn(move || serve(stream, &answers));
        }
    });
    io::stdin().read_to_end(&mut Vec::new()).map(drop)
}

/// The answers to a request, and to a batch of twenty.
#[derive(Clone)]
struct Answers {
    one: Vec<u8>,
    batch: Vec<u8>,
}

fn batch() -> String {
    let of = |id| {
        format!(
            r#"{{"id":"{id}","status":200,"headers":{{"Cache-Control":"no-cache","Content-Type":"application/json;odata.metadata=minimal","request-id":"4bd1b0a4-0a6b-4f4b-9f8e-0d2e0b7a0f5c"}},"body":{BODY}}}"#
        )
    };
    let responses: Vec<_> = (1..=20).map(of).collect();
    format!(r#"{{"responses":[{}]}}"#, responses.join(","))
}

fn answer(body: &str) -> Vec<u8> {
    let answer = format!(
        "HTTP/1.1 200 OK\r\ncontent-type: application/json; charset=utf-8\r\nrequest-id: 4bd1b0a4-0a6b-4f4b-9f8e-0d2e0b7a0f5c\r\nclient-request-id: 4bd1b0a4-0a6b-4f4b-9f8e-0d2e0b7a0f5c\r\ndate: Fri, 03 Nov 2023 07:03:44 GMT\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    );
    answer.into_bytes()
}

fn serve(mut stream: TcpStream, answers: &Answers) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut received = Vec::new();
    let mut chunk = [0; 16 * 1024];
    loop {
        while let Some(length) = request_length(&received) {
            if received.len() < length {
                break;
            }
            let is_batch = received.windows(7).take(100).any(|path| path == b"/$batch");
            received.drain(..length);
            stream.write_all(if is_batch {
                &answers.batch
            } else {
                &answers.one
            })?;
        }
        let read = stream.read(&mut chunk)?;
        if read == 0 {
            return Ok(());
        }
        received.extend_from_slice(&chunk[..read]);
    }
}

/// The length of the first request, once its head is there.
fn request_length(received: &[u8]) -> Option<usize> {
    let end = received.windows(4).position(|end| end == b"\r\n\r\n")? + 4;
    let head = std::str::from_utf8(&received[..end]).ok()?;
    let length = head.lines().find_map(|line| {
        let (name, value) = line.split_once(':')?;
        name.eq_ignore_ascii_case("content-length")
            .then(|| value.trim().parse().ok())?
    });
    Some(end + length.unwrap_or(0))
}
