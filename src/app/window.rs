//! The native window.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{App, Asking, Folders, Launch, Settings};

/// Size of the first window in points.
const FIRST_SIZE: [f32; 2] = [1440.0, 900.0];

/// Opens the window and runs until it is closed.
#[must_use]
pub fn window(workbook: Option<PathBuf>) -> ExitCode {
    let folders = Folders::of_the_system();
    log_panics(&folders);
    let settings = Settings::load(&folders);
    let mut viewport = egui::ViewportBuilder::default()
        .with_title("Worthwhile 值得")
        .with_app_id("worthwhile")
        .with_inner_size(settings.window.unwrap_or(FIRST_SIZE))
        .with_min_inner_size([720.0, 480.0]);
    match eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon/worthwhile.png")) {
        Ok(icon) => viewport = viewport.with_icon(icon),
        Err(error) => log::warn!("no icon: {error}"),
    }
    let options = eframe::NativeOptions { viewport, ..Default::default() };
    let launch = Launch { workbook, folders, asking: Asking::Dialogs };
    let ran = eframe::run_native(
        "Worthwhile",
        options,
        Box::new(|context| Ok(Box::new(App::new(&context.egui_ctx, launch)))),
    );
    match ran {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!(
                "worthwhile: the window cannot be opened ({error}).\n\
                 A display with OpenGL 2.1 or later is needed; on Linux, software rendering (Mesa) will do.\n\
                 The headless commands need none: worthwhile --help"
            );
            ExitCode::FAILURE
        }
    }
}

/// A panic is written to a file beside the settings; what was acknowledged as saved is in the workbook.
fn log_panics(folders: &Folders) {
    let file = folders.config.join("panic.log");
    let default = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let _ = std::fs::create_dir_all(file.parent().unwrap_or_else(|| std::path::Path::new(".")));
        let _ = std::fs::write(&file, format!("{info}\n{}", std::backtrace::Backtrace::force_capture()));
        default(info);
    }));
}
