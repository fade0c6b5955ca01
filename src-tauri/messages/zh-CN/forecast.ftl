# 未来用量可能带来的结果：重演最近几周得出的区间，绝不只给一个数。

forecast-too-short = { $count ->
    [1] 再有 1 天的用量即可预测。
   *[other] 还需 { $shown } 天的用量才能预测。
  }
forecast-too-old = 无法预测：已知用量只到 { $at }。
forecast-failed = 预测未能完成。
forecast-coming = …
forecast-range = { $least } – { $most }
forecast-not-before-end = 到期前用不完
forecast-from = { $at } 起
forecast-weeks = 按最近 { $of } 周的用量
forecast-weeks-some = 按最近 { $of } 周中 { $in } 周的用量

runway = 资金可用至
runway-beyond = { $days } 天以后
bill-expected = 预计 { $range }
balance-line-ahead = 最近 { $days } 天，以及按最近 { $weeks } 周的用量推演的未来 { $ahead } 天区间。

verdict-money-spent = 若用量与最近几周相同，资金最早于 { $at } 用完。
verdict-renewal-would-fail = 若用量与最近几周相同，{ $package } 将于 { $at } 续费失败，最多差 { $amount }。
verdict-quota-runs-out = 若用量与最近几周相同，{ $package } 最早于 { $at } 用完。此后 { $service } 的调用按次付费。
upcoming-money-spent = 资金可能用完
renewals-would-fail = 若用量与最近 { $of } 周中的 { $in } 周相同，{ $package } 将于 { $at } 续费失败，最多差 { $amount }。
renewals-assumes-usage = 按最近 { $weeks } 周的用量推算：先结算已有用量，此后的付款未计入。
short-in = 还差 { $amount }（{ $of } 种中的 { $in } 种）
fails-in = 会失败（{ $of } 种中的 { $in } 种）
