# 命令面板：输入即可找到窗口的所有功能。

palette = 查找与操作
palette-ask = 想做什么：页面、套餐包、“充值 84.20”、“预警 50”
palette-list = 可以做的事
palette-reading = 正在读取……
palette-none = 没有名为“{ $text }”的内容。可输入套餐包、页面或操作的名称。
palette-count = { $count ->
    [0] 没有找到
   *[other] 找到 { $shown } 项
  }
palette-first = 共 { $shown } 项，显示最相符的 { $first } 项：继续输入可缩小范围
palette-opens = 打开“{ $sheet }”
palette-opens-with = 打开“{ $sheet }”，填入 { $what }
palette-opens-for = 为 { $what } 打开“{ $sheet }”
palette-opens-for-with = 为 { $what } 打开“{ $sheet }”，填入 { $number }
palette-opens-account = 打开 { $account } 的账簿
palette-goes = 前往 { $screen }
palette-shows = 显示 { $what }
palette-of-month = { $what }，{ $month }
palette-knows = 显示 { $day } 当时所知的账户
palette-not-yet = { $day } 尚未到来。
palette-verifies = 重新推导账簿中的每个数字
palette-buys = 打开“购买套餐包”，选定 { $sku }：{ $quota }，{ $price }
palette-explains = 显示这个数字的来历
palette-here = 在本页面
palette-looks = 改变窗口外观
palette-hides = 遮住所有金额，或重新显示
palette-zooms = 以 { $percent }% 显示全部内容
palette-folds = 把侧栏折叠为图标，或展开
palette-so-already = 已经如此。
palette-terms = { $count ->
   *[other] { $count } 个周期
  }
palette-account = 切换到
palette-package = 查看套餐包
palette-bill = 查看账单
palette-amortised = 账单（摊销）
palette-no-bill = { $month } 没有账单。
palette-undo-import = 撤销导入

palette-filler = 到, 在, 的, 为, 低于, 以下

palette-words-go = 前往, 打开, 查看, 显示
palette-words-today = 首页, 概览
palette-words-usage = 用量, 消耗, 流量
palette-words-packages = 资源包, 额度
palette-words-balance = 钱, 现金, 钱包, 流水
palette-words-bills = 账单, 发票, 月份
palette-words-costs = 支出, 费用, 分析, 分摊
palette-words-ledger = 分录, 日记账, 验证
palette-words-costs-composition = 构成, 计费模式
palette-words-costs-allocation = 项目, 成员, 标签
palette-words-costs-analysis = 趋势, 变化, 瀑布图
palette-words-costs-optimization = 发现, 节省, 更便宜, 泄漏, 建议
palette-words-known = 历史, 过去, 当时, 日期
palette-words-renewals = 续订, 到期, 日历
palette-words-alerts = 通知, 消息, 警告
palette-words-account = 设置, 合同, 账簿, 切换
palette-words-accounts = 全部账号, 客户, 最先的问题
palette-words-rename = 名称, 改名
palette-words-package = 套餐包, 资源包
palette-words-top-up = 充值, 付款, 加钱, 存款
palette-words-import = 上传, 日志, 文件
palette-words-buy = 购买, 订购, 报价
palette-words-voucher = 代金券, 优惠券, 赠金
palette-words-credit-limit = 信用, 透支, 额度
palette-words-level = 级别, 客户等级
palette-words-alert-balance = 预警, 警告, 提醒, 阈值, 余额
palette-words-alert = 预警, 警告, 提醒, 阈值, 百分比
palette-words-new-application = 应用, 创建, 新建
palette-words-renew = 续费, 续订, 延长
palette-words-auto-renew = 自动续费, 到期
palette-words-unsubscribe = 退订, 退款, 取消
palette-words-share = 共享, 成员
palette-words-compare = 比较, 更便宜, 建议
palette-words-disable = 停用, 关闭, 停止
palette-words-enable = 启用, 开通, 打开
palette-words-tag = 标签, 归类
palette-words-overage = 超量
palette-words-undo = 撤销, 收回
palette-words-why = 为什么, 解释, 公式, 来历
palette-words-hide = 隐私, 遮住, 金额
palette-words-theme = 主题, 外观, 颜色
palette-words-zoom = 缩放, 放大, 缩小, 字号
palette-words-fold = 侧栏, 导航, 菜单
palette-words-keys = 快捷键, 键盘, 帮助

keys-of-everywhere = 任何地方
keys-of-screen = 本页面
keys-of-rows = 表格中
keys-of-chart = 图表中
keys-of-go = 前往

show-amounts = 显示金额
zoom-not = 大小可为 80% 至 200%。
level-is-so = 现在的级别就是 { $level }。
auto-renew-over = { $sku } 已经到期，不再自动续费。
buy-not-sold = { $sku } 不是购买得来的，不能再次购买。
compare-not = 没有可以比较的对象。
application-over = { $application } 已被永久封禁。
begin-class-not = { $application } 现在没有运行。
