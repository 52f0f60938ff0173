### What went wrong and what to do.

error-gone = What was to be changed is no longer there.
error-name-empty = A name is needed.
error-name-too-long = The name is longer than { $max } characters.
error-note-too-long = The note is longer than { $max } characters.
error-name-taken = Another comparison is already named “{ $name }”; choose another name.
error-level = { $criterion }, { $offer }: { $why }
error-level-kind = this is not the kind of level that the scale takes
error-level-rating = the rating goes from { $low } to { $high }
error-level-category = choose one of the named levels
error-no-number = Type a number.
error-not-a-number = This is not a number; type one such as 1,234.5 or −3.
error-decimal-comma = A comma stands between thousands: type 1.5 with a point, or 1,500.
error-out-of-range = The number is out of range.
error-amount-decimals = The currency has { $decimals ->
    [0] no decimal places
    [1] one decimal place
   *[other] { $decimals } decimal places
}.
error-money-outside-monetary = Money criteria stand only under Monetary.
error-money-curve = The money scale must not fall, and its points lie between 0 and 100.
error-years = Years of ownership must be from 1 to 100.
error-rate = The discount rate must be from −50% to 1000% a year.
error-not-a-price = Only an amount that is paid once can be the price.
error-other-side = A criterion stays on its side: value and cost are never mixed.
error-dimension-in-use = A dimension with criteria cannot be hidden: delete or move its criteria first.
error-weight-members = The weights do not fit the criteria.
error-weight-sum = Weights must not be negative and must add up to 100%.
error-cost-emphasis = The cost emphasis λ must be from 0 to 1000.
error-too-many = A comparison holds at most { $max } of these.
error-unsound = The comparison is not valid: { $what }
error-curve-too-few = A scale needs at least two control points.
error-curve-too-many = A scale takes at most 100 control points.
error-curve-repeated = Two control points stand at the same level { $level }.
error-curve-steep = Two control points are too close together.
error-rating-bounds = The lower bound must be below the upper bound.
error-categories-too-few = At least two named levels are needed.
error-categories-too-many = At most 100 named levels are possible.
error-category-name = Every named level needs a name of its own.
error-points-range = Points lie between 0 and 100.
error-rating-in-money = A money account takes no ratings: use a measure or named levels with amounts.

open-not-found = There is no such file. Open another one.
open-empty = The file is empty. Open another workbook, or a backup where there is one.
open-not-a-workbook = This is not a workbook. Open a file that Worthwhile has written.
open-foreign = This file belongs to another program (application id { $id }). Open it there.
open-newer = A newer Worthwhile wrote this workbook (version { $version }; this program knows { $supported }). Update the program.
open-already = The workbook is already open in another window. Close it there, or open a copy.
open-damaged = The workbook is damaged ({ $what }). Open a backup where there is one, or another workbook.
open-unexpected = The workbook holds something that Worthwhile did not put there ({ $what }). Open a backup where there is one, or another workbook.
open-unclean = The workbook was not closed properly and may not be written to. Copy it, and any file named like it, to a folder of your own.
open-exists = There is already a file of that name. Choose another name.
open-io = The file cannot be used ({ $what }). Check the disk and your permissions, then try again.

failure-disk-full = the disk is full; make room, or save a copy elsewhere
failure-read-only = the file is read-only; save a copy elsewhere
failure-file-gone = the file was moved, deleted or replaced by another program; save a copy
failure-busy = another program is using the file; close it there
failure-out-of-step = the file was changed by another program; save a copy
failure-unsound = what was to be written is not valid ({ $what }); undo the last edit, or save a copy
failure-io = the system reports an error ({ $what })

## Exchange files

import-at = { $path }: { $what }
import-too-large = The file is larger than { $max } MiB. Export fewer comparisons into one file.
import-too-many = The file holds more than { $max } things. Export fewer comparisons into one file.
import-not-json = This is not a valid JSON file: { $why }
import-not-worthwhile = This is not a Worthwhile file; it should begin with "format": "worthwhile".
import-newer = This file has version { $version }, which is newer than this program. Update the program.
import-shape = { $what }
import-twice = This key appears here twice; keep one of them.
import-key-taken = “{ $key }” is already the key of an earlier item; give each a key of its own.
import-key-blank = A key is needed; write a short word.
import-key-reserved = “ownership” stands for all money criteria together; choose another key.
import-unknown-criterion = No criterion has this key; the keys are: { $known }
import-unknown-leaf = This has no weight of its own; the members are: { $known }
import-unknown-dimension = There is no such dimension; write one of: { $known }
import-not-of-kind = A scale of kind { $kind } has no “{ $field }”; take it out or change the kind.
import-needed-by-kind = A scale of kind { $kind } needs “{ $field }”.
import-wrong-kind = { $what }
import-unknown-category = The scale has no level “{ $word }”; write the key of one of: { $known }
import-outside-rating = { $level } is outside the rating, which goes from { $low } to { $high }.
import-currency = “{ $code }” is not a currency code; write three capital letters such as CNY or USD.
import-color = “{ $color }” is not a colour; write # and six hexadecimal digits, such as #2f5bea.
import-money-scale = There are money criteria, so the points of the total cost of ownership are needed: [[amount, 0], [amount, 100]].
import-price-twice = Another criterion is already the price; mark only one.
import-price-unmarked = Several criteria are paid once; mark one of them with "price": true.
import-negative = A weight is a number from 0 up.
import-weight-sum = The shares of { $set } add up to { $sum }; they must add up to 1.
import-weight-of-nothing = A dimension without criteria weighs 0; add a criterion or take the weight out.
import-text-too-long = The text is longer than { $max } characters; shorten it.
