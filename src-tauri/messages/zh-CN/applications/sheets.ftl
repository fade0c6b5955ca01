# Sheets of accounts that have applications and count minutes. Each replaces the sentence of its key.

calls-for = 分钟，有效期 { $term }
before-it = 排在其他套餐包的 { $shown } 分钟之后
buy-confirm = 以 { $price } 为 { $place } 购买 { $shown } 分钟
bought = 已为 { $place } 购买 { $sku }，{ $price }。当前可支配：{ $spendable }。
renew-term-calls = { $shown } 分钟
auto-renew-assumes = 先结算已有用量；此后的分钟数和付款未计入。

tail-settlement = 已使用的分钟数仍会计费
lost-calls = 已付费的 { $shown } 分钟立即作废，且无法撤销。
kept-calls = { $count ->
    [0] 没有：已付费的分钟数没有剩余。
   *[other] 目前没有：已付费的 { $shown } 分钟可用至 { $until }，届时未用的作废。
  }
disable-title = 停用 { $region }
enable-title = 启用 { $region }
disable-name = 停用 { $region }
enable-name = 启用 { $region }
disable-what = 从现在起，{ $region } 不能开始新课堂，直至重新启用。
enable-what = 从现在起，{ $region } 可以上课，因其他原因停服的除外。
enable-price = 超量计费，每分钟
held-back-none = 没有受影响的已付费分钟数。
disabled = { $region } 已停用。
enabled = { $region } 已启用。

import-source-hint = 课堂系统或导出文件的名称。同一来源中每个记录 ID 只计一次，规则也会保存。
rules = 如何读取上课记录
import-sentence = { $count ->
    [0] 没有人上课。
   *[other] { $shown } 分钟，共 { $cost }。
  }
import-enables = 已有课堂，表明应用存在，将创建：{ $services }。
import-uncovered = 其中 { $shown } 分钟既没有套餐包额度，也不能超量计费，不收费。
import-refused = { $name } 有 { $shown } 秒不计量：{ $reason }。
import-lines = 各应用费用
fact-billable = 上课秒数
import-confirm = 导入 { $shown } 分钟
imported = 已导入 { $shown } 分钟，{ $cost }。余额：{ $balance }。

error-no-rules = 来源还没有规则，请说明如何读取上课记录。
error-not-enabled = 该应用未启用。
error-already-enabled = 该应用已存在且已启用。
error-unknown-resource = 此账号从未有过该应用。
error-no-price = 价格表中没有当时的每分钟价格。
instead-of = · 超量计费
