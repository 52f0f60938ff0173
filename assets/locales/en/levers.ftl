# The page “Cheapest way to win”.

edit-set-levers = Set levers of { $name }

error-lever-misfit = The lever does not fit its criterion; delete it and add it again.
error-lever-twice = Each criterion has one lever only.
error-lever-step = A step must be above 0.
error-lever-cost = A cost must not be below 0.
error-lever-bounds = The lower bound must not be above the upper one, and both must lie within the scale.
error-lever-margin = The margin must not be below 0.
