//! On which machine is this, and who else is using it?

use std::{collections::BTreeMap, fs, process::Command, time::Instant};

/// Clock ticks of /proc in a second, as on every Linux.
const TICKS: f64 = 100.0;

/// Processor time at a moment, in seconds.
#[derive(Clone, Debug)]
pub(crate) struct Usage {
    /// Of the processes that answer; of this one where it answers itself.
    pub(crate) engine: f64,
    /// Share that programs took which take no part.
    pub(crate) others: f64,
    own: f64,
    busy: f64,
    at: Instant,
}

impl Usage {
    /// Up to now.
    pub(crate) fn now(processes: &[u32]) -> Self {
        // A server that has left its parent takes part all the same.
        let own = with_children(&[processes, &[std::process::id()]].concat());
        let engine = if processes.is_empty() { own } else { with_children(processes) };
        Self { engine, others: 0.0, own, busy: busy(), at: Instant::now() }
    }

    /// From that moment to this.
    pub(crate) fn since(&self, before: &Self) -> Self {
        let (engine, own, busy) =
            (self.engine - before.engine, self.own - before.own, self.busy - before.busy);
        let offered = self.at.duration_since(before.at).as_secs_f64() * cores();
        Self { engine, own, busy, others: ((busy - own) / offered).max(0.0), at: self.at }
    }
}

/// Seconds that all processors worked for anyone.
fn busy() -> f64 {
    let stat = fs::read_to_string("/proc/stat").unwrap_or_default();
    let fields = stat.lines().next().unwrap_or_default().split_whitespace().skip(1);
    let ticks: Vec<f64> = fields.filter_map(|field| field.parse().ok()).collect();
    // user, nice, system, idle, waiting, interrupts (two sorts), stolen
    [0, 1, 2, 5, 6, 7].iter().filter_map(|field| ticks.get(*field)).sum::<f64>() / TICKS
}

/// Seconds that these processes and their children worked.
fn with_children(processes: &[u32]) -> f64 {
    let mut known: BTreeMap<u32, (u32, f64)> = BTreeMap::new();
    for entry in fs::read_dir("/proc").into_iter().flatten().flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|name| name.parse().ok()) else { continue };
        if let Some(process) =
            fs::read_to_string(entry.path().join("stat")).ok().as_deref().and_then(parent_and_time)
        {
            known.insert(id, process);
        }
    }
    let within = |mut id: u32| loop {
        if processes.contains(&id) {
            return true;
        }
        match known.get(&id) {
            Some((parent, _)) if *parent > 1 => id = *parent,
            _ => return false,
        }
    };
    known.iter().filter(|(id, _)| within(**id)).map(|(_, (_, seconds))| seconds).sum()
}

/// From /proc/PID/stat: the parent, and the time of the process and of its children that ended.
fn parent_and_time(stat: &str) -> Option<(u32, f64)> {
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks = fields.get(11..15)?.iter().filter_map(|field| field.parse::<f64>().ok()).sum::<f64>();
    Some((fields.get(1)?.parse().ok()?, ticks / TICKS))
}

/// Megabytes of a process as /proc/PID/status names them: `VmRSS`, `VmHWM`, `RssAnon`.
pub(crate) fn memory(process: u32, field: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(f64::NAN) * 1024.0 / 1e6
}

/// Processors.
pub(crate) fn cores() -> f64 {
    super::load::float(std::thread::available_parallelism().map_or(1, usize::from))
}

/// What the figures were measured on: processors, memory, system, compiler.
pub(crate) fn description() -> String {
    let field = |file: &str, name: &str| {
        let text = fs::read_to_string(file).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix(name).map(str::to_owned));
        line.unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric() && c != ')').to_owned()
    };
    let memory =
        field("/proc/meminfo", "MemTotal").trim_end_matches(" kB").parse::<f64>().unwrap_or(f64::NAN) / 1e6;
    format!(
        "{} processors ({}), {memory:.0} GB of memory, {}, {}, run at nice {}",
        cores(),
        field("/proc/cpuinfo", "model name"),
        field("/etc/os-release", "PRETTY_NAME="),
        said(Command::new("rustc").arg("--version")),
        said(&mut Command::new("nice")),
    )
}

/// What a program says on its first line.
pub(crate) fn said(command: &mut Command) -> String {
    let output = command.output().map(|output| String::from_utf8_lossy(&output.stdout).into_owned());
    output.unwrap_or_default().lines().next().unwrap_or_default().to_owned()
}
