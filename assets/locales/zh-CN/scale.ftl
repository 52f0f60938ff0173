### “量表”页的文字。

page-scale = 量表
menu-scale = 在量表页中查看
scale-page-title = { $name } 的量表
scale-page-none-title = 量表
scale-page-none = 还没有准则：添加准则后，这里会画出它的量表。
scale-page-face-value = 金额账户中，金额一律按面值计算，没有量表。
scale-page-choice = 显示哪个准则的量表
scale-page-anchor = 锚点
scale-page-straight = 锚点为 { $low } 和 { $high }，锚点之外沿直线延伸。
scale-page-flat = 锚点为 { $low } 和 { $high }，锚点之外保持不变。
scale-page-outside = 位于锚点之外：{ $offers }。
scale-page-multiplied = 这里是量表上的金额；对{ $buyer }，要乘以 { $factor }。
scale-page-of-buyer = 对{ $buyer }
scale-page-level = { $level } { $unit }
scale-page-axis = { $name }（{ $unit }）
scale-page-axis-words = { $name }：从“{ $low }”到“{ $high }”
scale-page-tip = { $offer }：{ $level } → { $worth }
scale-page-what = 项目
scale-page-first-anchor = 首锚点
scale-page-last-anchor = 末锚点
scale-page-point = 控制点 { $at }
scale-page-named = 等级 { $at }

## 手动调整

scale-page-drag = 拖动第 { $at } 个控制点
scale-page-drag-named = 拖动 { $name }
scale-page-points = { $level }与{ $worth }
scale-page-level-of = 第 { $at } 个控制点的水平
scale-page-points-of = 第 { $at } 个控制点的分数
scale-page-amount-of = 第 { $at } 个控制点的金额
scale-page-points-of-named = { $name } 的分数
scale-page-amount-of-named = { $name } 的金额
scale-page-remove = 删除第 { $at } 个控制点
scale-page-bounds = 评分的上下限
scale-page-bounds-refused = { $offers } 的评分会落在范围之外，请先修改这些评分。
scale-page-effect = 对各方案的影响
scale-page-change = 变化

## 形状

scale-page-shape = 形状
scale-page-shape-flat = 各控制点数值相同，请先上移或下移其中一个。
scale-page-flat-beyond = 锚点之外保持不变
scale-shape-rising = 线性上升
scale-shape-rising-about = 从最低值到最高值的直线。
scale-shape-falling = 线性下降
scale-shape-falling-about = 从最高值到最低值的直线。
scale-shape-diminishing = 边际递减
scale-shape-diminishing-about = 每多一步，作用越小：设 t 为已走过的比例，作用为全部的 9/8 · (1 − 9⁻ᵗ)，前一半路程达到四分之三。
scale-shape-increasing = 边际递增
scale-shape-increasing-about = 每多一步，作用越大：设 t 为已走过的比例，作用为全部的 (9ᵗ − 1)/8，前一半路程只达到四分之一。
scale-shape-threshold = 门槛
scale-shape-threshold-about = 路程的 40% 以内毫无作用，达到 60% 后作用全部实现。可把中间两点拖到实际的门槛处。
scale-shape-target = 中间为目标值
scale-shape-target-about = 中间最好，两侧变差。把中间一点拖到目标值，两侧各有各的斜率。

## 中值提问

scale-page-ask = 中值提问
scale-page-ask-about = 由您的回答得出曲线：先问哪个水平值一半，再问两个半段各自的一半。
scale-page-ask-title = 哪个水平算一半？
scale-page-ask-part = 全程的哪一部分
scale-page-ask-stop = 停止
scale-page-ask-value = 从 { $from } 到 { $to }，{ $name } 达到哪个水平时，价值提高了一半？
scale-page-ask-cost = 从 { $from } 到 { $to }，{ $name } 达到哪个水平时，负担增加了一半？
scale-page-ask-slider = 用滑块回答
scale-page-ask-typed = 算一半的水平
scale-page-ask-take = 就是它
scale-page-ask-no-step = 两端锚点数值相同，其间没有一半可言。请先选择上升或下降的形状。
scale-page-ask-half-first = 请先回答一半（½）。
scale-page-ask-outside = 答案应在 { $low } 与 { $high } 之间。
scale-page-ask-diminishing = 目前的回答表明：前面的步子比后面的作用大。
scale-page-ask-straight = 目前的回答表明：每一步的作用相同。
scale-page-ask-increasing = 目前的回答表明：后面的步子比前面的作用大。
scale-page-ask-check = 请核对：{ $quarter } → { $half } 与 { $half } → { $three } 这两步对您应当同样重要；若不然，请修改回答。
scale-page-ask-both-ways = 两个半段的弯曲方向相反：一段递减，一段递增。若非本意，请修改回答。

## 等级的两两比较

scale-judge-open = 由两两比较得出分数……
scale-judge-close = 收起两两比较
scale-judge-about = 每次比较两个等级，说明一个是另一个的多少倍，由此得出分数（层次分析法）。
scale-judge-title = 两两比较
scale-judge-value = 一个等级比另一个好几倍？Saaty 标度：1 同样，3 稍微，5 明显，7 强烈，9 极端。
scale-judge-cost = 一个等级的负担是另一个的多少倍？Saaty 标度：1 同样，3 稍微，5 明显，7 强烈，9 极端。
scale-judge-pair = { $one } 与 { $other } 相比
scale-judge-open-pair = { $one } 对 { $other }：尚未判断
scale-judge-alike = { $one } 与 { $other }：同样（1）
scale-judge-step = { $better } 比 { $worse }：{ $how }（{ $times }）
scale-judge-times = { $better } 比 { $worse }：{ $times } 倍
scale-judge-3 = 稍微
scale-judge-5 = 明显
scale-judge-7 = 强烈
scale-judge-9 = 极端
scale-judge-too-many = 等级太多，不宜两两比较：请直接输入或拖动分数。
scale-judge-missing = { $one } 与 { $other } 如何比较，没有直接判断，也无法间接推出；在此之前分数保持不变。
scale-judge-no-ratio = λmax = { $lambda }。只有两个等级，不会自相矛盾。
scale-judge-no-index = λmax = { $lambda }。没有 CR：随机一致性指标表中没有 { $items } 个等级的值，可在下面补充。
scale-judge-consistent = λmax = { $lambda }，CR = { $ratio }：一致性可以接受（不超过 0.10）。
scale-judge-inconsistent = λmax = { $lambda }，CR = { $ratio }：超过 0.10，请重新检查判断。
scale-judge-consistent-nearly = λmax = { $lambda }，CR ≈ { $ratio }（有判断缺失，为近似值）：一致性可以接受（不超过 0.10）。
scale-judge-inconsistent-nearly = λmax = { $lambda }，CR ≈ { $ratio }（有判断缺失，为近似值）：超过 0.10，请重新检查判断。
scale-judge-misfit = { $one } 与 { $other } 的判断矛盾最大：给出的是 { $given }，与其余判断协调的是 { $fitting }。
scale-judge-take = 改用协调的值
scale-judge-mode = 由判断得出的分数
scale-judge-shares = 100 × 优先权重
scale-judge-stretched = 拉伸到 0–100
scale-judge-moved = 现有分数并非由这些判断得出：后来或先前另有改动。
scale-judge-again = 采用判断得出的分数
error-level-judgement = 一个判断比较量表中的两个等级，每对只写一次，数值须大于 0。
error-level-random-index = 随机一致性指标须为大于 0 的数；表从 3 个项目的值开始。
