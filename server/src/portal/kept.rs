//! What is worked out once for each state of the store?
//!
//! Counts over every record are asked for by many pages and change with a publish alone: the first
//! question after one waits for them, the others find them.

use std::sync::Arc;

use app::portal::Answer;
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
    async fn what_failed_is_tried_again() {
        let kept = Kept::default();
        let failed = || async { Err::<i32, _>(PortalError::Failed { what: "the store".into() }) };
        assert!(kept.of(stamp(1), failed()).await.is_err());
        assert_eq!(*kept.of(stamp(1), async { Ok(4) }).await.unwrap(), 4);
    }
}
