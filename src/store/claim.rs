//! Which workbook files this process has open.
//!
//! POSIX drops a process's locks on a file as soon as *any* handle of that process on it is closed. So nothing here
//! may open a live file a second time, not even to look at it: the claim says so beforehand.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

#[cfg(unix)]
type Key = (u64, u64);
#[cfg(not(unix))]
type Key = std::path::PathBuf;

static CLAIMED: Mutex<BTreeSet<Key>> = Mutex::new(BTreeSet::new());

#[cfg(unix)]
fn key(path: &Path) -> std::io::Result<Key> {
    use std::os::unix::fs::MetadataExt;
    let found = std::fs::metadata(path)?;
    Ok((found.dev(), found.ino()))
}

#[cfg(not(unix))]
fn key(path: &Path) -> std::io::Result<Key> {
    path.canonicalize()
}

/// The right to open a file; given back when dropped.
#[derive(Debug)]
pub struct Claim(Key);

impl Claim {
    /// Claims an existing file, under every name that it has; `None` where this process has it open.
    #[cfg_attr(unix, expect(clippy::clone_on_copy, reason = "a path where there are no inodes"))]
    pub fn take(path: &Path) -> std::io::Result<Option<Self>> {
        let key = key(path)?;
        let mut claimed = CLAIMED.lock().unwrap_or_else(PoisonError::into_inner);
        // Lazily: a claim that is not handed out must not be dropped either.
        Ok(claimed.insert(key.clone()).then(|| Self(key)))
    }

    /// True where `path` still leads to the claimed file.
    pub fn is_at(&self, path: &Path) -> bool {
        key(path).is_ok_and(|found| found == self.0)
    }
}

impl Drop for Claim {
    fn drop(&mut self) {
        CLAIMED.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_claimed_once_by_whatever_name() {
        let dir = tempfile::tempdir().unwrap();
        let (path, other) = (dir.path().join("a"), dir.path().join("b"));
        std::fs::write(&path, "x").unwrap();
        std::fs::hard_link(&path, &other).unwrap();
        let claim = Claim::take(&path).unwrap().unwrap();
        assert!(Claim::take(&other).unwrap().is_none() && Claim::take(&path).unwrap().is_none());
        assert!(claim.is_at(&other));
        drop(claim);
        assert!(Claim::take(&other).unwrap().is_some());
    }
}
