### 用文字表达的结论。

claim-winner = { $offer } 的让渡价值最高：{ $cdv }，比 { $second } 高 { $margin }。
claim-tie = { $offers } 并列第一，让渡价值都是 { $cdv }。
claim-tie-detail = 仅凭公式无法分出高下。
claim-only-one = 只有 { $offer } 填写完整，CDV 为 { $cdv }，暂时没有可比的对象。
claim-none-complete = 还没有填写完整的方案，无法排名。
claim-no-offers = 还没有方案。请先添加一个。
claim-for = { $winner } 的最大优势：{ $dimension }，比 { $second } 好 { $points }。
claim-against = 最大劣势：{ $dimension }，比 { $second } 差 { $points }。
claim-nothing-for = { $winner } 在任何单个维度上都不优于 { $second }。
claim-nothing-against = { $second } 在任何维度上都不优于 { $winner }。
claim-tie-price-below = { $second } 的价格降到 { $price }（便宜 { $difference }）时，与 { $winner } 打平。
claim-tie-price-above = { $second } 的价格升到 { $price }（贵 { $difference }）时，与 { $winner } 打平。
claim-tie-price-today = { $second } 现在的价格是 { $today }；其他条件不变。
claim-no-tie-price = { $second } 无法靠降价追平 { $winner }：白送也不行。
claim-incomplete = { $offer } 填写不完整，不参与排名。
claim-incomplete-more = 另有 { $count } 个方案填写不完整，不参与排名。
claim-tip = 点击可复制
points-count = { $points } 分
offer-at-store = { $offer }（{ $store }）
