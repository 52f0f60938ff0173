# What-ifs and their variants.

edit-add-variant = Keep variant { $name }
edit-describe-variant = Rename variant { $name }
edit-set-variant = Update variant { $name }
edit-remove-variant = Delete variant { $name }
edit-apply-variant = Apply variant { $name }
edit-apply-what-if = Apply what-if

error-variant-name-taken = Another variant of this comparison is already named “{ $name }”; choose another name.
error-variant-amount = Variant “{ $name }”: { $why }

what-if = What if
what-if-of = What if: { $name }
what-if-from = What if, from { $name }
what-if-note = Nothing here touches the real case.
what-if-changes = { $count ->
    [0] no change yet
    [one] 1 change
   *[other] { $count } changes
}
what-if-tip = Try something out: levels, weights, λ, money and structure, without touching the real case
what-if-apply = Apply
what-if-apply-tip = Make it real: one step, which Undo takes back
what-if-keep = Keep as variant…
what-if-keep-new = Keep as new…
what-if-keep-tip = File it under this comparison with a name and a reason
what-if-update = Update
what-if-update-tip = Write it into the variant “{ $name }”
what-if-drop = Drop
what-if-drop-tip = Back to the real case; nothing of this stays
what-if-close = Close
what-if-close-tip = Back to the real case
what-if-decide = A what-if with changes is open here: apply, keep or drop it first.
what-if-applied = Applied to the real case
what-if-kept = Kept as a variant; it stands under its comparison
what-if-unfinished = What if (unfinished)
what-if-open-on = { $name }, a what-if is open
what-if-drag = Drag to try other levels
what-if-emphasis = Try another λ
what-if-really = Real case: { $value }
what-if-rank = rank { $from } → { $to }
what-if-new = new
what-if-new-tip = The real case does not have this offer.
what-if-card-tip = Real case: { $offer } has CDV { $cdv } and rank { $rank }; here { $delta } and rank { $now }

menu-what-if = What if

variant-default-name = Variant
variant-title = Variant
variant-keep-title = Keep as a variant
variant-keep-about = A variant holds what differs from the real case. Corrections of the real case reach it too.
variant-keep = Keep
variant-item = Variant { $name }
variant-open = Open as what-if
variant-branch = Branch…
variant-describe = Name and reason…
variant-apply = Apply to the real case

dialog-reason = Reason
dialog-reason-twin = Reason in Chinese (optional)

import-unknown-offer = No offer has this key; the keys are: { $known }
import-unknown-segment = No segment has this key; the keys are: { $known }
import-unknown-variant = No variant has the key “{ $word }”; the keys are: { $known }
import-case-and-changes = A variant has either a whole “case” or single changes; take one of them out
what-if-years = years
what-if-rate = % a year
