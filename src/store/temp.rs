//! Files on their way to becoming something, and folders for a moment.

use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::{Path, PathBuf};

/// A number that no other file name has.
fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}

/// A folder of our own that goes with the value.
#[derive(Debug)]
pub struct Dir(PathBuf);

impl Dir {
    /// Makes it in the system's folder for such things.
    pub fn new() -> std::io::Result<Self> {
        let parent = std::env::temp_dir().canonicalize()?;
        let path = parent.join(format!("worthwhile-{:016x}", random()));
        let mut builder = std::fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Dir {
    fn drop(&mut self) {
        // What cannot be removed is the system's to clean up.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The end of every unfinished file's name.
pub const UNFINISHED: &str = ".unfinished";

/// An empty file beside `target`, gone with the value unless renamed away.
#[derive(Debug)]
pub struct Sibling(PathBuf);

impl Sibling {
    /// Makes it; `target` must be absolute.
    pub fn new(target: &Path) -> std::io::Result<Self> {
        let name = format!(".{:016x}{UNFINISHED}", random());
        let path = target.with_file_name(name);
        std::fs::File::create_new(&path)?;
        Ok(Self(path))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Sibling {
    fn drop(&mut self) {
        for path in [self.0.clone(), super::probe::journal_of(&self.0)] {
            // After a rename there is nothing left to remove.
            let _ = std::fs::remove_file(path);
        }
    }
}

/// Sees to it that names in a folder outlast a power cut.
pub fn sync_folder_of(path: &Path) -> std::io::Result<()> {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        std::fs::File::open(folder)?.sync_all()?;
    }
    #[cfg(not(unix))]
    let _ = path;
    Ok(())
}
