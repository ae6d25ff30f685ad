//! What does the process take of the machine?

use std::fs;

/// Ticks of the processor's clock in a second, the same on every Linux that Rust runs on.
const TICKS: f64 = 100.0;

/// What the kernel says of this process; nothing where there is no /proc.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Process {
    /// Bytes in memory.
    pub(super) resident_bytes: Option<i64>,
    /// Seconds of all processors.
    pub(super) cpu_seconds: Option<f64>,
    /// Open files and connections.
    pub(super) open_files: Option<i64>,
}

impl Process {
    pub(super) fn now() -> Self {
        Self { resident_bytes: resident_bytes(), cpu_seconds: cpu_seconds(), open_files: open_files() }
    }
}

fn resident_bytes() -> Option<i64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kilobytes: i64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kilobytes * 1024)
}

fn cpu_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The program's name comes in brackets and may hold anything; time in user and kernel mode are the
    // 14th and 15th field of all.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let user: f64 = fields.next()?.parse().ok()?;
    let kernel: f64 = fields.next()?.parse().ok()?;
    Some((user + kernel) / TICKS)
}

fn open_files() -> Option<i64> {
    i64::try_from(fs::read_dir("/proc/self/fd").ok()?.count()).ok()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_running_process_takes_memory_time_and_files() {
        let before = Process::now();
        assert!(before.resident_bytes.unwrap() > 1 << 20, "{before:?}");
        assert!(before.cpu_seconds.unwrap() < 3600.0, "{before:?}");
        let held: Vec<_> = (0..10).map(|_| fs::File::open("/proc/self/stat").unwrap()).collect();
        assert!(Process::now().open_files.unwrap() >= i64::try_from(held.len()).unwrap());
    }
}
