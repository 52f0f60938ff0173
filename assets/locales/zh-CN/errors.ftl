### 出了什么问题，该怎么办。

error-gone = 要修改的内容已经不在了。
error-name-empty = 请输入名称。
error-name-too-long = 名称超过 { $max } 个字。
error-note-too-long = 备注超过 { $max } 个字。
error-name-taken = 已有名为“{ $name }”的比较；请换一个名称。
error-level = { $criterion }，{ $offer }：{ $why }
error-level-kind = 与量表的类型不符
error-level-rating = 评分范围是 { $low } 到 { $high }
error-level-category = 请选择已有的等级
error-no-number = 请输入数字。
error-not-a-number = 这不是数字。
error-out-of-range = 数字超出范围。
error-amount-decimals = { $decimals ->
    [0] 该货币没有小数位。
   *[other] 该货币只有 { $decimals } 位小数。
}
error-money-outside-monetary = 金额准则只能放在货币成本下。
error-money-curve = 金额量表不能下降，分数须在 0 到 100 之间。
error-years = 拥有年数为 1 到 100。
error-rate = 年利率为 −50% 到 1000%。
error-not-a-price = 只有一次性支付的金额才能作为价格。
error-other-side = 准则不能换边：价值和成本不可混在一起。
error-dimension-in-use = 有准则的维度不能隐藏：请先删除或移走其中的准则。
error-weight-members = 权重与准则不一致。
error-weight-sum = 权重不能为负，合计须为 100%。
error-cost-emphasis = 成本强调系数 λ 为 0 到 1000。
error-too-many = 一个比较最多容纳 { $max } 个。
error-unsound = 比较的内容有误：{ $what }
error-curve-too-few = 量表至少需要两个控制点。
error-curve-too-many = 量表最多 100 个控制点。
error-curve-repeated = 有两个控制点都在 { $level }。
error-rating-bounds = 下限必须小于上限。
error-categories-too-few = 至少需要两个等级。
error-categories-too-many = 最多 100 个等级。
error-category-name = 每个等级都要有自己的名称。
error-points-range = 分数须在 0 到 100 之间。
error-rating-in-money = 货币账不使用评分：请用带金额的数值或等级。

open-not-found = 没有这个文件。请打开其他文件。
open-empty = 文件是空的。请打开其他文件，或最新备份的副本。
open-not-a-workbook = 这不是工作簿。请打开由“值得”写入的文件。
open-foreign = 此文件属于其他程序（应用标识 { $id }）。请用那个程序打开。
open-newer = 此工作簿由更新的版本写入（版本 { $version }，本程序支持到 { $supported }）。请更新程序。
open-already = 工作簿已在另一个窗口打开。请在那里关闭，或打开副本。
open-damaged = 工作簿已损坏（{ $what }）。请打开最新备份的副本。
open-unexpected = 工作簿中有不是“值得”写入的内容（{ $what }）。请打开最新备份的副本。
open-unclean = 工作簿上次没有正常关闭，现在又不可写入。请把它和同名文件一起复制到自己的文件夹。
open-exists = 已有同名文件。请换一个名称。
open-io = 无法使用此文件（{ $what }）。请检查磁盘和权限后重试。

failure-disk-full = 磁盘已满；请腾出空间，或在别处另存副本
failure-read-only = 文件只读；请在别处另存副本
failure-file-gone = 文件被其他程序移动、删除或替换；请另存副本
failure-busy = 其他程序正在使用此文件；请在那里关闭
failure-out-of-step = 文件被其他程序改动；请另存副本
failure-unsound = 要写入的内容有误（{ $what }）；请撤销最后一步，或另存副本
failure-io = 系统报告错误（{ $what }）
