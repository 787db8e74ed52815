//! Measured by instructions.

fn main() -> Result<(), String> {
    cost_scenario::run(cost_json::SCENARIOS)
}
