# Top up and buy: what happens, before it happens.

amount-in = المبلغ ({ $currency })
amount-hint = من { $lowest } إلى { $highest }
needs = المبالغ
need-arrears = سداد المتأخرات { $amount }
need-accrued = تغطية الاستخدام المفتوح { $amount }
where-it-goes = أين يذهب المبلغ
to-arrears = يسدّد المتأخرات، الأقدم أولًا
to-credit = يسدّد الائتمان المسحوب
to-balance = يضاف إلى الرصيد
what-it-leaves = الوضع بعده
arrears-stay = يبقى عليك { $amount }.
top-up-nothing = اكتب مبلغًا لترى أين يذهب.
top-up-records = يسجّل دفعة دُفعت إلى المزوّد.
top-up-confirm = شحن { $amount }
top-up-first = شحن { $amount } أولًا
topped-up = تم شحن { $amount }. المتاح للإنفاق الآن: { $spendable }.

offers = العروض
offers-none = لا شيء معروض للبيع في قائمة الأسعار هذه.
offers-none-detail = قائمة أسعار خاصة بك تضيف عروضًا.
sample-prices = أسعار تجريبية: لا ينشر أي مزوّد هذه الأرقام. استخدم قائمة أسعار خاصة بك.
calls-for = { $count ->
    [zero] استدعاء، المدة: { $term }
    [one] استدعاء، المدة: { $term }
    [two] استدعاء، المدة: { $term }
    [few] استدعاءات، المدة: { $term }
    [many] استدعاءً، المدة: { $term }
   *[other] استدعاء، المدة: { $term }
  }
instead-of = بدلًا من
what-it-gives = ما تمنحه
pays-from = تسري من
place-in-order = الترتيب
before-it = { $count ->
    [zero] قبل أي استدعاء من باقات أخرى
    [one] بعد استدعاء واحد من باقات أخرى
    [two] بعد استدعاءين من باقات أخرى
    [few] بعد { $shown } استدعاءات من باقات أخرى
    [many] بعد { $shown } استدعاءً من باقات أخرى
   *[other] بعد { $shown } استدعاء من باقات أخرى
  }
paid-from-vouchers = من القسائم
paid-from-balance = من الرصيد
paid-from-credit = مسحوب من الائتمان
not-refundable = لا يمكن إرجاع الباقات.
buy-confirm = شراء { $count ->
    [zero] لا استدعاءات
    [one] استدعاء واحد
    [two] استدعاءين
    [few] { $shown } استدعاءات
    [many] { $shown } استدعاءً
   *[other] { $shown } استدعاء
  } مقابل { $price }
bought = تم شراء { $sku } مقابل { $price }. المتاح للإنفاق الآن: { $spendable }.
buy-count = العدد
buy-count-hint = كل واحدة باقة مستقلة.
buy-with-it = إضافة باقة أخرى
buy-together = تُدفع معًا
buy-take-out = استبعاد { $sku }
buy-all = كل الباقات
buy-together-confirm = شراء كل الباقات مقابل { $price }
bought-together = تم شراء كل الباقات مقابل { $price }. المتاح للإنفاق الآن: { $spendable }.
