//! Which settings does the program take from its surroundings?
//!
//! Each has an option on the command line or stands here; everything else that
//! begins with `MINHBACH_` is most likely a slip, and is said to be.

use clap::CommandFactory;

use crate::cli::Cli;

/// Settings that have no option: read where they are used.
const WITHOUT_OPTION: [&str; 2] = [crate::log::VARIABLE, crate::log::FORMAT_VARIABLE];

const PREFIX: &str = "MINHBACH_";

/// Names of the variables that are set, begin like ours, and mean nothing.
pub fn unknown_variables(set: impl IntoIterator<Item = String>) -> Vec<String> {
    let known = known_variables();
    let mut unknown: Vec<String> =
        set.into_iter().filter(|name| name.starts_with(PREFIX) && !known.contains(name)).collect();
    unknown.sort();
    unknown
}

/// Names of all variables that mean something.
pub fn known_variables() -> Vec<String> {
    let cli = Cli::command();
    let options = cli.get_subcommands().flat_map(clap::Command::get_arguments).chain(cli.get_arguments());
    let mut known: Vec<String> = options
        .filter_map(|option| option.get_env())
        .map(|name| name.to_string_lossy().into_owned())
        .chain(WITHOUT_OPTION.map(str::to_owned))
        .collect();
    known.sort();
    known.dedup();
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_name_is_told() {
        let set = ["PATH", "MINHBACH_DATA", "MINHBACH_DATABASE_ULR", "MINHBACH_LOG"].map(str::to_owned);
        assert_eq!(unknown_variables(set), ["MINHBACH_DATABASE_ULR"]);
    }

    #[test]
    fn every_option_with_a_variable_is_known() {
        for name in ["MINHBACH_DATA", "MINHBACH_DATABASE_URL"] {
            assert!(known_variables().contains(&name.to_owned()), "{name}");
        }
    }
}
