# 表格的行：选中的行、行的菜单，以及如何导出。

key-pick = 选中此行
key-unpick = 取消选中此行
key-pick-more = 继续选中相邻的行
key-pick-none = 取消全部选中
key-row-menu = 行的菜单
key-export = 保存或复制各行
rows-picked = { $count ->
    [0] 未选中任何行。
   *[other] 已选中 { $shown } 行，共 { $of } 行。
  }
rows-export = 保存或复制：{ $table }
rows-save = 将 { $shown } 行保存为 { $form }
rows-copy = 复制 { $shown } 行
rows-saved = 已将 { $shown } 行保存为 { $file }。
rows-copied = 已复制 { $shown } 行。
rows-not-copied = 无法复制各行：系统不允许使用剪贴板。

auto-renew-many = 设置 { $shown } 个套餐包到期后
auto-renew-many-confirm = 将 { $shown } 个套餐包设为：{ $what }
auto-renew-many-told = 已将 { $shown } 个套餐包设为：{ $what }。
auto-renew-many-over = 选中的套餐包中有 { $shown } 个已到期，无法再设置。
