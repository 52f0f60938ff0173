### Findings in words.

claim-winner = { $offer } delivers the most: { $cdv }, { $margin } ahead of { $second }.
claim-tie = { $offers } tie for first, each with { $cdv }.
claim-tie-detail = The formula does not choose between them.
claim-only-one = Only { $offer } is complete, with { $cdv }: there is nothing to compare it with yet.
claim-none-complete = No offer is complete yet, so none can be ranked.
claim-no-offers = There is no offer yet. Add one to begin.
claim-for = { $dimension } speaks most for { $winner }: { $points } better than { $second }.
claim-against = Against it: { $dimension }, where { $second } is { $points } better.
claim-nothing-for = In no single dimension is { $winner } better than { $second }.
claim-nothing-against = In no dimension is { $second } better than { $winner }.
claim-tie-price-below = { $second } would tie { $winner } at { $price }, { $difference } below its price.
claim-tie-price-above = { $second } would tie { $winner } at { $price }, { $difference } above its price.
claim-tie-price-today = Today { $second } costs { $today }; all else stays as it is.
claim-no-tie-price = { $second } cannot tie { $winner } by price, not even if it were free.
claim-incomplete = { $offer } is incomplete and not ranked.
claim-incomplete-more = { $count ->
    [one] 1 more offer is incomplete and not ranked.
   *[other] { $count } more offers are incomplete and not ranked.
}
claim-tip = Click to copy
points-count = { $points } points
offer-at-store = { $offer } ({ $store })
