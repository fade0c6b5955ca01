# 所有账号，按最近的风险排序：各家提供商同一标准。

screen-accounts = 所有账号
time-to-harm = 距出问题的时间
accounts-first = 最先：{ $name }，{ $at }：{ $what }
accounts-first-now = 最先：{ $name } – { $what }
accounts-calm = 未来 30 天内所有账号都不会出问题。
accounts-unforeseen = { $count ->
   *[other] { $shown } 个账号的已知用量不足以预测。
  }
accounts-open = 打开 { $name }
accounts-open-now = 当前
accounts-table = 全部账号
accounts-only = 账本里只有这一个账号。
accounts-sum-sample = 当前可用，示例数据
accounts-sum-note = { $count ->
   *[other] { $currency }，{ $shown } 个账号
  }
accounts-now = 现在
accounts-left = { $count ->
    [0] 无
   *[other] { $shown } 个，剩余 { $left }
  }
accounts-contract = 合约与规则
accounts-contract-of = { $name } 的合约与规则
column-next-harm = 接下来的问题
column-packages-left = 套餐包
column-usage-known = 用量截至
account-with-harm = { $name } – { $harm }
account-sample = { $name }（示例数据）

harm-nothing = 未来 30 天无问题
harm-arrears = 欠费 { $amount }，宽限期即将结束
harm-frozen = 已冻结：欠费 { $amount }，保留期即将结束
harm-suspended = 欠费 { $amount }：已全部停服，保留期即将结束
harm-release-pending = 若不支付 { $amount }，资源将被释放
harm-released = 资源已释放，{ $amount } 仍须支付
harm-overdrawn = 开始欠费：还差 { $amount }
harm-no-money = 没有余额，也没有套餐包
harm-no-application = 还没有应用
harm-application-quota = { $service } 已停服：套餐包已用完
harm-application-expired = { $service } 已停服：没有套餐包
harm-package-exhausted = { $package } 已用完
harm-renewal-fails = { $package } 续费将失败：还差 { $amount }
harm-renewal-not-sold = { $package } 续费将失败：已停售
harm-package-ends = { $package } 到期时仍有剩余额度
harm-money-spent = 资金可能用完
harm-renewal-would-fail = { $package } 续费可能失败：最多差 { $amount }
harm-quota-runs-out = { $package } 可能用完

do-rename = 重命名
rename-open = 重命名 { $name }
rename-title = 重命名 { $name }？
rename-hint = 只是名称：已记录的内容不变。
rename-confirm = 改名为 { $name }
rename-done = { $before } 现在叫 { $name }。
