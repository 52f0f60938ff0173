//! Keys and clicks that come faster than frames are drawn.

use std::collections::VecDeque;

use egui::{Event, Key};

/// Events that wait for the next frame, so that what follows Enter, Tab or a press goes where these lead.
#[derive(Default)]
pub(super) struct Queue {
    waiting: VecDeque<Event>,
}

impl Queue {
    /// Leaves in `events` those of one frame: what waited and what came, up to the first that may move the keyboard.
    pub fn feed(&mut self, events: &mut Vec<Event>) {
        self.waiting.extend(events.drain(..));
        while let Some(event) = self.waiting.pop_front() {
            let is_last = moves_keyboard(&event);
            events.push(event);
            if is_last {
                break;
            }
        }
    }

    /// True where nothing waits.
    pub fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }
}

fn moves_keyboard(event: &Event) -> bool {
    match event {
        Event::Key { key, pressed, .. } => *pressed && matches!(key, Key::Enter | Key::Tab | Key::Escape),
        Event::PointerButton { pressed, .. } => *pressed,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, PointerButton, pos2};

    use super::*;

    fn key(key: Key, pressed: bool) -> Event {
        Event::Key { key, physical_key: None, pressed, repeat: false, modifiers: Modifiers::NONE }
    }

    fn click(pressed: bool) -> Event {
        let (pos, button) = (pos2(1.0, 2.0), PointerButton::Primary);
        Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE }
    }

    #[test]
    fn what_follows_enter_or_a_press_waits_for_the_next_frame_in_order() {
        let text = |text: &str| Event::Text(text.to_owned());
        let typed = [text("1"), key(Key::Enter, true), key(Key::Enter, false), text("2"), click(true), click(false)];
        let frames = [&typed[..2], &typed[2..5], &typed[5..]];
        let mut queue = Queue::default();
        let mut events = typed[..3].to_vec();
        queue.feed(&mut events);
        assert_eq!(events, frames[0]);
        // What comes meanwhile stands behind what waits.
        let mut events = typed[3..].to_vec();
        queue.feed(&mut events);
        assert_eq!(events, frames[1]);
        assert!(!queue.is_empty());
        let mut events = Vec::new();
        queue.feed(&mut events);
        assert_eq!(events, frames[2]);
        assert!(queue.is_empty());
    }
}
