//! Where the keyboard goes when a menu, a list or a dialog closes: back to where it was.

use egui::{Context, Id, Memory};

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
}

/// Follows the keyboard, once a frame. `in_front` says whether a menu, a list or a dialog is open; when it has closed,
/// what had the keyboard before has it again, unless something else took it. True where it was given back.
pub fn keep(ctx: &Context, in_front: bool) -> bool {
    let id = Id::unique("where the keyboard was");
    let focused = ctx.memory(Memory::focused);
    let mut kept: Kept = ctx.data(|d| d.get_temp(id)).unwrap_or_default();
    let closed = kept.open && !in_front;
    let back = kept.before.filter(|_| closed && (focused.is_none() || focused == kept.inside));
    let back = back.or(kept.given.filter(|_| focused.is_none() && !in_front));
    match (kept.open, in_front) {
        (false, false) => kept.before = focused.or(back),
        (true, true) => kept.inside = focused.or(kept.inside),
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
