//! Files that are written whole or not at all.

use std::fs::File;
use std::io::{self, Read as _, Write as _};
use std::path::Path;

/// Writes `bytes` to a sibling first, brings it to the disk, and only then gives it the name: whatever fails, the
/// old file is whole.
///
/// # Errors
/// Of the file system.
pub fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "no file name"))?;
    let mut sibling = std::ffi::OsString::from(".");
    sibling.push(name);
    sibling.push(format!(".{}.part", std::process::id()));
    let sibling = folder.join(sibling);
    let written = File::create_new(&sibling).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let named = written.and_then(|()| std::fs::rename(&sibling, path));
    if named.is_err() {
        let _ = std::fs::remove_file(&sibling);
    }
    named
}

/// True where a file begins as every workbook does.
///
/// # Errors
/// Of the file system; in particular where there is no such file.
pub fn is_workbook(path: &Path) -> io::Result<bool> {
    const MAGIC: &[u8] = b"SQLite format 3\0";
    let mut head = Vec::new();
    File::open(path)?.take(MAGIC.len() as u64).read_to_end(&mut head)?;
    Ok(head == MAGIC)
}

/// Reads a text file of at most `max_bytes`.
///
/// # Errors
/// Of the file system; `InvalidData` where it is longer, or no UTF-8.
pub fn read_text(path: &Path, max_bytes: usize) -> io::Result<String> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(max_bytes).unwrap_or(u64::MAX).saturating_add(1);
    File::open(path)?.take(limit).read_to_end(&mut bytes)?;
    if bytes.len() > max_bytes {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "the file is too large"));
    }
    let text = String::from_utf8(bytes).map_err(|_| io::Error::new(io::ErrorKind::InvalidData, "not UTF-8 text"))?;
    Ok(text.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(text))
}
