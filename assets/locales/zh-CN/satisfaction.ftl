# 买家的期望，以及各方案满足期望的程度。

page-satisfaction = 满意度
expected = 期望
expected-name = 买家的期望
add-expectation = + 买家的期望
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
