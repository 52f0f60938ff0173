### 每项一个答案的赋权方法、各种方法并列，以及权重从哪里来。

weighing-start = 从正在使用的权重开始
weighing-by-hand-of = { $name }的权重（%）
points-total = 合计
points-anchored = 以最重要者为 100 时是 { $points }
swing-first = 您最先愿意改善哪一项？
swing-take-first = 先选{ $name }
swing-levels = 从 { $from } 到 { $to }
swing-levels-unit = 从 { $from } 到 { $to } { $unit }
swing-all = 其全部准则从最差到最好
swing-span = 跨度 { $points } 分
swing-levels-of = 选择{ $name }的两个水平
swing-from = { $name }：从
swing-to = { $name }：到
swing-worth-of = { $name }摆幅的分量
swing-slider = 拖动{ $name }摆幅的分量
swing-price-of = 为{ $name }最多愿付
swing-whole = 改问整个量表
swing-money-own = 钱的价值就是它本身。
swing-at = 在哪个总成本处衡量金钱
swing-at-later = 请先回答一项：总成本与答案一同保存
swing-changed-whole = 量表此后有变：摆幅原来跨越 { $then } 分，现在跨越 { $now } 分，所以问题已不是原来的问题。
swing-changed-span = 量表此后有变：这两个水平原来相差 { $then } 分，现在相差 { $now } 分。
swing-ask-again = 重新提问
swing-still = 答案仍然有效
swing-recompute = 重新计算
order-formula = 名次如何化为权重
order-centroid = 名次质心法（ROC）
order-sum = 名次和法
order-reciprocal = 名次倒数法
order-centroid-formula = w(r) = (1/n) · Σ 1/k，k 从 r 到 n
order-sum-formula = w(r) = (n + 1 − r) ÷ Σ k，k 从 1 到 n
order-reciprocal-formula = w(r) = (1/r) ÷ Σ 1/k，k 从 1 到 n
order-row = { $name }的名次
order-tie = { $name }与上一项并列
order-tie-about = 是否与上一项同样重要
order-keys = 可拖动各行，或按 Alt+↑、Alt+↓；按 T 与上一项并列。
money-of-swing = 整个摆幅折合
money-of-a-point = 按正在使用的权重，1 分顾客让渡价值折合 { $amount }。
methods-title = 各种方法并列：{ $scope }
methods-none = 用一种或几种方法作答后，所得权重会与正在使用的权重并列于此。
worked-show = 显示计算过程
worked-hide = 隐藏计算过程
worked-source = 权重：{ $scope }，{ $method }
worked-points = { $name }：分数 ÷ 合计
worked-swing = { $name }：{ $levels }；分量 ÷ 分值 = 每分分量；再 ÷ 各项之和
worked-rank = { $name }：名次 r = { $place }，共 n = { $items } 项；并列者平分
worked-row = { $name }：该行的判断，以及主特征向量中的份额
worked-eigenvector = 一致性：CI = (λmax − n) ÷ (n − 1)；CR = CI ÷ 随机指标
worked-coefficient = { $name }：选择模型的系数
worked-likelihood = 答案的对数似然，以及纯随机时的对数似然
worked-emphasis = { $scope }：λ = 成本各权重 ÷ 价值各权重
weight-global = 占其一侧的 { $global }
weight-source = 权重来自：{ $method }
weigh-menu-criteria = 如何给各准则赋权…
weigh-menu-dimensions = 如何给各维度赋权…
weigh-menu-side = 如何给全部准则赋权…
weigh-menu-of = 更多赋权方式：{ $name }
