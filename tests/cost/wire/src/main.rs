//! The program whose instructions are measured, and the server.

fn main() -> Result<(), String> {
    if std::env::args().nth(1).as_deref() == Some("serve") {
        return cost_wire::server::run().map_err(|error| error.to_string());
    }
    cost_scenario::run(cost_wire::SCENARIOS)
}
