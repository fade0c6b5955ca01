# Packages: what is left, what pays next, what is on sale.

packages-verdict = { $count ->
    [1] 1 个套餐包剩余 { $left } 次。{ $sku } 将于 { $at }到期。
   *[other] { $shown } 个套餐包剩余 { $left } 次。最先到期的是 { $sku }，{ $at }。
  }
packages-verdict-none = 套餐包均无余量，每次调用都按次付费。
packages-empty = 此账号没有套餐包。
packages-empty-proof = 每次成功调用都按次付费，价格为该服务在所在区域的按需计费价格。
packages-all-past = 所有套餐包都已结束。
calls-left-note = { $count ->
    [0] 没有生效中的套餐包
   *[other] 共 { $shown } 个套餐包
  }
used-up = 已用完
used-up-note = 生效中，没有余量
not-begun = 未生效
not-begun-note = 最近一个于 { $at }生效
not-begun-none = 没有预先购买
packages-rows = 全部套餐包
packages-which = 显示范围
packages-all = 全部
packages-now = 当前
packages-past = 以往
packages-group = 排列方式
packages-by-harm = 最先受影响
packages-by-service = 服务
packages-by-region = 区域
packages-alert = { $percent } 时预警
order-hint = 在所属服务和区域中第 { $order } 个抵扣
all-used = 全部用完
lapsed = { $shown } 次已作废
meter = 剩余 { $left }，额度 { $quota }，占 { $percent }%

ladder-title = 下一次调用由什么付费
ladder-caption = 按此顺序，依次用完。
price-of-next-call = 下一次调用的价格
ladder-nothing = 没有付费方式：调用会被拒绝。
passed-over = 未选用：
passed-region-mismatch = 其他区域
passed-trial-region-mismatch = 其他区域的免费额度
passed-service-mismatch = 其他服务
passed-project-mismatch = 其他企业项目
passed-outside-hours = 不在可用时段
passed-package-not-started = 未生效
passed-package-used-up = 已用完
passed-package-expired = 已到期

choose-package = 请先选择套餐包：选中一行，按 Enter 打开。
renew-over = { $sku } 已释放，不能续费。
left-of = 剩余，共
daily-hours = 每日可用时段
valid = 生效时间
until = 到期时间
paid-until = 已付费至
used-and-elapsed = 已用 / 已过时间
paid = 已支付
source = 获得方式
alert = 预警
alert-none = 未设置
alert-at = 剩余 { $percent } 时
buy-another = 再购买一个
burn-down = 剩余次数走势
cycles = 周期
deductions = 抵扣记录
deductions-none = 还没有抵扣。
package-failed = 套餐包加载失败。

shared = 成员账号
shared-on = 可以使用
shared-off = 不能使用
do-share = 共享
do-unshare = 停止共享
share-on-title = 共享 { $sku }
share-off-title = 停止共享 { $sku }
share-on-what = 从现在起，成员账号的调用与本账号的调用一样由它抵扣。
share-off-what = 从现在起，它只抵扣本账号的调用。成员账号的调用按需计费，除非另有共享的套餐包。
share-members = 有过调用的成员账号
share-no-members = 暂无
share-members-how = 用量中注明了成员账号的，即为其调用：在成员列中注明，或将企业项目写作“@成员名”。
share-again = 随时可以改回。
share-switch-on = 将 { $sku } 共享给成员账号
share-switch-off = 停止共享 { $sku }
share-is-on = { $sku } 现在也抵扣成员账号的调用。
share-is-off = { $sku } 现在只抵扣本账号的调用。

do-tag = 标签
tag-name = 为 { $name } 设置标签
tag-title = 为 { $name } 设置标签
tag-what = 标签说明这些费用的用途。每条明细都带有标签，以前月份的也一样，账单可按标签汇总。
tag-present = 现有标签
tag-change = 更改标签 { $key }
tag-do-change = 更改
tag-key = 标签键
tag-key-hint = 例如 team
tag-value = 标签值
tag-value-hint = 例如 kyc
tag-value-hint-away = 留空则移除此标签
tag-known = 其他地方用过：
tag-before = 变更前
tag-after = 变更后
tag-none = 无
tag-same = 标签值没有变化。
tag-again = 随时可以更改，不涉及资金。
tag-take-away = 移除标签 { $key }
tag-confirm = 设置标签 { $key } = { $value }
tag-is-set = 已为 { $name } 设置标签 { $key } = { $value }。
tag-taken-away = 已移除 { $name } 的标签 { $key }。
