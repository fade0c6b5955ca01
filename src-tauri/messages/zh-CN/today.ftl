# Today: what goes wrong next, when, and what stops it.

verdict-nothing = 未来 30 天一切正常。
verdict-overdrawn = { $at } 的结算还差 { $amount }。
verdict-package-exhausted = { $package } 已用完，{ $service } 的调用按次付费。
verdict-package-ends = { $package } 将于 { $at } 到期，此后 { $service } 的调用按次付费。
verdict-renewal-fails = { $package } 将于 { $at } 续费失败，还差 { $amount }。
verdict-renewal-not-sold = { $package } 无法于 { $at } 自动续费：此规格已停售。
verdict-no-money = 已没有资金，下一次按需计费的调用会使账号欠费。

nothing-accrued = 没有待结算费用
after-accrued = 已扣除待结算费用 { $accrued }
next-to-end = 最先到期的套餐包
next-to-end-note = · 剩余 { $left }
next-to-end-none = 没有生效中的套餐包
this-bill = 本月账单（至今）
this-bill-note = { $month }
usage-unknown-since = 自 { $day } 起用量未知

timeline-title = 未来 30 天
timeline-caption = { $count ->
    [0] 除每小时结算外没有其他事项。
   *[other] 共 { $shown } 件事项，按服务商时间。
  }
upcoming-settlement = 下次结算
upcoming-package-ends = { $name } 到期
upcoming-renewal = { $name } 续费
upcoming-renewal-fails = { $name } 续费失败
upcoming-cycle-begins = { $name } 的下一周期开始
upcoming-bill-closes = { $name }账单出账
upcoming-grace-ends = 宽限期结束
upcoming-retention-ends = 保留期结束
upcoming-expiry-warning = { $name } 到期提醒

since-title = 上次查看以来
since-needs = { $shown } 件需要您处理
since-handled = { $shown } 件已处理
since-happened = { $shown } 件仅供知悉
since-help = 处理办法
since-see-renewals = 查看续费
asks-needs = 需要您处理
asks-handled = 已处理
asks-happened = 已发生
since-none = 没有需要处理的事。
since-none-detail = 套餐包预警、欠费及其解除会列在这里。
notice-package-low = { $package } 余量不足。
notice-package-exhausted = { $package } 已用完，此后的调用按次付费。
notice-package-expiring = { $package } 即将到期，之后没有接续。
notice-package-expired = { $package } 已到期，剩余额度作废。
notice-arrears = 一次结算未能全额支付，账号已欠费。
notice-renewed = { $package } 已续费。
notice-renewal-failed = { $package } 续费失败，明天再次扣款。
notice-deadline-near = 欠费的支付期限即将结束。
notice-frozen = 宽限期已过。还清欠费前，按需计费的调用会被拒绝，套餐包照常抵扣。
notice-suspended = 宽限期已过。还清欠费前，全部停服。
notice-release-pending = 保留期已过，下次每日任务将释放全部资源。
notice-released = 资源已释放，不可恢复，欠费仍须支付。
notice-balance-low = 可用额度已低于预警线。
notice-balance-recovered = 可用额度已恢复到预警线以上。
notice-recovered = 欠费已还清。

away-title = 您离开期间
away-span = { $since } 至 { $until }：
away-until = 截至 { $until }：
away-settled = 结算 { $shown } 次，共 { $settled }。
away-told = { $count ->
    [0] 没有通知。
   *[other] 共 { $shown } 条通知。
  }
away-more = 另有 { $shown } 条，见“预警”页面。
away-dismiss = 关闭摘要
