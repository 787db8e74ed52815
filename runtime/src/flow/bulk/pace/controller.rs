use std::time::Duration;

use tokio::time::Instant;

use super::hints::Hints;

/// The pace of a lane: how many requests may be sent at a time, and when.
///
/// There are three sources, of which the strictest counts. A service that throttles names a time to wait. Some say in each answer how much
/// is left of the budget ([`Hints`]): then all of it is used, and no more. All others have a budget that can only be found out: the pace counts
/// what was accepted until a request was refused, up to the end of the wait, and spreads as many requests over the same time from then on. It tries
/// more only after it has held that for a while, a little at a time.
#[derive(Debug)]
pub(in crate::flow::bulk) struct Pace {
    /// The largest number of batches in flight. Its fraction accumulates towards the next whole number.
    batches: f64,
    max_batches: f64,
    in_flight_batches: u32,
    in_flight: u32,
    closed_until: Option<Instant>,
    quota: Option<Quota>,
    rate: Option<Rate>,
    period: Period,
}

/// What is left of a budget that the service has told.
#[derive(Debug, Clone, Copy)]
struct Quota {
    remaining: f64,
    reset: Instant,
    /// What a request costs on average.
    cost: f64,
}

/// A rate that has been found out.
#[derive(Debug, Clone, Copy)]
struct Rate {
    per_second: f64,
    /// The requests that may be sent now, as of a time.
    saved: f64,
    as_of: Instant,
    /// The time at which a higher rate is tried.
    hold_until: Instant,
    /// How long the next rate is held.
    hold: Duration,
}

/// The time since the service last began to accept requests, in which they are counted.
#[derive(Debug, Clone, Copy)]
struct Period {
    number: u64,
    since: Option<Instant>,
    accepted: f64,
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

/// The part of the rate that was found out which is used, so that the end of a wait is not met exactly.
const SAFETY: f64 = 0.985;

/// How long a rate is held before a higher one is tried, at first and at most. It doubles as long as the rate proves right.
const HOLD: (Duration, Duration) = (Duration::from_secs(30), Duration::from_secs(600));

/// The growth of the rate in a second after that time.
const GROWTH: f64 = 0.01;

/// The requests that are sent at once by a rate, in seconds of it.
const BURST: f64 = 0.5;

impl Pace {
    pub(in crate::flow::bulk) fn new(max_batches: u32) -> Self {
        let max_batches = f64::from(max_batches.max(1));
        Self {
            batches: FIRST_BATCHES.min(max_batches),
            max_batches,
            in_flight_batches: 0,
            in_flight: 0,
            closed_until: None,
            quota: None,
            rate: None,
            period: Period {
                number: 0,
                since: None,
                accepted: 0.0,
            },
        }
    }

    /// Returns how many requests may be sent now, or the time at which to ask again, if that is known.
    ///
    /// `wanted` is the number that could be sent. By a rate, no fewer are allowed than a batch or half a second of it has.
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
        let by_quota = self.by_quota(now)?;
        let by_rate = self.by_rate(now, wanted)?;
        Ok(wanted.min(by_quota).min(by_rate))
    }

    fn by_quota(&mut self, now: Instant) -> Result<usize, Option<Instant>> {
        let Some(quota) = self.quota else {
            return Ok(usize::MAX);
        };
        if quota.reset <= now {
            self.quota = None;
            return Ok(usize::MAX);
        }
        let left = quota.remaining / quota.cost - f64::from(self.in_flight);
        match whole(left) {
            0 if self.in_flight > 0 => Err(None),
            0 => Err(Some(quota.reset)),
            left => Ok(left),
        }
    }

    fn by_rate(&mut self, now: Instant, wanted: usize) -> Result<usize, Option<Instant>> {
        // A service that tells its budget is asked for all of it.
        let Some(rate) = self.rate.as_mut().filter(|_| self.quota.is_none()) else {
            return Ok(usize::MAX);
        };
        rate.advance(now);
        let enough = (rate.per_second * BURST)
            .clamp(1.0, BATCH)
            .min(count(wanted));
        if rate.saved + 1e-6 >= enough {
            return Ok(whole(rate.saved + 1e-6));
        }
        let missing = (enough - rate.saved) / rate.per_second;
        Err(Some(now + seconds(missing)))
    }

    /// Notes that so many requests are sent in a batch. Returns the period.
    pub(in crate::flow::bulk) fn sent(&mut self, now: Instant, requests: usize) -> u64 {
        self.in_flight_batches += 1;
        self.in_flight += u32::try_from(requests).unwrap_or(u32::MAX);
        if let Some(rate) = &mut self.rate {
            rate.saved = (rate.saved - count(requests)).max(0.0);
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
        self.note_quota(now, &report.hints);
        if report.period == self.period.number {
            self.period.accepted += f64::from(report.accepted);
        }
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
        let is_open = self.closed_until.is_none() && self.quota.is_none() && self.rate.is_none();
        is_open && self.in_flight_batches == 0
    }

    /// Closes the lane for a time, as another run was told.
    pub(in crate::flow::bulk) fn close(&mut self, until: Instant) {
        self.closed_until = self.closed_until.max(Some(until));
    }

    fn note_quota(&mut self, now: Instant, hints: &Hints) {
        let (Some(remaining), Some(reset)) = (hints.remaining, hints.reset) else {
            return;
        };
        let known = self.quota.filter(|quota| quota.reset > now);
        let cost = match (hints.cost, known) {
            (Some(cost), Some(known)) => known.cost * 0.9 + cost * 0.1,
            (Some(cost), None) => cost,
            (None, known) => known.map_or(1.0, |known| known.cost),
        };
        // Answers overtake each other: of two about the same budget, the one that leaves less is later.
        let remaining = known.map_or(remaining, |known| known.remaining.min(remaining));
        self.quota = Some(Quota {
            remaining,
            reset: now + reset,
            cost: cost.max(0.01),
        });
    }

    /// Slows down if the service says that the budget is exceeded, although it still accepts requests.
    fn note_use(&mut self, now: Instant, hints: &Hints) {
        let Some(used) = hints
            .used
            .filter(|used| *used > 1.0 && self.quota.is_none())
        else {
            return;
        };
        let elapsed = self.period.elapsed(now);
        if elapsed >= 1.0 {
            self.set_rate(now, self.period.accepted / elapsed / used);
            self.start_period(now);
        }
    }

    fn note_refusal(&mut self, now: Instant, report: &Report) -> Option<Duration> {
        let until = now + report.wait;
        let is_news = report.period == self.period.number;
        if is_news {
            let elapsed = self.period.elapsed(until);
            // The service says itself what is left, or nothing was accepted: then there is no rate to learn.
            let can_learn = self.quota.is_none() && !report.is_outage;
            if can_learn && self.period.accepted > 0.0 && elapsed > 0.0 {
                self.set_rate(until, self.period.accepted / elapsed * SAFETY);
            }
            self.batches = (self.batches / 2.0).max(1.0);
            self.period.number += 1;
        }
        let is_longer = self.closed_until.is_none_or(|known| until > known);
        self.closed_until = self.closed_until.max(Some(until));
        (is_news || is_longer).then_some(report.wait)
    }

    fn set_rate(&mut self, from: Instant, per_second: f64) {
        let known = self.rate.map(|rate| (rate.per_second, rate.hold));
        let hold = match known {
            Some((before, hold)) if (per_second / before - 1.0).abs() < 0.1 => {
                (hold * 2).min(HOLD.1)
            }
            _ => HOLD.0,
        };
        self.rate = Some(Rate {
            per_second: per_second.max(0.01),
            saved: 0.0,
            as_of: from,
            hold_until: from + hold,
            hold,
        });
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
    fn elapsed(&self, now: Instant) -> f64 {
        let since = self.since.unwrap_or(now);
        now.saturating_duration_since(since).as_secs_f64()
    }
}

impl Rate {
    fn advance(&mut self, now: Instant) {
        let elapsed = now.saturating_duration_since(self.as_of).as_secs_f64();
        if elapsed <= 0.0 {
            return;
        }
        let growing = now.saturating_duration_since(self.hold_until.max(self.as_of));
        self.per_second *= 1.0 + GROWTH * growing.as_secs_f64().min(60.0);
        let most = (self.per_second * BURST).max(BATCH);
        self.saved = (self.saved + elapsed * self.per_second).min(most);
        self.as_of = now;
    }
}

/// The requests of a full batch.
const BATCH: f64 = 20.0;

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the number is between zero and a million"
)]
fn whole(number: f64) -> usize {
    number.clamp(0.0, 1e6) as usize
}

fn count(requests: usize) -> f64 {
    u32::try_from(requests).map_or(f64::from(u32::MAX), f64::from)
}

/// Returns a time of a day at most, which can be added to any instant.
fn seconds(number: f64) -> Duration {
    Duration::try_from_secs_f64(number.clamp(0.001, 86_400.0)).unwrap_or(Duration::from_secs(1))
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
    async fn what_was_accepted_until_the_end_of_the_wait_is_the_rate() {
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
        // A hundred in ten seconds, and a little less: half a second of it is about five.
        let Err(Some(next)) = pace.allowed(open, 20) else {
            panic!("nothing has been saved yet");
        };
        assert!((0.45..0.55).contains(&(next - open).as_secs_f64()));
        assert_eq!(pace.allowed(open + SECOND, 20), Ok(9));
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
        let mut pace = Pace::new(8);
        pace.sent(now, 20);
        pace.answered(now, 20, &hint(30.0, 10 * SECOND));
        assert_eq!(pace.allowed(now, 20), Ok(20));
        pace.sent(now, 20);
        assert_eq!(pace.allowed(now, 20), Ok(10));
        pace.sent(now, 10);
        assert_eq!(pace.allowed(now, 20), Err(None));
        pace.answered(now, 20, &hint(10.0, 10 * SECOND));
        pace.answered(now, 10, &hint(0.0, 10 * SECOND));
        let reset = now + 10 * SECOND;
        assert_eq!(pace.allowed(now, 20), Err(Some(reset)));
        assert_eq!(pace.allowed(reset, 20), Ok(20));
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
    async fn a_rate_is_held_before_a_higher_one_is_tried() {
        let start = Instant::now();
        let mut pace = Pace::new(8);
        pace.set_rate(start, 100.0);
        let rate = |pace: &mut Pace, after: u64| {
            let _ = pace.allowed(start + Duration::from_secs(after), 20);
            pace.rate.unwrap().per_second
        };
        assert!((rate(&mut pace, 30) - 100.0).abs() < 0.01);
        assert!((rate(&mut pace, 35) - 105.0).abs() < 0.01);
    }
}
