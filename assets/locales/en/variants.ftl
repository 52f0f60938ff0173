### Variants side by side.

page-variants = Variants
case-real = Real case
variants-none = There is no variant yet. Turn on What if, change something, and keep it as a variant: then the ranks of all cases stand here side by side, with what differs and what it does to a lead.
variants-show = Show { $case }
variants-ranks = Ranks from case to case
variants-rank-cell = { $rank } ({ $cdv })
variants-rank-tip = { $offer } · { $case }: rank { $rank }, CDV { $cdv }
variants-column = { $case }: { $figure }
variants-more-offers = { $count ->
    [one] 1 more offer; the table has it.
   *[other] { $count } more offers; the table has them.
}

difference-title = What differs
difference-what = What
difference-none = Nothing differs from the real case.
difference-same = “=” is as in the real case.
difference-structure = What is built otherwise
difference-ownership = Money terms
difference-terms = { $years ->
    [1] 1 year
   *[other] { $years } years
} at { $rate } a year
difference-level = { $criterion } · { $offer }
difference-weights = Weights of { $set }
difference-weight = { $name } { $share }
difference-of-segment = { $what } ({ $segment })
built-offers-added = { $count ->
    [one] 1 offer added
   *[other] { $count } offers added
}
built-offers-removed = { $count ->
    [one] 1 offer removed
   *[other] { $count } offers removed
}
built-offers-changed = { $count ->
    [one] 1 offer described otherwise
   *[other] { $count } offers described otherwise
}
built-criteria-added = { $count ->
    [one] 1 criterion added
   *[other] { $count } criteria added
}
built-criteria-removed = { $count ->
    [one] 1 criterion removed
   *[other] { $count } criteria removed
}
built-criteria-changed = { $count ->
    [one] 1 criterion changed
   *[other] { $count } criteria changed
}
built-segments = { $count ->
    [one] 1 kind of buyer changed
   *[other] { $count } kinds of buyers changed
}
built-dimensions = { $count ->
    [one] 1 dimension renamed or hidden
   *[other] { $count } dimensions renamed or hidden
}
built-currency = another currency
built-price = another criterion is the price

gap-title = What changes the lead of { $offer } over { $rival }
gap-none = What changes the lead of one offer over another
gap-offer = Offer whose lead is explained
gap-rival = Offer that it leads over
gap-over = over
gap-from-case = Case before
gap-to-case = Case after
gap-in = Lead in { $case }
gap-step = { $what }: { $from } → { $to }
gap-step-built = { $what }: { $how }
gap-change = Change
gap-from = Before
gap-to = After
gap-part = Part of the change
gap-error = Standard error
gap-more = { $count ->
    [one] 1 smaller change
   *[other] { $count } smaller changes
}
gap-exact = Each part is what the change adds on average over all orders in which the changes could be made (Shapley), so no order is favoured.
gap-sampled = Each part is what the change adds on average over { $count } sampled orders (Shapley, always the same sample); ± is its standard error.
gap-nothing = Nothing between the two cases touches these two offers.
gap-gone = One of the two cases is gone.
gap-segment = One of the two cases does not know this kind of buyer.
gap-incomplete = { $offer } has no CDV in “{ $case }”: it is not there, or incomplete. So there is no lead that could be compared.
