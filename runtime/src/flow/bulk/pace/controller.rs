use std::time::Duration;

use tokio::time::Instant;

use super::budget::{Budget, HOLD, whole};
use super::hints::Hints;

/// The pace of a lane: how many requests may be sent at a time, and when.
///
/// There are three limits, of which the strictest counts: the number of batches in flight; the time that the service wants the lane to wait; and a
/// budget of requests in a time, of which all is used, and no more. Some services tell it in each answer ([`Hints`]). That of others can only be
/// found out: it is what was accepted until requests were refused, in the time from the first of them up to the end of the wait. After it has held for a
/// while, a little more is tried.
#[derive(Debug)]
pub(in crate::flow::bulk) struct Pace {
    /// The largest number of batches in flight. Its fraction accumulates towards the next whole number.
    batches: f64,
    max_batches: f64,
    in_flight_batches: u32,
    in_flight: u32,
    closed_until: Option<Instant>,
    budget: Option<Budget>,
    period: Period,
    ended: Option<Ended>,
}

/// The time since the service last began to accept requests, in which they are counted.
#[derive(Debug, Clone, Copy)]
struct Period {
    number: u64,
    since: Option<Instant>,
    accepted: f64,
}

/// A period that ended when requests were refused, to which answers still come.
#[derive(Debug, Clone, Copy)]
struct Ended {
    period: Period,
    /// The end of the wait.
    until: Instant,
    /// The budget in it.
    budget: Option<Budget>,
}

/// What the answers to the requests of one batch say about a lane.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::flow::bulk) struct Report {
    /// The period in which the batch was sent: that of [`Pace::sent`].
    pub(in crate::flow::bulk) period: u64,
    pub(in crate::flow::bulk) accepted: u32,
    pub(in crate::flow::bulk) refused: u32,
    /// The longest wait of the refused requests.
    pub(in crate::flow::bulk) wait: Duration,
    pub(in crate::flow::bulk) hints: Hints,
    /// `true` if a batch failed as a whole, which says nothing about the rate.
    pub(in crate::flow::bulk) is_outage: bool,
}

/// The number of batches that are in flight at first.
const FIRST_BATCHES: f64 = 4.0;

impl Pace {
    pub(in crate::flow::bulk) fn new(max_batches: u32) -> Self {
        let max_batches = f64::from(max_batches.max(1));
        Self {
            batches: FIRST_BATCHES.min(max_batches),
            max_batches,
            in_flight_batches: 0,
            in_flight: 0,
            closed_until: None,
            budget: None,
            period: Period {
                number: 0,
                since: None,
                accepted: 0.0,
            },
            ended: None,
        }
    }

    /// Returns how many requests may be sent now, of those that could be sent, or else the time at which to ask again, if that is known.
    pub(in crate::flow::bulk) fn allowed(
        &mut self,
        now: Instant,
        wanted: usize,
    ) -> Result<usize, Option<Instant>> {
        if f64::from(self.in_flight_batches) + 1.0 > self.batches {
            return Err(None);
        }
        if let Some(until) = self.closed_until {
            if until > now {
                return Err(Some(until));
            }
            self.closed_until = None;
            self.start_period(now);
        }
        let Some(budget) = &mut self.budget else {
            return Ok(wanted);
        };
        let is_over = budget.until <= now;
        if is_over {
            budget.renew(now);
        }
        let Budget { left, until, .. } = *budget;
        if is_over && self.in_flight == 0 {
            self.start_period(now);
        }
        match whole(left) {
            0 => Err(Some(until)),
            left => Ok(wanted.min(left)),
        }
    }

    /// Notes that so many requests are sent in a batch. Returns the period.
    pub(in crate::flow::bulk) fn sent(&mut self, now: Instant, requests: usize) -> u64 {
        self.in_flight_batches += 1;
        self.in_flight += u32::try_from(requests).unwrap_or(u32::MAX);
        if let Some(budget) = &mut self.budget {
            budget.left = (budget.left - count(requests)).max(0.0);
        }
        if self.period.since.is_none() {
            self.period.since = Some(now);
        }
        self.period.number
    }

    /// Notes the answers to a batch. Returns how long the lane is closed from now on, if the service wants it to wait.
    pub(in crate::flow::bulk) fn answered(
        &mut self,
        now: Instant,
        requests: usize,
        report: &Report,
    ) -> Option<Duration> {
        self.in_flight_batches = self.in_flight_batches.saturating_sub(1);
        let requests = u32::try_from(requests).unwrap_or(u32::MAX);
        self.in_flight = self.in_flight.saturating_sub(requests);
        self.note_hints(now, &report.hints);
        self.note_accepted(now, report);
        // If most were accepted, it is the others that wait, such as one mailbox of many.
        if report.refused > report.accepted {
            return self.note_refusal(now, report);
        }
        if report.refused == 0 {
            self.batches = (self.batches + 1.0 / self.batches).min(self.max_batches);
        }
        self.note_use(now, &report.hints);
        None
    }

    /// Returns whether the lane waits for the service.
    pub(in crate::flow::bulk) fn is_closed(&self, now: Instant) -> bool {
        self.closed_until.is_some_and(|until| until > now)
    }

    /// Returns whether nothing is known about the lane, and nothing is in flight.
    pub(in crate::flow::bulk) const fn is_unused(&self) -> bool {
        self.closed_until.is_none() && self.budget.is_none() && self.in_flight_batches == 0
    }

    /// Closes the lane for a time, as another run was told.
    pub(in crate::flow::bulk) fn close(&mut self, until: Instant) {
        // Who has no budget yet takes the part that was accepted until then.
        if self.closed_until.is_none() && self.budget.is_none() && self.period.since.is_some() {
            self.end_period(until);
        }
        self.closed_until = self.closed_until.max(Some(until));
    }

    fn note_accepted(&mut self, now: Instant, report: &Report) {
        let accepted = f64::from(report.accepted);
        if report.period == self.period.number {
            self.period.accepted += accepted;
            return;
        }
        let is_late =
            |ended: &&mut Ended| ended.period.number == report.period && now < ended.until;
        if let Some(ended) = self.ended.as_mut().filter(is_late) {
            ended.period.accepted += accepted;
            self.learn();
        }
    }

    /// Ends the period in which requests were refused, as of the end of the wait.
    fn end_period(&mut self, until: Instant) {
        self.ended = Some(Ended {
            period: self.period,
            until,
            budget: self.budget,
        });
        self.learn();
        self.period.number += 1;
    }

    /// Finds the budget out from the period that ended, unless the service says itself what is left, or nothing was accepted.
    fn learn(&mut self) {
        let Some(Ended {
            period,
            until,
            budget,
        }) = self.ended
        else {
            return;
        };
        let is_told = self.budget.is_some_and(|budget| budget.is_told);
        if period.accepted > 0.0 && !is_told {
            let time = period.elapsed(until);
            self.budget = Some(Budget::found_out(budget, until, period.accepted, time));
        }
    }

    fn note_hints(&mut self, now: Instant, hints: &Hints) {
        let (Some(remaining), Some(reset)) = (hints.remaining, hints.reset) else {
            return;
        };
        let known = self.budget.filter(|budget| budget.is_told);
        let cost = match (hints.cost, known) {
            (Some(cost), Some(known)) => known.cost * 0.9 + cost * 0.1,
            (Some(cost), None) => cost,
            (None, known) => known.map_or(1.0, |known| known.cost),
        };
        let cost = cost.max(0.01);
        let mut until = now + reset;
        let mut left = (remaining / cost - f64::from(self.in_flight)).max(0.0);
        // Answers overtake each other, and the time is in whole seconds: of two about the same budget, the stricter one is right.
        if let Some(known) = known.filter(|known| known.until > now) {
            until = until.min(known.until);
            left = left.min(known.left);
        }
        self.budget = Some(Budget {
            requests: hints.limit.map_or(f64::INFINITY, |limit| limit / cost),
            time: known.map_or(reset, |known| known.time.max(reset)),
            until,
            left,
            cost,
            is_told: true,
            hold_until: now,
            hold: HOLD.0,
        });
    }

    /// Slows down if the service says that its budget is exceeded, although it still accepts requests.
    fn note_use(&mut self, now: Instant, hints: &Hints) {
        let is_told = self.budget.is_some_and(|budget| budget.is_told);
        let Some(used) = hints.used.filter(|used| *used > 1.0 && !is_told) else {
            return;
        };
        let elapsed = self.period.elapsed(now);
        if elapsed >= Duration::from_secs(1) {
            let accepted = self.period.accepted / used;
            self.budget = Some(Budget::found_out(self.budget, now, accepted, elapsed));
            self.start_period(now);
        }
    }

    fn note_refusal(&mut self, now: Instant, report: &Report) -> Option<Duration> {
        let until = now + report.wait;
        let is_news = report.period == self.period.number;
        if is_news {
            // The failure of a batch as a whole says nothing about the rate.
            if report.is_outage {
                self.period.number += 1;
            } else {
                self.end_period(until);
            }
            self.batches = (self.batches / 2.0).max(1.0);
        }
        let is_longer = self.closed_until.is_none_or(|known| until > known);
        self.closed_until = self.closed_until.max(Some(until));
        (is_news || is_longer).then_some(report.wait)
    }

    fn start_period(&mut self, now: Instant) {
        self.period = Period {
            number: self.period.number,
            since: Some(now),
            accepted: 0.0,
        };
    }
}

impl Period {
    fn elapsed(&self, now: Instant) -> Duration {
        now.saturating_duration_since(self.since.unwrap_or(now))
    }
}

fn count(requests: usize) -> f64 {
    u32::try_from(requests).map_or(f64::from(u32::MAX), f64::from)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that panics has failed")]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    fn accepted(period: u64, accepted: u32) -> Report {
        Report {
            period,
            accepted,
            ..Report::default()
        }
    }

    fn refused(period: u64, accepted: u32, refused: u32, wait: Duration) -> Report {
        Report {
            period,
            accepted,
            refused,
            wait,
            ..Report::default()
        }
    }

    fn hint(remaining: f64, reset: Duration) -> Report {
        Report {
            accepted: 20,
            hints: Hints {
                limit: Some(50.0),
                remaining: Some(remaining),
                reset: Some(reset),
                ..Hints::default()
            },
            ..Report::default()
        }
    }

    #[tokio::test(start_paused = true)]
    async fn a_few_batches_are_in_flight_at_first_and_more_while_all_goes_well() {
        let now = Instant::now();
        let mut pace = Pace::new(8);
        for _ in 0..4 {
            assert_eq!(pace.allowed(now, 20), Ok(20));
            pace.sent(now, 20);
        }
        assert_eq!(pace.allowed(now, 20), Err(None));
        for _ in 0..4 {
            pace.answered(now, 20, &accepted(0, 20));
        }
        let mut more = 0;
        while pace.allowed(now, 20).is_ok() {
            pace.sent(now, 20);
            more += 1;
        }
        assert_eq!(more, 4);
    }

    #[tokio::test(start_paused = true)]
    async fn what_was_accepted_until_the_end_of_the_wait_is_the_budget() {
        let start = Instant::now();
        let mut pace = Pace::new(8);
        let period = pace.sent(start, 100);
        let wait = pace.answered(start, 100, &accepted(period, 100));
        assert_eq!(wait, None);
        pace.sent(start, 20);
        let wait = pace.answered(start + 2 * SECOND, 20, &refused(period, 0, 20, 8 * SECOND));
        assert_eq!(wait, Some(8 * SECOND));
        let open = start + 10 * SECOND;
        assert_eq!(pace.allowed(start + 9 * SECOND, 20), Err(Some(open)));
        assert_eq!(pace.allowed(open, 120), Ok(100));
        let period = pace.sent(open, 100);
        pace.answered(open, 100, &accepted(period, 100));
        assert_eq!(pace.allowed(open, 20), Err(Some(open + 10 * SECOND)));
        assert_eq!(pace.allowed(open + 10 * SECOND, 120), Ok(100));
    }

    #[tokio::test(start_paused = true)]
    async fn a_refusal_of_a_few_does_not_close_the_lane() {
        let now = Instant::now();
        let mut pace = Pace::new(8);
        let period = pace.sent(now, 20);
        let report = refused(period, 19, 1, 300 * SECOND);
        assert_eq!(pace.answered(now, 20, &report), None);
        assert_eq!(pace.allowed(now, 20), Ok(20));
    }

    #[tokio::test(start_paused = true)]
    async fn batches_of_one_period_are_one_refusal() {
        let now = Instant::now();
        let mut pace = Pace::new(8);
        let periods = [(); 4].map(|()| pace.sent(now, 20));
        for period in periods {
            pace.answered(now, 20, &refused(period, 0, 20, SECOND));
        }
        assert!((pace.batches - 2.0).abs() < 0.01);
    }

    #[tokio::test(start_paused = true)]
    async fn what_the_service_says_is_left_is_used_and_no_more() {
        let now = Instant::now();
        let reset = now + 10 * SECOND;
        let mut pace = Pace::new(8);
        pace.sent(now, 20);
        pace.answered(now, 20, &hint(30.0, 10 * SECOND));
        assert_eq!(pace.allowed(now, 20), Ok(20));
        pace.sent(now, 20);
        assert_eq!(pace.allowed(now, 20), Ok(10));
        pace.sent(now, 10);
        assert_eq!(pace.allowed(now, 20), Err(Some(reset)));
        pace.answered(now, 20, &hint(10.0, 10 * SECOND));
        pace.answered(now, 10, &hint(0.0, 10 * SECOND));
        assert_eq!(pace.allowed(now, 20), Err(Some(reset)));
        assert_eq!(pace.allowed(reset, 70), Ok(50));
    }

    #[tokio::test(start_paused = true)]
    async fn costly_requests_use_more_of_what_is_left() {
        let now = Instant::now();
        let mut pace = Pace::new(8);
        pace.sent(now, 20);
        let mut report = hint(50.0, 10 * SECOND);
        report.hints.cost = Some(5.0);
        pace.answered(now, 20, &report);
        assert_eq!(pace.allowed(now, 20), Ok(10));
    }

    #[tokio::test(start_paused = true)]
    async fn a_budget_is_held_before_more_is_tried() {
        let start = Instant::now();
        let mut pace = Pace::new(8);
        pace.budget = Some(Budget::found_out(None, start, 100.0, 10 * SECOND));
        let mut sent = Vec::new();
        for number in 0..6 {
            let now = start + number * 10 * SECOND;
            let requests = pace.allowed(now, 1000).unwrap();
            pace.sent(now, requests);
            pace.answered(now, requests, &accepted(0, 0));
            sent.push(requests);
        }
        assert_eq!(sent, [100, 100, 100, 103, 106, 109]);
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_accepted_after_the_first_refusal_counts() {
        let start = Instant::now();
        let mut pace = Pace::new(8);
        let periods = [(); 3].map(|()| pace.sent(start, 20));
        pace.answered(start, 20, &accepted(periods[0], 20));
        pace.answered(start, 20, &refused(periods[1], 0, 20, 10 * SECOND));
        pace.answered(start + SECOND, 20, &accepted(periods[2], 20));
        assert_eq!(pace.allowed(start + 10 * SECOND, 100), Ok(40));
    }

    #[tokio::test(start_paused = true)]
    async fn a_late_answer_does_not_replace_the_budget_that_it_tells() {
        let start = Instant::now();
        let mut pace = Pace::new(8);
        let periods = [(); 3].map(|()| pace.sent(start, 20));
        pace.answered(start, 20, &accepted(periods[0], 20));
        pace.answered(start, 20, &refused(periods[1], 0, 20, 10 * SECOND));
        let late = Report {
            period: periods[2],
            ..hint(30.0, 20 * SECOND)
        };
        pace.answered(start + SECOND, 20, &late);
        assert!(pace.budget.unwrap().is_told);
    }

    #[tokio::test(start_paused = true)]
    async fn a_lane_without_a_budget_learns_one_when_another_run_is_refused() {
        let start = Instant::now();
        let mut pace = Pace::new(8);
        let period = pace.sent(start, 20);
        pace.answered(start, 20, &accepted(period, 20));
        for _ in 0..2 {
            pace.close(start + 10 * SECOND);
        }
        let open = start + 10 * SECOND;
        assert_eq!(pace.allowed(open, 100), Ok(20));
        pace.sent(open, 20);
        assert_eq!(pace.allowed(open, 100), Err(Some(open + 10 * SECOND)));
    }

    #[tokio::test(start_paused = true)]
    async fn a_budget_that_is_told_in_any_form_lets_one_request_pass() {
        let now = Instant::now();
        for (limit, reset) in [
            (0.0, "0"),
            (0.5, "0"),
            (0.0, "1e300"),
            (1e300, "10000000000000000000"),
        ] {
            let headers = [("ratelimit-remaining", "0"), ("ratelimit-reset", reset)];
            let headers = headers.map(|(name, value)| {
                let name = http::HeaderName::from_static(name);
                (name, value.parse().unwrap())
            });
            let mut pace = Pace::new(8);
            pace.sent(now, 1);
            let mut report = accepted(0, 1);
            report.hints = Hints {
                limit: Some(limit),
                ..Hints::of(&headers.into_iter().collect())
            };
            pace.answered(now, 1, &report);
            let later = now + Duration::from_secs(86_400);
            assert!(pace.allowed(later, 1).is_ok(), "{limit} {reset}");
        }
    }
}
