//! Sixty-four updates in flight.

/// Has 64 tasks share `times` updates.
pub(crate) async fn in_flight<F, Fut>(times: u64, update: F)
where
    F: Fn() -> Fut,
    Fut: Future<Output = ()> + 'static,
{
    let local = tokio::task::LocalSet::new();
    let mut left = times;
    local
        .run_until(async {
            let mut tasks = tokio::task::JoinSet::new();
            while left > 0 || !tasks.is_empty() {
                while left > 0 && tasks.len() < 64 {
                    tasks.spawn_local(update());
                    left -= 1;
                }
                if let Some(done) = tasks.join_next().await {
                    done.expect("an update does not panic");
                }
            }
        })
        .await;
}
