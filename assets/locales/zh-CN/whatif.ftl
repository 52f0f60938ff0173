# 假设与情景

edit-add-variant = 保留情景 { $name }
edit-describe-variant = 重命名情景 { $name }
edit-set-variant = 更新情景 { $name }
edit-remove-variant = 删除情景 { $name }
edit-apply-variant = 采用情景 { $name }
edit-apply-what-if = 采用假设

error-variant-name-taken = 本比较中已有名为“{ $name }”的情景；请换一个名称。
error-variant-amount = 情景“{ $name }”：{ $why }

what-if = 假设
what-if-of = 假设：{ $name }
what-if-from = 假设，源自 { $name }
what-if-note = 这里的改动不影响实际情形。
what-if-changes = { $count ->
    [0] 尚无改动
   *[other] { $count } 处改动
}
what-if-tip = 试一试：改水平、权重、λ、金额与结构，都不影响实际情形
what-if-apply = 采用
what-if-apply-tip = 写入实际情形：算作一步，可撤销
what-if-keep = 保留为情景…
what-if-keep-new = 另存为情景…
what-if-keep-tip = 取名并注明理由，列在本比较之下
what-if-update = 更新
what-if-update-tip = 写入情景“{ $name }”
what-if-drop = 放弃
what-if-drop-tip = 回到实际情形，这里的改动全部作废
what-if-close = 关闭
what-if-close-tip = 回到实际情形
what-if-decide = 此处的假设已有改动：请先采用、保留或放弃。
what-if-applied = 已写入实际情形
what-if-kept = 已保留为情景，列在其比较之下
what-if-unfinished = 假设（未完成）
what-if-open-on = { $name }，正在假设
what-if-drag = 拖动可试不同的水平
what-if-emphasis = 试不同的 λ
what-if-really = 实际情形：{ $value }
what-if-rank = 名次 { $from } → { $to }
what-if-new = 新增
what-if-new-tip = 实际情形中没有这个方案。
what-if-card-tip = 实际情形：{ $offer } 的顾客让渡价值为 { $cdv }，名次 { $rank }；这里变化 { $delta }，名次 { $now }

menu-what-if = 假设

variant-default-name = 情景
variant-title = 情景
variant-keep-title = 保留为情景
variant-keep-about = 情景只记与实际情形的差别；实际情形的更正也会带入其中。
variant-keep = 保留
variant-item = 情景 { $name }
variant-open = 作为假设打开
variant-branch = 另作分支…
variant-describe = 名称与理由…
variant-apply = 采用到实际情形

dialog-reason = 理由
dialog-reason-twin = 英文理由（可选）

import-unknown-offer = 没有方案使用这个键；现有：{ $known }
import-unknown-segment = 没有买家类型使用这个键；现有：{ $known }
import-unknown-variant = 没有情景使用键“{ $word }”；现有：{ $known }
import-case-and-changes = 一个情景要么有完整的“case”，要么只列各处改动；请去掉其一
what-if-years = 年
what-if-rate = % 每年
