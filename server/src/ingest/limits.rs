//! What may a process that looks at an untrusted document cost?

use std::{ffi::OsString, os::unix::process::CommandExt, process::Command};

use rlimit::Resource;
use serde::{Deserialize, Serialize};

/// The limits that a child process sets for itself; they hold for the programs that it becomes.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct OwnLimits {
    /// Processor time, seconds.
    pub cpu_seconds: u64,
    /// Address space, megabytes.
    pub memory_megabytes: u64,
}

impl OwnLimits {
    pub(super) fn set(self) -> std::io::Result<()> {
        let bytes = self.memory_megabytes.saturating_mul(1024 * 1024);
        rlimit::setrlimit(Resource::AS, bytes, bytes)?;
        // The second limit kills without a word, should the first signal be held up.
        rlimit::setrlimit(Resource::CPU, self.cpu_seconds, self.cpu_seconds.saturating_add(5))?;
        rlimit::setrlimit(Resource::CORE, 0, 0)
    }
}

/// Becomes another program under limits; the command `limited`. Returns only if that fails.
pub fn become_limited(limits: OwnLimits, program: &OsString, arguments: &[OsString]) -> std::io::Error {
    match limits.set() {
        Ok(()) => Command::new(program).args(arguments).exec(),
        Err(error) => error,
    }
}
