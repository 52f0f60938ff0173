# What the buyer expects, and how far offers meet it.

page-satisfaction = Satisfaction
expected = Expected
add-expectation = + What the buyer expects
add-expectation-short = + Expectation
menu-add-expectation = What the buyer expects
menu-remove-expectation = Remove what the buyer expects
expected-standing = not ranked
expected-tip = What the buyer expects. It is no offer: it is never ranked, and no sentence or chart of offers counts it. Satisfaction is what is perceived minus what is expected.
cell-in-use = in use: { $level }
edit-add-expectation = Add what the buyer expects
edit-remove-expectation = Remove what the buyer expects
edit-set-expected-level = Expect { $name }
edit-set-level-after-use = { $name } after use
edit-set-levels-after-use = Set levels after use
difference-after-use = { $criterion }, { $offer }, after use
built-expectation-added = what the buyer expects was added
built-expectation-removed = what the buyer expects was taken out

# --- the page ---
satisfaction-none = Say what the buyer expects, and see how far each offer meets it. It begins with what is usual among the offers: on each criterion the median of their levels. Satisfaction = perceived − expected.
satisfaction-no-offers = There is no offer yet
satisfaction-title = Satisfaction with { $offer }
satisfactions-title = Satisfaction in all, offer by offer
satisfaction-offer = Satisfaction with
satisfaction-bought = As bought
satisfaction-in-use = After use
satisfaction-both = Both
satisfaction-change = Change
satisfaction-total = In all
satisfaction-short = ± after use
satisfaction-worse = worse than expected
satisfaction-better = better than expected
satisfaction-legend-both = grey: as bought; in colour: after use
satisfaction-tip = { $name }: { $value }
satisfaction-tip-both = { $name }: { $before } as bought, { $after } after use
satisfaction-points = { $points } points
satisfaction-more = +{ $amount }
satisfaction-said-better = { $offer } delivers { $by } more than is expected.
satisfaction-said-worse = { $offer } delivers { $by } less than is expected.
satisfaction-said-equal = { $offer } delivers just as much as is expected.
satisfaction-said-least = { $offer } disappoints most on { $criterion }: { $perceived } against { $expected } expected ({ $points }).
satisfaction-said-most = { $offer } pleases most on { $criterion }: { $perceived } against { $expected } expected ({ $points }).
satisfaction-said-falls = After use satisfaction falls from { $from } to { $to }, most of all on { $criterion }.
satisfaction-said-rises = After use satisfaction rises from { $from } to { $to }, most of all on { $criterion }.
satisfaction-missing = Missing for { $offer }: { $names }
satisfaction-missing-expected = Nothing is expected yet of: { $names }
satisfaction-levels = { $offer }: bought and used
satisfaction-levels-about = What it turns out to be in use is written here. An empty field is as bought. Ranks and the other pages go by what is bought.
satisfaction-in-use-name = After use: { $criterion }, { $offer }
satisfaction-as-bought = as bought
