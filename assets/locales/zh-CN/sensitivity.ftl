### “价格试算”和“权重”两页的文字。

page-price = 价格试算
page-price-short = 价格
page-weights = 权重
level-of-offer = { $offer }：{ $criterion }
tie-tip = { $offers } 在 { $at } 处打平：CDV { $cdv }
table-rival = 对手
table-tie = 打平的方案
table-today = 现在
table-from = 从
table-to = 到
table-best-from = 此后最佳
table-then-best = 最近的变化

## 价格

price-page-title = 让渡价值随价格的变化
price-title = 让渡价值随 { $offer } 价格的变化
price-axis = { $offer } 的价格
price-of-offer = 改变哪个方案的价格
price-costs = 售价 { $sign }
price-typed = { $offer } 的价格
price-drag = 拖动 { $offer } 的价格
price-refused = “{ $text }”不是这种货币的价格
price-tie = 打平价格
price-against-today = 与现价相比
price-never = 任何价格都不能
price-between = { $from } 至 { $to }
price-from = { $from } 及以上
price-none = 这个比较还没有价格：请在某项一次性支付金额的行菜单中，把它标为价格。
price-unknown = 无法计算 CDV 随这一价格的变化：该方案有缺项。
price-alone = 只有 { $offer } 填写完整；再有一个方案，这里就会显示两者打平的价格。
price-wins-never = { $offer } 无论定什么价，让渡价值都不是最高。
price-wins-always = { $offer } 无论定什么价，让渡价值都最高。
price-wins-to = 价格不超过 { $price } 时，{ $offer } 的让渡价值最高。
price-wins-in = 价格为 { $ranges } 时，{ $offer } 的让渡价值最高。

## 权重

weights-title = 让渡价值随 { $name } 权重的变化
weights-title-emphasis = 让渡价值随成本强调系数 λ 的变化
weights-axis = { $name } 在同组中的权重
weights-axis-emphasis = 成本强调系数 λ
weights-choice = 改变哪个权重
weights-typed = { $name } 现在的权重
weights-typed-emphasis = 现在的 λ
weights-drag = 拖动 { $name } 的权重
weights-drag-emphasis = 拖动 λ
weights-money = 金额账户不设权重：每个水平都直接折算成金额。
weights-stuck = 这个权重无法变动：同组只有它一项，或者其余各项都已锁定。
weights-incomparable = 这一项一有权重，就没有填写完整的方案。
weights-unjudged = 现在的最佳方案在这里无法判断：它缺少一个水平。
weights-weight = { $name } 的权重
tied-today = { $offers } 现在并列最好；以下说的是 { $offer }。
weights-stay-always = 无论 { $name } 是多少，{ $offer } 始终最佳。
weights-stay-to = { $name } 不超过 { $to } 时，{ $offer } 始终最佳。
weights-stay-from = { $name } 不低于 { $from } 时，{ $offer } 始终最佳。
weights-stay-between = { $name } 在 { $from } 到 { $to } 之间时，{ $offer } 始终最佳。

## 稳定区间

stability-none-title = 保持最佳的权重区间
stability-title = { $offer } 保持最佳的权重区间
stability-below = 低于 { $at }：{ $offer }
stability-above = 高于 { $at }：{ $offer }
stability-never = 任何权重下都最佳
stability-unknown = 有缺项
stability-tip = { $from } 至 { $to }
stability-show = 在上图查看 { $name }

## 龙卷风图

tornado-title = 不确定性对 { $offer } 领先 { $rival } 幅度的影响
tornado-none-title = 不确定性对领先幅度的影响
tornado-axis = { $offer } 领先 { $rival } 的幅度（虚线：现在）
tornado-offer = 考察哪个方案的领先幅度
tornado-rival = 与哪个方案相比
tornado-none = 这样大小的不确定性不改变领先幅度。
tornado-tip = { $name } 从 { $from } 到 { $to }：领先 { $low } 到 { $high }
tornado-flips = { $count ->
    [0] 任何单独一项这样大小的不确定性，都不改变 { $offer } 与 { $rival } 谁领先。
   *[other] 有 { $count } 项不确定性单独就会改变 { $offer } 与 { $rival } 谁领先，以粗体标出。
}
tornado-yes = 是
tornado-no = 否
doubt-weights = 权重 ±
doubt-weights-unit = 个百分点
doubt-levels = 水平 ±
doubt-levels-unit = %（占量表跨度）
doubt-refused = “{ $text }”不是不确定性的大小：请输入 0 到 100 的数
table-doubt = 不确定的项
table-lead-from = 领先（起点）
table-lead-to = 领先（终点）
table-flips = 是否改变谁领先
