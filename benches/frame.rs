//! One frame of the whole window on the CPU: panels, texts and shapes, cut into triangles as the painter takes them.
//! The tree for screen readers, which `egui_kittest` always asks for, is in it; the graphics card is not.
//!
//! `cargo bench --bench frame`

mod support;

use criterion::Criterion;
use egui::{Event, Modifiers, PointerButton, Pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;
use worthwhile::app::{App, Asking, Folders, Launch, Settings};
use worthwhile::model::Lang;

/// The window of the first start.
const SIZE: [f32; 2] = [1440.0, 900.0];

fn window(folder: &std::path::Path) -> Harness<'static, App> {
    let folders = Folders { config: folder.join("config"), data: folder.join("data") };
    Settings { lang: Some(Lang::En), ..Settings::load(&folders) }.save(&folders);
    let launch = Launch { workbook: Some(support::workbook(folder)), folders, asking: Asking::Typing };
    let builder = Harness::builder().with_size(SIZE).with_accessibility_check(false);
    let mut window = builder.build_eframe(|cc| App::new(&cc.egui_ctx, launch));
    window.run_steps(10);
    window
}

fn frame(window: &mut Harness<'_, App>) -> usize {
    window.step();
    let output = window.output();
    window.ctx.tessellate(output.shapes.clone(), output.pixels_per_point).len()
}

fn nothing_changed(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    criterion.bench_function("frame: nothing changed", |b| b.iter(|| frame(&mut window)));
}

fn weight_dragged(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(folder.path());
    let track = window.get_by_label("Weight of Product").rect();
    let press = |at: Pos2, pressed| Event::PointerButton {
        pos: at,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.event(Event::PointerMoved(track.center()));
    window.step();
    window.event(press(track.center(), true));
    window.step();
    let cdv = |window: &Harness<'_, App>| window.state().board().and_then(|board| board.cdv(0)).expect("a CDV");
    let mut right = false;
    let mut drag = |window: &mut Harness<'_, App>| {
        right = !right;
        let by = if right { 0.2 } else { -0.2 };
        window.event(Event::PointerMoved(track.center() + vec2(by * track.width(), 0.0)));
        frame(window)
    };
    drag(&mut window);
    let before = cdv(&window);
    drag(&mut window);
    assert!((cdv(&window) - before).abs() > 0.1, "the drag moves nothing");
    criterion.bench_function("frame: a weight is dragged", |b| b.iter(|| drag(&mut window)));
    window.event(press(track.center(), false));
    window.step();
}

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    nothing_changed(&mut criterion);
    weight_dragged(&mut criterion);
    criterion.final_summary();
}
