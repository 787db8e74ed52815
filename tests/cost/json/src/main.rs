//! The program whose instructions are measured.

fn main() -> Result<(), String> {
    cost_scenario::run(cost_json::SCENARIOS)
}
