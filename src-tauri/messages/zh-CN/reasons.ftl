# Why pay-per-use was charged, and what would prevent it.

reason-region-mismatch = 套餐包属于其他区域。
reason-trial-region-mismatch = 免费额度属于其他区域。
reason-service-mismatch = 套餐包属于其他服务。
reason-package-expired = 套餐包已到期，之后没有再购买。
reason-no-package = 没有套餐包，且已启用按需计费。
reason-package-used-up = 套餐包已用完。
reason-project-mismatch = 套餐包属于其他企业项目。
reason-outside-hours = 不在套餐包的可用时段。
reason-package-not-started = 调用发生在套餐包生效之前。

prevent-region-mismatch = 在套餐包所在区域调用，或为调用所在区域购买套餐包。
prevent-trial-region-mismatch = 在免费额度所在区域调用，或为调用所在区域购买套餐包。
prevent-service-mismatch = 为所调用的服务购买套餐包。
prevent-package-expired = 在套餐包到期前续费，或另行购买。
prevent-no-package = 购买套餐包；若不应产生费用，则停用该服务。
prevent-package-used-up = 在套餐包用完前再购买一个，可设置预警及时提醒。
prevent-project-mismatch = 以套餐包绑定的企业项目调用，或购买不绑定企业项目的套餐包。
prevent-outside-hours = 在套餐包的可用时段内调用，或购买全天可用的套餐包。
prevent-package-not-started = 先购买再调用，或让套餐包立即生效。

unexpected = 为什么产生了费用？
unexpected-caption = { $span }的全部按需计费调用，按套餐包未能抵扣的原因列出。有多个原因的调用只计一次。
unexpected-failed = 无法读取原因。
unexpected-none = 此期间没有按需计费的调用。
unexpected-open = 尚未结算
unexpected-rounding = 各笔费用舍入到分的差额
unexpected-offer = { $sku } 可以抵扣：{ $shown } 次，{ $price }。
unexpected-offer-none = 没有适用的在售套餐包。
unexpected-buy = 为 { $region } 区域的 { $service } 购买
column-reason = 未能抵扣的原因
see-unexpected = 为什么产生了费用？
key-unexpected = 为什么产生了费用？
