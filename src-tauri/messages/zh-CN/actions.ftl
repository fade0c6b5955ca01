# Top up and buy: what happens, before it happens.

amount-in = 金额（{ $currency }）
amount-hint = { $lowest } 至 { $highest }
needs = 金额
need-arrears = 还清欠费 { $amount }
need-accrued = 覆盖待结算费用 { $amount }
where-it-goes = 资金去向
to-arrears = 偿还欠费，先还最早的
to-credit = 归还已用信用额度
to-balance = 计入余额
what-it-leaves = 资金变化
arrears-stay = 仍欠费 { $amount }。
top-up-nothing = 输入金额，查看资金去向。
top-up-records = 用于记录已向服务商支付的款项。
top-up-confirm = 充值 { $amount }
top-up-first = 先充值 { $amount }
topped-up = 已充值 { $amount }。当前可支配：{ $spendable }。

offers = 在售套餐包
offers-none = 此价格表中没有在售套餐包。
offers-none-detail = 导入自己的价格表，即可添加套餐包。
sample-prices = 示例价格：服务商未公布这些价格，请使用自己的价格表。
calls-for = 次调用，有效期 { $term }
instead-of = · 按需计费
what-it-gives = 购买内容
pays-from = 生效时间
place-in-order = 抵扣顺序
before-it = 排在其他套餐包的 { $shown } 次调用之后
paid-from-vouchers = 代金券抵扣
paid-from-balance = 余额支付
paid-from-credit = 信用额度支付
not-refundable = 套餐包不支持退订。
buy-confirm = 以 { $price } 购买 { $shown } 次调用
bought = 已购买 { $sku }，{ $price }。当前可支配：{ $spendable }。
