### Points or money: the dialog that converts a comparison, and the bridge of worth in money.

## The dialog
menu-account = Points or money…
account-title = Points or money
account-now-points = This comparison reckons in points: every level gets 0 to 100 points, weights say how much each counts, and λ sets cost against value.
account-now-money = This comparison reckons in money: every level is an amount, the price counts at face value, and nothing is weighed, so λ is 1.
account-to-money = In money, every contribution is multiplied by k, what one point of delivered value is worth: k = span of the money scale ÷ (100 × λ × weight of money). The price itself counts at face value. Levels stay as they are.
account-to-points = In points, every scale is stretched so that its least amount gets 0 points and its greatest 100. Weights and λ follow from the amounts that the scales span. Levels stay as they are.
account-at = Total cost at which a point counts
account-at-why = The money scale bends, so a point is not worth the same amount everywhere. State the total cost at which it counts; differences between offers, and with them ranks, may change.
account-low = Money scale: 0 points at
account-high = Money scale: 100 points at
account-ends-why = The money scale goes straight from one total cost to another. It changes weights and λ, but no rank.
account-k = One point of delivered value is worth { $amount }.
account-k-of = To { $buyer }, one point of delivered value is worth { $amount }.
account-straight = The money scale is straight, so this holds at every price: only the unit of CDV and where it counts from change.
account-bent = This holds where the total cost is { $at }; elsewhere money counts more or less in points than it does at face value.
account-anchors = The money scale goes from { $low } (0 points) to { $high } (100 points).
account-ratings = { $count ->
    [one] One rating becomes a measure with an amount at each end, for a money account takes no ratings.
   *[other] { $count } ratings become measures with an amount at each end, for a money account takes no ratings.
}
account-variants = { $count ->
    [one] The variant goes along, by its own weights.
   *[other] The { $count } variants go along, each by its own weights.
}
account-table-of = CDV and ranks are those of { $buyer }:
account-same-ranks = No rank changes.
account-move = { $buyer }: { $offer } goes from rank { $before } to { $after }.
account-moves-in-variant = In the variant “{ $name }” ranks change.
account-cdv-now = CDV now
account-cdv-then = CDV then
account-rank-now = Rank now
account-rank-then = Rank then
account-convert-money = Convert to money
account-convert-points = Convert to points

## Why it cannot be
account-refused-what-if = A what-if has the account of the real case. Apply, keep or drop it first.
account-refused-already = It reckons so already.
account-refused-no-money = Nothing here is paid, so no point is worth any amount. Add a criterion in money under Monetary first.
account-refused-no-weight = Money weighs nothing to { $buyer }, so no amount makes up for a point. Give money a weight first.
account-refused-no-emphasis = λ is 0 for { $buyer }: cost does not count, so no amount makes up for a point. Set λ above 0 first.
account-refused-no-slope = The money scale is flat where the total cost is { $at }, so an amount more or less makes no point there. State another total cost, or change the money scale.
account-refused-no-value = Nothing on the value side differs in worth to { $buyer }, so cost cannot be set against it. Give a criterion there two different amounts first.
account-refused-emphasis = λ would be above { $most } for { $buyer }: the cost side spans that much more money than the value side. Narrow the money scale.
account-refused-anchors = The money scale needs two amounts, the lower one first, that the currency can hold.
account-refused-amounts = The amounts of { $name } would be too large or too steep to reckon with.
account-refused-numbers = The numbers of { $buyer } would be too large to reckon with.
account-refused-variant = The variant “{ $name }” cannot go along: { $why }

## Its step
edit-convert-to-money = Convert { $name } to money
edit-convert-to-points = Convert { $name } to points

## Worth in money, step by step
worth-title = What { $to } is worth against { $from } ({ $unit })
worth-same = At the price of { $from }
worth-same-cost = At the total cost of { $from }
worth-total = Worth
worth-price = Its price
worth-total-cost = Its total cost
worth-left = Delivers more
worth-short = Delivers less
worth-sentence-more = If { $to } were equal to { $from } in all else it would be worth { $same }; with what sets it apart it is worth { $worth }. It costs { $price }, so it delivers { $left } more.
worth-sentence-less = If { $to } were equal to { $from } in all else it would be worth { $same }; with what sets it apart it is worth { $worth }. It costs { $price }, so it delivers { $left } less.
worth-sentence-same = If { $to } were equal to { $from } in all else it would be worth { $same }; with what sets it apart it is worth { $worth }, which is what it costs.

## Weights in a money account
spans-title = What every criterion can make in money
spans-least = Least
spans-most = Greatest
spans-times = Buyer’s factor
spans-span = Span

## Rates
scale-rate = { $currency } per unit
