# The first start.

first-title = 账单到来之前，就知道每次调用的费用。
first-lead = Tollbook 为计量 API 账号记一本精确的账：服务商收多少费用，每个套餐包剩多少额度，账号里剩多少钱。
first-demo = 打开示例账号
first-demo-busy = 正在准备一年的用量…
first-sample-what = 一年的虚构用量，按真实规则计费。
first-import = 导入文件
first-import-what = 访问日志、CSV、JSON Lines 或 CloudEvents，导入前会先预览。
first-empty = 从空白开始
first-empty-what = 先新建账号，以后再添加用量。
first-failed = 无法创建示例账号。
stays-title = 一切都留在本机
stays-what = 只有一个文件，仅您本人可读。不向任何地方发送数据，也不需要网络。保存位置：
version = 版本 { $version }

account-new = 您的账号
account-for-import = 这是哪个账号的用量？
account-name = 名称
account-name-first = 我的账号
account-policy = 服务商与计费规则
account-policy-hint = 决定结算时间、舍入方式、套餐包规则和扣款时间。
account-level = 客户等级
opening-balance = 账号现金余额（{ $currency }）
opening-balance-hint = 填写服务商处目前显示的余额，以后可再充值。
account-create = 新建账号
account-create-and-import = 新建账号并导入
