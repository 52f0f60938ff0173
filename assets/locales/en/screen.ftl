### What the window says, apart from dialogs, claims and errors.

list-separator = ,{" "}
list-and = { $head } and { $last }
undefined = undefined
ratio = Value-to-cost ratio
and-more = … and { $count } more

## Dimensions

total-customer-value = Total customer value
total-customer-value-twin = 顾客总价值
total-customer-cost = Total customer cost
total-customer-cost-twin = 顾客总成本
dimension-product = Product
dimension-service = Service
dimension-personnel = Personnel
dimension-image = Image
dimension-monetary = Monetary
dimension-time = Time
dimension-mental = Mental
dimension-physical = Physical
dimension-product-twin = 产品价值
dimension-service-twin = 服务价值
dimension-personnel-twin = 人员价值
dimension-image-twin = 形象价值
dimension-monetary-twin = 货币成本
dimension-time-twin = 时间成本
dimension-mental-twin = 精力成本
dimension-physical-twin = 体力成本
dimension-product-short = Prod.
dimension-service-short = Serv.
dimension-personnel-short = Pers.
dimension-image-short = Image
dimension-monetary-short = Money
dimension-time-short = Time
dimension-mental-short = Ment.
dimension-physical-short = Phys.
dimension-product-about = Model, size, specification, configuration, quality
dimension-service-about = Warranty, delivery, installation, after-sales, on-site help
dimension-personnel-about = Staff attitude, expertise, appearance
dimension-image-about = Brand image, store image, image of the service staff
dimension-monetary-about = Purchase price, running cost, service cost
dimension-time-about = Shopping, waiting for delivery, installation and repair
dimension-mental-about = Learning, worry, risk, sensory burden (Kotler: psychic cost)
dimension-physical-about = Travel, carrying, receiving the service (Kotler: energy cost)
dimension-folded = { $name }, folded
dimension-open = { $name }, unfolded
ownership = Total cost of ownership
ownership-years = { $years ->
    [1] 1 year
   *[other] { $years } years
}
ownership-about = Money is added up before it is scored: what is paid once plus what is paid every year, discounted
unit-yearly = { $sign } a year
unit-points = points

## Cards and cells

cdv = CDV
cdv-long = Customer delivered value
ours = ours
best-offer = best offer
shared-best = best, tied
to-the-best = { $delta } to the best
incomplete-count = { $count ->
    [one] incomplete: 1 level missing
   *[other] incomplete: { $count } levels missing
}
missing-tip = Missing: { $names }. A missing level is never counted as 0, so this offer is not ranked.
card-value = value { $value }
card-cost = cost { $cost }
card-name = { $offer }: CDV { $cdv }, { $standing }
ratio-is = Value-to-cost ratio { $ratio }. It depends on where the scales put 0.
ratio-undefined = The value-to-cost ratio is undefined: the weighted cost is not above 0.
cell-empty = no level
cell-missing = missing
cell-name = { $criterion }, { $offer }: { $level }
cell-input = Level of { $criterion }, { $offer }
cell-points = { $points } points
cell-amount = Worth { $amount }
cell-outside = Outside the range of its scale
choice = { $name }  ·  { $points }
choice-none = No level
matrix-name = Levels of all offers

## Corner

corner-formula = CDV = total value − total cost
offer-number = Offer { $number }
only-complete = the only complete offer
corner-formula-emphasis = CDV = total value − { $emphasis } × total cost
corner-formula-money = CDV = value in money − money paid
corner-weights = Weights add up to 100% on each side
corner-money = Every level counts as an amount of money
corner-settings = Double-click for name, currency and money terms
add-offer = + Add offer
add-criterion = + Add criterion
settings = Settings

## Weights

weight-of = Weight of { $name }
weight-typed = Type the weight of { $name }
weight-typed-tip = Click to type a weight
weight-tip = Drag to weigh; siblings share the rest in proportion. Double-click makes the set equal.
weight-lock = Lock the weight of { $name }
weight-unlock = Unlock the weight of { $name }
weight-refused = “{ $text }” is not a weight: type a number from 0 to 100
added-weight-zero = { $name } has weight 0%: set its weight in its row
cost-emphasis = Cost emphasis λ
cost-emphasis-about =
    λ, the cost emphasis: what taking every cost criterion from 100 to 0 is worth,
    divided by what taking every value criterion from 0 to 100 is worth. Textbooks have λ = 1.

## Plots

pages-results = Results
pages-analysis = Analysis
pages-model = Model
page-compare = Compare
page-wide = Wider
page-narrow = Narrower
chart-compare = Delivered value by dimension
chart-cost = ← cost
chart-value = value →
chart-tip = { $offer } · { $dimension }: { $value }
chart-empty = No offer is complete yet
order-table = As in the table
order-best = Best first
bridge-beats = Why { $to } beats { $from } ({ $unit })
bridge-loses = Why { $to } falls short of { $from } ({ $unit })
bridge-ties = How { $to } and { $from } compare ({ $unit })
bridge-none = Why one offer beats another
bridge-needs-two = Two complete offers are needed
bridge-against = against
bridge-to = Offer that the bridge leads to
bridge-from = Offer that the bridge starts from
by-dimension = By dimension
by-criterion = By criterion
show-as-table = Show as table
show-as-chart = Show as chart
copy-picture = Copy as picture
save-picture = Save picture…
copy-data = Copy data
menu-of-figure = Menu of “{ $title }”
table-offer = Offer
table-step = Step
table-criterion = Criterion
table-weight = Weight
table-rank = Rank

## Working

click-for-working = Click to show the working
working-title = How { $offer } gets there
working-of = Show the working: { $what }, { $offer }, { $value }
working-of-cdv = Show the working: CDV of { $offer }
working-of-tcv = Show the working: total value of { $offer }
working-of-tcc = Show the working: total cost of { $offer }
working-missing = { $name } is missing, so the result is unknown
working-rating = (level − lower bound) ÷ (upper bound − lower bound) × 100
working-segment = On the scale between { $from } and { $to }
working-segment-outside = Outside the scale: the piece between { $from } and { $to } goes on straight
working-flat = { $level } lies outside the scale, which stays flat beyond { $end }
working-category = “{ $name }” on the scale
working-ownership =
    Money is added up first: paid once + paid yearly × { $annuity }
    ({ $years ->
        [1] 1 year
       *[other] { $years } years
    } at { $rate } a year)
working-weigh = Weight of { $dimension } × weight within it × points
working-multiply = Multiplier × amount
working-tcv = Total customer value = sum of its dimensions
working-tcc = Total customer cost = sum of its dimensions
working-cdv = CDV = total customer value − λ × total customer cost
working-ratio = Value-to-cost ratio = total value ÷ (λ × total cost)
close = Close
copy-working = Copy the working

## List

my-comparisons = MY COMPARISONS
my-comparisons-empty = Make your own, or duplicate one from the classroom
classroom = CLASSROOM
new-comparison = + New comparison
new-comparison-money = + New in money
offers-count = { $count ->
    [one] 1 offer
   *[other] { $count } offers
}
dimensions-count = { $count ->
    [one] 1 dimension
   *[other] { $count } dimensions
}
copy-of = Copy of { $name }
restore-named = Restore “{ $name }”
example-restored = The example is as it was shipped; Undo brings your version back

## Menus

menu-file = File
menu-edit = Edit
menu-view = View
menu-analyse = Analyse
menu-help = Help
menu-new-workbook = New workbook…
menu-open-workbook = Open…
menu-open-recent = Open recent
menu-no-recent = None yet
menu-save-copy = Save a copy as…
menu-import-json = Import JSON…
menu-export-json = Export JSON…
menu-new-comparison = New comparison
menu-new-comparison-money = New comparison in money
menu-restore-examples = Restore example
menu-quit = Quit
undo = Undo
redo = Redo
undo-named = Undo “{ $step }”
redo-named = Redo “{ $step }”
menu-copy-table = Copy the matrix as a table
menu-add-offer = Add offer
menu-add-criterion = Add criterion…
menu-comparison-settings = Comparison settings…
menu-language = 中文
menu-zoom-in = Zoom in
menu-zoom-out = Zoom out
menu-zoom-reset = Actual size
menu-theory = The theory on one page
menu-shortcuts = Keyboard shortcuts
menu-about = About Worthwhile
theme-system = Follow the system
theme-light = Light
theme-dark = Dark
panel-comparisons = Comparisons
panel-plots = Plots
panel-claims = What it says
menu-of = Menu of { $name }
menu-edit-comparison = Rename and settings…
menu-duplicate = Duplicate
menu-move-up = Move up
menu-move-down = Move down
menu-move-left = Move left
menu-move-right = Move right
menu-move-to = Move to
menu-delete = Delete
menu-restore-example = Restore example
menu-edit-offer = Rename, store and colour…
menu-ours = Mark as ours
menu-not-ours = No longer ours
menu-show-working = Show the working
menu-show-ratio = Value-to-cost ratio
menu-edit-criterion = Name and scale…
menu-add-criterion-here = Add criterion here…
menu-rename-dimension = Rename…
menu-fold = Fold
menu-unfold = Unfold
menu-hide-dimension = Hide
menu-show-dimension = Show { $name } again
menu-edit-level = Edit
menu-level-note = Note…
menu-clear-level = Clear

## State line

saved = Saved
saving = Saving…
read-only = Read-only: edits are not saved
not-saved = NOT SAVED ({ $pending }): { $why }
retry = Try again
save-copy = Save a copy…
edits-today = { $count ->
    [one] 1 edit today
   *[other] { $count } edits today
}
copied = Copied
deleted-undo = Deleted; Undo brings it back
written = Written: { $path }
not-written = Not written: { $path } ({ $why })
not-over-workbook = { $path } is a workbook and is not written over; choose another name
leave-unsaved = This workbook is not saved: try again or save a copy before you leave it
file-exists = There is already a file { $path }; choose another name
imported = { $count ->
    [one] 1 comparison imported
   *[other] { $count } comparisons imported
}
import-title = Nothing was imported
import-nothing = The workbook is as it was.
paste-title = Nothing was pasted: these cells do not fit
paste-refused = { $criterion }, { $offer }: “{ $text }” – { $why }
paste-beyond = “{ $text }” would lie outside the table
kind-workbook = Worthwhile workbook
kind-json = Exchange JSON
kind-png = Picture
ask-open = Open a workbook
ask-new = New workbook
ask-copy = Save a copy
ask-export = Export the comparison
ask-import = Import comparisons
ask-picture = Save the picture
notice-read-only = This workbook can only be read: edits will not be saved
notice-cloud = This folder is shared over a network or a cloud: open the workbook on one machine at a time
notice-backup = Today’s backup was not made: { $why }
notice-migrated = The workbook was brought up to date; a backup of it as it was is kept beside it

## When there is nothing to show

empty-title = No comparison yet
empty-hint = Start with one criterion per dimension and two offers.
problem-title = The workbook cannot be opened
problem-untouched = The file was not changed.
problem-backup = Open a copy of the backup of { $date }
problem-open-other = Open another workbook…
problem-new = New workbook…
problem-back = Back to { $name }
problem-again = Try again
closing-title = Not everything is saved
closing-why = The last edits are not in the file. Save a copy elsewhere, or they are lost when the window closes.
closing-stay = Keep editing
closing-anyway = Discard them and close

## Names of steps, behind Undo and Redo

edit-add-comparison = Add { $name }
edit-duplicate-comparison = Duplicate as { $name }
edit-import = Import { $name }
edit-restore-example = Restore { $name }
edit-remove-comparison = Delete { $name }
edit-move-comparison = Move { $name }
edit-rename-comparison = Edit { $name }
edit-set-currency = Set currency to { $name }
edit-set-ownership = Set money terms
edit-rename-dimension = Rename dimension
edit-hide-dimension = Hide dimension
edit-show-dimension = Show dimension
edit-add-criterion = Add { $name }
edit-remove-criterion = Delete { $name }
edit-move-criterion = Move { $name }
edit-rename-criterion = Edit { $name }
edit-set-scale = Set scale of { $name }
edit-set-price = Mark { $name } as the price
edit-add-offer = Add { $name }
edit-remove-offer = Delete { $name }
edit-move-offer = Move { $name }
edit-describe-offer = Edit { $name }
edit-set-level = Set { $name }
edit-clear-level = Clear { $name }
edit-set-levels = Set levels
edit-set-level-note = Note on { $name }
edit-set-side-weights = Set weights
edit-set-dimension-weights = Set weights
edit-set-cost-emphasis = Set λ

## Long work
job-progress = Progress of the figure
job-cancel = Cancel
job-cancelled = Stopped before it was finished.
job-again = Begin again
job-died = The figure could not be made; please report this with the log.
