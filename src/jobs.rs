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
    /// Nobody waits for its answer any more.
    dropped: bool,
}

type Work<T> = Box<dyn FnOnce(&Progress) -> Option<T> + Send>;

/// At most one job runs, and at most one waits for it to stop.
pub struct Jobs<T> {
    wake: Wake,
    running: Option<Running<T>>,
    next: Option<Work<T>>,
}

impl<T: Send + 'static> Jobs<T> {
    /// No job yet; `wake` is called whenever progress or an answer is there.
    #[must_use]
    pub fn new(wake: Wake) -> Self {
        Self { wake, running: None, next: None }
    }

    /// Starts `work` on a thread of its own, as soon as what runs has heard that it should stop; a job that has not
    /// begun gives way. So the newest request wins, and however fast they come, one thread works.
    ///
    /// `work` gives `None` where it stopped because [`Progress::keep_going`] said so.
    pub fn start(&mut self, work: impl FnOnce(&Progress) -> Option<T> + Send + 'static) {
        self.forget();
        self.next = Some(Box::new(work));
        self.begin();
    }

    /// Starts the job that waits, where nothing runs.
    fn begin(&mut self) {
        if self.running.is_some() {
            return;
        }
        let Some(work) = self.next.take() else { return };
        let shared = Arc::new(Shared::default());
        let (send, answer) = channel();
        let progress = Progress { shared: Arc::clone(&shared), wake: Arc::clone(&self.wake) };
        let job = move || {
            let ended = match catch_unwind(AssertUnwindSafe(|| work(&progress))) {
                // Work that does not look up in between is stopped all the same: what it gives is not wanted any more.
                Ok(_) if progress.shared.cancelled.load(Ordering::Relaxed) => Ended::Cancelled,
                Ok(Some(result)) => Ended::Done(result),
                Ok(None) => Ended::Cancelled,
                Err(_) => Ended::Died,
            };
            // Nobody listens any more where the window is gone.
            let _ = send.send(ended);
            (progress.wake)();
        };
        match thread::Builder::new().name("job".to_owned()).spawn(job) {
            Ok(_) => self.running = Some(Running { shared, answer, dropped: false }),
            Err(why) => log::error!("no thread for a job: {why}"),
        }
    }

    /// The part of the job that is done, 0…1, 0 while it waits for an older one to stop; `None` without a job.
    #[must_use]
    pub fn progress(&self) -> Option<f32> {
        if self.next.is_some() {
            return Some(0.0);
        }
        let running = self.running.as_ref().filter(|running| !running.dropped)?;
        Some(f32::from_bits(running.shared.part.load(Ordering::Relaxed)))
    }

    /// Asks the running job to stop; [`Self::poll`] says when it has.
    pub fn cancel(&self) {
        if let Some(running) = &self.running {
            running.shared.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// Asks the running job to stop and drops whatever it gives, and the one that waits.
    pub fn forget(&mut self) {
        self.cancel();
        self.next = None;
        if let Some(running) = &mut self.running {
            running.dropped = true;
        }
    }

    /// How the job ended that somebody waits for; `None` while it runs and where there is none.
    pub fn poll(&mut self) -> Option<Ended<T>> {
        let running = self.running.as_ref()?;
        let ended = match running.answer.try_recv() {
            Ok(ended) => ended,
            Err(TryRecvError::Empty) => return None,
            Err(TryRecvError::Disconnected) => Ended::Died,
        };
        let dropped = running.dropped;
        self.running = None;
        self.begin();
        (!dropped).then_some(ended)
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
    fn what_a_cancelled_job_gives_all_the_same_is_dropped() {
        let (mut jobs, woken) = jobs();
        let (go, gate) = sync_channel::<()>(1);
        jobs.start(move |_| {
            gate.recv().unwrap();
            Some(7)
        });
        jobs.cancel();
        go.send(()).unwrap();
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
        jobs.start(|_| Some("never begun"));
        jobs.start(|_| Some("new"));
        assert_eq!((jobs.progress(), jobs.poll()), (Some(0.0), None));
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
