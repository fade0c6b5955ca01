# The account: its contract, its rules, its level and its credit limit.

screen-account = الحساب
account-verdict = { $name }: { $provider }، المستوى { $level }، بعملة { $currency }.
account-contract = العقد
contract-name = الاسم
account-number = الرقم في الدفاتر
account-provider = المزوّد وقواعده
account-currency = العملة
account-zone = المنطقة الزمنية
account-opened = تاريخ الفتح
account-prices = الأسعار
account-delay = تأخير التسوية
account-delay-minutes = { $count ->
    [0] بلا تأخير: تُسوّى الفترة عند نهايتها
    [one] دقيقة واحدة بعد نهاية الفترة
    [two] دقيقتان بعد نهاية الفترة
    [few] { $shown } دقائق بعد نهاية الفترة
    [many] { $shown } دقيقة بعد نهاية الفترة
   *[other] { $shown } دقيقة بعد نهاية الفترة
  }
contract-level = مستوى العميل
account-level-same = { $level }؛ المستويات كلها سواء في هذه القواعد
account-level-since = { $level }، منذ { $at }
account-limit = حد الائتمان
account-limit-drawn = { $limit }، سُحب منه { $drawn }
change-level = تغيير المستوى
change-limit = تغيير حد الائتمان
account-levels = مراحل المتأخرات حسب مستوى العميل
column-level = المستوى
column-grace = السماح (أيام)
column-retention = الاحتفاظ (أيام)
level-own = مستواك
level-every = كل المستويات
account-rules = قواعد المزوّد
account-rules-note = مأخوذة من صفحات المزوّد نفسه، ومع كل قاعدة مصدرها.
rule-id = القاعدة
rule-source = المصدر
rule-source-none = قرار من هذا البرنامج، فالمزوّد لا ينشر شيئًا عنه

policy-settled-hourly = يُسوّى الاستخدام عند رأس كل ساعة.
policy-settled-daily = يُسوّى استخدام اليوم في اليوم التالي، بعد { $a } ساعة من منتصف الليل.
policy-uncovered-pay-per-use = ما لا تدفع عنه باقة يصبح فورًا بالدفع حسب الاستخدام، دون سؤال.
policy-uncovered-suspend = ما لا تدفع عنه باقة يوقف التطبيق، ما لم يكن التجاوز مفعّلًا له.
policy-order-oldest = تدفع الباقات بترتيب ورودها، وتُقدَّم باقات مشروع الاستدعاء.
policy-order-earliest-end = تدفع الباقات المجانية أولًا، ثم الأقرب نهاية.
policy-grace-works = في فترة السماح يعمل كل شيء وتُحتسب رسومه؛ أما الشراء والتجديد فمرفوضان.
policy-grace-classes = في فترة السماح تستمر الدروس الجارية وتُحتسب رسومها؛ أما الدروس الجديدة والشراء والتجديد فمرفوضة.
policy-stops-pay-per-use = بعد فترة السماح يُرفض الدفع حسب الاستخدام، وتستمر الباقات في الدفع.
policy-stops-everything = بعد فترة السماح يتوقف كل تطبيق، حتى إن بقيت حصة في الباقات.
policy-arrears-end = تنتهي المتأخرات فور سداد آخر دين؛ والسداد الجزئي لا يوقف عدّ المهلة ولا يعيده.
policy-expiry-told = يُرسل إشعار بقرب انتهاء الباقة قبل نهايتها بأيام ({ $a })، الساعة { $b }.
policy-auto-renewal-before = يُحاوَل التجديد التلقائي كل يوم الساعة { $a }، من { $b } أيام على الأكثر قبل النهاية حتى يوم النهاية.
policy-auto-renewal-after = يُحاوَل التجديد التلقائي الساعة { $a } في يوم النهاية، وفي الأيام الـ{ $b } التي تليه.
policy-renewed-from-end = التجديد بعد النهاية يُحسب من النهاية الأصلية.
policy-renewed-from-renewal = التجديد بعد النهاية يُحسب من لحظة التجديد.
policy-no-refund = لا يمكن إرجاع الباقات.
policy-refund = يمكن إرجاع الباقة خلال { $a } أيام تقويمية، إن لم يُستخدم منها شيء.
policy-refund-hours = يمكن إرجاع الباقة كاملة خلال { $a } × 24 ساعة.
policy-refund-ever = أقصى عدد من باقات الحساب يُرجَع بهذه الطريقة، على الإطلاق: { $a }.
policy-refund-a-year = أقصى عدد من باقات الحساب يُرجَع بهذه الطريقة في السنة التقويمية: { $a }.
policy-refund-formula = إذا أُرجعت الباقة بعد ذلك، احتفظ المزوّد بقيمة ما استُهلك وبرسم معالجة.
policy-balance-alert = يُرسل تنبيه الرصيد فورًا، ثم بعد { $a } ساعة، ثم كل { $b } أيام.
policy-bill-final = تصبح الفاتورة نهائية في اليوم { $a } من الشهر التالي، ويمكن تصديرها من اليوم { $b }، الساعة { $c }.

level-title = مستوى العميل
level-choose = المستوى
level-what = ما يعنيه
level-grace = السماح
level-retention = الاحتفاظ
level-days = { $count ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $shown } أيام
    [many] { $shown } يومًا
   *[other] { $shown } يوم
  }
level-freezes = موعد التجميد
level-releases = موعد الحذف
level-suppose = التواريخ بافتراض أن تسوية { $at } لم يمكن سدادها.
level-same = لا يتغيّر شيء: المدد نفسها في المستويين.
level-kept = تحتفظ المتأخرات الحالية بالمدد التي بدأت بها: يُجمَّد الحساب يوم { $at } أيًا كان المستوى.
level-records = يسجّل ما قرره المزوّد، ويسري من الآن.
level-confirm = تغيير المستوى إلى { $level }
level-changed = المستوى الآن { $level }.
limit-title = حد الائتمان
limit-hint = من { $lowest } إلى { $highest }. ما سُحب يبقى مسحوبًا.
limit-arrears-stay = يبقى عليك { $amount }: رفع الحد لا يسدّد المتأخرات، وشحن الرصيد يسدّدها.
limit-type = اكتب حدًا لترى الوضع بعده.
limit-confirm = ضبط حد الائتمان على { $amount }
limit-set = حد الائتمان الآن { $amount }.
