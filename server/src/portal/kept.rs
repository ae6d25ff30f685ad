//! What is worked out once for each state of the store?
//!
//! Counts over every record are asked for by many pages and change with a publish alone: the first
//! question after one waits for them, the others find them.

use std::sync::Arc;

use app::portal::Answer;
use quick_cache::sync::Cache;
use tokio::sync::Mutex;

use crate::search::Stamp;

/// Something worked out of one state of the store. Whoever asks while it is worked out waits for it.
#[derive(Debug)]
pub(super) struct Kept<T>(Mutex<Option<(Stamp, Arc<T>)>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T> Kept<T> {
    /// What `work` gives of that state, worked out unless it is kept.
    pub(super) async fn of(&self, stamp: Stamp, work: impl Future<Output = Answer<T>>) -> Answer<Arc<T>> {
        let mut kept = self.0.lock().await;
        if let Some((of, thing)) = kept.as_ref()
            && *of == stamp
        {
            return Ok(Arc::clone(thing));
        }
        let thing = Arc::new(work.await?);
        *kept = Some((stamp, Arc::clone(&thing)));
        Ok(thing)
    }
}

/// Most questions of one sort whose answers are kept: each is some kilobytes.
const QUESTIONS_MAX: usize = 512;

/// The same for each of many questions, those asked least forgotten first.
#[derive(Debug)]
pub(super) struct KeptBy<T>(Cache<(Stamp, String), Arc<T>>);

impl<T> Default for KeptBy<T> {
    fn default() -> Self {
        Self(Cache::new(QUESTIONS_MAX))
    }
}

impl<T> KeptBy<T> {
    /// What `work` answers to that question in that state, worked out unless it is kept.
    pub(super) async fn of(
        &self,
        stamp: Stamp,
        question: String,
        work: impl Future<Output = Answer<T>>,
    ) -> Answer<Arc<T>> {
        let work = async { work.await.map(Arc::new) };
        self.0.get_or_insert_async(&(stamp, question), work).await
    }
}

#[cfg(test)]
mod tests {
    use app::error::PortalError;

    use super::*;

    fn stamp(revision: u64) -> Stamp {
        Stamp { revision, moment: String::new() }
    }

    #[tokio::test]
    async fn a_state_is_worked_out_once_and_another_anew() {
        let kept = Kept::default();
        assert_eq!(*kept.of(stamp(1), async { Ok(1) }).await.unwrap(), 1);
        assert_eq!(*kept.of(stamp(1), async { Ok(2) }).await.unwrap(), 1);
        assert_eq!(*kept.of(stamp(2), async { Ok(3) }).await.unwrap(), 3);
    }

    #[tokio::test]
    async fn each_question_is_worked_out_once_in_each_state() {
        let kept = KeptBy::default();
        let ask = |revision, question: &str, answer: i32| {
            kept.of(stamp(revision), question.to_owned(), async move { Ok(answer) })
        };
        assert_eq!(*ask(1, "one", 1).await.unwrap(), 1);
        assert_eq!(*ask(1, "one", 2).await.unwrap(), 1);
        assert_eq!(*ask(1, "other", 3).await.unwrap(), 3);
        assert_eq!(*ask(2, "one", 4).await.unwrap(), 4);
    }

    #[tokio::test]
    async fn what_failed_is_tried_again() {
        let kept = Kept::default();
        let failed = || async { Err::<i32, _>(PortalError::Failed { what: "the store".into() }) };
        assert!(kept.of(stamp(1), failed()).await.is_err());
        assert_eq!(*kept.of(stamp(1), async { Ok(4) }).await.unwrap(), 4);
    }
}
