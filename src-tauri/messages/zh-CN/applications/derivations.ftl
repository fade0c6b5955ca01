# Formulas and their inputs for accounts that have applications and count minutes. Each replaces the sentence of its key.

formula-charge-amount = 分钟数 × 每分钟单价，逐段计算，截断到 8 位小数
formula-bill-total = 超量计费 + 购买 + 续费 + 退订 + 调账
formula-bill-usage = 每日费用，各自四舍五入到分
formula-correction-money = 含这些分钟的费用 − 不含这些分钟的费用
formula-price-of-next-call = 价格表中本月超量分钟数所在阶梯的价格
formula-usage-calls = 所有人的秒数，按应用和日期累计，向上取整为分钟
formula-usage-paid-by = 先由套餐包依次抵扣，其余按超量计费
formula-usage-from-packages = 由套餐包抵扣的分钟数
formula-usage-billed = 没有套餐包抵扣、且已开启超量计费的分钟数
formula-calls-from-packages = 该应用有套餐包尚有余量
formula-calls-billed = 生效中的套餐包都没有余量，且已开启超量计费
formula-usage-charged = 这些分钟的每日费用，各自四舍五入到分；未覆盖的分钟不收费
formula-calls-today = 服务商时间零点以来的分钟数
formula-usual-day = 前 28 天的分钟数 ÷ 有用量的天数，取整
formula-import-cost = 各行费用：其中的超量分钟，每日四舍五入到分
formula-import-calls = 计入的各行中的上课秒数；每行只计一次。分钟数取该应用当日累计值
formula-change-settlement = 当日费用 − 动用信用额度或转为欠费的部分
formula-package-used = 此套餐包在本周期内抵扣的分钟数
formula-charges = 包含超量分钟的费用
formula-charge-period = 使用分钟所在的日期，按服务商时区

input-resource = 应用
input-period = 日期
input-calls = 分钟数
input-unit-price = 每分钟单价
input-bill-usage = 超量计费
input-charge-with = 含这些分钟的费用
input-billed = 超量计费
input-calls-this-month = 本月超量分钟数
formula-amortised-usage = 超量计费，计入用量发生当天
formula-amortised-cost = 超量计费 + 套餐包分摊额
formula-reason-calls = 因此原因无法由套餐包抵扣的分钟数
formula-reason-charged = 这些分钟无法由套餐包抵扣而产生的费用
formula-reasons-charged = 各原因下分钟数的费用，以及各笔费用舍入到分的差额
formula-reasons-open = 各原因下分钟数的费用，未结束的各天按现在结算计算
input-billed-money = 超量计费
