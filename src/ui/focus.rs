//! Where the keyboard goes when a menu, a list or a dialog closes: back to where it was. An entry that is taken by a key
//! closes its menu, as one that is clicked does.

use egui::{Context, Id, Key, Memory, Order, Popup};

/// Frames after a key in which a submenu that it opens would be there.
const SUBMENU_FRAMES: u8 = 2;

/// Where the keyboard was.
#[derive(Clone, Copy, Default)]
struct Kept {
    /// Something stands in front of the window.
    open: bool,
    /// What had the keyboard before that.
    before: Option<Id>,
    /// What had it in there last.
    inside: Option<Id>,
    /// What it was given back to in the last frame, in which a dialog still kept it from what is behind.
    given: Option<Id>,
    /// How many things stood in front in the last frame.
    count: usize,
    /// An entry was taken by a key: how many things stood in front before, and how many frames ago.
    taken: Option<(usize, u8)>,
}

/// Follows the keyboard, once a frame: when a menu, a list or a dialog has closed, what had the keyboard before has it
/// again, unless something else took it. True where it was given back.
pub fn keep(ctx: &Context, in_dialog: bool) -> bool {
    let id = Id::unique("where the keyboard was");
    let mut kept: Kept = ctx.data(|d| d.get_temp(id)).unwrap_or_default();
    kept.close_menu(ctx, in_dialog);
    kept.count = count(ctx);
    let in_front = in_dialog || Popup::is_any_open(ctx);
    let focused = ctx.memory(Memory::focused);
    let closed = kept.open && !in_front;
    let back = kept.before.filter(|_| closed && (focused.is_none() || focused == kept.inside));
    let back = back.or(kept.given.filter(|_| focused.is_none() && !in_front));
    match (kept.open, in_front) {
        (false, false) => kept.before = focused.or(back),
        (true, true) => kept.inside = focused.or(kept.inside),
        // A dialog takes the keyboard as it opens; a menu leaves it where it was opened.
        (false, true) if !in_dialog => {
            kept = Kept { open: true, inside: None, before: focused.or(kept.before), ..kept }
        }
        _ => kept = Kept { open: in_front, inside: None, ..kept },
    }
    kept.given = back.filter(|_| closed);
    ctx.data_mut(|d| d.insert_temp(id, kept));
    if let Some(back) = back {
        ctx.memory_mut(|m| m.request_focus(back));
        ctx.request_repaint();
    }
    back.is_some()
}

impl Kept {
    /// Closes a menu in which an entry was taken by a key, unless that opened a submenu.
    fn close_menu(&mut self, ctx: &Context, in_dialog: bool) {
        if !Popup::is_any_open(ctx) {
            self.taken = None;
            return;
        }
        let focused = ctx.memory(Memory::focused);
        let is_inside = self.open && focused.is_some() && focused != self.before;
        if is_inside && ctx.input(|i| i.key_pressed(Key::Enter) || i.key_pressed(Key::Space)) {
            self.taken = Some((self.count, 0));
        }
        match self.taken {
            Some(_) if in_dialog => Popup::close_all(ctx),
            Some((before, SUBMENU_FRAMES)) => {
                if count(ctx) <= before {
                    Popup::close_all(ctx);
                }
                self.taken = None;
            }
            Some((before, frames)) => {
                self.taken = Some((before, frames + 1));
                ctx.request_repaint();
            }
            None => {}
        }
    }
}

/// How many things stand in front of the window; what is only told there counts for nothing.
fn count(ctx: &Context) -> usize {
    let told = Id::unique("message");
    let layers = ctx.memory(|m| m.areas().visible_layer_ids());
    layers.iter().filter(|layer| layer.order == Order::Foreground && layer.id != told).count()
}
