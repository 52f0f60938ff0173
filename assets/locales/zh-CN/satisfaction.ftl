# 买家的期望，以及各方案满足期望的程度。

page-satisfaction = 满意度
expected = 期望
add-expectation = + 买家的期望
add-expectation-short = + 期望
menu-add-expectation = 买家的期望
menu-remove-expectation = 删除买家的期望
expected-standing = 不参与排名
expected-tip = 买家的期望不是方案：它不参与排名，结论和各方案的图表也都不计入它。满意度 = 感知 − 期望。
cell-in-use = 使用后：{ $level }
edit-add-expectation = 添加买家的期望
edit-remove-expectation = 删除买家的期望
edit-set-expected-level = 设置期望：{ $name }
edit-set-level-after-use = 设置使用后的 { $name }
edit-set-levels-after-use = 设置使用后的水平
difference-after-use = { $offer } 使用后的 { $criterion }
built-expectation-added = 添加了买家的期望
built-expectation-removed = 删除了买家的期望

# --- 页面 ---
satisfaction-none = 先说明买家期望什么，再看各方案在多大程度上满足期望。期望从各方案的一般水平开始：每项准则取各方案水平的中位数。满意度 = 感知 − 期望。
satisfaction-no-offers = 还没有方案
satisfaction-title = 对 { $offer } 的满意度
satisfactions-title = 对各方案的总满意度
satisfaction-offer = 满意度所指的方案
satisfaction-bought = 购买时
satisfaction-in-use = 使用后
satisfaction-both = 前后对比
satisfaction-change = 变化
satisfaction-total = 总计
satisfaction-short = 使用后 ±
satisfaction-worse = 不及期望
satisfaction-better = 超出期望
satisfaction-legend-both = 灰色：购买时；彩色：使用后
satisfaction-tip = { $name }：{ $value }
satisfaction-tip-both = { $name }：购买时 { $before }，使用后 { $after }
satisfaction-points = { $points } 分
satisfaction-more = +{ $amount }
satisfaction-said-better = { $offer } 带来的让渡价值比期望多 { $by }。
satisfaction-said-worse = { $offer } 带来的让渡价值比期望少 { $by }。
satisfaction-said-equal = { $offer } 带来的让渡价值与期望相同。
satisfaction-said-least = { $offer } 最令人失望的是 { $criterion }：期望 { $expected }，实际 { $perceived }（{ $points }）。
satisfaction-said-most = { $offer } 最令人满意的是 { $criterion }：期望 { $expected }，实际 { $perceived }（{ $points }）。
satisfaction-said-falls = 使用后，满意度从 { $from } 降到 { $to }，主要由于 { $criterion }。
satisfaction-said-rises = 使用后，满意度从 { $from } 升到 { $to }，主要由于 { $criterion }。
satisfaction-missing = { $offer } 尚缺：{ $names }
satisfaction-missing-expected = 尚未说明期望：{ $names }
satisfaction-levels = { $offer }：购买时与使用后
satisfaction-levels-about = 使用后的实际水平填在这里，留空表示与购买时相同。排名和其他页面都按购买时的水平计算。
satisfaction-in-use-name = 使用后：{ $criterion }，{ $offer }
satisfaction-as-bought = 与购买时相同
