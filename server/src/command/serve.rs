//! How does `minhbach serve` go?

use std::process::ExitCode;

use super::{ended, print};
use crate::{
    cli,
    corpus::Corpus,
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
    };
    serve::run(options, |address| {
        // Who started the server may have stopped listening to it; it serves all the same.
        let _ = print(&format!("Minh Bạch is served at {address}\n"));
    })
    .await
}
