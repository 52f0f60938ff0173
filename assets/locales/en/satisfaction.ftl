# What the buyer expects, and how far offers meet it.

page-satisfaction = Satisfaction
expected = Expected
expected-name = what the buyer expects
add-expectation = + What the buyer expects
menu-add-expectation = What the buyer expects
menu-remove-expectation = Remove what the buyer expects
expected-standing = not ranked
expected-tip = What the buyer expects. It is no offer: it is never ranked, and no sentence or chart of offers counts it. Satisfaction is what is perceived minus what is expected.
cell-in-use = in use: { $level }
edit-add-expectation = Add what the buyer expects
edit-remove-expectation = Remove what the buyer expects
edit-set-expected-level = Expect { $name }
edit-set-level-after-use = { $name } after use
edit-set-levels-after-use = Set levels after use
difference-after-use = { $criterion }, { $offer }, after use
built-expectation-added = what the buyer expects was added
built-expectation-removed = what the buyer expects was taken out
