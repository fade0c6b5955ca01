# Alerts: what was told, the rules, and their sheet.

screen-alerts = 预警
alerts-open = { $shown } 条通知尚未解除。
alerts-quiet = 没有待您处理的通知。
alerts-none = 尚未设置预警，目前没有需要处理的事。
key-alert = 设置预警
set-balance-alert = 设置余额预警

inbox = 通知记录
inbox-none = 暂无通知。
inbox-none-detail = 预警、欠费、截止时间以及套餐包到期和续费都在此通知，每次触发记一条。
inbox-more = 更早的消息未显示。
episode-open = 未解除
episode-acknowledged = 已确认
episode-snoozed = 已暂停
episode-resolved = 已解除
episode-crossed = 始于
episode-told = 已通知 { $shown } 次
episode-again = 下次通知
episode-messages = 消息（{ $shown } 条）
told-found = { $after }后再次启动程序时才发现。
told-usage = 当时用量截至 { $at }。
acknowledge-balance-alert = 确认余额预警
alert-acknowledged = 已确认。再次触及预警线之前不再通知。
snooze-for = 暂停提醒 { $shown } 天
snooze-end = 结束暂停
snooze-until = 在此之前不通知：
snooze-done = 余额预警暂停至 { $at }。期限和欠费照常通知。
snooze-ended = 余额预警恢复通知。
measured-spendable = 可用额度 { $value }，低于预警线 { $threshold }。
measured-recovered = 可用额度 { $value }，不低于预警线 { $threshold }。
measured-quota = 剩余 { $left }，额度 { $quota }；预警线为 { $percent }。
measured-left = 剩余 { $left }，额度 { $quota }。
measured-owed = 欠费 { $owed }。

alert-rules = 预警规则
rule-balance = 可用额度低于 { $amount } 时通知我。
rule-blank-amount = 填写金额
rule-package = { $name } 的套餐包剩余不超过 { $share } 时通知我。
rule-blank-percent = 填写比例
rule-unasked = 套餐包用量达到 { $percents } 时，服务商会自动通知。
rule-off = 未设置
rule-armed = 监测中
rule-fired = 已触发
rule-acknowledged = 已确认
rule-snoozed = 已暂停
rule-value = 可用额度
rule-age = 用量截至 { $age }
rule-below-since = 低于预警线，始于
rule-no-package = 没有生效中的套餐包。
rule-of-quota = 剩余（占额度 { $percent }）
rule-fired-at = 通知于
rules-cadence = 余额预警触发后立即通知，24 小时和 72 小时后各再通知一次，此后每 7 天一次，直至解除或确认。套餐包预警每次触发只通知一次。套餐包用完时一定会通知。暂停期间只有余额预警不通知：期限、欠费和套餐包照常通知。

alert-balance = 余额预警
alert-package = { $name } 的套餐包预警
alert-line-money = 低于（{ $currency }）
alert-line-percent = 不超过（剩余额度占比，%）
alert-hint-money = 每次结算、购买、续费和充值后，与“余额 + 未用信用额度 − 欠费”比较。
alert-hint-percent = 0 至 100。套餐包每抵扣一次调用后比较。
alert-now = 目前
alert-at-once = 设置后立即通知：可用额度为 { $value }，低于 { $line }。
alert-not-now = 目前不会通知：可用额度为 { $value }。
alert-watched = { $package } 剩余 { $left }，额度 { $quota }，占 { $percent }。
alert-with-next-call = 套餐包抵扣下一次调用时就会通知。
alert-later = 继续使用之前不会通知。
alert-no-package = 没有生效中的套餐包，将对以后的套餐包生效。
alert-arms-again = 之前触发过，现在重新监测。
alert-history = 按账号历史回测
alert-history-fired = { $count ->
    [0] 自 { $from }以来不会触发。
   *[other] 自 { $from }以来会触发 { $shown } 次，共通知 { $told } 次。
  }
alert-history-unknown = 会触发多少次无法准确得知：期间更改过信用额度。
backtest-span = 最近 { $shown } 天
backtest-of = { $name }，{ $span }
backtest-fired = { $count ->
    [0] { $span }内不会触发。
   *[other] { $span }内会触发 { $shown } 次。
  }
backtest-early = 其中 { $shown } 次之后用尽，最快在 { $early }后。
backtest-not-early = 其中 { $shown } 次之后用尽，至少一次在触发的同时：更高的预警线可以更早告知。
backtest-never-out = 每次都仍有剩余。
backtest-out-after = { $after }后用尽
backtest-out-at-once = 同时用尽
alert-set = 将预警线设为 { $line }
alert-set-nothing = 设置预警
alert-switch-off = 关闭预警
alert-is-set = 预警线已设为 { $line }。
alert-is-off = 预警已关闭。
rule-blind = 无法判断
rules-blind = 用量仅知至 { $at }：无法判断是否越过阈值。请导入此后的用量。
rule-last-known = 最后已知
