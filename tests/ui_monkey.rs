//! Somebody who presses everything: nothing fails, and what is kept is sound.

mod ui_support;

use egui::{Event, Key, Modifiers, PointerButton, Pos2, pos2, vec2};
use egui_kittest::kittest::NodeT as _;
use ui_support::{CTRL, CTRL_SHIFT, SIZE, Window, button, name};
use worthwhile::model::{Comparison, check};
use worthwhile::ui::view::Dialog;

/// Events of all monkeys together.
const EVENTS: usize = 3000;
const SEEDS: [u64; 2] = [1, 20_261_122];

/// A small generator (`SplitMix64`): the same numbers on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.roll() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn pos(&mut self) -> Pos2 {
        #[expect(clippy::cast_precision_loss, reason = "points of a window")]
        let part = |n: usize| n as f32 / 1000.0;
        pos2(part(self.below(1000)) * SIZE.x, part(self.below(1000)) * SIZE.y)
    }
}

const KEYS: [Key; 21] = [
    Key::ArrowUp,
    Key::ArrowDown,
    Key::ArrowLeft,
    Key::ArrowRight,
    Key::Enter,
    Key::Escape,
    Key::Tab,
    Key::Space,
    Key::Delete,
    Key::Backspace,
    Key::Home,
    Key::End,
    Key::PageUp,
    Key::PageDown,
    Key::F1,
    Key::F2,
    Key::F10,
    Key::A,
    Key::Z,
    Key::Y,
    Key::L,
];
const MODIFIERS: [Modifiers; 6] =
    [Modifiers::NONE, Modifiers::NONE, Modifiers::SHIFT, CTRL, CTRL_SHIFT, Modifiers::ALT];
const TEXTS: [&str; 12] = ["5", "0", "-1", "1e9", "4400.5", "x", "值", "99999999999999", "%", ".", "是", "s"];
const PASTES: [&str; 5] = ["5\t6\n7\t8", "3", "a\tb", "", "1\t2\t3\t4\t5\t6\n\n9"];

fn key(key: Key, modifiers: Modifiers, pressed: bool) -> Event {
    Event::Key { key, physical_key: None, pressed, repeat: false, modifiers }
}

fn press(events: &mut Vec<Event>, pos: Pos2, which: PointerButton) {
    let press = |pressed| Event::PointerButton { pos, button: which, pressed, modifiers: Modifiers::NONE };
    events.extend([Event::PointerMoved(pos), press(true), press(false)]);
}

/// The place of some control on the screen: random places hit too little.
fn some_control(window: &Window, dice: &mut Dice) -> Pos2 {
    let rects: Vec<egui::Rect> = window
        .ui
        .root()
        .children_recursive()
        .filter(|n| name(n).is_some() && n.accesskit_node().bounding_box().is_some())
        .map(|n| n.rect())
        .collect();
    rects.get(dice.below(rects.len())).map_or_else(|| dice.pos(), egui::Rect::center)
}

/// One thing that a monkey does, as the events of one or several frames.
fn deed(window: &Window, dice: &mut Dice) -> Vec<Event> {
    let mut events = Vec::new();
    match dice.below(12) {
        0..=3 => press(&mut events, some_control(window, dice), PointerButton::Primary),
        4 => press(&mut events, some_control(window, dice), PointerButton::Secondary),
        5 => press(&mut events, dice.pos(), PointerButton::Primary),
        6 => events.push(Event::Text(dice.pick(&TEXTS).to_owned())),
        7 => {
            let (from, to) = (some_control(window, dice), some_control(window, dice));
            events.extend([Event::PointerMoved(from), button(from, true)]);
            events.extend([0.3, 0.7, 1.0].map(|part| Event::PointerMoved(from.lerp(to, part))));
            events.push(button(to, false));
        }
        8 => match dice.below(3) {
            0 => events.push(Event::Paste(dice.pick(&PASTES).to_owned())),
            1 => events.push(Event::Copy),
            _ => events.push(Event::Cut),
        },
        9 => events.push(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: dice.pick(&[vec2(0.0, -60.0), vec2(0.0, 60.0), vec2(-80.0, 0.0), vec2(80.0, 0.0)]),
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
            modifiers: Modifiers::NONE,
        }),
        _ => {
            let (which, modifiers) = (dice.pick(&KEYS), dice.pick(&MODIFIERS));
            events.extend([key(which, modifiers, true), key(which, modifiers, false)]);
        }
    }
    events
}

fn monkey(seed: u64, events: usize) {
    let mut window = Window::first();
    let mut dice = Dice(seed);
    let mut done = 0;
    while done < events {
        for event in deed(&window, &mut dice) {
            if let Event::Key { modifiers, .. } = &event {
                window.ui.input_mut().events.push(Event::ModifiersChanged(*modifiers));
            }
            let frame_goes_on = matches!(event, Event::Key { pressed: true, .. });
            window.ui.input_mut().events.push(event);
            if !frame_goes_on {
                window.ui.step();
            }
            done += 1;
        }
        window.ui.input_mut().events.push(Event::ModifiersChanged(Modifiers::NONE));
        // A monkey must not name files, and seldom finds its way out of a form.
        let gives_up = dice.below(8) == 0;
        let view = window.ui.state_mut().view_mut();
        if gives_up || matches!(view.dialog, Some(Dialog::Path { .. })) {
            view.dialog = None;
        }
    }
    window.ui.state_mut().view_mut().dialog = None;
    for _ in 0..3 {
        window.ui.key_press(Key::Escape);
        window.ui.step();
    }
    let written = window.ui.state().document().unwrap().revision;
    assert!(written > 5, "the monkey changed nothing to speak of: {written} times");
    window.settle();
    let kept = window.workbook().comparisons.clone();
    for comparison in &kept {
        assert_eq!(check(comparison), Ok(()), "seed {seed}");
    }
    let steps = window.steps();
    let mut window = window.restart();
    // A what-if that was open is kept as a variant when the window closes: one step, and nothing else.
    let mut again = window.workbook().comparisons.clone();
    let of_layers: usize = again.iter_mut().map(|c| take_unfinished(c, &kept)).sum();
    assert_eq!((&again, window.steps()), (&kept, steps + of_layers), "seed {seed}: the file holds the same");
    window.settle();
    let kept = window.workbook().comparisons.clone();
    let window = window.restart();
    assert_eq!(window.workbook().comparisons, kept, "seed {seed}: and again");
}

/// Takes the variants away that `kept` does not have; how many they were.
fn take_unfinished(comparison: &mut Comparison, kept: &[Comparison]) -> usize {
    let before = kept.iter().find(|c| c.id() == comparison.id());
    let count = comparison.variants.len();
    comparison.variants.retain(|v| before.is_some_and(|c| c.variant(v.id).is_some()));
    count - comparison.variants.len()
}

#[test]
fn the_first_monkey() {
    monkey(SEEDS[0], EVENTS / 2);
}

#[test]
fn the_second_monkey() {
    monkey(SEEDS[1], EVENTS / 2);
}
