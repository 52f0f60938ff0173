### The value map.

page-value-map = Value map
map-title = What each offer gives for what it costs
map-x = Total customer cost →
map-y = ↑ Total customer value
map-key-fair = Fair value, slope λ = { $slope }
map-key-equal = Equal CDV
map-key-frontier = Efficient frontier
map-key-dominated = Dominated
map-offer = Offer whose figures are told
map-told = { $offer }: total value { $value }, total cost { $cost }, CDV { $cdv }, { $fair }.
map-above-by = { $amount } above fair value
map-below-by = { $amount } below fair value
map-at-fair = at fair value
map-value = Total value
map-cost = Total cost
map-distance = From fair value
map-frontier = Efficient
map-yes = yes
map-no = no
map-everywhere-by = Dominated on every criterion by
map-totals-by = Only on total value and total cost by
map-more-offers = { $count ->
    [one] 1 more
   *[other] { $count } more
}
map-only-one = There is one complete offer, and the fair-value line goes through it: fair value needs others to hold it against.
map-dominated-everywhere = { $offer } is dominated on every criterion, by { $by }: with these criteria no weights make it the best.
map-dominated-both = { $offer } is dominated on every criterion, by { $by }, and on total value and total cost also by { $totals }: with these criteria no weights make it the best.
map-dominated-totals = { $offer } is dominated only on total value and total cost, by { $totals }: other weights might change that, another λ cannot.
map-more-dominated = { $count ->
    [one] One more offer is dominated; the table has it.
   *[other] { $count } more offers are dominated; the table has them.
}
map-none-dominated = No offer is dominated: whoever gives more also costs more, or they are equal.
map-efficient = Efficient, from the cheapest to the dearest: { $offers }. Nobody gives as much as one of these for less.
map-offer-by = { $offer } by { $amount }
map-above = Above fair value: { $offers }.
map-below = Below fair value: { $offers }.
map-all-fair = All complete offers deliver the same, so all lie on the fair-value line.
map-fair-about = The fair-value line has the slope λ and goes through the mean of the complete offers. The height above it is CDV minus the mean CDV, so it orders the offers as CDV does.
map-lambda-0 = λ is 0: cost does not count in CDV. It still counts for who dominates whom.
