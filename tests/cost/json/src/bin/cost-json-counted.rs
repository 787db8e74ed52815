//! The program whose allocations are measured.

fn main() -> Result<(), String> {
    cost_scenario::count(cost_json::SCENARIOS, |work| {
        let counted = allocation_counter::measure(work);
        (
            counted.count_total,
            counted.bytes_max,
            counted.bytes_current,
        )
    })
}
