//! Asserts that dynamic properties and flags do what a plain list does, with few and with many entries.

#![no_main]

use arbitrary::Arbitrary;
use graph_resource::edm::{DynamicProperties, Flags};
use graph_resource_fuzz::thing::Color;
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

/// A change of a map or a set. Names are few, so that they repeat, and more than those from which on there is an index.
#[derive(Debug, Arbitrary)]
enum Step {
    Insert(u8, i8),
    Remove(u8),
    /// Inserts as many names from the first one on.
    Extend(u8, u8),
}

fuzz_target!(|steps: Vec<Step>| {
    check_properties(&steps);
    check_flags(&steps);
});

fn check_properties(steps: &[Step]) {
    let name = |number: u8| format!("p{number}");
    let mut properties = DynamicProperties::new();
    let mut model: Vec<(String, Value)> = Vec::new();
    for step in steps {
        match *step {
            Step::Insert(number, value) => {
                let previous = properties.insert(name(number), value);
                assert_eq!(previous, insert(&mut model, name(number), value.into()));
            }
            Step::Remove(number) => {
                let position = model.iter().position(|(other, _)| *other == name(number));
                let removed = position.map(|position| model.remove(position).1);
                assert_eq!(properties.remove(&name(number)), removed);
            }
            Step::Extend(first, count) => {
                let numbers = (0..count).map(|number| first.wrapping_add(number));
                properties.extend(numbers.clone().map(|number| (name(number), number)));
                for number in numbers {
                    insert(&mut model, name(number), number.into());
                }
            }
        }
    }
    let pairs = model.iter().map(|(name, value)| (&**name, value));
    assert!(properties.iter().eq(pairs.clone()));
    assert_eq!(properties.len(), model.len());
    for number in 0..=u8::MAX {
        let expected = pairs.clone().find(|(other, _)| *other == name(number));
        assert_eq!(
            properties.get(&name(number)),
            expected.map(|(_, value)| value)
        );
    }
    let backwards: DynamicProperties = model.iter().rev().cloned().collect();
    assert_eq!(properties, backwards);
    let json = serde_json::to_string(&properties).expect("any value can be written");
    let read: DynamicProperties =
        serde_json::from_str(&json).expect("what was written can be read");
    assert!(read.iter().eq(properties.iter()));
    assert!(properties.into_iter().eq(model));
}

fn insert(model: &mut Vec<(String, Value)>, name: String, value: Value) -> Option<Value> {
    match model.iter_mut().find(|(other, _)| *other == name) {
        Some((_, present)) => Some(std::mem::replace(present, value)),
        None => {
            model.push((name, value));
            None
        }
    }
}

fn check_flags(steps: &[Step]) {
    let mut flags = Flags::new();
    let mut model: Vec<Color> = Vec::new();
    for step in steps {
        match *step {
            Step::Insert(number, _) => {
                let is_new = !model.contains(&color(number));
                assert_eq!(flags.insert(color(number)), is_new);
                model.extend(is_new.then(|| color(number)));
            }
            Step::Remove(number) => {
                assert_eq!(flags.remove(&color(number)), model.contains(&color(number)));
                model.retain(|other| *other != color(number));
            }
            Step::Extend(first, count) => {
                let colors = (0..count).map(|number| color(first.wrapping_add(number)));
                flags.extend(colors.clone());
                for color in colors {
                    if !model.contains(&color) {
                        model.push(color);
                    }
                }
            }
        }
    }
    assert!(flags.iter().eq(&model));
    assert_eq!(flags.len(), model.len());
    assert!(
        (0..=u8::MAX)
            .all(|number| flags.contains(&color(number)) == model.contains(&color(number)))
    );
    assert_eq!(flags, model.iter().rev().cloned().collect());
    let json = serde_json::to_string(&flags).expect("flags can be written");
    let read: Flags<Color> = serde_json::from_str(&json).expect("flags can be read");
    assert!(read.iter().eq(&flags), "{json}");
}

/// Returns a declared member, or one of many that are not.
fn color(number: u8) -> Color {
    match number {
        0 => Color::Red,
        1 => Color::Green,
        2 => Color::Blue,
        _ => Color::Unknown(format!("c{number}")),
    }
}
