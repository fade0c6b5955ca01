# Renewing by hand and by itself: what it adds, what it takes, when it is tried.

renew-title = تجديد { $sku }
do-renew = تجديد
renew-now = تجديد { $sku }
renew-terms = عدد الدورات
renew-terms-hint = تبدأ كل دورة حيث تنتهي سابقتها، بحصتها الكاملة.
renew-terms-count = { $count ->
    [zero] لا دورات
    [one] دورة واحدة
    [two] دورتان
    [few] { $shown } دورات
    [many] { $shown } دورة
   *[other] { $shown } دورة
  }
renew-end = النهاية
renew-end-hint = في يوم مختار من الشهر تُدفع الأيام الزائدة على الدورة إضافةً إليها.
renew-end-with-term = مع دورتها
renew-end-on-day = في يوم من الشهر
renew-end-day = اليوم من الشهر
renew-extra-days = منه للأيام الزائدة
renew-adds = ما يضيفه
renew-term-calls = الاستدعاءات: { $shown }
renew-late = يُحسب من نهايتها الأصلية، { $end }: { $passed ->
    [0] لم يمضِ شيء من الدورة الجديدة
    [one] مضى يوم واحد من الدورة الجديدة
    [two] مضى يومان من الدورة الجديدة
    [few] مضت { $passed } أيام من الدورة الجديدة
    [many] مضى { $passed } يومًا من الدورة الجديدة
   *[other] مضى { $passed } يوم من الدورة الجديدة
  }، { $left ->
    [zero] ولم يبقَ أي يوم.
    [one] وبقي يوم واحد.
    [two] وبقي يومان.
    [few] وبقيت { $left } أيام.
    [many] وبقي { $left } يومًا.
   *[other] وبقي { $left } يوم.
  }
renew-paid-until = مدفوعة حتى
renew-changes = ما يغيّره
renew-warnings = التحذير من النهاية
renew-attempts = محاولات التجديد التلقائي
from-then = من { $at }
none-ahead = لا شيء قادم
does-not-renew-itself = لا تتجدد تلقائيًا.
renew-final = الباقة المجدَّدة لا تُرجَع.
renew-confirm = تجديد { $sku } مقابل { $price }
renewed = تم تجديد { $sku } مقابل { $price }: مدفوعة حتى { $until }. المتاح للإنفاق الآن: { $spendable }.
renews-itself = التجديد التلقائي
renews-itself-off = لا
renews-itself-at = يُحاوَل يوم { $at }
renews-itself-no-attempt = لا محاولة باقية

auto-renew-title = ما تصير إليه { $sku } عند نهايتها
do-auto-renew = عند النهاية
auto-renew-set = عند نهايتها
at-end-renew = تتجدد تلقائيًا
at-end-pay-per-use = دفع حسب الاستخدام
at-end-suspend = يُعلَّق تطبيقها
at-end-disable = تُعطَّل الخدمة
auto-renew-first = المحاولة الأولى، كم يومًا قبل النهاية
auto-renew-first-hint = ثم كل يوم حتى يوم نهايتها، إلى أن تنجح إحداها.
auto-renew-attempts = مواعيد المحاولة
attempt-days-left = { $count ->
    [0] في يوم النهاية
    [one] قبل النهاية بيوم واحد
    [two] قبل النهاية بيومين
    [few] قبل النهاية بـ{ $shown } أيام
    [many] قبل النهاية بـ{ $shown } يومًا
   *[other] قبل النهاية بـ{ $shown } يوم
  }
attempt-days-after = { $count ->
    [zero] في يوم النهاية
    [one] بعد النهاية بيوم واحد
    [two] بعد النهاية بيومين
    [few] بعد النهاية بـ{ $shown } أيام
    [many] بعد النهاية بـ{ $shown } يومًا
   *[other] بعد النهاية بـ{ $shown } يوم
  }
auto-renew-comes-to = بالمال المتاح الآن
auto-renew-assumes = يُسوّى الاستخدام المفتوح أولًا؛ ولا تُحسب الاستدعاءات من الآن ولا المدفوعات القادمة.
auto-renew-confirm-on = تجديد { $sku } تلقائيًا
auto-renew-confirm-days = { $days ->
    [zero] بدء المحاولة في يوم النهاية
    [one] بدء المحاولة قبل النهاية بيوم واحد
    [two] بدء المحاولة قبل النهاية بيومين
    [few] بدء المحاولة قبل النهاية بـ{ $days } أيام
    [many] بدء المحاولة قبل النهاية بـ{ $days } يومًا
   *[other] بدء المحاولة قبل النهاية بـ{ $days } يوم
  }
at-end-confirm-pay-per-use = تحويل { $sku } إلى الدفع حسب الاستخدام
at-end-confirm-suspend = ترك { $sku } حتى تنتهي
at-end-confirm-disable = تعطيل الخدمة عند انتهاء { $sku }
auto-renew-unchanged = لم يتغيّر شيء
auto-renew-switched-on = تتجدد { $sku } تلقائيًا: يُحاوَل ذلك يوم { $at }.
auto-renew-switched-off = لا تتجدد { $sku } تلقائيًا. تنتهي يوم { $at }.
at-end-disabled = تُعطَّل الخدمة عند انتهاء { $sku } يوم { $at }.

outcome-covered = تنجح المحاولة الأولى: { $price } يوم { $at }.
outcome-short = تفشل كل المحاولات: ينقص { $short } من السعر { $price }. الأولى يوم { $at }، والأخيرة يوم { $last }.
outcome-in-arrears = تفشل كل المحاولات ما دام عليك { $short }. الأخيرة يوم { $last }.
outcome-not-sold = تفشل كل المحاولات: لم يعد العرض يُباع.
outcome-refused = تفشل كل المحاولات. الأولى يوم { $at }.
outcome-no-attempt = لا محاولة باقية قبل نهايتها، { $end }. جدّدها بنفسك.
outcome-off-pay-per-use = لا شيء يلي نهايتها، { $end }: بعدها يُدفع عن كل استدعاء على حدة.
outcome-off-disabled = تُعطَّل الخدمة عند نهايتها، { $end }، ما لم تدفع باقة أخرى عن استدعاءاتها: لا تُحتسب رسوم بعدها.
outcome-off-nothing = لا شيء يلي نهايتها، { $end }: بعدها تتوقف الخدمة.

renewals-none = لا باقة يمكن تجديدها.
renewals-none-proof = يُدفع عن كل استدعاء ناجح على حدة. والباقة التي تُشترى تظهر هنا مع نهايتها.
renewals-ended = انتهت كل الباقات. وما يظهر هنا ما زال يمكن تجديده.
renewals-fails = سيفشل تجديد { $package } يوم { $at }: ينقص { $amount }.
renewals-fails-otherwise = لن ينجح تجديد { $package } قبل نهايتها يوم { $at }.
renewals-covered = كل التجديدات التلقائية مغطّاة حتى { $at }.
renewals-manual = لا باقة تتجدد تلقائيًا. أولها انتهاءً { $package }، يوم { $at }.
renewals-assumes = محسوب بالمال المتاح الآن: يُسوّى الاستخدام المفتوح أولًا، ولا تدخل فيه الاستدعاءات والمدفوعات القادمة.
taken-soon = يُسحب خلال 30 يومًا
taken-soon-note = للتجديدات التلقائية
renewing-themselves = تتجدد تلقائيًا
renewing-themselves-note = { $count ->
    [zero] لا باقة قابلة للتجديد
    [one] من باقة واحدة قابلة للتجديد
    [two] من باقتين قابلتين للتجديد
    [few] من { $shown } باقات قابلة للتجديد
    [many] من { $shown } باقة قابلة للتجديد
   *[other] من { $shown } باقة قابلة للتجديد
  }
renewals-calendar = ما هو قادم
renewals-calendar-caption = { $count ->
    [0] لا شيء قادم.
    [one] حدث واحد قادم، بتوقيت المزوّد.
    [two] حدثان قادمان، بتوقيت المزوّد.
    [few] { $shown } أحداث قادمة، بتوقيت المزوّد.
    [many] { $shown } حدثًا قادمًا، بتوقيت المزوّد.
   *[other] { $shown } حدث قادم، بتوقيت المزوّد.
  }
renewals-rows = الباقات القابلة للتجديد
follows-renews = تتجدد تلقائيًا
follows-pay-per-use = دفع حسب الاستخدام
follows-nothing = تتوقف الخدمة
follows-disabled = تُعطَّل الخدمة
succeeds = مغطّى
short-by = ينقص { $amount }
will-fail = يفشل
not-asked = –
renewable-until = قابلة للتجديد حتى { $at }
options-title = الخيارات
set-now = الحالي
option-renew = تجديدها الآن
option-renew-what = { $price } الآن، للدورة التالية بحصتها الكاملة.
option-renew-not-sold = لم تعد تُباع.
option-auto = تجديدها تلقائيًا
option-auto-what = { $price } لكل دورة، في ساعة المزوّد، مرة كل دورة.
option-pay-per-use = تحويلها إلى الدفع حسب الاستخدام
option-pay-per-use-what = بعد { $at } يُدفع عن كل استدعاء على حدة. لا يلزم فعل شيء.
option-nothing-what = بعد { $at } تتوقف الخدمة. لا يلزم فعل شيء.
option-lately = { $count ->
    [0] لا استدعاءات في آخر 30 يومًا.
    [one] الاستدعاء الوحيد في آخر 30 يومًا كان سيكلّف { $cost }.
    [two] الاستدعاءان في آخر 30 يومًا كانا سيكلّفان { $cost }.
    [few] الاستدعاءات الـ{ $shown } في آخر 30 يومًا كانت ستكلّف { $cost }.
    [many] الاستدعاءات في آخر 30 يومًا، وعددها { $shown }، كانت ستكلّف { $cost }.
   *[other] الاستدعاءات في آخر 30 يومًا، وعددها { $shown }، كانت ستكلّف { $cost }.
  }
option-lapses = { $count ->
    [0] لن يسقط أي استدعاء مدفوع.
    [one] بقي استدعاء مدفوع واحد؛ يسقط حينها إن لم يُستخدم.
    [two] بقي استدعاءان مدفوعان؛ يسقطان حينها إن لم يُستخدما.
    [few] بقيت { $shown } استدعاءات مدفوعة؛ تسقط حينها إن لم تُستخدم.
    [many] بقي { $shown } استدعاءً مدفوعًا؛ تسقط حينها إن لم تُستخدم.
   *[other] بقي { $shown } استدعاء مدفوع؛ تسقط حينها إن لم تُستخدم.
  }
option-end = تركها تنتهي والتوقف
option-end-what = تعطيل الخدمة الآن: تُرفض الاستدعاءات بعدها ولا تكلّف شيئًا.
option-disable-what = تُعطَّل الخدمة تلقائيًا يوم { $at }، ما لم تدفع باقة أخرى عن استدعاءاتها. تُرفض الاستدعاءات بعدها ولا تكلّف شيئًا.
disable-at-end = تعطيلها عند نهايتها
option-align = تجديدها وتوحيد التاريخ
option-align-what = تنتهي المدة التالية في يومك الموحّد من الشهر؛ وتُدفع الأيام الزائدة عن المدة باليوم.
option-align-do = تجديد { $sku } وتوحيد تاريخها
