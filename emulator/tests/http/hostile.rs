//! Invalid input: it is answered with an error in Graph's format, and the server continues.

use std::io::Write;

use graph_resource_emulator::Emulator;

use crate::relationships;
use crate::support::*;

/// A generator of random numbers, which are the same in each run.
struct Noise(u64);

impl Noise {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[3]
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 32).unwrap() % limit
    }
}

/// Asserts that the response is 4xx with Graph's error body.
fn assert_rejected(answer: &[u8], what: &str) {
    let text = String::from_utf8_lossy(answer);
    assert!(text.starts_with("HTTP/1.1 4"), "{what}: {text}");
    let (_, body) = text.split_once("\r\n\r\n").unwrap();
    let body: serde_json::Value = serde_json::from_str(body).unwrap_or_default();
    assert!(
        body["error"]["code"].is_string() && body["error"]["message"].is_string(),
        "{what}"
    );
}

async fn assert_serving(emulator: &Emulator) {
    assert_eq!(get(emulator, IMAGES).await.status, 200);
}

#[tokio::test]
async fn random_and_damaged_bodies_are_rejected() {
    let (emulator, path) = start_with_image();
    let before = emulator.get(&path);
    let valid = json!({ "displayName": "x\u{fc}", "version": null, "a": [1.5e300, { "b": -1 }] })
        .to_string();
    let mut noise = Noise(42);
    for round in 0..300 {
        let body: Vec<u8> = if round % 2 == 0 {
            (0..noise.below(200)).map(|_| noise.byte()).collect()
        } else {
            let mut body = valid.as_bytes()[..noise.below(valid.len())].to_vec();
            let at = noise.below(body.len().max(1));
            body.iter_mut()
                .skip(at)
                .take(1)
                .for_each(|byte| *byte = noise.byte());
            body
        };
        for (method, path) in [("PATCH", path.as_str()), ("POST", IMAGES)] {
            let request =
                request(&emulator, method, path).header("Content-Type", "application/json");
            let answer = send(request.body(body.clone())).await;
            assert_eq!(answer.status, 400, "{body:?}");
            answer.assert_rejected(400, answer.code());
        }
    }
    assert_eq!(emulator.get(&path), before);
    assert_serving(&emulator).await;
}

#[tokio::test]
async fn invalid_paths_are_rejected() {
    let emulator = start();
    let long = format!("/beta/users/{}/tasks/1", "x".repeat(60_000));
    for path in [
        "/",
        "//",
        "///",
        "/beta",
        "/beta/",
        "//beta",
        "/beta//",
        "/BETA//users",
        "/%",
        "/%%%",
        "/%zz",
        "/beta/%",
        "/beta/users/%FF/tasks",
        "/beta/users/%C3%28/tasks/1",
        "/beta/users/%00/tasks/%00",
        "/beta/users/1/tasks/..",
        "/beta/users/1/tasks/%2E%2E",
        "/../../etc/passwd",
        "/beta/users/1/tasks/a?$top=%FF",
        "/beta/users?%zz=%zz",
        "*",
        "http://other.example/beta/nowhere",
        "/beta/users('1')",
        "/beta/users/{user_id}/tasks/{key}",
        &long,
    ] {
        assert_rejected(&exchange(&emulator, &get_raw(path.as_bytes())), path);
    }
    assert_serving(&emulator).await;
}

#[tokio::test]
async fn random_paths_are_rejected() {
    let emulator = start();
    let alphabet = b"/%abz09.~-_!$&'()*+,;=:@?{}|^\"beta";
    let mut noise = Noise(7);
    for _ in 0..500 {
        let tail = (0..noise.below(60)).map(|_| alphabet[noise.below(alphabet.len())]);
        let path: Vec<u8> = b"/beta/x".iter().copied().chain(tail).collect();
        let answer = exchange(&emulator, &get_raw(&path));
        let is_rejected = answer.starts_with(b"HTTP/1.1 4") || answer.starts_with(b"HTTP/1.1 501");
        assert!(
            is_rejected,
            "{}: {}",
            String::from_utf8_lossy(&path),
            String::from_utf8_lossy(&answer)
        );
    }
    assert_serving(&emulator).await;
}

/// Invalid HTTP never becomes a request: the response has only a status.
#[tokio::test]
async fn invalid_http_is_rejected_by_the_server() {
    let emulator = start();
    let too_long = get_raw("/x".repeat(40_000).as_bytes());
    let too_many = format!("GET / HTTP/1.1\r\n{}\r\n", "a: b\r\n".repeat(33_000));
    let too_large = format!("GET / HTTP/1.1\r\na: {}\r\n\r\n", "b".repeat(1 << 20));
    for bytes in [
        &get_raw(b"/beta/users/\xff\xfe")[..],
        &get_raw(b"/beta/users/\x7f"),
        &get_raw(b"/beta/us ers"),
        &too_long,
        too_many.as_bytes(),
        too_large.as_bytes(),
        b"\0\0\0\0\r\n\r\n",
        b"GET / HTTP/1.1\r\nbad header\r\n\r\n",
        b"PATCH /beta/x HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
    ] {
        let answer = exchange(&emulator, bytes);
        assert!(
            answer.starts_with(b"HTTP/1.1 4"),
            "{}",
            String::from_utf8_lossy(&answer)
        );
    }
    assert_serving(&emulator).await;
}

#[tokio::test]
async fn a_client_that_hangs_up_does_not_affect_others() {
    let (emulator, path) = start_with_image();
    let head = format!(
        "PATCH /beta{path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"
    );
    for end in (0..=head.len()).step_by(7) {
        connect(&emulator)
            .write_all(&head.as_bytes()[..end])
            .unwrap();
    }
    assert!(emulator.requests().is_empty());
    assert_serving(&emulator).await;
}

#[tokio::test]
async fn invalid_headers_are_ignored_or_rejected() {
    let (emulator, path) = start_with_image();
    let invalid: [&[u8]; 6] = [b"", b"\xff\xfe", b"\"", b",,,;;==", b"W/\"", &[b'x'; 9000]];
    for name in [
        "Prefer",
        "If-None-Match",
        "client-request-id",
        "Accept",
        "Content-Type",
        "X-Odd",
    ] {
        for value in invalid {
            let answer = send(request(&emulator, "GET", &path).header(name, value)).await;
            assert_eq!(answer.status, 200, "{name}");
        }
    }
    for value in invalid {
        let request = with_json(&emulator, "PATCH", &path, &json!({ "version": "2" }));
        send(request.header("If-Match", value))
            .await
            .assert_rejected(412, "resourceModified");
    }
    let answer = send(request(&emulator, "GET", &path).header("Host", "a b\"<>")).await;
    let context = answer.json["@odata.context"].as_str().unwrap();
    assert!(context.starts_with("http://localhost/beta/"), "{context}");
}

/// Returns how many complete responses with this status the bytes contain.
fn statuses(answers: &[u8], status: &str) -> usize {
    let text = String::from_utf8_lossy(answers);
    text.matches(&format!("HTTP/1.1 {status}")).count()
}

#[tokio::test]
async fn pipelined_requests_are_answered_in_order() {
    let (emulator, path) = start_with_image();
    let head = "HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\n";
    let get = format!("GET /beta{path} {head}\r\n");
    let update = format!(
        "PATCH /beta{path} {head}Content-Type: application/json\r\nContent-Length: 15\r\n\r\n{{\"version\":\"2\"}}"
    );
    let last = format!("GET /beta/nowhere {head}Connection: close\r\n\r\n");
    let answers = exchange(
        &emulator,
        [get.repeat(50), update, get, last].concat().as_bytes(),
    );
    assert_eq!(
        (statuses(&answers, "200"), statuses(&answers, "404")),
        (52, 1)
    );
    let log = emulator.requests();
    assert_eq!((log.len(), log[50].method().as_str()), (53, "PATCH"));
}

#[tokio::test]
async fn chunks_and_expectations_are_understood() {
    let (emulator, path) = start_with_image();
    let head = format!(
        "PATCH /beta{path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\nContent-Type: application/json\r\nConnection: close\r\n"
    );
    let chunks = "Transfer-Encoding: chunked\r\n\r\n8\r\n{\"versio\r\n7\r\nn\":\"2\"}\r\n0\r\n\r\n";
    let expecting = "Expect: 100-continue\r\nContent-Length: 15\r\n\r\n{\"version\":\"3\"}";
    for rest in [chunks, expecting] {
        let answer = exchange(&emulator, format!("{head}{rest}").as_bytes());
        assert_eq!(
            statuses(&answer, "200"),
            1,
            "{}",
            String::from_utf8_lossy(&answer)
        );
    }
    for broken in [
        "Transfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n",
        "Content-Length: 1\r\nContent-Length: 2\r\n\r\n{",
        "Content-Length: 99999999999999999999999\r\n\r\n{",
    ] {
        let answer = exchange(&emulator, format!("{head}{broken}").as_bytes());
        assert_eq!(statuses(&answer, "200"), 0, "{broken}");
    }
    assert_eq!(emulator.get(&path).unwrap()["version"], "3");
    assert_serving(&emulator).await;
}

#[tokio::test]
async fn slow_clients_do_not_keep_others_waiting() {
    let (emulator, path) = start_with_image();
    let slow: Vec<_> = (0..64)
        .map(|number| {
            let mut stream = connect(&emulator);
            let head = format!(
                "PATCH /beta{path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\n"
            );
            let sent = number % (head.len() + 5);
            stream
                .write_all(&[head.as_bytes(), b"{\"a\":"].concat()[..sent])
                .unwrap();
            stream
        })
        .collect();
    assert_serving(&emulator).await;
    drop(slow);
    assert_eq!(emulator.requests().len(), 1);
}

#[tokio::test]
async fn a_body_without_an_end_is_answered_and_its_connection_closed() {
    let emulator = builder().body_limit(1 << 10).start().unwrap();
    let mut stream = connect(&emulator);
    let head = "POST /beta/users/1/tasks HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    stream.write_all(head.as_bytes()).unwrap();
    let chunk = [b"100000\r\n".as_slice(), &vec![b' '; 1 << 20], b"\r\n"].concat();
    let sent = (0..1024).take_while(|_| stream.write_all(&chunk).is_ok());
    assert!(sent.count() < 200);
    let log = emulator.requests();
    assert_eq!((log.len(), log[0].response().status().as_u16()), (1, 413));
    assert_eq!(log[0].body().len(), (1 << 10) + 1);
    assert_serving(&emulator).await;
}

#[tokio::test]
async fn deep_and_wide_bodies_are_answered_in_bounded_time() {
    let (emulator, path) = start_with_image();
    let wide: serde_json::Map<_, _> = (0..100_000).map(|n| (format!("p{n}"), json!(n))).collect();
    let deep = format!("{}1{}", "{\"version\":".repeat(50_000), "}".repeat(50_000));
    let duplicate = format!(
        "{{{}\"version\":\"2\"}}",
        "\"version\":null,".repeat(100_000)
    );
    for (body, status) in [
        (json!(wide).to_string(), 400),
        (deep, 400),
        (duplicate, 200),
    ] {
        let request = request(&emulator, "PATCH", &path).header("Content-Type", "application/json");
        assert_eq!(send(request.body(body)).await.status, status);
    }
    let names = vec!["version"; 6000].join(",");
    let selected = get(&emulator, &format!("{path}?$select={names}")).await;
    assert_eq!(selected.json["version"], "2");
    assert_eq!(selected.json.as_object().unwrap().len(), 3);
}

impl Noise {
    fn one_of<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.below(words.len())]
    }

    fn words(&mut self, words: &[&str], most: usize) -> String {
        (0..self.below(most)).map(|_| self.one_of(words)).collect()
    }
}

#[tokio::test]
async fn random_addresses_are_answered() {
    let emulator = relationships::start();
    let words = [
        "/",
        "users",
        "groups",
        "members",
        "manager",
        "1",
        "2",
        "absent",
        "('1')",
        "(1)",
        "(id='2')",
        "(",
        ")",
        "'",
        "%27",
        "%2F",
        "$ref",
        "/$ref",
        "$count",
        "?$id=users/2",
        "?$expand=manager(",
        "&$select=id",
        "?$top=1",
        "delta()",
        "microsoft.graph.user",
        "=",
        ",",
        "%",
        "%24",
        "?",
    ];
    let mut noise = Noise(11);
    for _ in 0..1500 {
        let method = noise.one_of(&["GET", "POST", "PUT", "PATCH", "DELETE"]);
        let path = format!("/v1.0/{}", noise.words(&words, 9));
        let head = "HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer t\r\nContent-Type: application/json";
        let body = noise.one_of(&[
            "{}",
            "{\"@odata.id\":\"users/2\"}",
            "{\"manager@odata.bind\":\"users('2')\"}",
        ]);
        let length = body.len();
        let request = format!(
            "{method} {path} {head}\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n{body}"
        );
        let answer = exchange(&emulator, request.as_bytes());
        assert!(answer.starts_with(b"HTTP/1.1 "), "{method} {path}");
        assert!(!answer.starts_with(b"HTTP/1.1 500"), "{method} {path}");
    }
    assert_eq!(get(&emulator, "/users").await.status, 200);
}

#[tokio::test]
async fn random_bodies_of_known_names_are_answered() {
    let (emulator, image) = start_with_image();
    let words = [
        "{",
        "}",
        "[",
        "]",
        ":",
        ",",
        "null",
        "1",
        "\"x\"",
        "\"@odata.type\":",
        "\"#microsoft.graph.cloudPcDeviceImage\"",
        "\"version\":",
        "\"owner@odata.bind\":",
        "\"@odata.bind\":",
        "\"displayName\":",
        "\"id\":",
        "\"version@odata.type\":",
    ];
    let mut noise = Noise(13);
    for round in 0..600 {
        let body = format!("{{{}}}", noise.words(&words, 8));
        let (method, path) = [("PATCH", image.as_str()), ("POST", IMAGES)][round % 2];
        let request = request(&emulator, method, path).header("Content-Type", "application/json");
        let status = send(request.body(body.clone())).await.status;
        assert!([200, 201, 400].contains(&status), "{status}: {body}");
    }
}
