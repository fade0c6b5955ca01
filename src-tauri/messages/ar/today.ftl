# Today: what goes wrong next, when, and what stops it.

verdict-nothing = لا مشكلة في الأيام الـ30 القادمة.
verdict-overdrawn = سينقص { $amount } عند تسوية { $at }.
verdict-package-exhausted = استُنفدت الباقة { $package }. يُدفع عن كل استدعاء لخدمة { $service } على حدة.
verdict-package-ends = تنتهي الباقة { $package } يوم { $at }. بعدها يُدفع عن كل استدعاء لخدمة { $service } على حدة.
verdict-renewal-fails = سيفشل تجديد { $package } يوم { $at }: ينقص { $amount }.
verdict-renewal-not-sold = لن تتجدد { $package } يوم { $at }: لم تعد تُباع.
verdict-no-money = لم يبقَ مال. أول استدعاء تُحتسب رسومه يُدخل الحساب في المتأخرات.

nothing-accrued = لا شيء ينتظر التسوية
after-accrued = بعد طرح { $accrued } متراكمة غير مسوّاة
next-to-end = أول باقة تنتهي
next-to-end-note = · بقي { $left }
next-to-end-none = لا باقة سارية
this-bill = هذه الفاتورة حتى الآن
this-bill-note = { $month }
usage-unknown-since = الاستخدام غير معروف منذ { $day }

timeline-title = الأيام الـ30 القادمة
timeline-caption = { $count ->
    [0] لا شيء قادم سوى تسويات الساعات.
    [one] حدث واحد قادم، بتوقيت المزوّد.
    [two] حدثان قادمان، بتوقيت المزوّد.
    [few] { $shown } أحداث قادمة، بتوقيت المزوّد.
    [many] { $shown } حدثًا قادمًا، بتوقيت المزوّد.
   *[other] { $shown } حدث قادم، بتوقيت المزوّد.
  }
upcoming-settlement = التسوية التالية
upcoming-package-ends = انتهاء { $name }
upcoming-renewal = تجديد { $name }
upcoming-renewal-fails = فشل تجديد { $name }
upcoming-cycle-begins = بداية الدورة التالية من { $name }
upcoming-bill-closes = فاتورة { $name } تصبح نهائية
upcoming-grace-ends = انقضاء مهلة سداد المتأخرات
upcoming-retention-ends = انتهاء فترة الاحتفاظ
upcoming-expiry-warning = قرب انتهاء { $name }

since-title = منذ آخر اطلاع لك
since-needs = { $count ->
    [zero] لا شيء يحتاج إليك
    [one] أمر واحد يحتاج إليك
    [two] أمران يحتاجان إليك
    [few] { $shown } أمور تحتاج إليك
    [many] { $shown } أمرًا يحتاج إليك
   *[other] { $shown } أمر يحتاج إليك
  }
since-handled = { $count ->
    [zero] لم يُعالج شيء
    [one] عولج أمر واحد
    [two] عولج أمران
    [few] عولجت { $shown } أمور
    [many] عولج { $shown } أمرًا
   *[other] عولج { $shown } أمر
  }
since-happened = { $count ->
    [zero] لم يحدث شيء سواه
    [one] حدث أمر واحد للعلم
    [two] حدث أمران للعلم
    [few] حدثت { $shown } أمور للعلم
    [many] حدث { $shown } أمرًا للعلم
   *[other] حدث { $shown } أمر للعلم
  }
since-help = ما الذي يفيد
since-see-renewals = عرض التجديدات
asks-needs = يحتاج إليك
asks-handled = عولج
asks-happened = حدث
since-none = لم يحدث ما يحتاج إليك.
since-none-detail = هنا تظهر تنبيهات الباقات والمتأخرات ونهايتها.
notice-package-low = أوشكت الباقة { $package } على النفاد.
notice-package-exhausted = استُنفدت الباقة { $package }. يُدفع عن كل استدعاء بعدها على حدة.
notice-package-expiring = تنتهي الباقة { $package } قريبًا، ولا شيء يليها.
notice-package-expired = انتهت الباقة { $package }. وسقط ما بقي فيها.
notice-arrears = تعذّر سداد تسوية كاملة. على الحساب متأخرات.
notice-renewed = تم تجديد الباقة { $package }.
notice-renewal-failed = تعذّر تجديد الباقة { $package }. تُعاد المحاولة غدًا.
notice-deadline-near = تنقضي مهلة سداد المتأخرات قريبًا.
notice-frozen = انتهت فترة السماح. الدفع حسب الاستخدام مرفوض حتى سداد المتأخرات؛ والباقات مستمرة في الدفع.
notice-suspended = انتهت فترة السماح. كل شيء معلّق حتى سداد المتأخرات.
notice-release-pending = انتهت فترة الاحتفاظ. المهمة اليومية التالية تحذف كل شيء.
notice-released = حُذفت موارد الحساب. لم يبقَ شيء مما كان فيه؛ وتبقى المتأخرات واجبة السداد.
notice-balance-low = المتاح للإنفاق دون عتبتك.
notice-balance-recovered = عاد المتاح للإنفاق فوق عتبتك.
notice-recovered = تم سداد المتأخرات.

away-title = في غيابك
away-span = من { $since } إلى { $until }:
away-until = حتى { $until }:
away-settled = { $count ->
    [zero] لا تسويات، { $settled }.
    [one] تسوية واحدة، { $settled }.
    [two] تسويتان، { $settled } في المجموع.
    [few] { $shown } تسويات، { $settled } في المجموع.
    [many] { $shown } تسوية، { $settled } في المجموع.
   *[other] { $shown } تسوية، { $settled } في المجموع.
  }
away-told = { $count ->
    [0] لا إشعارات.
    [one] إشعار واحد.
    [two] إشعاران.
    [few] { $shown } إشعارات.
    [many] { $shown } إشعارًا.
   *[other] { $shown } إشعار.
  }
away-more = { $count ->
    [zero] لا مزيد في التنبيهات.
    [one] إشعار آخر في شاشة التنبيهات.
    [two] إشعاران آخران في شاشة التنبيهات.
    [few] { $shown } إشعارات أخرى في شاشة التنبيهات.
    [many] { $shown } إشعارًا آخر في شاشة التنبيهات.
   *[other] { $shown } إشعار آخر في شاشة التنبيهات.
  }
away-dismiss = إخفاء الملخص
