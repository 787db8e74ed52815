use super::*;

/// A client that has the token `a`, which lives for so many seconds.
fn with_token(life: u64) -> (Desk, Arc<Credential>) {
    let (desk, credential) = Desk::new();
    let mut first = wanting(&credential);
    assert_eq!(state_of(&mut first), "waiting");
    desk.give(0, "a", life);
    assert_eq!(state_of(&mut first), "a");
    (desk, credential)
}

#[test]
fn a_token_is_kept_until_shortly_before_it_expires() {
    let (desk, credential) = with_token(3600);
    for seconds in [0, 1, 3299] {
        desk.set_time(seconds);
        assert_eq!(at_once(&credential), "a");
    }
    assert_eq!(desk.asked(), 1);
    desk.set_time(3540);
    assert_eq!(at_once(&credential), "waiting");
    assert_eq!(desk.asked(), 2);
}

#[test]
fn a_token_that_is_kept_costs_no_allocation() {
    let (_, credential) = with_token(3600);
    let endpoint = endpoint();
    let allocations = allocation_counter::measure(|| {
        let mut asking = std::pin::pin!(credential.authorize(&endpoint));
        let asked = asking
            .as_mut()
            .poll(&mut Context::from_waker(Waker::noop()));
        assert!(asked.is_ready());
    });
    assert_eq!(allocations.count_total, 0);
}

#[test]
fn one_renews_a_token_ahead_while_the_others_go_on_with_it() {
    let (desk, credential) = with_token(3600);
    desk.set_time(3300);
    let mut renewing = wanting(&credential);
    assert_eq!(state_of(&mut renewing), "waiting");
    desk.set_time(3539);
    assert_eq!(at_once(&credential), "a");
    assert_eq!(desk.asked(), 2);
    desk.give(1, "b", 3600);
    assert_eq!(state_of(&mut renewing), "b");
    assert_eq!(at_once(&credential), "b");
    assert_eq!(desk.asked(), 2);
}

#[test]
fn where_a_renewal_ahead_fails_the_token_is_used_and_the_next_one_is_put_off() {
    let (desk, credential) = with_token(3600);
    desk.set_time(3300);
    let mut renewing = wanting(&credential);
    assert_eq!(state_of(&mut renewing), "waiting");
    desk.answer(1, Err("offline".into()));
    assert_eq!(state_of(&mut renewing), "a");
    desk.set_time(3329);
    assert_eq!(at_once(&credential), "a");
    assert_eq!(desk.asked(), 2);
    desk.set_time(3330);
    assert_eq!(at_once(&credential), "waiting");
    assert_eq!(desk.asked(), 3);
}

#[test]
fn a_renewal_that_fails_when_the_token_no_longer_works_is_an_error() {
    let (desk, credential) = with_token(3600);
    desk.set_time(3500);
    let mut renewing = wanting(&credential);
    assert_eq!(state_of(&mut renewing), "waiting");
    desk.set_time(3540);
    desk.answer(1, Err("offline".into()));
    assert_eq!(state_of(&mut renewing), "no token could be had");
}

#[test]
fn who_comes_when_the_token_no_longer_works_waits_for_the_renewal_that_is_under_way() {
    let (desk, credential) = with_token(3600);
    desk.set_time(3500);
    let mut renewing = wanting(&credential);
    assert_eq!(state_of(&mut renewing), "waiting");
    desk.set_time(3540);
    let mut late = wanting(&credential);
    assert_eq!(state_of(&mut late), "waiting");
    assert_eq!(desk.asked(), 2);
    desk.give(1, "b", 3600);
    assert_eq!(state_of(&mut late), "b");
}

#[test]
fn a_renewal_that_is_given_up_is_taken_up_by_the_next() {
    let (desk, credential) = with_token(3600);
    desk.set_time(3300);
    let mut renewing = wanting(&credential);
    assert_eq!(state_of(&mut renewing), "waiting");
    drop(renewing);
    let mut next = wanting(&credential);
    assert_eq!(state_of(&mut next), "waiting");
    desk.give(2, "b", 3600);
    assert_eq!(state_of(&mut next), "b");
}

#[test]
fn a_token_of_a_short_life_is_renewed_and_used_at_a_like_share_of_it() {
    for (life, renewed_from, used_until) in [(600, 300, 540), (60, 30, 54), (20, 10, 18)] {
        let (desk, credential) = with_token(life);
        desk.set_time(renewed_from - 1);
        assert_eq!(at_once(&credential), "a");
        desk.set_time(renewed_from);
        assert_eq!(at_once(&credential), "waiting");
        let mut renewing = wanting(&credential);
        assert_eq!(state_of(&mut renewing), "waiting");
        desk.set_time(used_until - 1);
        assert_eq!(at_once(&credential), "a");
        desk.set_time(used_until);
        assert_eq!(at_once(&credential), "waiting");
    }
}

#[test]
fn a_provider_that_gives_the_same_token_for_a_renewal_is_asked_again_a_little_later() {
    let (desk, credential) = with_token(3600);
    desk.set_time(3300);
    let mut renewing = wanting(&credential);
    assert_eq!(state_of(&mut renewing), "waiting");
    desk.give(1, "a", 300);
    assert_eq!(state_of(&mut renewing), "a");
    desk.set_time(3329);
    assert_eq!(at_once(&credential), "a");
    desk.set_time(3330);
    assert_eq!(at_once(&credential), "waiting");
    desk.set_time(3540);
    assert_eq!(at_once(&credential), "waiting");
}

#[test]
fn a_provider_that_gives_the_same_token_to_the_last_is_asked_less_often_than_it_is_used() {
    let (desk, credential) = with_token(3600);
    desk.set_time(3540);
    let mut waiting = wanting(&credential);
    assert_eq!(state_of(&mut waiting), "waiting");
    desk.give(1, "a", 60);
    assert_eq!(state_of(&mut waiting), "a");
    desk.set_time(3569);
    assert_eq!(at_once(&credential), "a");
    assert_eq!(desk.asked(), 2);
}

#[test]
fn a_token_of_unknown_life_is_for_those_who_waited_for_it() {
    let (desk, credential) = Desk::new();
    let (mut first, mut second) = (wanting(&credential), wanting(&credential));
    assert_eq!(state_of(&mut first), "waiting");
    assert_eq!(state_of(&mut second), "waiting");
    desk.answer(0, Ok("a".into()));
    assert_eq!(state_of(&mut first), "a");
    assert_eq!(at_once(&credential), "waiting");
    assert_eq!(desk.asked(), 2);
    assert_eq!(state_of(&mut second), "a");
}

#[test]
fn a_token_that_is_expired_when_it_arrives_is_used_once_and_not_asked_for_in_a_loop() {
    let (desk, credential) = Desk::new();
    let mut first = wanting(&credential);
    assert_eq!(state_of(&mut first), "waiting");
    desk.give(0, "a", 0);
    assert_eq!(state_of(&mut first), "a");
    assert_eq!(desk.asked(), 1);
    assert_eq!(at_once(&credential), "waiting");
    assert_eq!(desk.asked(), 2);
}

#[test]
fn a_token_that_no_header_can_hold_is_an_error_and_is_not_kept() {
    let (desk, credential) = Desk::new();
    let mut first = wanting(&credential);
    assert_eq!(state_of(&mut first), "waiting");
    desk.give(0, "Bearer a", 3600);
    assert!(state_of(&mut first).contains("without `Bearer`"));
    assert_eq!(at_once(&credential), "waiting");
}
