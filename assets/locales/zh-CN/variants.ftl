### 情景并列比较。

page-variants = 情景
case-real = 实际情形
variants-none = 还没有情景。打开“假设”，改动一些内容，再保留为情景：各种情形下的名次、不同之处，以及它们对领先幅度的影响就会并列显示在这里。
variants-show = 显示 { $case }
variants-ranks = 各种情形下的名次
variants-rank-cell = { $rank }（{ $cdv }）
variants-rank-tip = { $offer } · { $case }：第 { $rank } 名，CDV { $cdv }
variants-column = { $case }：{ $figure }
variants-more-offers = 另有 { $count } 个方案，见表格。

difference-title = 不同之处
difference-what = 项目
difference-none = 与实际情形没有不同。
difference-same = “=”表示与实际情形相同。
difference-structure = 结构上的改动
difference-ownership = 付款条件
difference-terms = { $years } 年，年折现率 { $rate }
difference-level = { $criterion } · { $offer }
difference-weights = { $set } 的权重
difference-weight = { $name } { $share }
difference-of-segment = { $what }（{ $segment }）
built-offers-added = 增加 { $count } 个方案
built-offers-removed = 减少 { $count } 个方案
built-offers-changed = { $count } 个方案的说明不同
built-criteria-added = 增加 { $count } 条准则
built-criteria-removed = 减少 { $count } 条准则
built-criteria-changed = { $count } 条准则不同
built-segments = { $count } 类买家不同
built-dimensions = { $count } 个维度改名或隐藏
built-currency = 货币不同
built-price = 以另一条准则为价格

gap-title = { $offer } 对 { $rival } 的领先为何变化
gap-none = 一个方案对另一个方案的领先为何变化
gap-offer = 要解释其领先的方案
gap-rival = 与之相比的方案
gap-over = 领先
gap-from-case = 变化之前的情形
gap-to-case = 变化之后的情形
gap-in = “{ $case }”中的领先幅度
gap-step = { $what }：{ $from } → { $to }
gap-step-built = { $what }：{ $how }
gap-change = 改动
gap-from = 之前
gap-to = 之后
gap-part = 对变化的贡献
gap-error = 标准误差
gap-more = 另外 { $count } 项较小的改动
gap-exact = 每项贡献是该改动在所有可能的先后次序中平均增加的量（沙普利值），因此不偏向任何次序。
gap-sampled = 每项贡献是该改动在抽取的 { $count } 种先后次序中平均增加的量（沙普利值，样本固定）；± 为标准误差。
gap-nothing = 两种情形之间没有涉及这两个方案的改动。
gap-gone = 其中一种情形已不存在。
gap-segment = 其中一种情形里没有这类买家。
gap-incomplete = { $offer } 在“{ $case }”中没有 CDV：方案不在其中，或者不完整，因此没有可比较的领先幅度。
