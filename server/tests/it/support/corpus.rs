//! What do the five published plans give, read once for all tests?

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use app::{
    i18n::Language,
    types::{reader::ReaderDocument, search::SearchQuery, search::SearchResults},
};
use plandoc::{ReadOptions, Reading};
use server::{
    portal::{reader::Source, search::search},
    search::{Search, catch_up},
    store::{Location, PlanId, Publication, Store},
};
use tempfile::TempDir;

use super::NOW;

/// The plans that ship.
pub(crate) const PLANS: [&str; 5] =
    ["khanh-hoa-2020", "kien-giang-2020", "soc-trang-2009-2010", "soc-trang-2020", "soc-trang-2024"];

/// The five plans, read, published and indexed.
pub(crate) struct Corpus {
    pub(crate) search: Arc<Search>,
    pub(crate) sources: Vec<Source>,
    _folder: TempDir,
}

/// The corpus, made when first asked for.
pub(crate) fn corpus() -> &'static Corpus {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    CORPUS.get_or_init(|| {
        // A thread of its own, so that a test may ask from within its runtime.
        std::thread::spawn(|| runtime().block_on(made())).join().expect("the corpus is read")
    })
}

async fn made() -> Corpus {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let location = Location::Sqlite { folder: folder.path().join("data") };
    let store = Store::connect(&location).await.expect("the store opens");
    for plan in PLANS {
        publish(&store, plan, "test").await;
    }
    let search = Arc::new(Search::open(&folder.path().join("index")).expect("the index opens"));
    catch_up(&store, &search).await.expect("the index catches up");
    let mut sources = Vec::new();
    for plan in PLANS {
        sources.push(Source::load(&store, NOW, plan).await.expect("the store answers").expect("a plan"));
    }
    Corpus { search, sources, _folder: folder }
}

/// Reads one of the plans that ship and publishes it.
pub(crate) async fn publish(store: &Store, plan: &str, actor: &str) {
    let (bytes, name, reading) = read(plan);
    let publication = Publication {
        id: PlanId::Named(plan.to_owned()),
        bytes: &bytes,
        source_file: &name,
        media_type: "text/plain",
        manifest: None,
        reading: &reading,
        actor,
    };
    store.publish(&publication).await.expect("the plan is published");
}

/// One of the plans that ship, read.
pub(crate) fn read(plan: &str) -> (Vec<u8>, String, Reading) {
    let file = file_of(plan);
    let bytes = std::fs::read(&file).expect("the plan's file");
    let name = file.file_name().expect("a name").to_string_lossy().into_owned();
    let options = ReadOptions { file_name: Some(&name), manifest: None };
    let reading = plandoc::read(&bytes, &options).expect("the plan is read");
    (bytes, name, reading)
}

fn file_of(plan: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../corpus").join(plan);
    let files = std::fs::read_dir(folder).expect("the plan's folder").flatten().map(|entry| entry.path());
    let is_plan =
        |file: &PathBuf| file.extension().is_some_and(|extension| extension == "md" || extension == "txt");
    files.into_iter().find(is_plan).expect("the plan's file")
}

fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime")
}

impl Corpus {
    /// What a search finds.
    pub(crate) fn ask(&self, query: &SearchQuery) -> SearchResults {
        self.try_ask(query).expect("an answer")
    }

    /// What a search finds, or why not.
    pub(crate) fn try_ask(&self, query: &SearchQuery) -> app::portal::Answer<SearchResults> {
        runtime().block_on(search(&self.search, query))
    }

    /// What words find.
    pub(crate) fn find(&self, words: &str) -> SearchResults {
        self.ask(&SearchQuery::words(words))
    }

    /// A plan laid out for reading.
    pub(crate) fn read(&self, plan: &str, words: Option<&str>) -> ReaderDocument {
        let query = words.map(|words| self.search.read(words));
        self.source(plan).lay_out(query.as_ref(), Language::Vi)
    }

    /// What a plan is laid out from.
    pub(crate) fn source(&self, plan: &str) -> &Source {
        self.sources.iter().find(|source| source.plan.id == plan).expect("a plan that ships")
    }
}
