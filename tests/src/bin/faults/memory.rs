//! The memory of this process, as the kernel reports it.

/// The most memory that was resident, or a question mark where the system does not tell.
pub(crate) fn peak() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<u64>().ok());
    kilobytes.map_or_else(
        || "?".to_owned(),
        |kilobytes| format!("{} MiB", kilobytes / 1024),
    )
}

/// From here on, the peak is that of what comes. Where the system has none of it, it is still that of all.
pub(crate) fn forget_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
