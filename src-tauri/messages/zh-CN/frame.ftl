# The window around the screens: names, keys, top bar, what is the same everywhere.
# Words: account 账号 · provider 服务商 · balance 余额 · available credit 可用额度 · spendable now 当前可支配 · credit limit 信用额度 · accrued 待结算费用
# settlement 结算 · pay-per-use 按需计费 · overage 超量计费 · package 套餐包 · quota 额度 · offer 规格 · term 周期 · deduction 抵扣 · lapse 作废 · voucher 代金券 · gift 赠送金
# renew 续费 · top up 充值 · give back 退订 · correction 调账 · final 已出账 · in force 生效中 · ended 已到期 · used up 已用完 · uncovered 未覆盖
# arrears 欠费 · grace 宽限期 · retention 保留期 · frozen 冻结 · suspended 停服 · released 释放 · enable / disable 启用 / 停用 · alert 预警 · told 通知

product = Tollbook
window-title = { $screen } – { $account } – Tollbook
rail = 页面与操作
rail-fold = 收起侧栏
screen-today = 今日
screen-usage = 用量
screen-packages = 套餐包
screen-balance = 余额
screen-bills = 账单
screen-renewals = 续费
screen-costs = 成本

do-import = 导入用量
do-top-up = 充值
do-buy = 购买套餐包
see-offers = 查看在售套餐包

account = 账号
account-open-another = 新建其他账号…
sample-badge = 示例数据
sample-action = 这是示例账号，操作不涉及真实资金。
provider-clock = 服务商时间
next-settlement = 距下次结算
usage-as-of = 用量截至 { $age }
usage-until = 用量截至 { $day }
usage-none-yet = 暂无用量
sources = 用量来源
sources-partial = { $counted } 个来源中有 { $going } 个正常。缺少：{ $missing }。
sources-partial-note = 缺少其用量的合计标有 ≥。
source-since = { $name }（自 { $at } 起）
at-least = 至少：缺少一个用量来源
hide-amounts = 隐藏金额
theme-system = 主题：跟随系统
theme-light = 主题：浅色
theme-dark = 主题：深色
show-keys = 快捷键

caught-up = { $count ->
    [0] 已更新至 { $now }：{ $cycles } 个套餐包周期开始或结束。
   *[other] 已更新至 { $now }：结算 { $shown } 次，共 { $settled }。
  }

close = 关闭
back = 返回
undo = 撤销
try-again = 重试
error-reference = 参考编号 { $reference }
preview-again = 重新预览
show-more = 显示更多
show-all = 显示全部 { $count } 项
show-fewer = 收起
total = 合计

keys-title = 快捷键
key-next-row = 下一行
key-previous-row = 上一行
key-renew = 续费套餐包
key-unsubscribe = 退订套餐包
key-open = 打开该行
key-close = 关闭
key-back = 返回列表
key-table = 以表格显示图表
key-chart = 在图表上移动
key-chart-mark = 在图表上选取一段
key-chart-open = 显示所选时段或光标所在处
key-wider = 返回更长的时段
key-why = 查看数字的计算依据
key-filter = 筛选
key-earlier = 往前
key-later = 往后
key-now = 回到现在

filter = 筛选
filter-remove = 移除筛选条件 { $filter }
filter-clear = 清除筛选
filter-none = 此页面没有可筛选的内容。
filtered-out = 没有符合“{ $filter }”的内容。

drop-anywhere = 松开即可导入文件，导入前会先预览。
instant-here = { $there }（本地时间 { $here }）
arrow = →
named = { $name }：{ $what }
sentence-gap = {""}
instant-away = ，{ $away }
instant-zone = { $at }（{ $zone }）
moment = { $at }，{ $away }

screen-failed = “{ $screen }”页面加载失败。
screen-failed-still = 账本未受影响，其他页面可能仍可使用。
refresh-failed = 刷新失败：{ $error }当前数据截至 { $at }。
start-failed = 无法打开账本。

step-note = 提示
step-soon = 近期处理
step-today = 今日处理
step-now = 立即处理

figure-as = 显示方式
figure-picture = 图表
figure-table = 表格
figure-nothing = 没有可绘制的内容。
figure-marked = 已选中 { $first } 至 { $last }。按 Enter 放大，按 Esc 取消。
figure-span = { $shown } 项，{ $first } 至 { $last }。
figure-summary = { $first } 至 { $last }；{ $when } 最高，为 { $high }，最后为 { $end }。
figure-calls = { $shown } 次
figure-copy = 复制“{ $title }”
figure-copy-svg = 将图表复制为 SVG
figure-copy-png = 将图表复制为 PNG
figure-copy-tsv = 将图表数据复制为 TSV
figure-copied-svg = “{ $title }”已复制为 SVG。
figure-copied-png = “{ $title }”已复制为图片。
figure-copied-tsv = “{ $title }”的数据已复制。
figure-not-copied = 未能复制“{ $title }”：系统不允许访问剪贴板。
figure-not-drawn = 未能绘制“{ $title }”的图片。数据仍可复制。
figure-saved = 此处的剪贴板不接受图片：“{ $title }”已保存到 { $file }。
figure-stamp = Tollbook · { $account } · 截至 { $at }
figure-stamp-sample = Tollbook · { $account } · 示例数据 · 截至 { $at }

why-hint = 按 ? 查看计算依据
why-title = 计算依据：{ $figure }
why-result = 结果
why-rule = 规则 { $rule }
why-rule-source = 规则 { $rule } · { $source }
why-copy = 复制为文本
why-copied = 计算依据已复制。
why-not-copied = 未能复制计算依据：系统不允许访问剪贴板。
why-nothing = 此页面没有可查看计算依据的数字。
clock-behind = 您的时钟比上次结算落后 { $by }。截止时间以服务商时间为准。
unknown-since = 自 { $at } 起未知
