### Kinds of buyers.

error-segment-name-taken = Another kind of buyer is already named “{ $name }”
error-everyone-stays = “Everyone” stays in every comparison
error-segment-size = The size of a kind of buyer is a number from 0 to 1,000,000,000
error-sharpness = The choice sharpness μ is a number from 0 to 1,000,000,000
error-buys-nothing = The CDV of buying nothing is a number from −1,000,000,000 to 1,000,000,000
error-multiplier = A multiplier is a number from 0 to 1,000,000,000; money itself counts at face value

edit-add-segment = Add { $name }
edit-remove-segment = Delete { $name }
edit-move-segment = Move { $name }
edit-rename-segment = Rename to { $name }
edit-set-segment-size = Set size of { $name }
edit-set-sharpness = Set μ of { $name }
edit-set-buys-nothing = Set buying nothing for { $name }
edit-set-multiplier = Set multiplier of { $name }

## The switch

buyer = Buyer
buyer-shown = Buyer: { $name }
buyer-manage = Manage buyers…
menu-next-buyer = Next buyer

## The page

page-buyers = Buyers
buyers-heading = Kinds of buyers
buyers-about = Different buyers weigh the same offers differently. Add a kind of buyer: it says for itself what matters; levels are shared. The switch “Buyer” in the top bar shows everything through the eyes of one of them.
buyers-add = + { $name }
buyers-new-name = Another buyer
buyers-preset-new = New buyer
buyers-preset-new-about = Goes by image and personnel: their weights are doubled, and their side is shared anew
buyers-preset-loyal = Loyal buyer
buyers-preset-loyal-about = Goes by service and product: their weights are doubled, and their side is shared anew
buyers-preset-price = Price-led buyer
buyers-preset-price-about = Goes by money: the monetary weight is doubled, and the cost side is shared anew
buyers-preset-from = Make from this: { $preset }
buyers-name = Name of { $name }
buyers-rename = Name in both languages…
buyers-rename-title = Name of the buyer
buyers-show = Look as { $name }
buyers-show-picture = CDV for { $name }: look as this buyer
buyers-show-short = Show
buyers-shown = shown
buyers-size = Size
buyers-size-of = Size of { $name }
buyers-emphasis-of = Cost emphasis λ of { $name }
buyers-sharpness = Choice sharpness μ
buyers-sharpness-of = Choice sharpness μ of { $name }
buyers-weights = Weights of { $name }: { $weights }
buyers-part = { $part } of all buyers
buyers-outside = outside the mean
buyers-best = best: { $offers }
buyers-multipliers = What { $name } multiplies
buyers-multipliers-about = A criterion’s amount counts this many times for this buyer; money itself counts at face value.
buyers-multiplier-of = Multiplier of { $criterion }

## Figures

buyers-title = CDV for every kind of buyer
buyers-mean = Mean by size
buyers-winner = Best offer
buyers-mean-caveat = { $mean } ({ $caveat })
buyers-caveat = Mind the mean: points are not comparable between buyers. One buyer’s 100 points need not be worth another’s, so the mean by size is a rough guide; shares of preference can be compared.
buyers-caveat-money = The mean by size is in money, so it can be compared between buyers; it hides how far they differ.
buyers-caveat-sizes = There is no mean: every kind of buyer has the size 0. Give at least one a size.
buyers-tip = { $offer } · { $buyer }: { $figure }
buyers-more-offers = { $count ->
    [one] 1 more offer is in the table.
   *[other] { $count } more offers are in the table.
}
buyers-more-buyers = { $count ->
    [one] 1 more kind of buyer is in the data.
   *[other] { $count } more kinds of buyers are in the data.
}
buyers-shares = Share of preference
buyers-shares-about = The part of each kind of buyer that would choose an offer: P = exp(μ·CDV) ÷ Σ exp(μ·CDV) over the complete offers. A larger μ makes the choice sharper, μ = 0 makes it a toss-up. All buyers: weighted by size.
buyers-all = All buyers
buyers-other-offers = All other offers
buyers-nothing = Buys nothing
buyers-nothing-cdv = Buying nothing is worth CDV
buyers-nothing-of = CDV of buying nothing for { $name }
buyers-nothing-about = One more choice for { $name }: to buy none of the offers. Leave it empty where everybody buys.
