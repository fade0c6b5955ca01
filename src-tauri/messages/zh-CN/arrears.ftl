# Arrears: how far they have come, what still works, what a payment buys.

verdict-arrears = 欠费 { $amount }，还清前不能购买和续费。其他功能照常可用，截至 { $at }。
verdict-frozen = 按需计费的调用会被拒绝，套餐包照常抵扣。请支付 { $amount }，逾期资源将被释放。截止时间：{ $at }。
verdict-suspended = 已全部停服。请支付 { $amount }，逾期后的首次每日任务将释放资源。截止时间：{ $at }。
verdict-release-pending = 保留期已过。请支付 { $amount }，否则资源将被释放。释放时间：{ $at }。
verdict-released = 资源已释放，不可恢复，{ $amount } 仍须支付。释放时间：{ $at }。
verdict-arrears-everything = 欠费 { $amount }，还清前不能购买、续费和开始新课堂。逾期后全部停服，套餐包仍有余量也不例外。截止时间：{ $at }。

rail-title = 从正常到释放
rail-of-level = 按服务商时间、客户等级 { $level } 的期限，依比例绘制。
rail-twin-over = { $stage }：已过，始于 { $at }
rail-twin-now = { $stage }：当前，始于 { $at }
rail-twin-ahead = { $stage }：将始于 { $at }
rail-twin-normal = { $stage }：没有欠费
stage-normal = 正常
stage-grace = 宽限期
stage-frozen = 冻结
stage-suspended = 停服
stage-release-pending = 待释放
stage-released = 已释放

still-works = 仍可使用
has-stopped = 已停止
everything-stops = 全部服务，套餐包仍有余量也不例外
ability-pay-per-use = 按需计费
ability-packages = 套餐包抵扣
ability-running-classes = 进行中的课堂
ability-new-classes = 新课堂
ability-recordings = 录制文件
ability-enabling = 启用服务
ability-buying = 购买和续费，含自动续费
ability-topping-up = 充值
ability-disabling = 停用服务
ability-giving-back = 退订套餐包
grace-goes-on = 期间的用量照常计费，并计入欠费。
accrues = 此后的用量，尚未结算：{ $amount }

rungs = 支付后的效果
rung-avoids-arrears = 下次结算可全额支付，不会欠费。
rung-keeps-running = 按需计费不中断，不会冻结。
everything-keeps-running = 一切不中断，不会停服。
rung-runs-again = 按需计费立即恢复。
everything-runs-again = 一切立即恢复，因其他原因停服的除外。
rung-prevents-release = 服务不会被释放。
everything-prevents-release = 服务和套餐包不会被释放。
rung-may-enable-again = 可以重新启用服务。
rung-covers-usage = 同时覆盖此后的用量，不会再次欠费。
rung-at-any-time = 随时
pay = 支付 { $amount }
pay-by = { $at } 前支付 { $amount }

what-would-happen = 如果结算时余额不足
what-would-happen-next = 假设下次结算未能全额支付。下次结算：{ $at }。
what-would-happen-short = 即将到来的结算资金不足。结算时间：{ $at }。
would-begin = 开始时间
would-stop = 届时停止
would-stop-all = 全部服务，套餐包仍有余量也不例外

save-deadlines = 将截止时间存为日历文件
calendar-name = { $account } 的截止时间
calendar-pay = { $account }：支付 { $amount }
calendar-begins = { $account }：状态变为“{ $stage }”
calendar-ahead = 目前没有欠费，但下次结算资金不足。
calendar-as-of = 数据截至 { $at }；此后的用量会增加应付金额。
calendar-nothing = 已没有将至的截止时间。
calendar-saved = 已将 { $shown } 个截止时间保存到 { $file }。
