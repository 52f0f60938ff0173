### 用文字表达的结论。

## 结论

claim-winner = { $offer } 的让渡价值最高：{ $cdv }，比 { $second } 高 { $margin }。
claim-tie = { $offers } 并列第一，让渡价值都是 { $cdv }。仅凭公式无法分出高下。
claim-only-one = 只有 { $offer } 填写完整，CDV 为 { $cdv }，暂时没有可比的对象。
claim-none-complete = 还没有填写完整的方案，无法排名。
claim-no-offers = 还没有方案。请先添加一个。
claim-reasons = 与 { $rival } 相比，{ $offer } 的最大优势在于{ $strongest }（领先 { $gain }），最大劣势在于{ $weakest }（落后 { $loss }）。
claim-reasons-only-for = 与 { $rival } 相比，{ $offer } 的最大优势在于{ $strongest }（领先 { $gain }），没有任何维度处于劣势。
claim-tie-price-below = { $to } 的价格降到 { $price }（便宜 { $difference }）时，与 { $winner } 打平。
claim-tie-price-above = { $to } 的价格升到 { $price }（贵 { $difference }）时，与 { $winner } 打平。
claim-price-room = { $winner } 的价格最多可涨到 { $price }（比现在贵 { $difference }），到这时 { $to } 与它打平。
claim-no-tie-price = { $second } 无法靠降价追平 { $winner }：白送也不行。
claim-flip-weight = { $member } 占{ $set }的权重如果是 { $at } 而不是 { $today }，{ $to } 就与 { $winner } 打平。
claim-flip-emphasis = 成本强调系数 λ 如果是 { $at } 而不是 { $today }，{ $to } 就与 { $winner } 打平。
claim-flip-level-own = { $to } 的“{ $criterion }”如果是 { $at } 而不是 { $today }，就与 { $winner } 打平。
claim-flip-level-winner = { $winner } 的“{ $criterion }”如果是 { $at } 而不是 { $today }，{ $to } 就与它打平。
claim-flip-category-own = { $to } 的“{ $criterion }”如果是“{ $level }”而不是“{ $today }”，就会超过 { $winner }。
claim-flip-category-winner = { $winner } 的“{ $criterion }”如果是“{ $level }”而不是“{ $today }”，就会落后于 { $to }。
claim-never = { $count ->
    [one] { $names }无论占多大权重，都改变不了谁胜出。
   *[other] { $names }：单独调整其中任何一项的权重，都改变不了谁胜出。
}
claim-never-but = 只有{ $name }的权重能改变谁胜出；其他维度无论占多大权重都不能。
claim-never-all = 单独调整任何一个维度的权重，都改变不了谁胜出。
claim-dominated = { $by } 在每条准则上都不比 { $offer } 差，在“{ $names }”上更好：无论怎样分配权重，{ $offer } 都不会领先。
claim-dominated-money = { $by } 在每条准则上都不比 { $offer } 差，在“{ $names }”上更好。
claim-ratio = 按差额，{ $difference } 第一；按比值，第一却是 { $ratio }：每一分加权成本换来的价值是 { $high }，前者只有 { $low }。
claim-outside = { $offer } 的“{ $criterion }”超出了量表的范围。如果按范围的端点计分，{ $to } 会超过 { $winner }。
claim-incomplete = { $offer } 填写不完整，不参与排名。
claim-could-win = { $offer } 填写不完整，不参与排名。缺项若取最好的水平，它可达 { $cdv }，排名第一。
claim-cannot-win = { $offer } 填写不完整，不参与排名。缺项即使取最好的水平（{ $cdv }），它也超不过 { $winner }。
claim-incomplete-more = 另有 { $count } 个方案填写不完整，不参与排名。
claim-missing = 缺少：{ $names }

## 成立的条件

claim-holds-while = 成立条件：{ $what }
claim-holds-any-weight = 单独调整任何一个权重都成立
claim-holds-always = 对全部 { $count } 个方案都成立
claim-of-value = 总价值
claim-of-cost = 总成本
claim-unit = { $level } { $unit }
claim-while-weight = { $member } 占{ $set }的权重{ $how ->
    [above] 高于 { $low }
    [from] 不低于 { $low }
    [below] 低于 { $high }
    [to] 不高于 { $high }
    [between] 在 { $low } 与 { $high } 之间
   *[exactly] 恰好是 { $low }
}
claim-while-emphasis = 成本强调系数 λ { $how ->
    [above] 大于 { $low }
    [from] 不小于 { $low }
    [below] 小于 { $high }
    [to] 不大于 { $high }
    [between] 在 { $low } 与 { $high } 之间
   *[exactly] 恰好是 { $low }
}
claim-while-price = { $offer } 的价格{ $how ->
    [above] 高于 { $low }
    [from] 不低于 { $low }
    [below] 低于 { $high }
    [to] 不高于 { $high }
    [between] 在 { $low } 与 { $high } 之间
   *[exactly] 恰好是 { $low }
}
claim-while-level = { $offer } 的“{ $criterion }”{ $how ->
    [above] 高于 { $low }
    [from] 不低于 { $low }
    [below] 低于 { $high }
    [to] 不高于 { $high }
    [between] 在 { $low } 与 { $high } 之间
   *[exactly] 恰好是 { $low }
}

## 不带数字的说法

said-winner = { $offer } 的让渡价值最高。
said-tie = { $offers } 并列第一。
said-reasons = 与 { $rival } 相比，{ $offer } 的最大优势在于{ $strongest }，最大劣势在于{ $weakest }。
said-reasons-only-for = 与 { $rival } 相比，{ $offer } 的最大优势在于{ $strongest }，没有任何维度处于劣势。
said-flip-weight = { $way ->
    [up] 提高{ $member }的权重，{ $to } 就能追平最好的方案 { $winner }。
   *[down] 降低{ $member }的权重，{ $to } 就能追平最好的方案 { $winner }。
}
said-flip-emphasis = { $way ->
    [up] 提高成本强调系数 λ，{ $to } 就能追平最好的方案 { $winner }。
   *[down] 降低成本强调系数 λ，{ $to } 就能追平最好的方案 { $winner }。
}
said-flip-level = { $way ->
    [up] 提高 { $offer } 的“{ $criterion }”，{ $to } 就能追平最好的方案 { $winner }。
   *[down] 降低 { $offer } 的“{ $criterion }”，{ $to } 就能追平最好的方案 { $winner }。
}
said-flip-category = { $offer } 的“{ $criterion }”如果是“{ $level }”，{ $to } 就会超过最好的方案 { $winner }。
said-dominated = { $by } 在每条准则上都不比 { $offer } 差，并且至少有一条更好。
said-ratio = 按差额，{ $difference } 第一；按比值，第一却是 { $ratio }。
said-could-win = { $offer } 填写不完整，但有可能排名第一。
said-cannot-win = { $offer } 填写不完整，而且超不过 { $winner }。

## 为什么不再成立

claim-broken = 不再成立：{ $why }
claim-broken-since = 自“{ $step }”起不再成立：{ $why }
why-no-rival = 现在没有可比的对象
why-incomplete = { $offer } 现在填写不完整
why-complete = { $offer } 现在填写完整了
why-overtaken = { $offer } 现在高出 { $lead }
why-tied = { $offer } 现在与它打平
why-strongest = 现在最大优势在于{ $dimension }
why-weakest = 现在最大劣势在于{ $dimension }
why-nothing-against = 现在没有任何维度处于劣势
why-nothing-for = 现在没有任何维度占优势
why-other-change = 这一变化不再使 { $offer } 最先追平
why-price-would-do = 现在只要降价就能追平
why-could = { $dimension }的权重现在可以改变第一名
why-better-on = { $offer } 现在在“{ $criterion }”上更好
why-equal = 两者现在在每条准则上都相同
why-by-ratio = 现在按比值，{ $offer } 第一
why-no-ratio = 现在按比值没有明确的第一名
why-cut = 按范围的端点计分，第一名现在不变
why-best-would = 缺项若取最好的水平，它现在会排名第一
why-best-would-not = 缺项即使取最好的水平，它现在也排不到第一

## 面板

claim-pin = 固定
claim-unpin = 取消固定
claim-pin-this = 固定：{ $claim }
claim-unpin-this = 取消固定：{ $claim }
claim-menu-of = 菜单：{ $claim }
claim-copy = 复制这句话
claim-copy-all = 复制全部结论
claim-show = 在“{ $page }”页查看
claim-tip = 点击可复制
points-count = { $points } 分
offer-at-store = { $offer }（{ $store }）
edit-pin-claim = 固定结论
edit-unpin-claim = 取消固定结论
claims-next = 后面的结论
claims-back = 前面的结论
