//! What the program remembers between starts: never the user's data.

use std::path::{Path, PathBuf};

use etcetera::{AppStrategy, AppStrategyArgs};
use serde::{Deserialize, Serialize};

use crate::exchange::whole;
use crate::model::Lang;
use crate::ui::ThemeChoice;
use crate::ui::view::Panels;

/// Workbooks remembered under “Open recent”.
const RECENT_MAX: usize = 10;
const SETTINGS_MAX_BYTES: usize = 1 << 20;

/// Window, language, theme and workbooks.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The system's language until the user chooses.
    pub lang: Option<Lang>,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Zoom of the whole window; 0 stands for 1.
    pub zoom: f32,
    /// Width and height of the window in points.
    pub window: Option<[f32; 2]>,
    /// Which panels are open.
    pub panels: Panels,
    /// The workbook to open at the next start.
    pub last: Option<PathBuf>,
    /// Newest first.
    pub recent: Vec<PathBuf>,
}

/// Folders that belong to the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folders {
    /// For settings.
    pub config: PathBuf,
    /// For the first workbook.
    pub data: PathBuf,
}

impl Folders {
    /// The folders that the system has for this program; the working folder where it has none.
    #[must_use]
    pub fn of_the_system() -> Self {
        let args = AppStrategyArgs {
            top_level_domain: "org".to_owned(),
            author: "Worthwhile".to_owned(),
            app_name: "Worthwhile".to_owned(),
        };
        match etcetera::choose_app_strategy(args) {
            Ok(strategy) => Self { config: strategy.config_dir(), data: strategy.data_dir() },
            Err(_) => Self { config: PathBuf::from("."), data: PathBuf::from(".") },
        }
    }

    fn settings_file(&self) -> PathBuf {
        self.config.join("settings.json")
    }

    /// Where the workbook of a first start goes.
    #[must_use]
    pub fn first_workbook(&self) -> PathBuf {
        self.data.join("worthwhile.worth")
    }
}

impl Settings {
    /// The settings of the last time; defaults where there are none or they cannot be read.
    #[must_use]
    pub fn load(folders: &Folders) -> Self {
        let text = whole::read_text(&folders.settings_file(), SETTINGS_MAX_BYTES);
        let read = text.ok().and_then(|text| serde_json::from_str::<Self>(&text).ok());
        read.unwrap_or_default().sane()
    }

    /// Writes the settings; a failure is logged, nothing depends on them.
    pub fn save(&self, folders: &Folders) {
        let written = serde_json::to_vec_pretty(self).map_err(std::io::Error::other).and_then(|bytes| {
            std::fs::create_dir_all(&folders.config)?;
            whole::write(&folders.settings_file(), &bytes)
        });
        if let Err(error) = written {
            log::warn!("settings are not saved: {error}");
        }
    }

    /// Numbers that somebody may have put into the file by hand, brought into range.
    fn sane(mut self) -> Self {
        if !(0.5..=3.0).contains(&self.zoom) {
            self.zoom = 1.0;
        }
        self.window = self.window.filter(|size| size.iter().all(|side| (200.0..=20_000.0).contains(side)));
        self.recent.truncate(RECENT_MAX);
        self
    }

    /// The language: as chosen, else as the system speaks.
    #[must_use]
    pub fn language(&self) -> Lang {
        self.lang.unwrap_or_else(|| {
            let chinese = sys_locale::get_locale().is_some_and(|locale| locale.starts_with("zh"));
            if chinese { Lang::Zh } else { Lang::En }
        })
    }

    /// Puts a workbook at the head of the recent ones.
    pub fn remember(&mut self, path: &Path) {
        self.recent.retain(|p| p != path);
        self.recent.insert(0, path.to_owned());
        self.recent.truncate(RECENT_MAX);
        self.last = Some(path.to_owned());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_settings_are_defaults_and_good_ones_come_back() {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders { config: folder.path().join("c"), data: folder.path().join("d") };
        let mut settings = Settings { zoom: 1.25, window: Some([900.0, 700.0]), ..Settings::load(&folders) };
        settings.remember(Path::new("a.worth"));
        settings.save(&folders);
        assert_eq!(Settings::load(&folders), settings);
        std::fs::write(folders.settings_file(), "{\"zoom\": \"big\"").unwrap();
        assert_eq!(Settings::load(&folders).recent, Vec::<PathBuf>::new());
    }
}
