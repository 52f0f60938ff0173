### 价值图。

page-value-map = 价值图
map-title = 每个方案花多少成本、得多少价值
map-x = 顾客总成本 →
map-y = ↑ 顾客总价值
map-key-fair = 公允价值线，斜率 λ = { $slope }
map-key-equal = 等 CDV 线
map-key-frontier = 有效前沿
map-key-dominated = 被占优
map-offer = 要查看数字的方案
map-told = { $offer }：总价值 { $value }，总成本 { $cost }，CDV { $cdv }，{ $fair }。
map-above-by = 高于公允价值 { $amount }
map-below-by = 低于公允价值 { $amount }
map-at-fair = 正好等于公允价值
map-value = 总价值
map-cost = 总成本
map-distance = 与公允价值之差
map-frontier = 有效
map-yes = 是
map-no = 否
map-everywhere-by = 在每条准则上被谁占优
map-totals-by = 仅在总价值和总成本上被谁占优
map-more-offers = 另外 { $count } 个方案
map-only-one = 只有一个填写完整的方案，公允价值线就通过它：没有其他方案，就谈不上高低。
map-dominated-everywhere = { $offer } 在每条准则上都不如 { $by }（被占优）：就这些准则而言，无论怎样分配权重，它都不会成为最佳。
map-dominated-both = { $offer } 在每条准则上都不如 { $by }（被占优），在总价值和总成本上还不如 { $totals }：就这些准则而言，无论怎样分配权重，它都不会成为最佳。
map-dominated-totals = { $offer } 只在总价值和总成本上被 { $totals } 占优：换一组权重可能改变这一点，只改 λ 则不能。
map-more-dominated = 另有 { $count } 个方案被占优，见表格。
map-none-dominated = 没有方案被占优：价值更高的成本也更高，或者两者相等。
map-efficient = 有效方案（成本由低到高）：{ $offers }。没有别的方案能以更低的成本给出同样多的价值。
map-offer-by = { $offer }（{ $amount }）
map-above = 高于公允价值：{ $offers }。
map-below = 低于公允价值：{ $offers }。
map-all-fair = 所有填写完整的方案让渡价值相同，都在公允价值线上。
map-fair-about = 公允价值线的斜率为 λ，通过各完整方案的平均点。方案高出该线的距离等于它的 CDV 减去平均 CDV，因此按距离排序与按 CDV 排序一致。
map-lambda-0 = λ 为 0：计算 CDV 时不计成本，但判断占优时仍然计入成本。
