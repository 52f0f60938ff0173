# Check the model: what is doubtful in it, and what mends it.

page-check = Check the model
check-none = Nothing to mend
check-none-more = Every level lies on its scale, every weight was given for the range that its scale has, and no criterion says what another one says.
check-matters = Matters
check-look = Worth a look
check-badge = { $count ->
    [0] Nothing to mend
    [one] 1 thing to check
   *[other] { $count } things to check
}
check-badge-unknown = Check the model
check-badge-tip = What is doubtful in this model, and what mends it
check-jump = Show
check-jump-to = Show { $where }
check-jump-label = Show { $where }: { $what }
check-jump-tip = Select it in the table
check-scale = Open the scale
check-scale-label = Open the scale of { $leaf }
check-scale-tip = Its curve or its named levels, to change them by hand
check-dismiss = Not a problem
check-dismiss-label = Not a problem: { $what }
check-dismiss-tip = Puts it under “Dismissed” until what it is about changes
check-back = Bring back
check-back-label = Bring back: { $what }
check-back-tip = Tells it among the others again
check-dismissed = Dismissed ({ $count })
check-dismissed-about = A dismissed finding comes back by itself when it changes: when its scale does, or when it is about one more offer.
check-none-dismissed = What is left is dismissed.
check-pair = Offer by offer
check-pair-label = Offer by offer: { $what }
check-pair-tip = { $offer }: { $one } and { $other }
check-more = { $count ->
    [one] 1 more like these
   *[other] { $count } more like these
}
check-more-offers = { $count ->
    [one] 1 more
   *[other] { $count } more
}
check-range = { $low } to { $high }
check-range-unit = { $low } to { $high } { $unit }
check-whole-points = 0 to 100 points

## Findings

check-missing = { $count ->
    [one] { $offers } has no level for { $leaf }.
   *[other] { $count } offers have no level for { $leaf }: { $offers }.
}
check-missing-why = What is missing is not 0: until it is there the offer is left out of the ranking.
check-outside = { $count ->
    [one] { $leaf } of { $offers } lies outside its scale, { $range }.
   *[other] { $leaf } of { $count } offers lies outside its scale, { $range }: { $offers }.
}
check-outside-why = Beyond its anchors the scale goes on straight, so the level counts for more than the whole of the weight.
check-outside-flat-why = Beyond its anchors the scale is flat, so more of it makes no difference any more.
check-range-changed = The weight of { $leaf } was given for a scale of { $given }; now it is { $now }.
check-points-changed = The weight of { $leaf } was given when its levels spanned { $given } points; now they span { $now }.
check-range-changed-why = A weight says what the whole of a scale is worth. Over another range the same weight says another trade-off.
check-together = { $one } and { $other } move together: r = { $r } over { $count } offers.
check-together-why = An offer that is better on the one is better on the other. If both say the same thing, it is counted twice, with { $one } and { $other } of their sides: then let one speak for both. If they are two things, keep both.
check-together-money-why = An offer that is better on the one is better on the other. If both say the same thing, it is paid for twice: then let one speak for both. If they are two things, keep both.
check-wide = The scale of { $leaf } runs from { $anchors }, but all offers lie within { $levels }.
check-wide-why = Only { $points } of its 100 points are in play, so most of the weight goes to differences that nobody offers.
check-misses = The scale of { $leaf } reaches from { $low } to { $high } points, not from 0 to 100.
check-misses-why = A weight is meant for the whole way from 0 to 100 points; here it counts for less than it says.
check-equal = All offers are the same on { $leaf }.
check-equal-scale = All offers score the same on { $leaf }, although their levels differ.
check-equal-why = It adds as much to every offer, so no rank depends on it, for all its { $weight } of its side.
check-equal-money-why = It adds as much to every offer, so no rank depends on it.
check-dominated = { $count ->
    [0] { $offer } is dominated: { $by } is as good on everything that counts, and better on something.
    [one] { $offer } is dominated: { $by } and 1 other are as good on everything that counts, and better on something.
   *[other] { $offer } is dominated: { $by } and { $count } others are as good on everything that counts, and better on something.
}
check-dominated-why = No weights of these criteria put it ahead. It can be left out, or something that speaks for it is not in the table.
check-zero = { $name } has weight 0.
check-zero-why = It counts for nothing: give it a weight, or leave it out.
check-zero-dimension-why = None of its criteria counts for anything: give it a weight, or leave it out.

## Mends

mend-fit-trade-offs = Scale { $range }, keep trade-offs
mend-fit-trade-offs-tip = Fits the scale and moves the weights so that a step of a level is worth what it was: no rank changes
mend-fit-weights = Scale { $range }, keep weights
mend-fit-weights-tip = Fits the scale and leaves the weights as they are, so that a step of a level is worth more or less than before
mend-fit = Scale { $range }
mend-fit-tip = Fits the scale; no score changes
mend-trade-offs = Keep trade-offs
mend-trade-offs-tip = Moves the weight so that a step of a level is worth what it was when the weight was given
mend-holds = The weight still holds
mend-holds-tip = Changes no weight: it was thought of again, for the scale as it is
mend-label = { $mend }: { $leaf }
mend-give = Give the weight of { $from } to { $to }
mend-give-tip = { $from } then counts nothing and { $to } for both; all other weights stay as they are
mend-aside = Let { $from } count nothing
mend-aside-tip = The other criteria of its side take over its weight in proportion: value and cost are never mixed
mend-aside-money-tip = This kind of buyer then multiplies it by 0; everything else stays as it is
mend-effect-none = No CDV changes.
mend-effect-stay = Ranks stay. CDV: { $list }
mend-effect-ranks = Ranks change: { $list }
mend-effect-offer = { $offer } { $from } → { $to }
mend-effect-rank = { $offer } { $rank } → { $new } (CDV { $from } → { $to })
mend-effect-separator = {", "}

edit-fit-scale = Fit the scale of { $name }
edit-fit-money-scale = Fit the money scale
edit-keep-trade-offs = Keep the trade-offs of { $name }
edit-keep-money-trade-offs = Keep the trade-offs of money
edit-confirm-weight = Confirm the weight of { $name }
edit-confirm-money-weight = Confirm the weight of money
edit-move-weight = Give away the weight of { $name }
edit-move-money-weight = Give away the weight of money
edit-dismiss-finding = Dismiss what was found
edit-bring-finding-back = Bring back what was found

built-ranges = { $count ->
    [one] what the weights of 1 kind of buyer were given for
   *[other] what the weights of { $count } kinds of buyers were given for
}
built-dismissed = what was found and is held to be no problem
