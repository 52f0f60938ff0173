//! Workbooks, copies, exchange files and pictures.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use super::picker::{Answer, Request};
use super::{App, Document};
use crate::board::{Picture, Seen, figure};
use crate::chart::{Palette, Scene};
use crate::exchange::{json, picture, whole};
use crate::model::{Comparison, Workbook};
use crate::store::{OpenError, Store, StoreEvent, Wake, backup};
use crate::ui::Intent;
use crate::ui::problem::Problem;
use crate::ui::status::Saved;
use crate::ui::view::{Dialog, PathPurpose};

/// Pictures are made this much larger than on the screen.
const PICTURE_SCALE: f32 = 2.0;

impl App {
    fn wake(&self) -> Wake {
        let ctx = self.ctx.clone();
        Arc::new(move || ctx.request_repaint())
    }

    /// Opens the workbook named at the start, else the last one, else the user's own, made where there is none.
    pub(super) fn open_first(&mut self, named: Option<&Path>) {
        let own = self.folders.first_workbook();
        let last = self.settings.last.clone();
        let path = named.map(Path::to_owned).or_else(|| last.clone()).unwrap_or_else(|| own.clone());
        if path.exists() || named.is_some() || last.is_some_and(|last| last != own) {
            // A file that is gone is said to be gone, not silently replaced by another.
            self.open(&path);
        } else {
            let made = own.parent().map_or(Ok(()), std::fs::create_dir_all);
            match made {
                Ok(()) if own.exists() => self.open(&own),
                Ok(()) => self.create(&own, &crate::examples::first_workbook()),
                Err(error) => self.fail(&own, &OpenError::Io(error.to_string())),
            }
        }
    }

    /// Opens a workbook; the one that is open stays open until the new one is.
    fn open(&mut self, path: &Path) {
        if self.document.as_ref().is_some_and(|d| same_file(d.store.path(), path)) {
            self.problem = None;
            return;
        }
        if !self.may_leave() {
            return;
        }
        match Store::open(path, self.wake()) {
            Ok(opened) => {
                self.leave();
                self.take(Document::new(opened));
            }
            Err(error) => self.fail(path, &error),
        }
    }

    fn create(&mut self, path: &Path, workbook: &Workbook) {
        if !self.may_leave() {
            return;
        }
        match Store::create(path, workbook, self.wake()) {
            Ok(opened) => {
                self.leave();
                self.take(Document::new(opened));
            }
            Err(error) if self.document.is_some() => self.say(self.words.open_error(&error)),
            Err(error) => self.fail(path, &error),
        }
    }

    /// Whether everything of the open workbook is in its file; where it is not, that is said, and it stays open.
    fn may_leave(&mut self) -> bool {
        if self.document.as_ref().is_some_and(|d| d.store.is_read_only()) {
            // No file would take what is tried out: a copy has to, before the workbook goes.
            self.keep_unfinished();
        }
        self.settle();
        let safe = self.document.is_none() || self.is_saved();
        if !safe {
            self.say(self.words.t("leave-unsaved"));
        }
        safe
    }

    /// Gives the store some time to write what is queued.
    pub(super) fn settle(&mut self) {
        self.end_drags();
        self.tell_saving();
        if let Some(document) = &self.document {
            let _ = document.store.wait_idle(Duration::from_secs(2));
        }
        self.poll_store();
    }

    /// Lets go of the open workbook; its store writes what is queued.
    fn leave(&mut self) {
        self.end_drags();
        self.keep_unfinished();
        self.document = None;
        self.problem = None;
        self.status.saved = Saved::Nothing;
        (self.current, self.board) = (None, None);
    }

    fn take(&mut self, document: Document) {
        let path = document.store.path().to_owned();
        self.status.file = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        self.status.path = path.display().to_string();
        self.status.saved = if document.store.is_read_only() { Saved::ReadOnly } else { Saved::Yes };
        self.status.message.clear();
        self.status.edits_today = document.steps_today();
        let notices = document.notices.clone();
        let first = document.workbook.comparisons.first().map(Comparison::id);
        self.document = Some(document);
        self.fill_shelf();
        self.settings.remember(&path);
        self.remember();
        if let Some(first) = first {
            self.select(first);
        }
        if let Some(notice) = notices.first() {
            self.say(self.words.notice(notice));
        }
    }

    fn fail(&mut self, path: &Path, error: &OpenError) {
        let backup = match error {
            OpenError::NotFound | OpenError::Newer { .. } => None,
            _ => backup::newest(path),
        };
        let what = self.words.open_error(error);
        let open = self.document.is_some().then(|| self.status.file.clone());
        let passing = matches!(error, OpenError::AlreadyOpen);
        self.problem = Some(Problem { path: path.to_owned(), what, backup, passing, open });
        self.cause = Some(error.clone());
    }

    pub(super) fn run_file(&mut self, intent: Intent, frame: &eframe::Frame) {
        match intent {
            Intent::NewWorkbook => self.ask(PathPurpose::New, frame),
            Intent::OpenWorkbook => self.ask(PathPurpose::Open, frame),
            Intent::SaveCopy => self.ask(PathPurpose::SaveCopy, frame),
            Intent::ExportJson => self.ask(PathPurpose::Export, frame),
            Intent::ImportJson => self.ask(PathPurpose::Import, frame),
            Intent::SavePicture(picture) => self.ask(PathPurpose::Picture(picture), frame),
            Intent::OpenPath(path) => self.open(&path),
            Intent::ReopenWorkbook => {
                if let Some(problem) = self.problem.clone() {
                    self.open(&problem.path);
                }
            }
            Intent::BackToWorkbook => self.problem = None,
            Intent::OpenBackup(path) => self.open_backup(&path),
            Intent::TypedPath(purpose, path) => self.typed(purpose, path),
            Intent::RetrySaving => {
                if let Some(document) = &self.document {
                    document.store.retry();
                }
            }
            _ => {}
        }
    }

    /// The name that a new file is offered.
    fn suggested_name(&self, purpose: PathPurpose) -> String {
        let name = self.comparison().map(|c| safe_file_name(c.header.name.get(self.words.lang()))).unwrap_or_default();
        match purpose {
            PathPurpose::Open | PathPurpose::Import => String::new(),
            PathPurpose::New => "comparisons.worth".to_owned(),
            PathPurpose::SaveCopy => format!("copy-of-{}", self.status.file),
            PathPurpose::Export => format!("{name}.json"),
            PathPurpose::Picture(_) => format!("{name}.png"),
        }
    }

    fn ask(&mut self, purpose: PathPurpose, frame: &eframe::Frame) {
        let words = &self.words;
        let file_name = self.suggested_name(purpose);
        let workbook: (String, &'static [&'static str]) = (words.t("kind-workbook"), &["worth"]);
        let exchange: (String, &'static [&'static str]) = (words.t("kind-json"), &["json"]);
        let (title, (kind, endings)) = match purpose {
            PathPurpose::Open => ("ask-open", workbook),
            PathPurpose::New => ("ask-new", workbook),
            PathPurpose::SaveCopy => ("ask-copy", workbook),
            PathPurpose::Export => ("ask-export", exchange),
            PathPurpose::Import => ("ask-import", exchange),
            PathPurpose::Picture(_) => ("ask-picture", (words.t("kind-png"), &["png", "svg"][..])),
        };
        let request = Request { title: words.t(title), file_name, kind, endings };
        let ctx = self.ctx.clone();
        self.picker.ask(purpose, &request, frame, &ctx);
    }

    pub(super) fn picked(&mut self, answer: Answer) {
        match answer {
            Answer::Path(purpose, path) => self.use_path(purpose, &with_ending(purpose, path)),
            Answer::NoDialog(purpose) => {
                let folder = self.document.as_ref().and_then(|d| d.store.path().parent()).map(Path::to_owned);
                let name = self.suggested_name(purpose);
                let text = folder.map_or_else(|| name.clone(), |f| f.join(&name).display().to_string());
                self.view.dialog = Some(Dialog::Path { purpose, text, why: String::new() });
            }
            Answer::Cancelled => {}
        }
    }

    /// A typed path asked no question about a file that is there: nothing is written over.
    fn typed(&mut self, purpose: PathPurpose, path: PathBuf) {
        let path = with_ending(purpose, path);
        let reads = matches!(purpose, PathPurpose::Open | PathPurpose::Import);
        if !reads && path.exists() {
            let text = path.display().to_string();
            let why = self.words.with("file-exists", &[("path", &text)]);
            self.view.dialog = Some(Dialog::Path { purpose, text, why });
        } else {
            self.use_path(purpose, &path);
        }
    }

    fn use_path(&mut self, purpose: PathPurpose, path: &Path) {
        match purpose {
            PathPurpose::Open => self.open(path),
            PathPurpose::New => {
                // The dialog has asked whether to replace; a workbook is never replaced all the same.
                self.create(path, &crate::examples::first_workbook());
            }
            PathPurpose::SaveCopy => {
                if let Some(document) = &self.document {
                    document.store.save_copy(path);
                }
            }
            PathPurpose::Export => self.export(path),
            PathPurpose::Import => self.import(path),
            PathPurpose::Picture(picture) => self.save_picture(picture, path),
        }
    }

    fn open_backup(&mut self, workbook: &Path) {
        let Some(backup) = backup::newest(workbook) else { return };
        let stem = workbook.file_stem().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default();
        let free = (1..1000)
            .map(|n| workbook.with_file_name(format!("{stem}-recovered-{n}.worth")))
            .find(|path| !path.exists());
        let Some(target) = free else { return };
        match backup::restore_copy(&backup, &target) {
            Ok(path) => self.open(&path),
            Err(error) => self.fail(workbook, &error),
        }
    }

    /// True, and said, where writing to `path` would destroy a workbook.
    fn is_a_workbook(&mut self, path: &Path) -> bool {
        let is_open = self.document.as_ref().is_some_and(|d| same_file(d.store.path(), path));
        let is_named_so = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("worth"));
        if is_open || is_named_so {
            self.say(self.words.with("not-over-workbook", &[("path", &path.display().to_string())]));
        }
        is_open || is_named_so
    }

    fn export(&mut self, path: &Path) {
        if self.is_a_workbook(path) {
            return;
        }
        // What is exported is the real case with its variants, whatever is tried out on the screen.
        let Some(comparison) = self.current.and_then(|id| self.workbook().comparison(id)) else { return };
        let text = json::write(&[comparison]);
        let written = whole::write(path, text.as_bytes());
        self.tell_written(path, written.map_err(|e| e.to_string()));
    }

    pub(super) fn import(&mut self, path: &Path) {
        let read = whole::read_text(path, json::MAX_BYTES).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => self.words.t("import-no-file"),
            std::io::ErrorKind::PermissionDenied => self.words.t("import-no-permission"),
            _ => error.to_string(),
        });
        let result = read.and_then(|text| self.import_text(&text).map_err(|error| self.words.import_error(&error)));
        match result {
            // A refused edit has said why.
            Ok(0) => {}
            Ok(count) => self.say(self.words.count("imported", count)),
            Err(why) => {
                let title = self.words.t("import-title");
                let lines = vec![path.display().to_string(), why, self.words.t("import-nothing")];
                self.view.dialog = Some(Dialog::Message { title, lines });
            }
        }
    }

    fn tell_written(&mut self, path: &Path, written: Result<(), String>) {
        let place = path.display().to_string();
        let text = match written {
            Ok(()) => self.words.with("written", &[("path", &place)]),
            Err(why) => self.words.with("not-written", &[("path", &place), ("why", &why)]),
        };
        self.say(text);
    }

    // --- pictures ----------------------------------------------------------------------------------------------

    /// The chart as it was shown last: pictures go into documents, so its colours are light.
    fn scene(&self, picture: Picture) -> Option<Scene> {
        let (comparison, board) = (self.comparison()?, self.board.as_ref()?);
        let ask = self.view.asked.get(&picture)?;
        match self.view.scenes.figures.get(&picture) {
            Some((made_for, figure)) if made_for == ask => Some(figure.scene.clone()),
            _ => figure(Seen { board, comparison, words: &self.words }, ask, &|_| true).map(|figure| figure.scene),
        }
    }

    pub(super) fn copy_picture(&mut self, which: Picture) {
        let Some(scene) = self.scene(which) else { return };
        match picture::pixels(&scene, Palette::Light, PICTURE_SCALE) {
            Ok(pixels) => {
                let size = [pixels.width as usize, pixels.height as usize];
                self.ctx.copy_image(egui::ColorImage::from_rgba_premultiplied(size, &pixels.rgba));
                self.say(self.words.t("copied"));
            }
            Err(error) => self.say(error.to_string()),
        }
    }

    fn save_picture(&mut self, which: Picture, path: &Path) {
        if self.is_a_workbook(path) {
            return;
        }
        let Some(scene) = self.scene(which) else { return };
        let is_svg = path.extension().is_some_and(|e| e.eq_ignore_ascii_case("svg"));
        let bytes = if is_svg {
            Ok(picture::svg(&scene, Palette::Light).into_bytes())
        } else {
            picture::png(&scene, Palette::Light, PICTURE_SCALE).map_err(|e| e.to_string())
        };
        let written = bytes.and_then(|bytes| whole::write(path, &bytes).map_err(|e| e.to_string()));
        self.tell_written(path, written);
    }

    // --- the store ---------------------------------------------------------------------------------------------

    /// After an edit: being written until the store says otherwise. An edit without effect writes nothing.
    pub(super) fn tell_saving(&mut self) {
        let Some(document) = &self.document else { return };
        self.status.edits_today = document.steps_today();
        if self.status.saved == Saved::Yes && document.revision != document.saved_revision {
            self.status.saved = Saved::Writing;
        }
    }

    pub(super) fn poll_store(&mut self) {
        while let Some(event) = self.document.as_ref().and_then(|d| d.store.poll()) {
            match event {
                StoreEvent::Saved { revision } => {
                    let Some(document) = &mut self.document else { continue };
                    document.saved_revision = revision;
                    if document.revision == revision {
                        self.status.saved = Saved::Yes;
                    }
                }
                StoreEvent::Failed { why, pending } => {
                    self.status.saved = Saved::No { why: self.words.failure(&why), pending };
                    self.failure = Some(why);
                }
                StoreEvent::CopySaved { path } => self.tell_written(&path, Ok(())),
                StoreEvent::CopyFailed { path, why } => {
                    let why = self.words.failure(&why);
                    self.tell_written(&path, Err(why));
                }
            }
        }
    }
}

/// True where both paths lead to the same file.
fn same_file(a: &Path, b: &Path) -> bool {
    match (a.canonicalize(), b.canonicalize()) {
        (Ok(a), Ok(b)) => a == b,
        _ => a == b,
    }
}

/// Files that we write carry their ending.
fn with_ending(purpose: PathPurpose, path: PathBuf) -> PathBuf {
    let ending = match purpose {
        PathPurpose::New | PathPurpose::SaveCopy => "worth",
        PathPurpose::Export => "json",
        PathPurpose::Picture(_) => "png",
        PathPurpose::Open | PathPurpose::Import => return path,
    };
    let endings: &[&str] = if ending == "png" { &["png", "svg"] } else { &[ending] };
    let has_one = |e: &std::ffi::OsStr| endings.iter().any(|ending| e.eq_ignore_ascii_case(ending));
    if path.extension().is_some_and(has_one) {
        return path;
    }
    // Added, not exchanged: “results v1.2” is a name.
    let mut named = path.into_os_string();
    named.push(".");
    named.push(ending);
    PathBuf::from(named)
}

/// A name that every system takes for a file.
fn safe_file_name(name: &str) -> String {
    let kept: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() || matches!(c, ' ' | '-' | '_') { c } else { '-' })
        .take(80)
        .collect();
    let kept = kept.trim_matches(|c: char| c == ' ' || c == '-').to_owned();
    let reserved = ["con", "prn", "aux", "nul"].contains(&kept.to_lowercase().as_str());
    if kept.is_empty() || reserved { "comparison".to_owned() } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_safe() {
        assert_eq!(safe_file_name("../x"), "x");
        assert_eq!(safe_file_name("CON"), "comparison");
        assert_eq!(safe_file_name("电视: a/b"), "电视- a-b");
        assert_eq!(safe_file_name(&"x".repeat(300)).len(), 80);
    }
}
