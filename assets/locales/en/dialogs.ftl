### dialogs

## Buttons

dialog-ok = OK
dialog-add = Add
dialog-cancel = Cancel
dialog-close = Close
dialog-open = Open
dialog-create = Create
dialog-save = Save
dialog-export = Export
dialog-import = Import

## Shared fields

dialog-name = Name
dialog-name-twin = Name in Chinese (optional)
dialog-note = Note
dialog-note-twin = Note in Chinese (optional)
dialog-field-error = { $field }: { $why }
dialog-join = { ", " }

## Comparison

dialog-comparison-title = Comparison
dialog-currency = Currency
dialog-years = Years of ownership
dialog-rate = Discount rate per year, %

## Offer

dialog-offer-title = Offer
dialog-store = Store or seller
dialog-store-twin = Store in Chinese (optional)
dialog-ours = One of our offers
dialog-color = Colour
dialog-color-blue = Blue
dialog-color-violet = Violet
dialog-color-teal = Teal
dialog-color-orange = Orange
dialog-color-raspberry = Raspberry
dialog-color-green = Green
dialog-color-slate = Slate
dialog-color-ochre = Ochre
dialog-color-current = Present colour

## Criterion

dialog-criterion-title = Criterion
dialog-criterion-new = New criterion
dialog-dimension = Dimension
dialog-weight-zero = Its weight starts at 0%: set it in its row
dialog-levels-lost = This scale discards the level of: { $names }
dialog-levels-lost-more = This scale discards the level of: { $names } and { $more } more

## Scales

scale-kind = Kind of scale
scale-kind-rating = Rating
scale-kind-measure = Measure
scale-kind-category = Category
scale-kind-money = Money
scale-low = Lowest mark
scale-low-word = Word for the lowest
scale-low-word-twin = In Chinese (optional)
scale-high = Highest mark
scale-high-word = Word for the highest
scale-high-word-twin = In Chinese (optional)
scale-rating-hint = The lowest mark gives 0 points, the highest 100; levels outside are refused
scale-unit = Unit
scale-unit-twin = Unit in Chinese (optional)
scale-level = Level
scale-points = Points
scale-amount = Amount, { $currency }
scale-cell = { $column }, row { $row }
scale-row-error = Row { $row }: { $why }
scale-add-point = + Add a point
scale-remove-row = Remove row { $row }
scale-move-up = Move row { $row } up
scale-move-down = Move row { $row } down
scale-outside = Outside the anchors
scale-outside-straight = Goes on straight
scale-outside-flat = Stays flat
scale-preview = Picture of the scale
scale-no-preview = No curve yet
scale-hint-value = 100 points are the best for the buyer; the first and last points are the anchors and never follow the offers
scale-hint-cost = 100 points are the heaviest burden; the first and last points are the anchors and never follow the offers
scale-hint-money-value = What a level is worth to the buyer, in money
scale-hint-money-cost = What a level costs the buyer, in money
scale-misses-an-end = The scale does not reach both 0 and 100 points, so its weight counts for less than it says
scale-category-name = Level
scale-category-name-twin = In Chinese (optional)
scale-add-category = + Add a level
scale-yes-no = Use Yes and No
scale-paid = Paid
scale-paid-once = Once
scale-paid-yearly = Yearly
scale-price = This is the price
scale-money-hint = Money is added up before it is scored: what is paid once, and what is paid yearly over the years of ownership

## Dimension

dialog-dimension-title = Dimension
dialog-theory-name = The theory’s name: { $name }
dialog-hide-dimension = Hide this dimension
dialog-hide-dimension-why = It has criteria; delete or move them first

## Note on a level

dialog-note-title = Note
dialog-note-about = { $criterion }, { $offer }

## Typed paths

dialog-path-open = Open a workbook
dialog-path-new = New workbook
dialog-path-copy = Save a copy
dialog-path-export = Export the comparison
dialog-path-import = Import comparisons
dialog-path-picture = Save the picture
dialog-path-file = Path of the file
dialog-path-workbook = Path of the new file (.worth)
dialog-path-json = Path of the new file (.json)
dialog-path-image = Path of the new file (.png or .svg)

## The theory

help-theory-title = Customer delivered value
help-theory-lead = Buyers choose the offer that delivers the most to them: total customer value (TCV), what they get, less total customer cost (TCC), what they give up for it
help-side-value = Total customer value
help-side-cost = Total customer cost
help-points = Points account
help-points-scale = A scale turns each level into points, 0 to 100, between two anchors that you fix; a new offer changes no other offer’s points
help-points-weights = Weights are shares: of criteria within a dimension, of dimensions within a side; each set adds up to 100%
help-points-sums = TCV = Σ g · v over the value side, TCC = Σ g · c over the cost side; g is the product of the shares on the way
help-points-cdv = CDV = TCV − λ · TCC; inside the anchors TCV and TCC lie between 0 and 100
help-lambda = Cost emphasis λ
help-lambda-text = What taking every cost from 100 to 0 is worth, compared with taking every value from 0 to 100; 1 unless set, as in textbooks
help-money = Money
help-money-text = Money is added up before it is scored: what is paid once, and what is paid yearly over the years of ownership. A money account leaves points out: each scale gives an amount, the price counts at face value, and CDV is in the currency
help-ranks = Ranks and ties
help-ranks-text = Offers that tie share a rank and the next one is skipped: 1, 1, 3
help-missing = Missing is never 0
help-missing-text = An offer that lacks a level with weight is incomplete: it says what is missing and is left out of the ranks
help-break-even = Break-even price
help-break-even-text = The price at which an offer delivers as much as another, with all else as it is; where the scale is flat it may be a range, and there may be none
help-ratio = Value-to-cost ratio
help-ratio-text = TCV ÷ (λ · TCC), where the cost is above 0. It depends on where the anchors put 0, so compare offers by CDV and read the ratio with care
help-sources = Source
help-sources-text = P. Kotler, Marketing Management; he calls mental cost psychic and physical cost energy

## Keys

help-shortcuts-title = Keyboard shortcuts
help-keys-cells = Cells
help-keys-commands = Commands
help-keys-pages = Pages
help-key-move = Move the selection
help-key-edit = Edit the cell
help-key-next = Next or previous cell
help-key-escape = Cancel editing
help-key-clear = Clear the cells
help-key-copy = Copy and paste
help-key-all = Select all cells
help-key-working = Show the working of a number
help-key-menu = Menu of what is selected
help-keys-fields = Numbers on pages
help-key-field-next = Take the number; on to the next of its list
help-key-field-back = Take the number; back to the one before
help-key-field-escape = Restore what stood there
help-key-field-undo = Undo the typing, then the last change
help-key-field-paste = Paste a number, or a column from here on
help-key-field-copy = Menu of a list: copy all of it
help-keys-handles = Points on charts, orders, pairs
help-key-handle-move = Move the point, by one step
help-key-handle-ten = Move it by ten steps
help-key-handle-delete = Take the point out of its curve
help-key-order-move = Move the row in its order
help-key-order-tie = Same place as the row above
help-key-pairs = How many times as important; / swaps the sides

## About

help-about-title = Worthwhile 值得
help-about-version = Version { $version }
help-about-what = Compares competing offers by what the buyer really gets: customer delivered value (顾客让渡价值)
help-about-licence = Licence: MIT or Apache-2.0, at your option
help-about-fonts = Fonts: Worthwhile Sans (made from Inter) and Noto Sans CJK SC, both under the SIL Open Font License 1.1
help-about-libraries = Built with Rust, egui, SQLite, Fluent and resvg, each under its own free licence
