### 计分与计价：转换计量方式的对话框，以及用货币表示的价值分解。

## 对话框
menu-account = 计量方式：计分或计价…
account-title = 计分还是计价
account-now-points = 这个比较用分数计量：每个水平得 0 到 100 分，权重表示各项有多重要，λ 表示成本相对于价值有多重要。
account-now-money = 这个比较用货币计量：每个水平折成一笔金额，价格按面值计算，不设权重，因此 λ 为 1。
account-to-money = 改用货币计量时，各项得分都乘以 k，即一分让渡价值折合的金额：k = 货币量表的跨度 ÷（100 × λ × 货币的权重）。价格本身按面值计算，各方案的水平不变。
account-to-points = 改用分数计量时，每个量表都拉伸为：最小金额得 0 分，最大金额得 100 分。权重和 λ 由各量表所跨的金额得出，各方案的水平不变。
account-at = 按多少总成本折算
account-at-why = 货币量表有转折，一分在不同价位折合的金额并不相同。请给定按多少总成本折算；方案之间的差距可能改变，名次也可能随之改变。
account-low = 货币量表：0 分对应
account-high = 货币量表：100 分对应
account-ends-why = 货币量表在两个总成本之间取直线。它会影响权重和 λ，但不影响名次。
account-k = 一分让渡价值相当于 { $amount }。
account-k-of = 对{ $buyer }来说，一分让渡价值相当于 { $amount }。
account-straight = 货币量表是一条直线，所以这在任何价位都成立，改变的只是让渡价值的单位和起算点。
account-bent = 这只在总成本为 { $at } 时成立；在其他价位，货币折成的分数与面值相比会偏多或偏少。
account-anchors = 货币量表从 { $low }（0 分）到 { $high }（100 分）。
account-ratings = { $count } 项评分将变为两端各有金额的数值量表，因为货币计量不使用评分。
account-variants = { $count } 个情景将按各自的权重一并转换。
account-table-of = 以下是{ $buyer }眼中的让渡价值和名次：
account-same-ranks = 名次都不变。
account-move = { $buyer }：{ $offer } 从第 { $before } 名变为第 { $after } 名。
account-moves-in-variant = 在情景“{ $name }”中名次会变。
account-cdv-now = 现在的让渡价值
account-cdv-then = 转换后的让渡价值
account-rank-now = 现在的名次
account-rank-then = 转换后的名次
account-convert-money = 改用货币计量
account-convert-points = 改用分数计量

## 不能转换的原因
account-refused-what-if = 假设的计量方式与实际情形相同。请先采用、保留或放弃这个假设。
account-refused-already = 现在就是这样计量的。
account-refused-no-money = 这里没有要付的钱，一分无法折成金额。请先在货币成本下添加一项金额。
account-refused-no-weight = 货币对{ $buyer }没有权重，多少钱都抵不上一分。请先给货币设定权重。
account-refused-no-emphasis = { $buyer }的 λ 为 0：成本不计，多少钱都抵不上一分。请先把 λ 设为大于 0。
account-refused-no-slope = 总成本为 { $at } 时货币量表是平的，多付少付都不影响得分。请给定另一个总成本，或修改货币量表。
account-refused-no-value = 价值一侧的各项对{ $buyer }没有高低之分，无法与成本比较。请先给其中一项设定两个不同的金额。
account-refused-emphasis = { $buyer }的 λ 将超过 { $most }：成本一侧所跨的金额比价值一侧大得太多。请缩小货币量表的范围。
account-refused-anchors = 货币量表需要两个金额，较小的在前，并且不超出该货币的范围。
account-refused-amounts = “{ $name }”的金额将过大或变化过陡，无法计算。
account-refused-numbers = { $buyer }的数值将过大，无法计算。
account-refused-variant = 情景“{ $name }”无法一并转换：{ $why }

## 步骤名称
edit-convert-to-money = 将 { $name } 改用货币计量
edit-convert-to-points = 将 { $name } 改用分数计量

## 逐项折成货币的价值
worth-title = { $to } 相对于 { $from } 值多少（{ $unit }）
worth-same = 与 { $from } 同价
worth-same-cost = 与 { $from } 总成本相同
worth-total = 价值合计
worth-price = 自身价格
worth-total-cost = 自身总成本
worth-left = 多让渡
worth-short = 少让渡
worth-sentence-more = 假如 { $to } 在其他方面与 { $from } 相当，它值 { $same }；加上不同之处，它值 { $worth }。它的价格是 { $price }，所以多让渡 { $left }。
worth-sentence-less = 假如 { $to } 在其他方面与 { $from } 相当，它值 { $same }；加上不同之处，它值 { $worth }。它的价格是 { $price }，所以少让渡 { $left }。
worth-sentence-same = 假如 { $to } 在其他方面与 { $from } 相当，它值 { $same }；加上不同之处，它值 { $worth }，正好等于它的价格。

## 货币计量中的权重
spans-title = 每一项能差多少钱
spans-least = 最小
spans-most = 最大
spans-times = 买家的倍数
spans-span = 跨度

## 单位金额
scale-rate = 每单位 { $currency }
