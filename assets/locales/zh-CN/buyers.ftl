### 买家类型。

error-segment-name-taken = 已有名为“{ $name }”的买家类型
error-everyone-stays = 每个比较都保留“所有买家”
error-segment-size = 买家类型的规模是 0 到 1,000,000,000 之间的数
error-sharpness = 选择敏锐度 μ 是 0 到 1,000,000,000 之间的数
error-buys-nothing = 不买的让渡价值是 −1,000,000,000 到 1,000,000,000 之间的数
error-multiplier = 乘数是 0 到 1,000,000,000 之间的数；货币本身按面值计算

edit-add-segment = 添加 { $name }
edit-remove-segment = 删除 { $name }
edit-move-segment = 移动 { $name }
edit-rename-segment = 重命名为 { $name }
edit-set-segment-size = 设置 { $name } 的规模
edit-set-sharpness = 设置 { $name } 的 μ
edit-set-buys-nothing = 设置{ $name }“什么也不买”
edit-set-multiplier = 设置 { $name } 的乘数

## 切换

buyer = 买家
buyer-shown = 买家：{ $name }
buyer-manage = 管理买家…
menu-next-buyer = 下一类买家

## 页面

page-buyers = 买家
buyers-heading = 买家类型
buyers-about = 同样的方案，不同的买家看重的东西不同。可以添加买家类型，各自看重什么由它自己决定；方案的水平是共用的。用窗口上方的“买家”切换，可以从某一类买家的角度看全部结果。
buyers-add = + { $name }
buyers-new-name = 另一类买家
buyers-preset-new = 新买家
buyers-preset-new-about = 看重形象与人员：二者的权重加倍，所在一侧重新分配
buyers-preset-loyal = 忠诚买家
buyers-preset-loyal-about = 看重服务与产品：二者的权重加倍，所在一侧重新分配
buyers-preset-price = 价格导向型买家
buyers-preset-price-about = 看重货币：货币成本的权重加倍，成本一侧重新分配
buyers-preset-from = 由此生成：{ $preset }
buyers-name = { $name } 的名称
buyers-rename = 两种语言的名称…
buyers-rename-title = 买家名称
buyers-show = 以 { $name } 的眼光看
buyers-show-picture = { $name } 眼中的 CDV：以这类买家的眼光看
buyers-show-short = 显示
buyers-shown = 当前
buyers-size = 规模
buyers-size-of = { $name } 的规模
buyers-emphasis-of = { $name } 的成本强调系数 λ
buyers-sharpness = 选择敏锐度 μ
buyers-sharpness-of = { $name } 的选择敏锐度 μ
buyers-weights = { $name } 的权重：{ $weights }
buyers-part = 占全部买家的 { $part }
buyers-outside = 不计入平均
buyers-best = 最佳：{ $offers }
buyers-multipliers = { $name } 的乘数
buyers-multipliers-about = 对这类买家，准则的金额乘以此数；货币本身按面值计算。
buyers-multiplier-of = { $criterion } 的乘数

## 图

buyers-title = 各类买家眼中的让渡价值 CDV
buyers-mean = 按规模加权平均
buyers-winner = 最佳方案
buyers-mean-caveat = { $mean }（{ $caveat }）
buyers-caveat = 请慎用平均数：不同买家的分数不可比较，一类买家的 100 分未必等于另一类的 100 分，所以按规模加权平均只能粗略参考；偏好份额则可以比较。
buyers-caveat-money = 按规模加权平均以货币计，不同买家之间可以比较；但它掩盖了买家之间的差异。
buyers-caveat-sizes = 没有平均：每类买家的规模都是 0，请至少给一类买家填上规模。
buyers-tip = { $offer } · { $buyer }：{ $figure }
buyers-more-offers = 另有 { $count } 个方案，见表格。
buyers-more-buyers = 另有 { $count } 类买家，见数据。
buyers-shares = 偏好份额
buyers-shares-about = 每类买家中会选择某一方案的比例：P = exp(μ·CDV) ÷ Σ exp(μ·CDV)，只计完整的方案。μ 越大，选择越鲜明；μ = 0 时各方案机会均等。全部买家：按规模加权。
buyers-all = 全部买家
buyers-other-offers = 其余方案
buyers-nothing = 什么也不买
buyers-nothing-cdv = 不买的让渡价值
buyers-nothing-of = 对{ $name }来说，什么也不买的让渡价值
buyers-nothing-about = { $name }的另一种选择：哪个方案都不买。留空表示人人都买。
