# 撤销与重做：做过什么（接在“撤销：”之后），以及结果如何。

key-undo = 撤销
key-redo = 重做
redo = 重做
going-named-undo = 撤销：{ $step }
going-named-redo = 重做：{ $step }
going-nothing-undo = 没有可撤销的操作
going-nothing-redo = 没有可重做的操作
going-told-undo = 已撤销：{ $step }。现为：{ $now }。
going-told-redo = 已重做：{ $step }。
going-failed-undo = 未能撤销：{ $step }。{ $error }
going-failed-redo = 未能重做：{ $step }。{ $error }
palette-words-redo = 恢复, 再做
step-leave = 保持现状
step-left = 保持不变：{ $step }。
going-does-undo = 撤回上一步操作。资金变动从不撤销。
going-does-redo = 重做上一步被撤销的操作。

step-balance-alert = 余额预警线 { $value }
step-balance-alert-off = 关闭余额预警
step-balance-snooze = 余额预警暂停至 { $value }
step-balance-snooze-off = 余额预警未暂停
step-package-alert = { $name } 的套餐包预警线 { $value }
step-package-alert-off = 关闭 { $name } 的套餐包预警
step-at-end = { $package } 到期后：{ $what }
step-renews = { $count ->
    [0] { $what }，到期当天首次扣款
   *[other] { $what }，到期前 { $shown } 天首次扣款
  }
step-and-more = { $step }，另有 { $shown } 项
step-sharing = { $package } 共享给成员账号
step-sharing-off = { $package } 不共享
step-overage = 开启 { $name } 的超量计费
step-overage-off = 关闭 { $name } 的超量计费
step-tag = { $name } 的标签 { $tag } = { $value }
step-tag-off = { $name } 不带标签 { $tag }
step-level = 等级 { $value }
step-credit-limit = 信用额度 { $value }
step-import = 导入 { $label }
step-theme = 颜色：{ $value }
step-language = 语言：{ $value }
step-rows = 行高：{ $value }
step-zoom = 缩放 { $value }

error-no-step = 期间有其他操作。
error-moved-on = 此后已另行更改：撤销会把那次更改一并撤回。
