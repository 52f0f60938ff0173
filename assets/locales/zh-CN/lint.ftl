### 检查模型：哪里可疑，怎样修正。

page-check = 检查模型
check-none = 没有需要修正的地方
check-none-more = 所有水平都在量表范围内，所有权重都是针对现在的量表范围给出的，也没有两条准则在说同一件事。
check-matters = 影响结论
check-look = 值得看一看
check-badge = { $count ->
    [0] 没有需要修正的地方
   *[other] 有 { $count } 处待检查
}
check-badge-unknown = 检查模型
check-badge-tip = 这个模型中可疑的地方，以及怎样修正
check-jump = 查看
check-jump-to = 查看{ $where }
check-jump-label = 查看{ $where }：{ $what }
check-jump-tip = 在表中选中它
check-scale = 打开量表
check-scale-label = 打开“{ $leaf }”的量表
check-scale-tip = 它的曲线或名称水平，可以手动修改
check-dismiss = 这不是问题
check-dismiss-label = 这不是问题：{ $what }
check-dismiss-tip = 放到“已忽略”中，直到所涉及的内容有了变化
check-back = 重新列出
check-back-label = 重新列出：{ $what }
check-back-tip = 放回到其他待检查的地方中
check-dismissed = 已忽略（{ $count }）
check-dismissed-about = 所涉及的内容变化时（量表变了，或又涉及一个方案），已忽略的情况会自动重新列出。
check-none-dismissed = 剩下的情况都已忽略。
check-pair = 逐个方案对照
check-pair-label = 逐个方案对照：{ $what }
check-pair-tip = { $offer }：{ $one }，{ $other }
check-more = 另有 { $count } 处同类情况
check-more-offers = 另外 { $count } 个方案
check-range = { $low } 到 { $high }
check-range-unit = { $low } 到 { $high } { $unit }
check-whole-points = 0 到 100 分

## 发现

check-missing = { $count ->
    [1] { $offers } 的“{ $leaf }”没有填写。
   *[other] 有 { $count } 个方案的“{ $leaf }”没有填写：{ $offers }。
}
check-missing-why = 缺失不等于 0：填上之前，这个方案不参与排名。
check-outside = { $count ->
    [1] { $offers } 的“{ $leaf }”超出了量表的范围（{ $range }）。
   *[other] 有 { $count } 个方案的“{ $leaf }”超出了量表的范围（{ $range }）：{ $offers }。
}
check-outside-why = 量表在两端之外沿直线延伸，因此这个水平的作用超过了它的全部权重。
check-outside-flat-why = 量表在两端之外是平的，再多也不起作用。
check-range-changed = “{ $leaf }”的权重是针对 { $given } 的量表给出的，现在的量表是 { $now }。
check-points-changed = “{ $leaf }”的权重给出时，各水平的分值从 { $given }，现在从 { $now }。
check-range-changed-why = 权重表示整个量表值多少。范围变了，同样的权重就意味着另一种取舍。
check-together = “{ $one }”与“{ $other }”同升同降：在 { $count } 个方案中 r = { $r }。
check-together-why = 在这一条上较好的方案，在那一条上也较好。如果两者说的是同一件事，它就被算了两次，分别占所在一侧的 { $one } 和 { $other }，这时应让一条代表两者；如果确是两件事，就都保留。
check-together-money-why = 在这一条上较好的方案，在那一条上也较好。如果两者说的是同一件事，它就被算了两次，这时应让一条代表两者；如果确是两件事，就都保留。
check-wide = “{ $leaf }”的量表范围是 { $anchors }，而所有方案都在 { $levels } 之间。
check-wide-why = 100 分中真正用到的只有 { $points } 分，大部分权重给了没有哪个方案具有的差别。
check-misses = “{ $leaf }”的量表从 { $low } 分到 { $high } 分，没有达到 0 到 100 分。
check-misses-why = 权重是针对从 0 分到 100 分的全程给出的，在这里它的实际作用比数字小。
check-equal = 所有方案的“{ $leaf }”都相同。
check-equal-scale = 各方案的“{ $leaf }”虽有不同，得分却都一样。
check-equal-why = 它给每个方案加的一样多，尽管占所在一侧的 { $weight }，却不影响任何名次。
check-equal-money-why = 它给每个方案加的一样多，不影响任何名次。
check-dominated = { $count ->
    [0] { $offer } 被占优：在所有计入的方面 { $by } 都不比它差，并且至少有一方面更好。
   *[other] { $offer } 被占优：在所有计入的方面 { $by } 和另外 { $count } 个方案都不比它差，并且至少有一方面更好。
}
check-dominated-why = 在这些准则上无论怎样分配权重，它都不会领先。可以去掉它，或者是它的某个长处没有列入表中。
check-zero = “{ $name }”的权重是 0。
check-zero-why = 它完全不起作用：请给它权重，或者去掉它。
check-zero-dimension-why = 它下面的准则都不起作用：请给它权重，或者去掉它们。

## 修正

mend-fit-trade-offs = 量表改为 { $range }，取舍不变
mend-fit-trade-offs-tip = 调整量表，同时调整权重，使水平每变动一步的价值与原来一样：名次都不变
mend-fit-weights = 量表改为 { $range }，权重不变
mend-fit-weights-tip = 调整量表，权重照旧，因此水平每变动一步的价值会与原来不同
mend-fit = 量表改为 { $range }
mend-fit-tip = 调整量表，得分都不变
mend-trade-offs = 取舍不变
mend-trade-offs-tip = 调整权重，使水平每变动一步的价值与给出权重时一样
mend-holds = 权重仍然成立
mend-holds-tip = 不改动权重：已针对现在的量表重新考虑过
mend-label = { $mend }：{ $leaf }
mend-give = 把“{ $from }”的权重并入“{ $to }”
mend-give-tip = “{ $from }”不再起作用，由“{ $to }”代表两者；其他权重都不变
mend-aside = 让“{ $from }”不起作用
mend-aside-tip = 它的权重按比例分给同一侧的其他准则：价值与成本从不混在一起
mend-aside-money-tip = 这类买家对它的倍数改为 0，其他都不变
mend-effect-none = 让渡价值都不变。
mend-effect-stay = 名次不变。让渡价值：{ $list }
mend-effect-ranks = 名次改变：{ $list }
mend-effect-offer = { $offer } { $from } → { $to }
mend-effect-rank = { $offer } 由第 { $rank } 名到第 { $new } 名（让渡价值 { $from } → { $to }）
mend-effect-separator = ，

edit-fit-scale = 调整 { $name } 的量表
edit-fit-money-scale = 调整金额量表
edit-keep-trade-offs = 保持 { $name } 的取舍
edit-keep-money-trade-offs = 保持金额的取舍
edit-confirm-weight = 确认 { $name } 的权重
edit-confirm-money-weight = 确认金额的权重
edit-move-weight = 转让 { $name } 的权重
edit-move-money-weight = 转让金额的权重
edit-dismiss-finding = 忽略一处发现
edit-bring-finding-back = 重新列出一处发现

built-ranges = { $count } 个买家类型的权重所针对的量表范围
built-dismissed = 认定不是问题的发现
