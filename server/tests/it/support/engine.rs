//! How does one test body run on both engines?

use server::store::{Location, Store};
use tempfile::TempDir;

/// An empty store of its own for one test.
pub(crate) struct Engine {
    pub(crate) location: Location,
    /// Where files of the test go.
    pub(crate) folder: TempDir,
}

impl Engine {
    pub(crate) fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { location: Location::Sqlite { folder: folder.path().join("data") }, folder }
    }

    pub(crate) async fn postgres() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { location: Location::Postgres { url: super::postgres::database().await }, folder }
    }

    /// A store with connections of its own, as another process would have.
    pub(crate) async fn open(&self) -> Store {
        Store::connect(&self.location).await.expect("the store opens")
    }
}

/// Makes two tests of each function that takes an [`Engine`]: one for each engine.
macro_rules! on_both_engines {
    ($($test:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test(crate::support::engine::Engine::sqlite()).await;
            })+
        }
        mod postgres {
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $test() {
                super::$test(crate::support::engine::Engine::postgres().await).await;
            })+
        }
    };
}
pub(crate) use on_both_engines;
