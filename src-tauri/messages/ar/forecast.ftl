# ما قد يأتي به الاستخدام القادم: نطاقات من الأسابيع الأخيرة معادةً، لا رقم واحد أبدًا.

forecast-too-short = { $count ->
    [zero] لا توقّع بعد.
    [one] يلزم يوم واحد من الاستخدام للتوقّع.
    [two] يلزم يومان من الاستخدام للتوقّع.
    [few] يلزم { $shown } أيام من الاستخدام للتوقّع.
    [many] يلزم { $shown } يومًا من الاستخدام للتوقّع.
   *[other] يلزم { $shown } يوم من الاستخدام للتوقّع.
  }
forecast-too-old = لا توقّع: الاستخدام معروف حتى { $at } فقط.
forecast-failed = تعذّر التوقّع.
forecast-coming = …
forecast-range = { $least } – { $most }
forecast-not-before-end = ليس قبل نهايتها
forecast-from = من { $at }
forecast-weeks = باستخدام كالأسابيع الأخيرة ({ $of })
forecast-weeks-some = باستخدام { $in } من الأسابيع الأخيرة ({ $of })

runway = يكفي المال
runway-beyond = أكثر من { $days } يومًا
bill-expected = المتوقّع { $range }
balance-line-ahead = الأيام الأخيرة ({ $days })، ونطاق الأيام القادمة ({ $ahead }) باستخدام كالأسابيع الأخيرة ({ $weeks }).

verdict-money-spent = باستخدام كالأسابيع الأخيرة ينفد المال يوم { $at } على أقرب تقدير.
verdict-renewal-would-fail = سيفشل تجديد { $package } يوم { $at } إن استمر الاستخدام كما في الأسابيع الأخيرة: سينقص حتى { $amount }.
verdict-quota-runs-out = باستخدام كالأسابيع الأخيرة تُستنفد الباقة { $package } يوم { $at } على أقرب تقدير. بعد ذلك يُدفع عن كل استدعاء لخدمة { $service } على حدة.
upcoming-money-spent = قد ينفد المال
renewals-would-fail = سيفشل تجديد { $package } يوم { $at } إن استمر الاستخدام كما في { $in } من الأسابيع الأخيرة ({ $of }): سينقص حتى { $amount }.
renewals-assumes-usage = محسوب باستخدام كالأسابيع الأخيرة ({ $weeks }): يُسوّى الاستخدام المفتوح أولًا، ولا تدخل فيه المدفوعات القادمة.
short-in = ينقص { $amount } في { $in } من { $of }
fails-in = يفشل في { $in } من { $of }
