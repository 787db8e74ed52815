//! A copy of a collection, and a run of many requests, survive that their processes are killed.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use graph_resource::{Mirror, graph_resource};
use graph_resource_emulator::Emulator;
use serde_json::json;

const IDS: std::ops::Range<u32> = 1..9;

#[graph_resource(path = "/users")]
#[derive(Debug, Clone, PartialEq)]
struct User {
    #[graph(key)]
    id: String,
    display_name: Option<String>,
}

/// A folder that is removed with the value.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // A folder that stays is no failure of the test.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn folder(name: &str) -> Folder {
    let name = format!("killed-{name}-{}", std::process::id());
    let folder = Folder(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
    fs::create_dir_all(&folder.0).unwrap();
    folder
}

fn start() -> Emulator {
    let emulator = Emulator::builder().serve::<User>().page_size(2);
    let emulator = emulator.start().unwrap();
    for id in 1..6 {
        let user = json!({ "id": id.to_string(), "displayName": "Ada" });
        emulator.insert("/users", user).unwrap();
    }
    emulator
}

/// Adds, changes and removes users, and sometimes forgets the past.
fn change(emulator: &Emulator, random: &mut fastrand::Rng) {
    for _ in 0..random.usize(0..3) {
        let path = format!("/users/{}", random.u32(IDS));
        match random.u32(0..12) {
            0..4 => drop(emulator.remove(&path)),
            4 => emulator.expire_delta_tokens(),
            _ => {
                let user = json!({ "displayName": random.alphabetic().to_string() });
                emulator.put(&path, user).unwrap();
            }
        }
    }
}

/// The program that keeps a copy of a collection.
const MIRROR: &str = env!("CARGO_BIN_EXE_mirror");

/// The program that sends many requests.
const BULK: &str = env!("CARGO_BIN_EXE_bulk");

/// Runs a process up to its end, or to the line at which `is_killed` says so. Returns whether it ended by itself.
fn run(
    program: &str,
    emulator: &Emulator,
    file: &Path,
    mut is_killed: impl FnMut(&str) -> bool,
) -> bool {
    let mut process = Command::new(program)
        .arg(emulator.url())
        .arg(file)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = process.stdin.take().unwrap();
    let output = process.stdout.take().unwrap();
    for place in BufReader::new(output).lines() {
        if is_killed(&place.unwrap()) {
            process.kill().unwrap();
            process.wait().unwrap();
            return false;
        }
        // A process that has ended reads no more.
        let _ = writeln!(input);
    }
    assert!(process.wait().unwrap().success());
    true
}

fn of_service(emulator: &Emulator) -> BTreeMap<String, User> {
    let users = IDS.filter_map(|id| {
        let user = emulator.get(&format!("/users/{id}"))?;
        Some((id.to_string(), serde_json::from_value(user).unwrap()))
    });
    users.collect()
}

#[test]
fn a_mirror_is_what_the_service_has_wherever_its_process_was_killed() {
    let folder = folder("mirror");
    let mut killed = BTreeMap::<String, u32>::new();
    for seed in 0..200 {
        let mut random = fastrand::Rng::with_seed(seed);
        let emulator = start();
        let file = folder.0.join(format!("{seed}.json"));
        for _ in 0..3 {
            run(MIRROR, &emulator, &file, |place| {
                change(&emulator, &mut random);
                let is_killed = random.u32(0..5) == 0;
                *killed.entry(place.to_owned()).or_default() += u32::from(is_killed);
                is_killed
            });
        }
        assert!(run(MIRROR, &emulator, &file, |_| false));
        let mirror: Mirror<User> = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        assert_eq!(mirror.items(), &of_service(&emulator), "seed {seed}");
    }
    let places = killed.iter().map(|(place, times)| (place.as_str(), *times));
    let places: Vec<_> = places.filter(|(_, times)| *times >= 20).collect();
    assert_eq!(places.len(), 3, "{killed:?}");
}

const LISTS: &str = "/users/ada/todo/lists";

/// The requests of the run: the even ones update, the odd ones create.
const REQUESTS: std::ops::Range<u32> = 0..60;

#[graph_resource(path = "/users/ada/todo/lists")]
#[derive(Debug)]
struct TodoList {
    #[graph(key)]
    id: String,
    display_name: String,
}

/// The tags that a journal says are acknowledged.
fn acknowledged(journal: &Path) -> BTreeSet<u32> {
    let journal = fs::read_to_string(journal).unwrap_or_default();
    let lines = journal
        .split_inclusive('\n')
        .filter(|line| line.ends_with('\n'));
    let tags = lines.filter_map(|line| line.strip_prefix("a \"")?.strip_suffix("\"\n"));
    tags.map(|tag| tag.parse().unwrap()).collect()
}

/// The tags of the requests in batches that an emulator has executed.
fn executed(emulator: &Emulator) -> Vec<u32> {
    let requests = emulator.requests().into_iter();
    requests
        .filter(|request| request.is_in_batch() && request.was_executed())
        .map(|request| {
            let name = request.json().unwrap()["displayName"].clone();
            name.as_str().unwrap().parse().unwrap()
        })
        .collect()
}

#[test]
fn a_run_loses_and_doubles_nothing_wherever_its_process_was_killed() {
    let folder = folder("bulk");
    let mut killed = BTreeMap::<String, u32>::new();
    let mut seed = 0;
    while killed.values().sum::<u32>() < 200 {
        seed += 1;
        let mut random = fastrand::Rng::with_seed(seed);
        let emulator = Emulator::builder().serve::<TodoList>().start().unwrap();
        for number in REQUESTS.step_by(2) {
            let list = json!({ "id": number.to_string(), "displayName": "-1" });
            emulator.insert(LISTS, list).unwrap();
        }
        let journal = folder.0.join(format!("{seed}.journal"));
        let mut executed_before = 0;
        for _ in 0..4 {
            let known = acknowledged(&journal);
            run(BULK, &emulator, &journal, |place| {
                let is_killed = !place.starts_with("unknown") && random.u32(0..6) == 0;
                *killed.entry(place.to_owned()).or_default() += u32::from(is_killed);
                is_killed
            });
            let executed = executed(&emulator);
            let repeated = executed[executed_before..]
                .iter()
                .find(|tag| known.contains(tag));
            assert_eq!(
                repeated, None,
                "seed {seed}: an acknowledged request was repeated"
            );
            executed_before = executed.len();
        }
        let mut unknown = BTreeSet::new();
        assert!(run(BULK, &emulator, &journal, |line| {
            let tag = line.strip_prefix("unknown ");
            unknown.extend(tag.map(|tag| tag.parse::<u32>().unwrap()));
            false
        }));
        let acknowledged = acknowledged(&journal);
        let all: BTreeSet<_> = acknowledged.union(&unknown).copied().collect();
        assert_eq!(all, REQUESTS.collect(), "seed {seed}");
        assert!(acknowledged.is_disjoint(&unknown), "seed {seed}");
        let mut times = BTreeMap::<u32, u32>::new();
        for tag in executed(&emulator) {
            *times.entry(tag).or_default() += 1;
        }
        for tag in REQUESTS {
            let times = times.get(&tag).copied().unwrap_or(0);
            let is_create = tag % 2 == 1;
            assert!(
                !is_create || times <= 1,
                "seed {seed}: {tag} was executed twice"
            );
            // What is not known is a create that was executed once, or not at all.
            assert!(
                times >= 1 || unknown.contains(&tag),
                "seed {seed}: {tag} is lost"
            );
            assert!(is_create || !unknown.contains(&tag), "seed {seed}: {tag}");
        }
    }
    let places = killed.values().filter(|times| **times >= 20).count();
    assert_eq!(places, 4, "{killed:?}");
}
