# Screens of accounts that have applications and count minutes. Each replaces the sentence of its key.

account-delay-minutes = { $count ->
    [0] 无：当日用量在次日服务商的结算时间结算
   *[other] 服务商的结算时间之后 { $shown } 分钟
  }
verdict-package-exhausted = { $package } 已用完，{ $service } 此后的分钟按超量计费。
verdict-package-ends = { $package } 将于 { $at } 到期，此后 { $service } 停服。
verdict-quota-runs-out = 若用量与最近几周相同，{ $package } 最早于 { $at } 用完。此后 { $service } 将停服，或按超量计费。
verdict-no-money = 已没有资金，下一分钟超量计费会使账号欠费。
timeline-caption = { $count ->
    [0] 除每日结算外没有其他事项。
   *[other] 共 { $shown } 件事项，按服务商时间。
  }
notice-package-exhausted = { $package } 已用完。其应用停服，除非已开启超量计费。
notice-package-expired = { $package } 已到期，剩余额度作废，其应用停服。

usage-verdict = 今日至今 { $today } 分钟。
usage-verdict-usual = 今日至今 { $today } 分钟，平常一天 { $usual } 分钟。
usage-verdict-span = { $span }，{ $shown } 分钟。
usage-paid = 以下期间，套餐包抵扣 { $packages } 分钟，超量计费 { $billed } 分钟，费用 { $charged }。
usage-paid-one-by-one = 以下期间，超量计费 { $billed } 分钟，费用 { $charged }。
usage-paid-by-packages = 以下期间，全部 { $packages } 分钟均由套餐包抵扣。
usage-none-in-span = 此期间没有用量。
usage-empty-proof = 可导入 CSV 或 JSON Lines 格式的上课记录：将文件拖到窗口中，或按 i。
pay-per-use-note = 按分钟付费
failed-note = { $calls } 条失败的记录不收费
failed-none-note = 次日结算
usage-per-hour = 每小时分钟数
usage-per-day = 每日分钟数
usage-per-month = 每月分钟数
usage-rows = 按应用
stacked-by-region = 按应用
undo-import-what = { $label } 的上课记录将整批撤回。
undo-import-confirm = 撤回上课记录

packages-verdict = { $count ->
    [1] 1 个套餐包剩余 { $left } 分钟。{ $sku } 将于 { $at }到期。
   *[other] { $shown } 个套餐包剩余 { $left } 分钟。最先到期的是 { $sku }，{ $at }。
  }
packages-verdict-none = 套餐包均无余量。
packages-empty-proof = 有套餐包才能运行：没有套餐包的应用处于停服状态。
order-hint = 在所属应用中第 { $order } 个抵扣
lapsed = { $shown } 分钟已作废
ladder-title = 下一分钟由什么付费
price-of-next-call = 超量计费每分钟价格
ladder-nothing = 没有付费方式：不能开始新课堂。
burn-down = 剩余分钟数走势

ability-enabling = 创建和启用应用
ability-disabling = 停用应用
everything-prevents-release = 应用和套餐包不会被释放。
rung-may-enable-again = 可以重新创建应用。
rail-of-level = 按服务商时间，依比例绘制。

outcome-off-nothing = { $end }到期后不再接续，应用随之停服。
renewals-none-proof = 购买的套餐包会连同到期时间列在这里。
renewals-assumes = 以目前的资金推算：先结算已有用量，此后的分钟数和付款未计入。
follows-nothing = 停服
option-pay-per-use = 到期后不再续费
option-nothing-what = { $at } 之后应用停服，无须操作。
option-lately = { $count ->
    [0] 最近 30 天没有人上课。
   *[other] 最近 30 天的 { $shown } 分钟，超量计费需 { $cost }。
  }
option-lapses = { $count ->
    [0] 没有会作废的已付费分钟数。
   *[other] 还剩已付费的 { $shown } 分钟，届时未用的作废。
  }
option-end = 立即停止
option-end-what = 停用应用：不能上课，不产生费用。立即生效，请先用完已付费的分钟数。

reason-no-package = 没有套餐包，且已开启超量计费。
reason-package-not-started = 课堂发生在套餐包生效之前。
prevent-no-package = 购买套餐包；若不应产生费用，则停用该应用。
prevent-package-not-started = 先购买套餐包，再开始课堂。

unexpected-caption = { $span }的全部超量分钟，按套餐包未能抵扣的原因列出。有多个原因的分钟只计一次。
unexpected-none = 此期间没有超量分钟。
unexpected-offer = { $sku } 可以抵扣：{ $shown } 分钟，{ $price }。
unexpected-buy = 为 { $region } 购买

at-end-pay-per-use = 转为超量计费
at-end-disable = 停用应用
at-end-confirm-pay-per-use = { $sku } 到期后转为超量计费
at-end-confirm-disable = { $sku } 到期后停用应用
at-end-disabled = { $sku } 于 { $at } 到期时将停用应用。
outcome-off-disabled = { $end }到期时停用应用，此后不产生费用。
follows-disabled = 停用应用
option-disable-what = { $at } 自动停用应用，除非有其他套餐包可抵扣。
voucher-usage = 超量计费

lines-by-resource = 按应用
lines-by-set-tags = 到“套餐包”页面为应用设置标签

cost-mode-pay-per-use = 超量计费
cost-by-region = 应用
cost-findings-overlap = 各项可能涉及同样的分钟数，金额不可相加。
cost-looked-at = 检查范围：自 { $since }起的超量 { $calls } 分钟，费用 { $charged }；一年内到期的套餐包周期 { $terms } 个。
effort-callers = 更改课堂所在的应用
finding-outside-hours = { $place } 的分钟数超量计费，当时不在 { $package } 的抵扣时段内。
finding-package-expired = { $package } 到期后，{ $place } 的分钟数超量计费，目前没有生效的套餐包。
finding-package-not-started = { $package } 生效前，{ $place } 的分钟数超量计费。
