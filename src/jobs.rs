//! Long work off the window's thread: the newest request wins, progress is told, and it can be cancelled.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

/// Called from the job's thread when there is something new to look at.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What a job and its owner tell each other.
#[derive(Debug, Default)]
struct Shared {
    cancelled: AtomicBool,
    /// Bits of the part that is done, 0…1.
    part: AtomicU32,
}

/// How a job says how far it is and learns that nobody waits for it any more.
pub struct Progress {
    shared: Arc<Shared>,
    wake: Wake,
}

impl Progress {
    /// Tells that `part` of the work is done, 0…1; false where the job should stop.
    #[must_use]
    pub fn keep_going(&self, part: f64) -> bool {
        #[expect(clippy::cast_possible_truncation, reason = "a progress bar of some hundred pixels")]
        let new = part.clamp(0.0, 1.0) as f32;
        let old = f32::from_bits(self.shared.part.swap(new.to_bits(), Ordering::Relaxed));
        // One per cent is as fine as a bar shows.
        if (new - old).abs() >= 0.01 {
            (self.wake)();
        }
        !self.shared.cancelled.load(Ordering::Relaxed)
    }
}

/// How a job ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended<T> {
    /// With a result.
    Done(T),
    /// It stopped because it was cancelled.
    Cancelled,
    /// It died of a fault of ours; the log says more.
    Died,
}

struct Running<T> {
    shared: Arc<Shared>,
    answer: Receiver<Ended<T>>,
}

/// At most one job that anybody waits for.
pub struct Jobs<T> {
    wake: Wake,
    running: Option<Running<T>>,
}

impl<T: Send + 'static> Jobs<T> {
    /// No job yet; `wake` is called whenever progress or an answer is there.
    #[must_use]
    pub fn new(wake: Wake) -> Self {
        Self { wake, running: None }
    }

    /// Starts `work` on a thread of its own; what ran before is told to stop, and its result is dropped.
    ///
    /// `work` gives `None` where it stopped because [`Progress::keep_going`] said so.
    pub fn start(&mut self, work: impl FnOnce(&Progress) -> Option<T> + Send + 'static) {
        self.forget();
        let shared = Arc::new(Shared::default());
        let (send, answer) = channel();
        let progress = Progress { shared: Arc::clone(&shared), wake: Arc::clone(&self.wake) };
        let job = move || {
            let ended = match catch_unwind(AssertUnwindSafe(|| work(&progress))) {
                Ok(Some(result)) => Ended::Done(result),
                Ok(None) => Ended::Cancelled,
                Err(_) => Ended::Died,
            };
            // Nobody listens any more where a newer job has taken its place.
            let _ = send.send(ended);
            (progress.wake)();
        };
        match thread::Builder::new().name("job".to_owned()).spawn(job) {
            Ok(_) => self.running = Some(Running { shared, answer }),
            Err(why) => log::error!("no thread for a job: {why}"),
        }
    }

    /// The part of the running job that is done, 0…1; `None` where none runs.
    #[must_use]
    pub fn progress(&self) -> Option<f32> {
        let running = self.running.as_ref()?;
        Some(f32::from_bits(running.shared.part.load(Ordering::Relaxed)))
    }

    /// Asks the running job to stop; [`Self::poll`] says when it has.
    pub fn cancel(&self) {
        if let Some(running) = &self.running {
            running.shared.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Asks the running job to stop and drops whatever it gives.
    pub fn forget(&mut self) {
        self.cancel();
        self.running = None;
    }

    /// How the running job ended; `None` while it runs and where none does.
    pub fn poll(&mut self) -> Option<Ended<T>> {
        let ended = match self.running.as_ref()?.answer.try_recv() {
            Ok(ended) => ended,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Ended::Died,
        };
        self.running = None;
        Some(ended)
    }
}

impl<T> Drop for Jobs<T> {
    fn drop(&mut self) {
        if let Some(running) = &self.running {
            running.shared.cancelled.store(true, Ordering::Relaxed);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::sync_channel;

    /// Jobs that tell the test when there is something to look at.
    fn jobs<T: Send + 'static>() -> (Jobs<T>, Receiver<()>) {
        let (send, woken) = channel();
        let send = std::sync::Mutex::new(send);
        let wake: Wake = Arc::new(move || {
            let _ = send.lock().unwrap().send(());
        });
        (Jobs::new(wake), woken)
    }

    fn wait<T: Send + 'static>(jobs: &mut Jobs<T>, woken: &Receiver<()>) -> Ended<T> {
        loop {
            woken.recv().unwrap();
            if let Some(ended) = jobs.poll() {
                return ended;
            }
        }
    }

    #[test]
    fn a_job_gives_its_result_and_tells_how_far_it_is() {
        let (mut jobs, woken) = jobs();
        let (go, gate) = sync_channel::<()>(0);
        jobs.start(move |progress| {
            let went_on = progress.keep_going(0.5);
            gate.recv().unwrap();
            went_on.then_some(7)
        });
        woken.recv().unwrap();
        assert_eq!((jobs.progress(), jobs.poll()), (Some(0.5), None));
        go.send(()).unwrap();
        assert_eq!(wait(&mut jobs, &woken), Ended::Done(7));
        assert_eq!(jobs.progress(), None);
    }

    #[test]
    fn a_cancelled_job_stops() {
        let (mut jobs, woken) = jobs::<()>();
        jobs.start(|progress| {
            while progress.keep_going(0.0) {
                thread::yield_now();
            }
            None
        });
        jobs.cancel();
        assert_eq!(wait(&mut jobs, &woken), Ended::Cancelled);
    }

    #[test]
    fn the_newest_request_wins() {
        let (mut jobs, woken) = jobs();
        let (go, gate) = sync_channel::<()>(1);
        jobs.start(move |_| {
            gate.recv().unwrap();
            Some("old")
        });
        jobs.start(|_| Some("new"));
        go.send(()).unwrap();
        assert_eq!(wait(&mut jobs, &woken), Ended::Done("new"));
        assert_eq!(jobs.poll(), None);
    }

    #[test]
    fn a_job_that_dies_is_told_and_takes_nobody_with_it() {
        let (mut jobs, woken) = jobs::<()>();
        jobs.start(|_| panic!("a fault on purpose"));
        assert_eq!(wait(&mut jobs, &woken), Ended::Died);
    }
}
