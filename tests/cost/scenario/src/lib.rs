//! The common part of all measured programs: each does one named thing a number of times, so that the difference between two
//! numbers is the cost of the thing, without that of starting and warming up.

#![forbid(unsafe_code)]

/// One thing that is measured.
#[derive(Debug, Clone, Copy)]
pub struct Scenario {
    /// By which it is asked for.
    pub name: &'static str,
    /// Sets up, does the thing so many times, and forgets what a user would keep.
    pub run: fn(u64),
}

/// The `main` of a measured program. Its arguments are the name of a scenario and how often to do it.
///
/// # Errors
///
/// Fails if there is no such scenario.
pub fn run(scenarios: &[Scenario]) -> Result<(), String> {
    let (scenario, times) = chosen(scenarios)?;
    (scenario.run)(times);
    Ok(())
}

fn chosen(scenarios: &[Scenario]) -> Result<(Scenario, u64), String> {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let times = arguments.next().and_then(|times| times.parse().ok());
    let scenario = scenarios.iter().find(|scenario| scenario.name == name);
    match (scenario, times) {
        (Some(scenario), Some(times)) => Ok((*scenario, times)),
        _ => {
            let names: Vec<_> = scenarios.iter().map(|scenario| scenario.name).collect();
            Err(format!(
                "expected a scenario and a number; there are {}",
                names.join(", ")
            ))
        }
    }
}

/// The same under a counting allocator, which `measure` asks for the number of allocations, the most bytes in use at once, and the
/// bytes in use at the end.
///
/// # Errors
///
/// Fails if there is no such scenario.
pub fn count(
    scenarios: &[Scenario],
    measure: impl Fn(&dyn Fn()) -> (u64, u64, i64),
) -> Result<(), String> {
    let (scenario, times) = chosen(scenarios)?;
    // Whatever is set up once per process.
    (scenario.run)(1);
    let (allocations, peak, kept) = measure(&|| (scenario.run)(times));
    println!("{allocations} {peak} {kept}");
    Ok(())
}
