### 窗口中的文字（对话框、结论和错误除外）。

list-separator = 、
list-and = { $head }、{ $last }
undefined = 无定义
ratio = 价值成本比
and-more = ……还有 { $count } 项

## 维度

total-customer-value = 顾客总价值
total-customer-value-twin = Total customer value
total-customer-cost = 顾客总成本
total-customer-cost-twin = Total customer cost
dimension-product = 产品价值
dimension-service = 服务价值
dimension-personnel = 人员价值
dimension-image = 形象价值
dimension-monetary = 货币成本
dimension-time = 时间成本
dimension-mental = 精力成本
dimension-physical = 体力成本
dimension-product-twin = Product
dimension-service-twin = Service
dimension-personnel-twin = Personnel
dimension-image-twin = Image
dimension-monetary-twin = Monetary
dimension-time-twin = Time
dimension-mental-twin = Mental
dimension-physical-twin = Physical
dimension-product-short = 产品
dimension-service-short = 服务
dimension-personnel-short = 人员
dimension-image-short = 形象
dimension-monetary-short = 货币
dimension-time-short = 时间
dimension-mental-short = 精力
dimension-physical-short = 体力
dimension-product-about = 型号、尺寸、规格、配置、质量
dimension-service-about = 保修、送货、安装、售后、上门服务
dimension-personnel-about = 服务人员的态度、专业水平、仪表
dimension-image-about = 品牌形象、店面形象、服务人员形象
dimension-monetary-about = 购买价格、使用费用、维修费用
dimension-time-about = 选购时间、等待送货、安装和维修的时间
dimension-mental-about = 学习、担心、风险、感官负担
dimension-physical-about = 往返奔波、搬运、接受服务时的体力付出
dimension-folded = { $name }，已折叠
dimension-open = { $name }，已展开
ownership = 总拥有成本
ownership-years = { $years } 年
ownership-about = 金额先加总，再计分：一次性支付的，加上每年支付的（折现后）
unit-yearly = { $sign }/年
unit-points = 分

## 卡片和单元格

cdv = CDV
cdv-long = 顾客让渡价值
ours = 我方
best-offer = 最佳方案
shared-best = 并列最佳
to-the-best = 与最佳相差 { $delta }
incomplete-count = 不完整：缺 { $count } 项
missing-tip = 缺少：{ $names }。缺项绝不按 0 计算，因此该方案不参与排名。
card-value = 价值 { $value }
card-cost = 成本 { $cost }
card-name = { $offer }：CDV { $cdv }，{ $standing }
ratio-is = 价值成本比 { $ratio }。它取决于量表把 0 分定在哪里。
ratio-undefined = 价值成本比无定义：加权成本不大于 0。
cell-empty = 未填
cell-missing = 缺
cell-name = { $criterion }，{ $offer }：{ $level }
cell-input = 水平：{ $criterion }，{ $offer }
cell-points = { $points } 分
cell-amount = 折合 { $amount }
cell-outside = 超出量表范围
choice = { $name }  ·  { $points }
choice-none = 不填
matrix-name = 各方案的水平

## 左上角

corner-formula = CDV = 顾客总价值 − 顾客总成本
offer-number = 方案 { $number }
only-complete = 唯一填写完整的方案
corner-formula-emphasis = CDV = 顾客总价值 − { $emphasis } × 顾客总成本
corner-formula-money = CDV = 折算成金额的价值 − 付出的金额
corner-weights = 每一侧的权重合计为 100%
corner-money = 每个水平都折算成金额
corner-settings = 双击修改名称、货币和付款条件
add-offer = + 添加方案
add-criterion = + 添加准则
settings = 设置

## 权重

weight-of = { $name } 的权重
weight-typed = 输入 { $name } 的权重
weight-typed-tip = 点击输入权重
weight-tip = 拖动可调整权重，同组其余各项按比例分摊。双击可使同组各项相等。
weight-lock = 锁定 { $name } 的权重
weight-unlock = 解锁 { $name } 的权重
weight-refused = “{ $text }”不是权重：请输入 0 到 100 的数
added-weight-zero = “{ $name }”的权重为 0%：请在所在行设置权重
cost-emphasis = 成本强调系数 λ
cost-emphasis-about =
    λ，成本强调系数：把所有成本准则从 100 降到 0 的价值，
    除以把所有价值准则从 0 升到 100 的价值。教科书中 λ = 1。

## 图表

pages-results = 结果
pages-analysis = 推演
pages-model = 模型
page-compare = 比较
page-wide = 加宽
page-narrow = 收窄
chart-compare = 各维度的让渡价值
chart-cost = ← 成本
chart-value = 价值 →
chart-tip = { $offer } · { $dimension }：{ $value }
chart-empty = 还没有填写完整的方案
order-table = 按表格顺序
order-best = 从优到劣
bridge-beats = { $to } 为什么胜过 { $from }（{ $unit }）
bridge-loses = { $to } 为什么不如 { $from }（{ $unit }）
bridge-ties = { $to } 与 { $from } 的差别（{ $unit }）
bridge-none = 一个方案为什么胜过另一个
bridge-needs-two = 需要两个填写完整的方案
bridge-against = 对比
bridge-to = 桥图的终点方案
bridge-from = 桥图的起点方案
by-dimension = 按维度
by-criterion = 按准则
show-as-table = 显示为表格
show-as-chart = 显示为图
copy-picture = 复制为图片
save-picture = 保存图片…
copy-data = 复制数据
menu-of-figure = “{ $title }”的菜单
table-offer = 方案
table-step = 步骤
table-criterion = 准则
table-weight = 权重
table-rank = 名次

## 计算过程

click-for-working = 点击查看计算过程
working-title = { $offer } 是怎样算出来的
working-of = 查看计算过程：{ $what }，{ $offer }，{ $value }
working-of-cdv = 查看计算过程：{ $offer } 的 CDV
working-of-tcv = 查看计算过程：{ $offer } 的总价值
working-of-tcc = 查看计算过程：{ $offer } 的总成本
working-missing = 缺少 { $name }，因此结果未知
working-rating = （水平 − 下限）÷（上限 − 下限）× 100
working-segment = 量表上 { $from } 与 { $to } 之间
working-segment-outside = 超出量表：沿 { $from } 与 { $to } 之间的直线延伸
working-flat = { $level } 超出量表，{ $end } 之外保持不变
working-category = 量表上的“{ $name }”
working-ownership = 金额先加总：一次性支付 + 每年支付 × { $annuity }（{ $years } 年，年折现率 { $rate }）
working-weigh = { $dimension } 的权重 × 维度内权重 × 分数
working-multiply = 乘数 × 金额
working-tcv = 顾客总价值 = 各维度之和
working-tcc = 顾客总成本 = 各维度之和
working-cdv = CDV = 顾客总价值 − λ × 顾客总成本
working-ratio = 价值成本比 = 总价值 ÷（λ × 总成本）
close = 关闭
copy-working = 复制计算过程

## 列表

my-comparisons = 我的比较
my-comparisons-empty = 新建一个，或者复制课堂案例
classroom = 课堂案例
new-comparison = + 新建比较
new-comparison-money = + 新建金额比较
offers-count = { $count } 个方案
dimensions-count = { $count } 个维度
copy-of = { $name }（副本）
restore-named = 恢复“{ $name }”
example-restored = 案例已恢复原样；撤销可找回您的版本

## 菜单

menu-file = 文件
menu-edit = 编辑
menu-view = 视图
menu-analyse = 分析
menu-help = 帮助
menu-new-workbook = 新建工作簿…
menu-open-workbook = 打开…
menu-open-recent = 最近打开
menu-no-recent = 暂无
menu-save-copy = 另存副本…
menu-import-json = 导入 JSON…
menu-export-json = 导出 JSON…
menu-new-comparison = 新建比较
menu-new-comparison-money = 新建比较（金额账户）
menu-restore-examples = 恢复案例
menu-quit = 退出
undo = 撤销
redo = 重做
undo-named = 撤销“{ $step }”
redo-named = 重做“{ $step }”
menu-copy-table = 把矩阵复制为表格
menu-add-offer = 添加方案
menu-add-criterion = 添加准则…
menu-comparison-settings = 比较设置…
menu-language = English
menu-zoom-in = 放大
menu-zoom-out = 缩小
menu-zoom-reset = 实际大小
menu-theory = 一页读懂理论
menu-shortcuts = 键盘快捷键
menu-about = 关于“值得”
theme-system = 跟随系统
theme-light = 浅色
theme-dark = 深色
panel-comparisons = 比较列表
panel-plots = 图表
panel-claims = 结论
menu-of = { $name } 的菜单
menu-edit-comparison = 重命名和设置…
menu-duplicate = 复制一份
menu-move-up = 上移
menu-move-down = 下移
menu-move-left = 左移
menu-move-right = 右移
menu-move-to = 移到
menu-delete = 删除
menu-restore-example = 恢复案例原样
menu-edit-offer = 名称、商店和颜色…
menu-ours = 标为我方
menu-not-ours = 取消我方标记
menu-show-working = 查看计算过程
menu-show-ratio = 价值成本比
menu-edit-criterion = 名称和量表…
menu-add-criterion-here = 在此添加准则…
menu-rename-dimension = 重命名…
menu-fold = 折叠
menu-unfold = 展开
menu-hide-dimension = 隐藏
menu-show-dimension = 重新显示 { $name }
menu-edit-level = 编辑
menu-level-note = 备注…
menu-clear-level = 清除

## 状态行

saved = 已保存
saving = 正在保存…
read-only = 只读：修改不会保存
not-saved = 未保存（{ $pending }）：{ $why }
retry = 重试
save-copy = 另存副本…
edits-today = 今天已修改 { $count } 次
copied = 已复制
deleted-undo = 已删除；撤销可恢复
written = 已写入：{ $path }
not-written = 未写入：{ $path }（{ $why }）
not-over-workbook = { $path } 是工作簿，不会被覆盖；请换一个名称
leave-unsaved = 此工作簿还没有保存：请先重试或另存副本
file-exists = 文件 { $path } 已存在；请换一个名称
imported = 已导入 { $count } 个比较
import-title = 未导入任何内容
import-nothing = 工作簿保持原样。
paste-title = 未粘贴：以下单元格的内容不合要求
paste-refused = { $criterion }，{ $offer }，“{ $text }”：{ $why }
paste-beyond = “{ $text }”超出表格范围
kind-workbook = “值得”工作簿
kind-json = JSON 交换文件
kind-png = 图片
ask-open = 打开工作簿
ask-new = 新建工作簿
ask-copy = 另存副本
ask-export = 导出比较
ask-import = 导入比较
ask-picture = 保存图片
notice-read-only = 此工作簿只能读取：修改不会保存
notice-cloud = 此文件夹通过网络或云端共享：同一时间请只在一台电脑上打开工作簿
notice-backup = 今天的备份未能完成：{ $why }
notice-migrated = 工作簿已升级到新格式；升级前的备份保存在旁边

## 没有内容可显示时

empty-title = 还没有比较
empty-hint = 可以从每个维度一条准则、两个方案开始。
problem-title = 无法打开工作簿
problem-untouched = 文件未被改动。
problem-backup = 打开 { $date } 的备份副本
problem-open-other = 打开其他工作簿…
problem-new = 新建工作簿…
problem-back = 回到 { $name }
problem-again = 重试
closing-title = 还有修改没有保存
closing-why = 最近的修改没有写入文件。请另存副本，否则关闭窗口后会丢失。
closing-stay = 继续编辑
closing-anyway = 放弃修改并关闭

## 步骤名称，用于撤销和重做

edit-add-comparison = 添加 { $name }
edit-duplicate-comparison = 复制为 { $name }
edit-import = 导入 { $name }
edit-restore-example = 恢复 { $name }
edit-remove-comparison = 删除 { $name }
edit-move-comparison = 移动 { $name }
edit-rename-comparison = 修改 { $name }
edit-set-currency = 货币设为 { $name }
edit-set-ownership = 设置总拥有成本
edit-rename-dimension = 重命名维度
edit-hide-dimension = 隐藏维度
edit-show-dimension = 显示维度
edit-add-criterion = 添加 { $name }
edit-remove-criterion = 删除 { $name }
edit-move-criterion = 移动 { $name }
edit-rename-criterion = 修改 { $name }
edit-set-scale = 设置 { $name } 的量表
edit-set-price = 以 { $name } 为价格
edit-add-offer = 添加 { $name }
edit-remove-offer = 删除 { $name }
edit-move-offer = 移动 { $name }
edit-describe-offer = 修改 { $name }
edit-set-level = 设置 { $name }
edit-clear-level = 清除 { $name }
edit-set-levels = 设置多个水平
edit-set-level-note = { $name } 的备注
edit-set-side-weights = 设置权重
edit-set-dimension-weights = 设置权重
edit-set-cost-emphasis = 设置 λ

## Long work
job-progress = 图表的进度
job-cancel = 取消
job-cancelled = 计算已停止，尚未完成。
job-again = 重新计算
job-died = 图表无法生成；请连同日志一起报告此问题。
