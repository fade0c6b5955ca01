# Leaving: giving a package back, disabling a service.

unsubscribe-title = إرجاع { $sku }
do-unsubscribe = إرجاع
unsubscribe-over = سبق إرجاع { $sku }.
can-you = 1 · هل يمكن ذلك؟
can-give-back = نعم، يمكن إرجاعها الآن.
decided-by = القاعدة { $rule } · { $source }
decided-by-rule = القاعدة { $rule }
you-get-back = 2 · ما تستعيده
get-back-nothing = لا شيء: ما دُفع يبقى لدى المزوّد.
comes-back = يعود إليك
still-to-come = 3 · ما زال قادمًا
tail-settlement = استدعاءات أُجريت ستدخل الفاتورة
tail-renewal = تتجدد تلقائيًا
tail-none = لا يُسحب شيء بعد هذا.
what-is-lost = 4 · ما يضيع
lost-calls = { $count ->
    [zero] لا يضيع أي استدعاء مدفوع.
    [one] يضيع استدعاء مدفوع واحد فورًا. لا يمكن التراجع عن ذلك.
    [two] يضيع استدعاءان مدفوعان فورًا. لا يمكن التراجع عن ذلك.
    [few] تضيع { $shown } استدعاءات مدفوعة فورًا. لا يمكن التراجع عن ذلك.
    [many] يضيع { $shown } استدعاءً مدفوعًا فورًا. لا يمكن التراجع عن ذلك.
   *[other] يضيع { $shown } استدعاء مدفوع فورًا. لا يمكن التراجع عن ذلك.
  }
kept-calls = { $count ->
    [0] لا شيء: لم يبقَ استدعاء مدفوع.
    [one] لا شيء الآن: يمكن استخدام استدعاء مدفوع واحد حتى { $until }. وما يبقى حينها يسقط.
    [two] لا شيء الآن: يمكن استخدام استدعاءين مدفوعين حتى { $until }. وما يبقى حينها يسقط.
    [few] لا شيء الآن: يمكن استخدام { $shown } استدعاءات مدفوعة حتى { $until }. وما يبقى حينها يسقط.
    [many] لا شيء الآن: يمكن استخدام { $shown } استدعاءً مدفوعًا حتى { $until }. وما يبقى حينها يسقط.
   *[other] لا شيء الآن: يمكن استخدام { $shown } استدعاء مدفوع حتى { $until }. وما يبقى حينها يسقط.
  }
instead = بدلًا من ذلك
let-it-end = إيقاف تجديدها التلقائي
stop-pay-per-use = تعطيل { $service }
type-to-confirm = اكتب { $sku } للتأكيد
unsubscribe-confirm = إرجاع { $sku } واستعادة { $amount }
unsubscribed = تم إرجاع { $sku } مقابل { $amount }. المتاح للإنفاق الآن: { $spendable }.
only-refused = لا يمكن إرجاعها.

disable-title = تعطيل { $service }
enable-title = تفعيل { $service }
do-disable = تعطيل
do-enable = تفعيل
disable-name = تعطيل { $service } في { $region }
enable-name = تفعيل { $service } في { $region }
service-disabled = معطّلة
disable-what = تُرفض الاستدعاءات في { $region } من الآن، حتى تُفعَّل الخدمة من جديد.
enable-what = تُقبل الاستدعاءات في { $region } من الآن. وتدفع الباقات أولًا.
enable-price = استدعاء لا تدفع عنه باقة
still-billed = سيدخل الفاتورة
still-billed-none = لا شيء: لا استخدام ينتظر التسوية.
held-back = لا يمكن استخدامه ما دامت معطّلة
held-back-none = لا استدعاء مدفوعًا محتجزًا.
held-renews = ما زالت تتجدد تلقائيًا: أوقف ذلك أيضًا.
disabled = تم تعطيل { $service } في { $region }.
enabled = تم تفعيل { $service } في { $region }.
