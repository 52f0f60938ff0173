### Break-even of every cell.

break-even-mode = Break-even levels
break-even-short = Break-even
break-even-about = Beside each level: where the offer would tie the best other offer, all else as it is.
menu-copy-break-evens = Copy the break-even levels as a table
break-even-rival = Ties
break-even-name = { $cell }. { $answer }
break-even-any = any
break-even-ties = Ties { $rival } at { $levels }
break-even-would = Would tie { $rival } at { $levels }
break-even-never = At no level does it tie { $rival }
break-even-always = Ties { $rival } at every level
break-even-alone = There is no other complete offer to tie
break-even-open = Other levels of this offer are missing too
break-even-change = { $level } ({ $change })
break-even-as-today = { $level } (as today)
break-even-between = { $from } to { $to }
break-even-from = { $from } or more
break-even-to = { $to } or less
break-even-unit = { $number } { $unit }
break-even-yearly = { $amount } a year
break-even-named-reaches = Ties or beats { $rival } with “{ $level }”
break-even-named-loses = No longer ahead of { $rival } with “{ $level }”
break-even-named-tied = Ties { $rival } as it is
break-even-named-never = At no level does it tie or beat { $rival }
break-even-named-keeps = Ahead of { $rival } at every level
break-even-leads = Lead over { $rival }: { $leads }
