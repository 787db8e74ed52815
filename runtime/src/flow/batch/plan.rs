use std::collections::{HashSet, VecDeque};

use crate::flow::envelope::MAX_ITEMS;

/// The order in which requests that depend on each other go into batches.
///
/// A request goes together with those that depend on it and nothing else that is open, as far as there is room: a batch is executed in the order of
/// its dependencies. What depends on several open requests waits for an answer to all but one of them, since the documentation of Graph
/// promises no more than one dependency of a request ("Known issues with Microsoft Graph", JSON batching).
pub(super) struct Plan {
    steps: Vec<Step>,
    /// The requests that depend on nothing that is open, in the order in which they became so.
    ready: VecDeque<usize>,
    lanes_in_use: HashSet<usize>,
}

/// A request as the plan knows it.
pub(super) struct Step {
    /// The requests that it depends on and that have not succeeded.
    pub(super) after: Vec<usize>,
    /// The version. A batch has one.
    pub(super) version: usize,
    /// The lane, if only one batch at a time may have requests of it.
    pub(super) lane: Option<usize>,
    dependants: Vec<usize>,
    state: State,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Waiting,
    InFlight,
    Settled,
}

/// A request of a batch, with the positions of those in the batch that it depends on.
pub(super) type Planned = (usize, Vec<usize>);

impl Step {
    pub(super) const fn new(after: Vec<usize>, version: usize, lane: Option<usize>) -> Self {
        Self {
            after,
            version,
            lane,
            dependants: Vec::new(),
            state: State::Waiting,
        }
    }
}

impl Plan {
    /// Creates a plan. A request depends only on those before it.
    pub(super) fn new(mut steps: Vec<Step>) -> Self {
        for index in 0..steps.len() {
            for after in steps[index].after.clone() {
                steps[after].dependants.push(index);
            }
        }
        let all = steps.iter().enumerate();
        let ready = all.filter(|(_, step)| step.after.is_empty());
        Self {
            ready: ready.map(|(index, _)| index).collect(),
            steps,
            lanes_in_use: HashSet::new(),
        }
    }

    /// Returns the next batch, of requests that may be sent, in the order in which they were added.
    pub(super) fn next(&mut self, may_send: impl Fn(usize) -> bool) -> Option<Vec<Planned>> {
        let mut batch: Vec<usize> = Vec::new();
        let mut left = VecDeque::new();
        while let Some(root) = self.ready.pop_front() {
            if batch.len() == MAX_ITEMS {
                left.push_back(root);
                break;
            }
            match self.tree(root, &batch) {
                Some(tree) if may_send(root) => {
                    for index in &tree {
                        self.steps[*index].state = State::InFlight;
                    }
                    batch.extend(tree);
                }
                _ => left.push_back(root),
            }
        }
        left.append(&mut self.ready);
        self.ready = left;
        let lanes = batch.iter().filter_map(|index| self.steps[*index].lane);
        self.lanes_in_use.extend(lanes);
        batch.sort_unstable();
        let position = |index: &usize| batch.binary_search(index).ok();
        let plan = |index: &usize| {
            let after = self.steps[*index].after.iter().filter_map(position);
            (*index, after.collect())
        };
        (!batch.is_empty()).then(|| batch.iter().map(plan).collect())
    }

    /// Returns the requests that depend on nothing that is open, and wait to be sent.
    pub(super) fn ready(&self) -> impl Iterator<Item = usize> {
        self.ready.iter().copied()
    }

    /// Returns a request with those that can go with it, unless they have to go into another batch.
    fn tree(&self, root: usize, batch: &[usize]) -> Option<Vec<usize>> {
        let Step { version, lane, .. } = &self.steps[root];
        let is_other = |first: &usize| self.steps[*first].version != *version;
        let is_busy = |lane| self.lanes_in_use.contains(&lane);
        if batch.first().is_some_and(is_other) || lane.is_some_and(is_busy) {
            return None;
        }
        let mut tree = vec![root];
        let mut next = 0;
        while let Some(parent) = tree.get(next).copied() {
            let children = self.steps[parent].dependants.iter().copied();
            let children = children.filter(|child| self.goes_with(*child, parent));
            let free = MAX_ITEMS - tree.len();
            tree.extend(children.take(free));
            next += 1;
        }
        (batch.len() + tree.len() <= MAX_ITEMS).then_some(tree)
    }

    /// Returns whether a request can go into the batch of the only one that it still depends on.
    fn goes_with(&self, child: usize, parent: usize) -> bool {
        let Step { after, state, .. } = &self.steps[child];
        let is_alone = *after == [parent] && *state == State::Waiting;
        is_alone && self.steps[child].version == self.steps[parent].version
    }

    /// Notes that a batch has come back: its lanes are free.
    pub(super) fn arrived(&mut self, batch: impl Iterator<Item = usize>) {
        for index in batch {
            if let Some(lane) = self.steps[index].lane {
                self.lanes_in_use.remove(&lane);
            }
        }
    }

    /// Notes that a request has succeeded, which makes room for those that depend on it.
    pub(super) fn succeeded(&mut self, index: usize) {
        self.steps[index].state = State::Settled;
        for child in self.steps[index].dependants.clone() {
            let step = &mut self.steps[child];
            step.after.retain(|after| *after != index);
            if step.after.is_empty() && step.state == State::Waiting {
                self.ready.push_back(child);
            }
        }
    }

    /// Notes that a request has failed. Returns those that are not sent any more, because they depend on it, each with the one before it.
    pub(super) fn failed(&mut self, index: usize) -> Vec<(usize, usize)> {
        self.steps[index].state = State::Settled;
        self.ready.retain(|ready| *ready != index);
        let mut failed = Vec::new();
        let mut causes = VecDeque::from([index]);
        while let Some(cause) = causes.pop_front() {
            for child in self.steps[cause].dependants.clone() {
                if self.steps[child].state == State::Waiting {
                    self.steps[child].state = State::Settled;
                    failed.push((child, cause));
                    causes.push_back(child);
                }
            }
        }
        failed
    }

    /// Notes that a request has to be sent again, but not yet.
    pub(super) fn postponed(&mut self, index: usize) {
        self.steps[index].state = State::Waiting;
    }

    /// Notes that a postponed request may be sent.
    pub(super) fn resumed(&mut self, index: usize) {
        if self.steps[index].state == State::Waiting && self.steps[index].after.is_empty() {
            self.ready.push_back(index);
        }
    }

    /// Returns the requests that this one depends on and that have not succeeded.
    pub(super) fn open_dependencies(&self, index: usize) -> &[usize] {
        &self.steps[index].after
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    /// The requests that each request depends on.
    type Dependencies = Vec<Vec<usize>>;

    fn plan(after: impl Into<Dependencies>) -> Plan {
        let steps = after.into().into_iter();
        Plan::new(steps.map(|after| Step::new(after, 0, None)).collect())
    }

    fn independent(requests: usize) -> Dependencies {
        vec![Vec::new(); requests]
    }

    fn indexes(batch: Option<Vec<Planned>>) -> Vec<usize> {
        let batch = batch.unwrap_or_default();
        batch.into_iter().map(|(index, _)| index).collect()
    }

    /// Executes the plan, and returns the batches.
    fn execute(mut plan: Plan) -> Vec<Vec<usize>> {
        let mut batches = Vec::new();
        while let Some(batch) = plan.next(|_| true) {
            let batch = indexes(Some(batch));
            plan.arrived(batch.iter().copied());
            for index in &batch {
                plan.succeeded(*index);
            }
            batches.push(batch);
        }
        batches
    }

    #[test]
    fn a_batch_has_twenty_requests() {
        let batches = execute(plan(independent(41)));
        assert_eq!(
            batches.iter().map(Vec::len).collect::<Vec<_>>(),
            [20, 20, 1]
        );
        assert_eq!(batches.concat(), (0..41).collect::<Vec<_>>());
    }

    #[test]
    fn a_request_goes_with_the_one_that_it_depends_on() {
        let mut after = independent(21);
        after[20] = vec![0];
        let batch = plan(after).next(|_| true).unwrap();
        assert_eq!(batch.len(), 20);
        assert_eq!(batch[0], (0, vec![]));
        assert_eq!(batch[19], (20, vec![0]));
    }

    #[test]
    fn requests_that_depend_on_each_other_are_not_torn_apart_if_they_fit() {
        let mut after = independent(19);
        after.extend([vec![18], vec![19], vec![20]]);
        let batches = execute(plan(after));
        assert_eq!(batches[0], (0..18).collect::<Vec<_>>());
        assert_eq!(batches[1], [18, 19, 20, 21]);
    }

    #[test]
    fn a_chain_longer_than_a_batch_goes_on_in_the_next_one() {
        let chain: Dependencies = (0..45usize)
            .map(|index| index.checked_sub(1).into_iter().collect())
            .collect();
        let batches = execute(plan(chain));
        assert_eq!(
            batches.iter().map(Vec::len).collect::<Vec<_>>(),
            [20, 20, 5]
        );
        assert_eq!(batches.concat(), (0..45).collect::<Vec<_>>());
    }

    #[test]
    fn a_request_that_depends_on_two_waits_for_both() {
        let batches = execute(plan([vec![], vec![], vec![0, 1], vec![2]]));
        assert_eq!(batches, [vec![0, 1], vec![2, 3]]);
    }

    #[test]
    fn what_depends_on_a_failed_request_is_not_sent() {
        let mut plan = plan([vec![], vec![0], vec![1], vec![]]);
        plan.next(|index| index == 3);
        assert_eq!(plan.failed(0), [(1, 0), (2, 1)]);
        assert_eq!(indexes(plan.next(|_| true)), [0; 0]);
    }

    #[test]
    fn what_is_in_flight_has_an_answer_of_its_own() {
        let mut plan = plan([vec![], vec![0], vec![1]]);
        assert_eq!(indexes(plan.next(|_| true)), [0, 1, 2]);
        assert!(plan.failed(0).is_empty());
    }

    #[test]
    fn a_repeated_request_takes_its_dependants_along() {
        let mut plan = plan([vec![], vec![0]]);
        assert_eq!(indexes(plan.next(|_| true)), [0, 1]);
        plan.postponed(0);
        plan.postponed(1);
        assert_eq!(indexes(plan.next(|_| true)), [0; 0]);
        plan.resumed(0);
        assert_eq!(plan.next(|_| true).unwrap(), [(0, vec![]), (1, vec![0])]);
    }

    #[test]
    fn requests_of_another_version_go_into_another_batch() {
        let steps = [0, 1, 0].map(|version| Step::new(Vec::new(), version, None));
        assert_eq!(execute(Plan::new(steps.into())), [vec![0, 2], vec![1]]);
    }

    #[test]
    fn a_lane_has_one_batch_at_a_time() {
        let steps = (0..21).map(|_| Step::new(Vec::new(), 0, Some(7)));
        let mut plan = Plan::new(steps.collect());
        let first = indexes(plan.next(|_| true));
        assert_eq!(first.len(), 20);
        assert_eq!(indexes(plan.next(|_| true)), [0; 0]);
        plan.arrived(first.into_iter());
        assert_eq!(indexes(plan.next(|_| true)), [20]);
    }
}
