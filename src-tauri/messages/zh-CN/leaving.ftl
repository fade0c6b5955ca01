# Leaving: giving a package back, disabling a service.

unsubscribe-title = 退订 { $sku }
do-unsubscribe = 退订
unsubscribe-over = { $sku } 此前已退订。
can-you = 1 · 能否退订
can-give-back = 可以，现在就能退订。
decided-by = 规则 { $rule } · { $source }
decided-by-rule = 规则 { $rule }
you-get-back = 2 · 可退金额
get-back-nothing = 没有：已付款项不退。
comes-back = 退回
still-to-come = 3 · 后续扣款
tail-settlement = 已产生的调用仍会计费
tail-renewal = 自动续费
tail-none = 此后不再扣款。
what-is-lost = 4 · 将失去的额度
lost-calls = 已付费的 { $shown } 次调用立即作废，且无法撤销。
kept-calls = { $count ->
    [0] 没有：已付费的调用次数没有剩余。
   *[other] 目前没有：已付费的 { $shown } 次调用可用至 { $until }，届时未用的作废。
  }
instead = 其他选择
let-it-end = 关闭自动续费
stop-pay-per-use = 停用 { $service }
type-to-confirm = 输入 { $sku } 以确认
unsubscribe-confirm = 退订 { $sku }，退回 { $amount }
unsubscribed = { $sku } 已退订，退回 { $amount }。当前可支配：{ $spendable }。
only-refused = 不能退订。

disable-title = 停用 { $service }
enable-title = 启用 { $service }
do-disable = 停用
do-enable = 启用
disable-name = 停用 { $region } 区域的 { $service }
enable-name = 启用 { $region } 区域的 { $service }
service-disabled = 已停用
disable-what = 从现在起，{ $region } 区域的调用会被拒绝，直至重新启用。
enable-what = 从现在起，{ $region } 区域的调用可以通过，优先由套餐包抵扣。
enable-price = 套餐包之外，每次调用
still-billed = 仍会计费
still-billed-none = 没有：不存在待结算的用量。
held-back = 停用期间无法使用
held-back-none = 没有受影响的已付费调用次数。
held-renews = 仍会自动续费，请一并关闭。
disabled = { $region } 区域的 { $service } 已停用。
enabled = { $region } 区域的 { $service } 已启用。
