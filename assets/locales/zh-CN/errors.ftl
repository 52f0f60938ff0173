### 出了什么问题，该怎么办。

error-gone = 要修改的内容已经不在了。
error-name-empty = 请输入名称。
error-name-too-long = 名称超过 { $max } 个字符。
error-note-too-long = 备注超过 { $max } 个字符。
error-name-taken = 已有名为“{ $name }”的比较；请换一个名称。
error-level = { $criterion }，{ $offer }：{ $why }
error-level-kind = 与量表的类型不符
error-level-rating = 评分范围是 { $low } 到 { $high }
error-level-category = 请选择已有的等级
error-no-number = 请输入数字。
error-not-a-number = 这不是数字；请输入如 1,234.5 或 −3 的数字。
error-decimal-comma = 逗号只作千位分隔：小数请写 1.5，一千五请写 1,500。
error-out-of-range = 数字超出范围。
error-amount-decimals = { $decimals ->
    [0] 该货币没有小数位。
   *[other] 该货币只有 { $decimals } 位小数。
}
error-money-outside-monetary = 金额准则只能放在货币成本下。
error-money-curve = 金额量表不能下降，分数须在 0 到 100 之间。
error-years = 使用年限须为 1 到 100 年。
error-rate = 年折现率须为 −50% 到 1000%。
error-not-a-price = 只有一次性支付的金额才能作为价格。
error-other-side = 准则不能换边：价值和成本不可混在一起。
error-dimension-in-use = 有准则的维度不能隐藏：请先删除或移走其中的准则。
error-weight-members = 权重与准则不一致。
error-weight-sum = 权重不能为负，合计须为 100%。
error-cost-emphasis = 成本强调系数 λ 须为 0 到 1000。
error-too-many = 一个比较中最多有 { $max } 个。
error-unsound = 比较的内容有误：{ $what }
error-curve-too-few = 量表至少需要两个控制点。
error-curve-too-many = 量表最多 100 个控制点。
error-curve-repeated = 有两个控制点都在 { $level }。
error-curve-steep = 有两个控制点靠得太近。
error-rating-bounds = 下限必须小于上限。
error-categories-too-few = 至少需要两个等级。
error-categories-too-many = 最多 100 个等级。
error-category-name = 每个等级都要有自己的名称。
error-points-range = 分数须在 0 到 100 之间。
error-rating-in-money = 金额账户不使用评分：请用带金额的数值或等级。

open-not-found = 没有这个文件。请打开其他文件。
open-empty = 文件是空的。请打开其他工作簿；如有备份，也可打开备份。
open-not-a-workbook = 这不是工作簿。请打开由“值得”创建的文件。
open-foreign = 此文件属于其他程序（应用标识 { $id }）。请用那个程序打开。
open-newer = 此工作簿由更新的版本写入（版本 { $version }，本程序支持到 { $supported }）。请更新程序。
open-already = 工作簿已在另一个窗口打开。请在那里关闭，或打开副本。
open-damaged = 工作簿已损坏（{ $what }）。如有备份，请打开备份，或打开其他工作簿。
open-unexpected = 工作簿中有不是“值得”写入的内容（{ $what }）。如有备份，请打开备份，或打开其他工作簿。
open-unclean = 工作簿上次没有正常关闭，现在又不可写入。请把它连同同名文件一起复制到您自己的文件夹。
open-exists = 已有同名文件。请换一个名称。
open-io = 无法使用此文件（{ $what }）。请检查磁盘和权限后重试。

failure-disk-full = 磁盘已满；请腾出空间，或在别处另存副本
failure-read-only = 文件只读；请在别处另存副本
failure-file-gone = 文件被其他程序移动、删除或替换；请另存副本
failure-busy = 其他程序正在使用此文件；请在那里关闭
failure-out-of-step = 文件被其他程序改动；请另存副本
failure-unsound = 要写入的内容有误（{ $what }）；请撤销最后一步，或另存副本
failure-io = 系统报告错误（{ $what }）

## 交换文件

import-at = { $path }：{ $what }
import-too-large = 文件超过 { $max } MiB。请分几个文件导出。
import-too-many = 文件中的内容超过 { $max } 项。请分几个文件导出。
import-not-json = 这不是有效的 JSON 文件：{ $why }
import-not-worthwhile = 这不是“值得”的文件；开头应有 "format": "worthwhile"。
import-newer = 文件版本为 { $version }，比本程序新。请更新程序。
import-shape = 内容不合格式：{ $what }
import-twice = 这个键在此出现了两次；请只保留一个。
import-key-taken = “{ $key }”已被前面的某项用作键；每项的键须各不相同。
import-key-blank = 需要一个键；请写一个短词。
import-key-reserved = “ownership”代表全部金额准则；请换一个键。
import-unknown-criterion = 没有准则使用这个键；现有：{ $known }
import-unknown-leaf = 它没有自己的权重；成员有：{ $known }
import-unknown-dimension = 没有这个维度；请写其中之一：{ $known }
import-not-of-kind = { $kind } 类量表没有“{ $field }”；请删去它，或改变类型。
import-needed-by-kind = { $kind } 类量表需要“{ $field }”。
import-wrong-kind = 类型不符：{ $what }
import-unknown-category = 量表没有等级“{ $word }”；请写其中之一的键：{ $known }
import-outside-rating = { $level } 超出评分范围 { $low } 到 { $high }。
import-currency = “{ $code }”不是货币代码；请写三个大写字母，如 CNY 或 USD。
import-color = “{ $color }”不是颜色；请写 # 和六位十六进制数，如 #2f5bea。
import-money-scale = 有金额准则，因此需要总拥有成本的分数：[[金额, 0], [金额, 100]]。
import-price-twice = 已有另一条准则标为价格；价格只能有一条。
import-price-unmarked = 有几条一次性支付的准则；请在其中一条写上 "price": true。
import-negative = 权重须为不小于 0 的数。
import-weight-sum = { $set } 的份额合计为 { $sum }；必须等于 1。
import-weight-of-nothing = 没有准则的维度权重为 0；请添加准则，或删去这个权重。
import-text-too-long = 文字超过 { $max } 个字符；请缩短。
