### dialogs

## 按钮

dialog-ok = 确定
dialog-add = 添加
dialog-cancel = 取消
dialog-close = 关闭
dialog-open = 打开
dialog-create = 新建
dialog-save = 保存
dialog-export = 导出
dialog-import = 导入

## 通用字段

dialog-name = 名称
dialog-name-twin = 英文名称（可选）
dialog-note = 备注
dialog-note-twin = 英文备注（可选）
dialog-field-error = { $field }：{ $why }
dialog-join = 、

## 比较

dialog-comparison-title = 比较
dialog-currency = 货币
dialog-years = 使用年限
dialog-rate = 年折现率（%）

## 方案

dialog-offer-title = 方案
dialog-store = 商店或卖家
dialog-store-twin = 商店英文名称（可选）
dialog-ours = 我方的方案
dialog-color = 颜色
dialog-color-blue = 蓝色
dialog-color-violet = 紫色
dialog-color-teal = 青色
dialog-color-orange = 橙色
dialog-color-raspberry = 玫红色
dialog-color-green = 绿色
dialog-color-slate = 蓝灰色
dialog-color-ochre = 赭黄色
dialog-color-current = 当前颜色

## 准则

dialog-criterion-title = 准则
dialog-criterion-new = 新建准则
dialog-dimension = 维度
dialog-weight-zero = 新准则的权重为 0%：请在所在行设置权重
dialog-levels-lost = 采用此量表后，下列方案的水平将丢失：{ $names }
dialog-levels-lost-more = 采用此量表后，下列方案的水平将丢失：{ $names }，另有 { $more } 个

## 量表

scale-kind = 量表类型
scale-kind-rating = 评分
scale-kind-measure = 数值
scale-kind-category = 类别
scale-kind-money = 金额
scale-low = 评分下限
scale-low-word = 下限的含义
scale-low-word-twin = 英文（可选）
scale-high = 评分上限
scale-high-word = 上限的含义
scale-high-word-twin = 英文（可选）
scale-rating-hint = 评分下限计 0 分，评分上限计 100 分；超出范围的评分不予接受
scale-unit = 单位
scale-unit-twin = 英文单位（可选）
scale-level = 水平
scale-points = 分数
scale-amount = 金额（{ $currency }）
scale-cell = { $column }，第 { $row } 行
scale-row-error = 第 { $row } 行：{ $why }
scale-add-point = + 添加控制点
scale-remove-row = 删除第 { $row } 行
scale-move-up = 上移第 { $row } 行
scale-move-down = 下移第 { $row } 行
scale-outside = 锚点之外
scale-outside-straight = 沿直线延伸
scale-outside-flat = 保持不变
scale-preview = 量表图示
scale-no-preview = 尚无曲线
scale-hint-value = 100 分对买家最好；首末两点为锚点，不随方案变动
scale-hint-cost = 100 分负担最重；首末两点为锚点，不随方案变动
scale-hint-money-value = 每个水平对买家值多少钱
scale-hint-money-cost = 每个水平让买家付出多少钱
scale-misses-an-end = 量表未同时达到 0 分和 100 分，其实际影响会小于权重所示
scale-category-name = 等级
scale-category-name-twin = 英文（可选）
scale-add-category = + 添加等级
scale-yes-no = 使用“是”和“否”
scale-paid = 支付方式
scale-paid-once = 一次性
scale-paid-yearly = 每年
scale-price = 这是价格
scale-money-hint = 金额先加总，再计分：一次性支付的，加上使用年限内每年支付的

## 维度

dialog-dimension-title = 维度
dialog-theory-name = 恢复理论名称：{ $name }
dialog-hide-dimension = 隐藏此维度
dialog-hide-dimension-why = 此维度下有准则，请先删除或移走

## 水平的备注

dialog-note-title = 备注
dialog-note-about = { $criterion }，{ $offer }

## 输入路径

dialog-path-open = 打开工作簿
dialog-path-new = 新建工作簿
dialog-path-copy = 另存副本
dialog-path-export = 导出比较
dialog-path-import = 导入比较
dialog-path-picture = 保存图片
dialog-path-file = 文件路径
dialog-path-workbook = 新文件的路径（.worth）
dialog-path-json = 新文件的路径（.json）
dialog-path-image = 新文件的路径（.png 或 .svg）

## 理论

help-theory-title = 顾客让渡价值
help-theory-lead = 买家选择让渡价值最大的方案：所得到的顾客总价值（TCV），减去为此付出的顾客总成本（TCC）
help-side-value = 顾客总价值
help-side-cost = 顾客总成本
help-points = 分数账户
help-points-scale = 量表把每个水平换算成 0 到 100 分，两端锚点由您固定；新增方案不会改变其他方案的分数
help-points-weights = 权重是份额：准则占维度的份额，维度占一侧的份额；每组合计 100%
help-points-sums = TCV = Σ g · v（价值一侧），TCC = Σ g · c（成本一侧）；g 是逐级份额的乘积
help-points-cdv = CDV = TCV − λ · TCC；在锚点之内，TCV 和 TCC 都在 0 到 100 之间
help-lambda = 成本强调系数 λ
help-lambda-text = 把全部成本从 100 降到 0，相当于把全部价值从 0 升到 100 的多少倍；如未设置则为 1，与教科书一致
help-money = 金额
help-money-text = 金额先加总，再计分：一次性支付的，加上使用年限内每年支付的。金额账户不用分数：每个量表直接给出金额，价格按实际金额计入，CDV 以货币表示
help-ranks = 名次与并列
help-ranks-text = 并列的方案名次相同，后面的名次顺延：1、1、3
help-missing = 缺失不等于 0
help-missing-text = 缺少有权重的水平时，方案为“不完整”：列出所缺内容，不参与排名
help-break-even = 打平价格
help-break-even-text = 其他条件不变时，使一个方案与另一个方案让渡价值相等的价格；量表平坦处可能是一个区间，也可能不存在
help-ratio = 价值成本比
help-ratio-text = TCV ÷ (λ · TCC)，仅在成本大于 0 时有意义。它取决于锚点把 0 定在哪里，因此请以 CDV 比较方案，此比值仅供参考
help-sources = 来源
help-sources-text = 菲利普·科特勒《营销管理》（P. Kotler, Marketing Management）

## 快捷键

help-shortcuts-title = 键盘快捷键
help-keys-cells = 单元格
help-keys-commands = 命令
help-keys-pages = 页面
help-key-move = 移动选择
help-key-edit = 编辑单元格
help-key-next = 下一个或上一个单元格
help-key-escape = 放弃编辑
help-key-clear = 清除内容
help-key-copy = 复制与粘贴
help-key-all = 选择全部单元格
help-key-working = 显示计算过程
help-key-menu = 所选内容的菜单
help-keys-fields = 页面上的数字
help-key-field-next = 确认，转到同列的下一个
help-key-field-back = 确认，回到同列的上一个
help-key-field-escape = 恢复原来的数字
help-key-field-undo = 先撤销输入，再撤销上一步修改
help-key-field-paste = 粘贴一个数，或从这里起粘贴一列
help-key-field-copy = 列表的菜单：复制整列
help-keys-handles = 图上的点、排序、两两比较
help-key-handle-move = 把点移动一步
help-key-handle-ten = 移动十步
help-key-handle-delete = 从曲线中去掉这个点
help-key-order-move = 在排序中上移或下移
help-key-order-tie = 与上一行并列
help-key-pairs = 重要多少倍；按 / 互换左右

## 关于

help-about-title = 值得 Worthwhile
help-about-version = 版本 { $version }
help-about-what = 按买家真正得到的比较各个方案：顾客让渡价值（customer delivered value）
help-about-licence = 许可证：MIT 或 Apache-2.0，任选其一
help-about-fonts = 字体：Worthwhile Sans（基于 Inter 制作）和 Noto Sans CJK SC，均采用 SIL 开放字体许可证 1.1
help-about-libraries = 使用 Rust、egui、SQLite、Fluent 和 resvg 构建，它们各有自己的自由软件许可证
