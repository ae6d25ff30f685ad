//! How does `minhbach serve` go?

use std::{num::NonZeroU32, process::ExitCode};

use super::{ended, print};
use crate::{
    cli,
    corpus::Corpus,
    operations::{Operations, Proxies},
    serve::{self, ServeError},
    store::Location,
};

pub(super) async fn run(options: cli::Serve) -> ExitCode {
    ended(serve(options).await)
}

async fn serve(options: cli::Serve) -> Result<(), ServeError> {
    let given = |value: Option<String>| value.filter(|value| !value.trim().is_empty());
    let database_url = given(options.store.database_url);
    let options = serve::Options {
        location: Location::new(&options.store.data, database_url.as_deref())?,
        data: options.store.data,
        addr: options.addr,
        corpus: Corpus::new(options.corpus),
        public_url: given(options.public_url),
        site: options.site,
        operations_addr: given(options.operations_addr),
        operations: Operations::new(
            NonZeroU32::new(options.requests_per_second),
            Proxies::parse(&options.trusted_proxies)?,
        ),
    };
    serve::run(options, |answering| {
        // Who started the server may have stopped listening to it; it serves all the same.
        let _ = print(&format!("Minh Bạch is served at {}\n", answering.portal));
        if let Some(operations) = &answering.operations {
            let _ = print(&format!("Metrics are at {operations}/metrics\n"));
        }
    })
    .await
}
