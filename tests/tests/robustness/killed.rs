//! A copy of a collection survives that its process is killed.

use std::collections::BTreeMap;
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

/// Runs a process up to its end, or to the place at which `is_killed` says so. Returns whether it ended by itself.
fn run(emulator: &Emulator, file: &Path, mut is_killed: impl FnMut(&str) -> bool) -> bool {
    let mut process = Command::new(env!("CARGO_BIN_EXE_mirror"))
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
        writeln!(input).unwrap();
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
    let name = format!("killed-{}", std::process::id());
    let folder = Folder(Path::new(env!("CARGO_TARGET_TMPDIR")).join(name));
    fs::create_dir_all(&folder.0).unwrap();
    let mut killed = BTreeMap::<String, u32>::new();
    for seed in 0..200 {
        let mut random = fastrand::Rng::with_seed(seed);
        let emulator = start();
        let file = folder.0.join(format!("{seed}.json"));
        for _ in 0..3 {
            run(&emulator, &file, |place| {
                change(&emulator, &mut random);
                let is_killed = random.u32(0..5) == 0;
                *killed.entry(place.to_owned()).or_default() += u32::from(is_killed);
                is_killed
            });
        }
        assert!(run(&emulator, &file, |_| false));
        let mirror: Mirror<User> = serde_json::from_slice(&fs::read(&file).unwrap()).unwrap();
        assert_eq!(mirror.items(), &of_service(&emulator), "seed {seed}");
    }
    let places = killed.iter().map(|(place, times)| (place.as_str(), *times));
    let places: Vec<_> = places.filter(|(_, times)| *times >= 20).collect();
    assert_eq!(places.len(), 3, "{killed:?}");
}
