use std::collections::BTreeMap;

use graph_resource::graph_resource;

#[graph_resource(path = "/planner/plans/{plan_id}/details")]
struct PlanDetails {
    #[graph(merge)]
    shared_with: BTreeMap<String, bool>,
}

fn main() {
    let _ = PlanDetails::update("1").shared_with(|users| users.change("1", |is_shared| is_shared));
}
