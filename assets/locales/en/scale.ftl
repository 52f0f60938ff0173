### What the page “Scale” says.

page-scale = Scale
menu-scale = Scale on its page
scale-page-title = Scale of { $name }
scale-page-none-title = Scale
scale-page-none = There is no criterion yet: add one, and its scale can be drawn here.
scale-page-face-value = In a money account all money counts at face value: it has no scale.
scale-page-choice = Criterion whose scale is shown
scale-page-anchor = anchor
scale-page-straight = The anchors are { $low } and { $high }. Beyond them the scale goes on straight.
scale-page-flat = The anchors are { $low } and { $high }. Beyond them the scale stays flat.
scale-page-outside = Beyond the anchors: { $offers }.
scale-page-multiplied = These are the amounts of the scale. For { $buyer } they count { $factor } times.
scale-page-of-buyer = For { $buyer }
scale-page-level = { $level } { $unit }
scale-page-axis = { $name } ({ $unit })
scale-page-axis-words = { $name }: from “{ $low }” to “{ $high }”
scale-page-tip = { $offer }: { $level } → { $worth }
scale-page-what = What
scale-page-first-anchor = First anchor
scale-page-last-anchor = Last anchor
scale-page-point = Control point { $at }
scale-page-named = Named level { $at }

## By hand

scale-page-drag = Drag point { $at }
scale-page-drag-named = Drag { $name }
scale-page-points = { $level } and { $worth }
scale-page-level-of = Level of point { $at }
scale-page-points-of = Points of point { $at }
scale-page-amount-of = Amount of point { $at }
scale-page-points-of-named = Points of { $name }
scale-page-amount-of-named = Amount of { $name }
scale-page-remove = Remove point { $at }
scale-page-bounds = Lowest and highest mark
scale-page-bounds-refused = These bounds leave out the marks of { $offers }: change those first.
scale-page-effect = What it does to the offers
scale-page-change = Δ

## Shapes

scale-page-shape = Shape
scale-page-shape-flat = All control points give the same: move one up or down first.
scale-page-flat-beyond = Flat beyond the anchors
scale-shape-rising = Linear, rising
scale-shape-rising-about = A straight line from the lowest points to the highest.
scale-shape-falling = Linear, falling
scale-shape-falling-about = A straight line from the highest points to the lowest.
scale-shape-diminishing = Diminishing
scale-shape-diminishing-about = Each further step does less: with t the part of the way, 9/8 · (1 − 9⁻ᵗ) of it, so that the first half of the way does three quarters.
scale-shape-increasing = Increasing
scale-shape-increasing-about = Each further step does more: with t the part of the way, (9ᵗ − 1)/8 of it, so that the first half of the way does one quarter.
scale-shape-threshold = Threshold
scale-shape-threshold-about = Nothing up to 40% of the way, all of it from 60% on. Drag the two middle points to the levels that you mean.
scale-shape-target = Target in the middle
scale-shape-target-about = Best in the middle, worse on both sides. Drag the middle point to the target: each side has its own slope.

## Mid-value questions

scale-page-ask = Mid-value questions
scale-page-ask-about = The curve from your answers: which level is worth half of the way, then half of each half.
scale-page-ask-title = Which level is half the way?
scale-page-ask-part = Part of the way
scale-page-ask-stop = Stop
scale-page-ask-value = Which level of { $name } is worth half of the step from { $from } to { $to }?
scale-page-ask-cost = At which level of { $name } is half of the burden reached that the step from { $from } to { $to } brings?
scale-page-ask-slider = Slider of the answer
scale-page-ask-typed = Level that is half the way
scale-page-ask-take = That one
scale-page-ask-no-step = Both anchors give the same, so there is no half between them. Choose a rising or falling shape first.
scale-page-ask-half-first = Answer for the half (½) first.
scale-page-ask-outside = The answer lies between { $low } and { $high }.
scale-page-ask-diminishing = So far: the first steps do more than the later ones.
scale-page-ask-straight = So far: every step does the same.
scale-page-ask-increasing = So far: the later steps do more than the first ones.
scale-page-ask-check = Check: the steps { $quarter } → { $half } and { $half } → { $three } should matter alike to you. If not, change an answer.
scale-page-ask-both-ways = The two halves bend in opposite ways: below the half steps do more or less than above it. If that is not meant, change an answer.

## Named levels judged in pairs

scale-judge-open = Points from judgements in pairs…
scale-judge-close = Hide the judgements in pairs
scale-judge-about = Say of two levels at a time how many times as much one is: the points follow (analytic hierarchy process).
scale-judge-title = Judgements in pairs
scale-judge-value = How many times as good is one level as the other? Saaty’s scale: 1 alike, 3 moderately, 5 strongly, 7 very strongly, 9 extremely.
scale-judge-cost = How many times as heavy a burden is one level as the other? Saaty’s scale: 1 alike, 3 moderately, 5 strongly, 7 very strongly, 9 extremely.
scale-judge-pair = { $one } against { $other }
scale-judge-open-pair = { $one } – { $other }: not judged
scale-judge-alike = { $one } and { $other }: alike (1)
scale-judge-step = { $better } over { $worse }: { $how } ({ $times })
scale-judge-times = { $better } over { $worse }: { $times } times
scale-judge-3 = moderately
scale-judge-5 = strongly
scale-judge-7 = very strongly
scale-judge-9 = extremely
scale-judge-too-many = These are too many levels to judge in pairs: type their points, or drag them.
scale-judge-missing = { $one } and { $other } are not compared yet, neither directly nor through others: the points stay as they are until they are.
scale-judge-no-ratio = λmax = { $lambda }. Two levels cannot contradict each other.
scale-judge-no-index = λmax = { $lambda }. There is no CR: the random index has no entry for { $items } levels. One can be added below.
scale-judge-consistent = λmax = { $lambda }, CR = { $ratio }: consistent enough (at most 0.10).
scale-judge-inconsistent = λmax = { $lambda }, CR = { $ratio }: above 0.10, look at the judgements again.
scale-judge-consistent-nearly = λmax = { $lambda }, CR ≈ { $ratio } as judgements are missing: consistent enough (at most 0.10).
scale-judge-inconsistent-nearly = λmax = { $lambda }, CR ≈ { $ratio } as judgements are missing: above 0.10, look at the judgements again.
scale-judge-misfit = { $one } against { $other } fits worst: { $given } was given, { $fitting } would fit the others.
scale-judge-take = Take what fits
scale-judge-mode = Points from judgements
scale-judge-shares = 100 × priority
scale-judge-stretched = Stretched to 0…100
scale-judge-moved = The points are not those of the judgements: they were changed since, or before.
scale-judge-again = Take the points of the judgements
error-level-judgement = A judgement compares two levels of the scale, each pair once, by a number above 0.
error-level-random-index = A random index is a number above 0; the list begins with that of 3 items.
