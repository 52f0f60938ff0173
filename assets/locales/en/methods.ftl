### Ways to weigh with one answer for each item, all ways side by side, and where weights come from.

weighing-start = Start from the weights in force
weighing-by-hand-of = Weight of { $name } in per cent
points-total = Total
points-anchored = = { $points } where the most important has 100
swing-first = Which one swing would you take first?
swing-take-first = { $name } first
swing-levels = from { $from } to { $to }
swing-levels-unit = from { $from } to { $to } { $unit }
swing-all = all its criteria from worst to best
swing-span = spans { $points } points
swing-levels-of = Choose the levels of { $name }
swing-from = { $name }: from
swing-to = { $name }: to
swing-worth-of = Worth of the swing of { $name }
swing-slider = Slide the worth of { $name }
swing-price-of = What you would pay at most for { $name }
swing-whole = Ask about the whole scale
swing-money-own = Money is worth itself.
swing-at = Total cost at which money is weighed
swing-at-later = Answer for one swing first: the total cost is kept with the answers
swing-changed-whole = The scale has changed since: the swing spanned { $then } points and spans { $now } now, so the question is another one.
swing-changed-span = The scale has changed since: these levels were { $then } points apart and are { $now } apart now.
swing-ask-again = Ask again
swing-still = My answer still holds
swing-recompute = Recompute
order-formula = How ranks become weights
order-centroid = Centroid
order-sum = Rank sum
order-reciprocal = Reciprocal
order-centroid-formula = w(r) = (1/n) · Σ 1/k for k = r…n
order-sum-formula = w(r) = (n + 1 − r) ÷ Σ k for k = 1…n
order-reciprocal-formula = w(r) = (1/r) ÷ Σ 1/k for k = 1…n
order-row = Place of { $name }
order-tie = Tie { $name } with the one above
order-tie-about = As important as the one above, or not
order-keys = Drag a row, or press Alt+↑ and Alt+↓; T ties it with the one above.
money-of-swing = Its whole swing in money
money-of-a-point = One point of CDV is worth { $amount } by the weights in force.
methods-title = All ways side by side: { $scope }
methods-none = Answer by one method or more, and its weights stand here beside those in force.
worked-show = Show the working
worked-hide = Hide the working
worked-source = Weights: { $scope }, { $method }
worked-points = { $name }: points ÷ total
worked-swing = { $name }: { $levels }; worth ÷ points = rate; rate ÷ sum of rates
worked-rank = { $name }: rank r = { $place } of n = { $items }; what ties shares equally
worked-row = { $name }: its row of judgements, then its part of the principal eigenvector
worked-eigenvector = Consistency: CI = (λmax − n) ÷ (n − 1); CR = CI ÷ random index
worked-coefficient = { $name }: coefficient of the choice model
worked-likelihood = Log-likelihood of the answers, and of pure chance
worked-emphasis = { $scope }: λ = weights of cost ÷ weights of value
weight-global = { $global } of its side in all
weight-source = Weights from: { $method }
weigh-menu-criteria = How to weigh its criteria…
weigh-menu-dimensions = How to weigh the dimensions…
weigh-menu-side = How to weigh all criteria…
weigh-menu-of = More about weights: { $name }
