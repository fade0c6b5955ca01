# Bills: one calendar month each.

bills-verdict = بلغت فاتورة { $month } حتى الآن { $total }. تصبح نهائية يوم { $final }.
bills-verdict-final = بلغت فاتورة { $month } مبلغ { $total }. هي نهائية منذ { $final }.
bills-owing = ما زال في { $months } ما لم تسدّده.
bills-empty = لا فاتورة بعد.
bills-empty-fact = تبدأ الفاتورة بأول رسوم أو شراء في الشهر.
bills-empty-detail = استورد الاستخدام أو اشترِ باقة، فيظهر الشهر هنا مسودةً.
bills-chart = الفواتير حسب الشهر
bills-chart-caption = { $count ->
    [zero] لا أشهر.
    [one] شهر واحد، { $total }.
    [two] شهران. أعلاهما { $month }: { $total }.
    [few] { $shown } أشهر. أعلاها { $month }: { $total }.
    [many] { $shown } شهرًا. أعلاها { $month }: { $total }.
   *[other] { $shown } شهر. أعلاها { $month }: { $total }.
  }
bills-rows = حسب الشهر
bills-nav = الأشهر
bills-all = كل الفواتير
bill-total = الواجب دفعه
bill-of = فاتورة { $month }
bill-verdict = بلغت فاتورة { $month } حتى الآن { $total }. تصبح نهائية يوم { $final }.
bill-verdict-final = بلغت فاتورة { $month } مبلغ { $total }.
bill-owing = ما زال عليك { $owed }.
bill-open = مسودة
bill-settling = قيد التسوية
bill-final = نهائية
bill-owed = غير مسدَّد
nothing-owed = لا شيء عليك
rounded-exact = بالضبط { $exact }،
rounded-by = التقريب { $rounding }
purchases-and-renewals = المشتريات
no-renewals = لا تجديدات
renewals-note = ومعها تجديدات بقيمة { $amount }
refunds-note = باقات مُرجَعة
no-corrections = لا شيء
corrections-note = من استخدام متأخر وعمليات استيراد تم التراجع عنها
bill-lines = البنود
bill-lines-none = لا رسوم ولا مشتريات في هذا الشهر.
unfold-days = عرض الأيام
fold-days = إخفاء الأيام
rounding = تقريب رسوم الساعات إلى السنت
line-usage = دفع حسب الاستخدام
line-purchase = شراء
line-renewal = تجديد
line-refund = باقة مُرجَعة
line-correction = تصحيح
bill-exportable = يمكن تصديرها من { $at }
movements = البنود
see-movements = عرض بنود هذا اليوم
see-movements-of = عرض بنود { $name }
see-usage-of-day = عرض استخدام هذا اليوم
movements-failed = تعذّرت قراءة بنود هذه الفاتورة.
movements-none = لا بنود هنا.
movement-usage = دفع حسب الاستخدام
movement-supplementary = ورد متأخرًا
movement-purchase = شراء
movement-renewal = تجديد
movement-auto-renewal = تجديد تلقائي
movement-refund = إرجاع
movement-correction = تصحيح
of-due = من
paid-by = مصدر الدفع
paid-by-vouchers = القسائم
paid-by-balance = الرصيد
paid-by-credit = الائتمان
paid-by-arrears = لم يُسدَّد حينها
paid-by-nothing = لم يتحرك مال
bill-field-billing-cycle = دورة الفوترة
bill-field-account = الحساب
bill-field-member = العضو
bill-field-project-id = معرّف المشروع
bill-field-project = المشروع
bill-field-product = المنتج
bill-field-service = الخدمة
bill-field-sku = العرض
bill-field-billing-mode = نمط الفوترة
bill-field-kind = البند
bill-field-transaction-type = نوع المعاملة
bill-field-transaction-id = معرّف المعاملة
bill-field-region = المنطقة
bill-field-resource-id = معرّف المورد
bill-field-resource-name = المورد
bill-field-tags = الوسوم
bill-field-spent-from = استُخدم من
bill-field-spent-until = استُخدم حتى
bill-field-valid-from = تسري من
bill-field-valid-until = تسري حتى
bill-field-transaction-time = وقت حركة المال
bill-field-usage = الاستخدام
bill-field-unit = الوحدة
bill-field-package-deducted = من الباقات
bill-field-unit-prices = أسعار الوحدة
bill-field-list-amount = المبلغ قبل التخفيض
bill-field-discount = التخفيض
bill-field-amount-due = المبلغ المستحق
bill-field-amount-moved = المبلغ المنقول
bill-field-paid-with-vouchers = القسائم
bill-field-payable = الواجب دفعه
bill-field-paid-from-balance = من الرصيد
bill-field-paid-from-credit = من الائتمان
bill-field-arrears = لم يُسدَّد حينها
bill-field-still-owed = ما زال عليك
bill-field-currency = العملة

view-of-bills = ما يُعرض
view-cash = نقدي
view-amortised = موزّع
view-cash-means = العرض النقدي يحسب المال في شهر فاتورته: تُحسب الباقة بكامل سعرها عند دفعه.
view-amortised-means = العرض الموزّع يقسّم سعر الباقة على الأيام التي تدفع عنها، حتى اليوم؛ ويُحسب الاستخدام في يومه. ومجموع الأيام كلها واحد في العرضين.
amortised-verdict = بلغت تكلفة { $month } مبلغ { $cost } بتوزيع الباقات على أيامها؛ وبلغت فاتورته { $cash }.
amortised-verdict-days = بلغت تكلفة { $month } مبلغ { $cost } بتوزيع الباقات على أيامها.
amortised-months = التكلفة حسب الشهر
amortised-days = التكلفة حسب اليوم
packages-spread = الباقات، موزّعة
amortised-usage-note = كما ورد في الفاتورة
amortised-packages-note = على الأيام التي تدفع عنها
amortised-later = مدفوع لأيام لاحقة
amortised-later-note = من الباقات؛ ليس تكلفة بعد
column-moved = الفاتورة

lines-by = جمع البنود حسب
lines-by-resource = الخدمة
lines-by-project = المشروع
lines-by-member = حساب العضو
lines-by-tag = الوسم
lines-by-key = أي وسم
lines-by-no-tags = لا وسوم بعد.
lines-by-no-tags-detail = الوسم يبيّن لمن التكاليف: فريق أو منتج أو عميل. وبعدها يحمله كل بند، حتى بنود الأشهر السابقة.
lines-by-set-tags = وسم خدمة من شاشة الباقات
unallocated = غير مخصَّص
unallocated-project = بلا مشروع مسمّى
unallocated-member = حسابك أنت
unallocated-tag = بلا هذا الوسم

bill-tabs = ما يُعرض من الفاتورة
bill-tab-lines = البنود
bill-tab-reconcile = المطابقة
bill-tab-history = السجل
bill-lock = قفل { $month }
bill-unlock = فتح قفل { $month }
bill-locked = مقفلة
bill-locked-by = أقفلها { $who } في { $at }.
bill-locked-at = أُقفلت في { $at }.
bill-locked-means = الفاتورة المغلقة لا تتغيّر أبدًا؛ وما يأتي لاحقًا عن أيامها يُسجَّل في فواتير تالية ويُشار إليه هنا.
bill-locked-done = { $month } مقفلة.
bill-unlocked-done = فُتح قفل { $month }.
bill-after-lock-badge = بعد القفل
reconcile-file = فاتورة المزوّد نفسه
reconcile-file-hint = تصدير CSV لبنودها كما تكتبه Huawei Cloud أو Tencent Cloud أو FOCUS أو Tollbook.
reconcile-choose = اختيار ملف
reconcile-do = المقارنة مع { $month }
reconcile-same = { $file } والقياس الخاص متطابقان عن { $month } بندًا بندًا: { $amount }.
reconcile-more = فاتورة المزوّد عن { $month } تزيد { $amount } على القياس الخاص.
reconcile-less = فاتورة المزوّد عن { $month } تقلّ { $amount } عن القياس الخاص.
reconcile-even = كلاهما { $amount }، لكن البنود مختلفة.
reconcile-none = لم يُقارن شيء مع { $month } بعد.
reconcile-none-detail = قدّم فاتورة المزوّد ملفًا: يظهر كل بند مختلف مع المبلغ والسبب. لا يتغيّر شيء.
reconcile-not-kept = { $file }، قُرئ على أنه { $form }. لم يُحفظ شيء بعد.
reconcile-kept = قارنها { $who } في { $at }: { $file }، قُرئ على أنه { $form }.
reconcile-kept-unnamed = قورنت في { $at }: { $file }، قُرئ على أنه { $form }.
reconcile-keep = حفظ هذه المقارنة
reconcile-keep-lock = حفظها وقفل { $month }
reconcile-kept-done = حُفظت المقارنة.
reconcile-not-final = ما زال يمكن أن تتغيّر الفاتورة؛ ويمكن قفلها عندما تصبح نهائية.
reconcile-verdicts = ما يختلف
reconcile-verdict-same = متطابق
reconcile-verdict-only-ours = في القياس الخاص وحده
reconcile-verdict-only-theirs = في فاتورة المزوّد وحدها
reconcile-verdict-quantity = كمية مختلفة
reconcile-verdict-price = سعر مختلف
reconcile-verdict-amount = مبلغ مختلف
reconcile-rows = البنود المختلفة
reconcile-ours = القياس الخاص
reconcile-theirs = المزوّد
reconcile-difference = الفرق
reconcile-why = السبب
reconcile-no-line = لا يوجد
reconcile-not-compared = لم تُقارن
differs-duplicate = الملف يكرّره: السطر { $about }.
differs-other-place = الاستخدام نفسه مسجَّل تحت { $about } في الطرف الآخر.
differs-other-project = الاستخدام نفسه مسجَّل للمشروع { $about } في الطرف الآخر.
differs-no-project = الاستخدام نفسه مسجَّل بلا مشروع في الطرف الآخر.
differs-period-border = ما ينقص هنا موجود في فترة { $at } عند الطرف الآخر: رُسم الحد بشكل مختلف.
differs-covered = دفعت الباقات عن جزء مختلف منه.
differs-price = الاستخدام نفسه بسعر وحدة مختلف.
differs-rounding = تقريب إلى السنت.
differs-left-out = دفعت الباقات عنه كله، والملف يُسقط مثل هذه البنود.
differs-after-theirs = لاحق لكل ما في الملف.
differs-before-ours = سابق لبداية الدفاتر.
differs-unknown-place = ليس في هذا الحساب.
differs-not-metered = لا يُقاس هنا: ضرائب أو دعم أو إشعارات دائنة.
differs-not-imported = لم يُستورد استخدام لهذه الفترة.
differs-not-ordered = لم يُجرَ شيء من هذا القبيل هنا.
differs-not-billed = لم يحتسبه المزوّد.
differs-unproven = لا شيء في البنود يثبت السبب.
movement-rounding = تقريب
line-rounding = تقريب
line-other = لا يُقاس هنا
bill-history = ما حدث
bill-history-none = لم يحدث لها شيء بعد.
bill-event-by = بواسطة { $who }
bill-event-purchase = شُريت { $name }
bill-event-renewal = جُدّدت { $name }
bill-event-auto-renewal = جُدّدت { $name } تلقائيًا
bill-event-refund = أُعيدت { $name }
bill-event-correction = صُحّح { $name }
bill-event-final = أصبحت { $name } نهائية
bill-event-compared = قورنت مع { $name }
bill-event-locked = أُقفلت
bill-event-unlocked = فُتح قفلها
bill-event-after-lock = بعد القفل: حركة عن أيامها في فاتورة { $name }
bill-after-lock = { $count ->
    [zero] لم تأتِ أي حركة لاحقة عن أيامها.
    [one] جاءت لاحقًا حركة واحدة عن أيامها، { $amount }.
    [two] جاءت لاحقًا حركتان عن أيامها، { $amount } معًا.
    [few] جاءت لاحقًا { $shown } حركات عن أيامها، { $amount } معًا.
    [many] جاءت لاحقًا { $shown } حركة عن أيامها، { $amount } معًا.
   *[other] جاءت لاحقًا { $shown } حركة عن أيامها، { $amount } معًا.
  }
reconcile-others = { $count ->
    [zero] لا صفوف من أشهر أخرى.
    [one] تُرك جانبًا صف واحد من شهر آخر.
    [two] تُرك جانبًا صفان من أشهر أخرى.
    [few] تُركت جانبًا { $shown } صفوف من أشهر أخرى.
    [many] تُرك جانبًا { $shown } صفًا من أشهر أخرى.
   *[other] تُرك جانبًا { $shown } صف من أشهر أخرى.
  }
bill-event-charged = { $count ->
    [zero] لا رسوم
    [one] رسم واحد
    [two] رسمان
    [few] { $shown } رسوم
    [many] { $shown } رسمًا
   *[other] { $shown } رسم
  }
