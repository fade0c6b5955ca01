# Renewing by hand and by itself: what it adds, what it takes, when it is tried.

renew-title = 续费 { $sku }
do-renew = 续费
renew-now = 续费 { $sku }
renew-terms = 续费周期数
renew-terms-hint = 每个周期紧接上一个，额度完整独立。
renew-terms-count = { $shown } 个周期
renew-end = 到期日
renew-end-hint = 统一到每月指定日时，周期以外的天数另行收费。
renew-end-with-term = 随周期到期
renew-end-on-day = 每月指定日到期
renew-end-day = 每月第几日
renew-extra-days = 其中额外天数
renew-adds = 新增内容
renew-term-calls = { $shown } 次调用
renew-late = 从原到期日 { $end }起算：新周期{ $passed ->
    [0] 刚开始
   *[other] 已过 { $passed } 天
  }，还剩 { $left } 天。
renew-paid-until = 已付费至
renew-changes = 变更内容
renew-warnings = 到期提醒
renew-attempts = 自动续费扣款
from-then = 自 { $at } 起
none-ahead = 没有
does-not-renew-itself = 未开启自动续费。
renew-final = 续费后的套餐包不支持退订。
renew-confirm = 以 { $price } 续费 { $sku }
renewed = 已续费 { $sku }，{ $price }；已付费至 { $until }。当前可支配：{ $spendable }。
renews-itself = 自动续费
renews-itself-off = 未开启
renews-itself-at = 将于 { $at } 扣款
renews-itself-no-attempt = 已没有扣款机会

auto-renew-title = { $sku } 到期后
do-auto-renew = 设置到期后
auto-renew-set = 到期后
at-end-renew = 自动续费
at-end-pay-per-use = 转为按需计费
at-end-suspend = 停服
at-end-disable = 停用服务
auto-renew-first = 首次扣款在到期前几天
auto-renew-first-hint = 此后每天一次，直至到期当天，成功为止。
auto-renew-attempts = 扣款时间
attempt-days-left = { $count ->
    [0] 到期当天
   *[other] 到期前 { $shown } 天
  }
attempt-days-after = 到期后 { $shown } 天
auto-renew-comes-to = 以目前的资金
auto-renew-assumes = 先结算已有用量；此后的调用和付款未计入。
auto-renew-confirm-on = 为 { $sku } 开启自动续费
auto-renew-confirm-days = 首次扣款改为到期前 { $days } 天
at-end-confirm-pay-per-use = { $sku } 到期后转为按需计费
at-end-confirm-suspend = { $sku } 到期后不再续费
at-end-confirm-disable = { $sku } 到期后停用服务
auto-renew-unchanged = 没有变化
auto-renew-switched-on = { $sku } 已开启自动续费，将于 { $at } 扣款。
auto-renew-switched-off = { $sku } 不会自动续费，将于 { $at } 到期。
at-end-disabled = { $sku } 于 { $at } 到期时将停用服务。

outcome-covered = 首次扣款即可成功：{ $at }，{ $price }。
outcome-short = 每次扣款都会失败：价格 { $price }，还差 { $short }。首次为 { $at }，末次为 { $last }。
outcome-in-arrears = 欠费 { $short } 还清前，每次扣款都会失败。末次为 { $last }。
outcome-not-sold = 每次扣款都会失败：此规格已停售。
outcome-refused = 每次扣款都会失败。首次为 { $at }。
outcome-no-attempt = { $end }到期前已没有扣款机会，请手动续费。
outcome-off-pay-per-use = { $end }到期后不再接续，调用按次付费。
outcome-off-disabled = { $end }到期时停用服务，除非有其他套餐包可抵扣；此后不产生费用。
outcome-off-nothing = { $end }到期后不再接续，服务随之停止。

renewals-none = 没有可续费的套餐包。
renewals-none-proof = 每次成功调用都按次付费。购买的套餐包会连同到期时间列在这里。
renewals-ended = 所有套餐包都已到期，列出的仍可续费。
renewals-fails = { $package } 将于 { $at } 续费失败，还差 { $amount }。
renewals-fails-otherwise = { $package } 无法在 { $at } 到期前成功续费。
renewals-covered = 截至 { $at }，自动续费的资金都足够。
renewals-manual = 没有开启自动续费的套餐包。最先到期的是 { $package }，{ $at }。
renewals-assumes = 以目前的资金推算：先结算已有用量，此后的调用和付款未计入。
taken-soon = 30 天内扣款
taken-soon-note = 自动续费合计
renewing-themselves = 已开启自动续费
renewing-themselves-note = 共 { $shown } 个可续费
renewals-calendar = 未来事项
renewals-calendar-caption = { $count ->
    [0] 没有未来事项。
   *[other] 共 { $shown } 件事项，按服务商时间。
  }
renewals-rows = 可续费的套餐包
follows-renews = 自动续费
follows-pay-per-use = 按需计费
follows-nothing = 服务停止
follows-disabled = 停用服务
succeeds = 资金足够
short-by = 还差 { $amount }
will-fail = 会失败
not-asked = –
renewable-until = 可续费至 { $at }
options-title = 可选操作
set-now = 当前设置
option-renew = 立即续费
option-renew-what = 现在支付 { $price }，获得下一周期的完整额度。
option-renew-not-sold = 此规格已停售。
option-auto = 开启自动续费
option-auto-what = 每个周期扣款一次，{ $price }，按服务商的扣款时间执行。
option-pay-per-use = 到期后转为按需计费
option-pay-per-use-what = { $at } 之后调用按次付费，无须操作。
option-nothing-what = { $at } 之后服务停止，无须操作。
option-lately = { $count ->
    [0] 最近 30 天没有调用。
   *[other] 最近 30 天的 { $shown } 次调用，按需计费需 { $cost }。
  }
option-lapses = { $count ->
    [0] 没有会作废的已付费次数。
   *[other] 还剩已付费的 { $shown } 次，届时未用的作废。
  }
option-end = 不再续费，停止使用
option-end-what = 立即停用服务：此后调用会被拒绝，不产生费用。
option-disable-what = { $at } 自动停用服务，除非有其他套餐包可抵扣。此后调用会被拒绝，不产生费用。
disable-at-end = 到期时停用
option-align = 续费并统一到期日
option-align-what = 下一周期在您的统一到期日结束；超出周期的天数按日计费。
option-align-do = 续费 { $sku } 并统一到期日
