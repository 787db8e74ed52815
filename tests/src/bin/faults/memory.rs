//! The memory of this process, as reported by the kernel.

/// Returns the peak of the resident memory, or a question mark if the system does not report it.
pub(crate) fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    kilobytes.map_or_else(
        || "?".to_owned(),
        |kilobytes| format!("{} MiB", kilobytes / 1024),
    )
}

/// Resets the peak, if the system supports it.
pub(crate) fn reset_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
