### What the pages “What-if price” and “Weights” say.

page-price = What-if price
page-price-short = Price
page-weights = Weights
level-of-offer = { $offer }: { $criterion }
tie-tip = { $offers } tie at { $at }: CDV { $cdv }
table-rival = Rival
table-tie = Who ties
table-today = Today
table-from = From
table-to = To
table-best-from = Best from here on
table-then-best = Nearest change

## Price

price-page-title = CDV against a price
price-title = CDV against the price of { $offer }
price-axis = Price of { $offer }
price-of-offer = Offer whose price varies
price-costs = costs { $sign }
price-typed = Price of { $offer }
price-drag = Drag the price of { $offer }
price-refused = “{ $text }” is not a price in this currency
price-tie = Ties at a price of
price-against-today = Against today
price-never = no price
price-between = { $from } to { $to }
price-from = { $from } and above
price-none = This comparison has no price: mark an amount that is paid once as the price, in the menu of its row.
price-unknown = CDV against this price is unknown: a level of the offer is missing.
price-alone = Only { $offer } is complete: with a second offer, this shows the prices at which they tie.
price-wins-never = { $offer } does not deliver the most at any price.
price-wins-always = { $offer } delivers the most at every price.
price-wins-to = { $offer } delivers the most up to a price of { $price }.
price-wins-in = { $offer } delivers the most at prices of { $ranges }.

## Weights

weights-title = CDV against the weight of { $name }
weights-title-emphasis = CDV against the cost emphasis λ
weights-axis = Weight of { $name } in its set
weights-axis-emphasis = Cost emphasis λ
weights-choice = Weight that varies
weights-typed = Today’s weight of { $name }
weights-typed-emphasis = Today’s λ
weights-drag = Drag the weight of { $name }
weights-drag-emphasis = Drag λ
weights-money = In a money account nothing is weighed: every level is an amount.
weights-stuck = This weight cannot move: it is alone in its set, or the others are locked.
weights-incomparable = No offer is complete as soon as this has weight.
weights-unjudged = Today’s winner cannot be judged here: one of its levels is missing.
weights-weight = the weight of { $name }
tied-today = { $offers } are best together now; what follows is said of { $offer }.
weights-stay-always = { $offer } stays the best whatever { $name } is.
weights-stay-to = { $offer } stays the best while { $name } is at most { $to }.
weights-stay-from = { $offer } stays the best while { $name } is at least { $from }.
weights-stay-between = { $offer } stays the best while { $name } lies between { $from } and { $to }.

## Stability

stability-none-title = Weights that keep the winner best
stability-title = Weights that keep { $offer } best
stability-below = below { $at }: { $offer }
stability-above = above { $at }: { $offer }
stability-never = best at any weight
stability-unknown = a level is missing
stability-tip = { $from } to { $to }
stability-show = Show { $name } above

## Tornado

tornado-title = Doubt in the lead of { $offer } over { $rival }
tornado-none-title = Doubt in a lead
tornado-axis = Lead of { $offer } over { $rival } (dashed: today)
tornado-offer = Offer whose lead is in doubt
tornado-rival = Rival in the tornado
tornado-none = No doubt of this size moves the lead.
tornado-tip = { $name } from { $from } to { $to }: lead { $low } to { $high }
tornado-flips = { $count ->
    [0] No single doubt of this size changes which of { $offer } and { $rival } is ahead.
    [one] One doubt of this size changes which of { $offer } and { $rival } is ahead: it is set in bold.
   *[other] { $count } doubts of this size change who of { $offer } and { $rival } is ahead: they are set in bold.
}
tornado-yes = yes
tornado-no = no
doubt-weights = Weights ±
doubt-weights-unit = percentage points
doubt-levels = Levels ±
doubt-levels-unit = % of their scale
doubt-refused = “{ $text }” is not a doubt: type a number from 0 to 100
table-doubt = In doubt
table-lead-from = Lead there
table-lead-to = … and there
table-flips = Changes who is ahead
