# Figures and columns of accounts that have applications and count minutes. Each replaces the sentence of its key.

calls = 分钟数
calls-left = 剩余分钟数
pay-per-use = 超量计费
per-call = / 分钟
column-calls = 分钟数
column-pay-per-use = 超量计费
column-service = 应用
column-region = 应用
column-project = 用量类型
default-project = 课堂
chart-default-project = 课堂
stacked-by-project = 按用量类型
column-per-call = 每分钟单价
column-imported-calls = 上课秒数
column-hour = 日期

chart-billed = 超量计费
chart-pay-per-use-charges = 超量计费

line-usage = 超量计费
movement-usage = 超量计费
rounding = 每日费用舍入到分的差额
charge = 当日费用

figure-calls = { $shown } 分钟
