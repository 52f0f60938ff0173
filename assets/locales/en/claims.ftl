### Findings in words.

## What is found

claim-winner = { $offer } delivers the most: { $cdv }, { $margin } ahead of { $second }.
claim-tie = { $offers } tie for first, each with a CDV of { $cdv }. The formula does not choose between them.
claim-only-one = Only { $offer } is complete, with a CDV of { $cdv }: there is nothing to compare it with yet.
claim-none-complete = No offer is complete yet, so none can be ranked.
claim-no-offers = There is no offer yet. Add one to begin.
claim-reasons = Against { $rival }, { $strongest } speaks most for { $offer } ({ $gain } better) and { $weakest } most against it ({ $loss } worse).
claim-reasons-only-for = Against { $rival }, { $strongest } speaks most for { $offer } ({ $gain } better); no dimension speaks against it.
claim-tie-price-below = { $to } would tie { $winner } at { $price }, { $difference } below its price.
claim-tie-price-above = { $to } would tie { $winner } at { $price }, { $difference } above its price.
claim-price-room = { $winner } could cost up to { $price }, { $difference } more than now, before { $to } ties it.
claim-no-tie-price = { $second } cannot tie { $winner } by price, not even if it were free.
claim-flip-weight = If { $member } weighed { $at } of { $set } instead of { $today }, { $to } would tie { $winner }.
claim-flip-emphasis = At a cost emphasis λ of { $at } instead of { $today }, { $to } would tie { $winner }.
claim-flip-level-own = { $to } would tie { $winner } with { $criterion } at { $at } instead of { $today }.
claim-flip-level-winner = { $to } would tie { $winner } if { $winner } had { $criterion } at { $at } instead of { $today }.
claim-flip-category-own = { $to } would overtake { $winner } with { $criterion }: { $level } instead of { $today }.
claim-flip-category-winner = { $winner } would fall behind { $to } with { $criterion }: { $level } instead of { $today }.
claim-never = { $count ->
    [one] { $names } cannot change the winner at any weight.
   *[other] { $names } cannot change the winner at any weight, each taken alone.
}
claim-never-but = The weight of { $name } alone can change the winner; no other dimension can at any weight.
claim-never-all = No dimension can change the winner at any weight, each taken alone.
claim-dominated = { $by } is at least as good as { $offer } on every criterion and better on { $names }: no weights put { $offer } ahead.
claim-dominated-money = { $by } is at least as good as { $offer } on every criterion and better on { $names }.
claim-ratio = By difference { $difference } comes first, but by ratio { $ratio } does: { $high } of value for each point of weighted cost against { $low }.
claim-outside = { $criterion } of { $offer } lies outside the range of its scale. Counted at the end of the range, it would put { $to } ahead of { $winner }.
claim-incomplete = { $offer } is incomplete and not ranked.
claim-could-win = { $offer } is incomplete and not ranked. With the best levels it would reach a CDV of { $cdv } and come first.
claim-cannot-win = { $offer } is incomplete and not ranked. Even with the best levels, at a CDV of { $cdv }, it would not pass { $winner }.
claim-incomplete-more = { $count ->
    [one] 1 more offer is incomplete and not ranked.
   *[other] { $count } more offers are incomplete and not ranked.
}
claim-missing = missing: { $names }

## How long it holds

claim-holds-while = holds while { $what }
claim-holds-any-weight = holds at any weight, each taken alone
claim-holds-always = holds for all { $count } offers
claim-of-value = value
claim-of-cost = cost
claim-unit = { $level } { $unit }
claim-while-weight = { $member } weighs { $how ->
    [above] more than { $low }
    [from] at least { $low }
    [below] less than { $high }
    [to] at most { $high }
    [between] between { $low } and { $high }
   *[exactly] exactly { $low }
} of { $set }
claim-while-emphasis = the cost emphasis λ is { $how ->
    [above] above { $low }
    [from] at least { $low }
    [below] below { $high }
    [to] at most { $high }
    [between] between { $low } and { $high }
   *[exactly] exactly { $low }
}
claim-while-price = { $offer } costs { $how ->
    [above] more than { $low }
    [from] at least { $low }
    [below] less than { $high }
    [to] at most { $high }
    [between] between { $low } and { $high }
   *[exactly] exactly { $low }
}
claim-while-level = { $criterion } of { $offer } is { $how ->
    [above] above { $low }
    [from] at least { $low }
    [below] below { $high }
    [to] at most { $high }
    [between] between { $low } and { $high }
   *[exactly] exactly { $low }
}

## What was said, without figures

said-winner = { $offer } delivers the most.
said-tie = { $offers } tie for first.
said-reasons = Against { $rival }, { $strongest } speaks most for { $offer } and { $weakest } most against it.
said-reasons-only-for = Against { $rival }, { $strongest } speaks most for { $offer }; no dimension speaks against it.
said-flip-weight = { $way ->
    [up] A higher weight of { $member } would let { $to } catch up with { $winner }, the best offer.
   *[down] A lower weight of { $member } would let { $to } catch up with { $winner }, the best offer.
}
said-flip-emphasis = { $way ->
    [up] A higher cost emphasis λ would let { $to } catch up with { $winner }, the best offer.
   *[down] A lower cost emphasis λ would let { $to } catch up with { $winner }, the best offer.
}
said-flip-level = { $way ->
    [up] With a higher { $criterion } of { $offer }, { $to } would catch up with { $winner }, the best offer.
   *[down] With a lower { $criterion } of { $offer }, { $to } would catch up with { $winner }, the best offer.
}
said-flip-category = If { $offer } had { $criterion }: { $level }, { $to } would be ahead of { $winner }, the best offer.
said-dominated = { $by } is at least as good as { $offer } on every criterion, and better on one.
said-ratio = By difference { $difference } comes first, but by ratio { $ratio } does.
said-could-win = { $offer } is incomplete, and could come first.
said-cannot-win = { $offer } is incomplete, and could not pass { $winner }.

## What broke it

claim-broken = no longer true: { $why }
claim-broken-since = no longer true since “{ $step }”: { $why }
why-no-rival = there is nothing to compare it with now
why-incomplete = { $offer } is incomplete now
why-complete = { $offer } is complete now
why-overtaken = { $offer } now delivers { $lead } more
why-tied = { $offer } now delivers as much
why-strongest = { $dimension } now speaks most for it
why-weakest = { $dimension } now speaks most against it
why-nothing-against = no dimension speaks against it now
why-nothing-for = no dimension speaks for it now
why-other-change = that change no longer lets { $offer } be the first to catch up
why-price-would-do = a lower price would do it now
why-could = { $dimension } could change the winner now
why-better-on = { $offer } is now better on { $criterion }
why-equal = the two are now equal on every criterion
why-by-ratio = { $offer } now comes first by ratio
why-no-ratio = no offer comes first by ratio now
why-cut = counted at the end of the range, the winner now stays the same
why-best-would = with the best levels it would now come first
why-best-would-not = even the best levels would not put it first now

## The panel

claim-pin = Pin
claim-unpin = Unpin
claim-pin-this = Pin: { $claim }
claim-unpin-this = Unpin: { $claim }
claim-menu-of = Menu of: { $claim }
claim-copy = Copy sentence
claim-copy-all = Copy all sentences
claim-show = Show on the page “{ $page }”
claim-tip = Click to copy
points-count = { $points } points
offer-at-store = { $offer } ({ $store })
edit-pin-claim = Pin sentence
edit-unpin-claim = Unpin sentence
claims-next = Next findings
claims-back = Earlier findings
