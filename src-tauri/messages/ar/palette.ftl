# لوحة الأوامر: كل ما تفعله النافذة، بالكتابة.

palette = البحث والتنفيذ
palette-ask = ماذا تريد: شاشة أو باقة أو «شحن 84.20» أو «تنبيه 50»
palette-list = ما يمكن فعله
palette-reading = تجري القراءة…
palette-none = لا شيء باسم «{ $text }». اكتب اسم باقة أو شاشة أو إجراء.
palette-count = { $count ->
    [0] لا نتائج
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $shown } نتائج
    [many] { $shown } نتيجة
   *[other] { $shown } نتيجة
  }
palette-first = أفضل { $first } من { $shown }: اكتب المزيد لتضييق النتائج
palette-opens = يفتح «{ $sheet }»
palette-opens-with = يفتح «{ $sheet }» مع { $what }
palette-opens-for = يفتح «{ $sheet }» من أجل { $what }
palette-opens-for-with = يفتح «{ $sheet }» من أجل { $what } مع { $number }
palette-opens-account = يفتح دفاتر { $account }
palette-goes = ينتقل إلى { $screen }
palette-shows = يعرض { $what }
palette-of-month = { $what }، { $month }
palette-knows = يعرض الحساب كما كان معروفًا في { $day }
palette-not-yet = لم يأتِ { $day } بعد.
palette-verifies = يعيد اشتقاق كل رقم في الدفاتر
palette-buys = يفتح شراء { $sku }: { $quota } مقابل { $price }
palette-explains = يعرض مصدر هذا الرقم
palette-here = في هذه الشاشة
palette-looks = يغيّر مظهر النافذة
palette-hides = يخفي كل المبالغ أو يعيد إظهارها
palette-zooms = يعرض كل شيء بحجم { $percent }٪
palette-folds = يطوي الشريط الجانبي إلى رموزه أو يبسطه
palette-so-already = هو كذلك بالفعل.
palette-terms = { $count ->
    [zero] { $count } مدة
    [one] مدة واحدة
    [two] مدتان
    [few] { $count } مدد
    [many] { $count } مدة
   *[other] { $count } مدة
  }
palette-account = الانتقال إلى حساب
palette-package = عرض الباقة
palette-bill = عرض الفاتورة
palette-amortised = الفواتير موزعة على الأيام
palette-no-bill = لا فاتورة لشهر { $month }.
palette-undo-import = التراجع عن الاستيراد

palette-filler = إلى, في, من, على, مع, تحت, عن

palette-words-go = اذهب, افتح, اعرض, انتقل
palette-words-today = الرئيسية, نظرة عامة
palette-words-usage = استخدام, استهلاك
palette-words-packages = باقات, حصة
palette-words-balance = مال, رصيد, محفظة, كشف
palette-words-bills = فاتورة, شهر
palette-words-costs = إنفاق, مصاريف, تحليل, توزيع
palette-words-ledger = قيود, دفتر اليومية, تحقق
palette-words-costs-composition = نمط, حصة
palette-words-costs-allocation = مشروع, عضو, وسم
palette-words-costs-analysis = اتجاه, ما تغير, شلال
palette-words-costs-optimization = نتائج, توفير, أرخص, تسرب, نصيحة
palette-words-known = سجل, ماض, تاريخ
palette-words-renewals = تجديد, انتهاء, تقويم
palette-words-alerts = إشعارات, رسائل, تحذيرات
palette-words-account = إعدادات, عقد, دفاتر, تبديل
palette-words-accounts = كل الحسابات، العملاء، أول مشكلة
palette-words-rename = اسم، تسمية
palette-words-package = باقة, خطة
palette-words-top-up = شحن, دفع, إيداع, إضافة مال
palette-words-import = رفع, سجل, ملف
palette-words-buy = شراء, طلب, عرض
palette-words-voucher = قسيمة, هدية, رمز
palette-words-credit-limit = ائتمان, حد
palette-words-level = مستوى, عميل
palette-words-alert-balance = تنبيه, تحذير, حد, رصيد
palette-words-alert = تنبيه, تحذير, حد, نسبة
palette-words-new-application = تطبيق, إنشاء, جديد
palette-words-renew = تجديد, تمديد
palette-words-auto-renew = تجديد تلقائي, نهاية
palette-words-unsubscribe = إلغاء, استرداد, إرجاع
palette-words-share = مشاركة, أعضاء
palette-words-compare = مقارنة, أرخص, نصيحة
palette-words-disable = تعطيل, إيقاف
palette-words-enable = تفعيل, تشغيل
palette-words-tag = وسم, مشروع
palette-words-overage = تجاوز
palette-words-undo = تراجع, استرجاع
palette-words-why = لماذا, شرح, صيغة
palette-words-hide = خصوصية, إخفاء, مال
palette-words-theme = مظهر, لون, سمة
palette-words-zoom = تكبير, تصغير, حجم
palette-words-fold = شريط جانبي, قائمة
palette-words-keys = اختصارات, لوحة المفاتيح, مساعدة

keys-of-everywhere = في كل مكان
keys-of-screen = في هذه الشاشة
keys-of-rows = في جدول
keys-of-chart = في رسم بياني
keys-of-go = الانتقال إلى

show-amounts = إظهار المبالغ
zoom-not = الحجم من 80٪ إلى 200٪.
level-is-so = المستوى هو { $level } بالفعل.
auto-renew-over = انتهت { $sku } ولم تعد تتجدد من تلقاء نفسها.
buy-not-sold = لم تُشترَ { $sku }، فلا يمكن شراؤها مرة أخرى.
compare-not = لا شيء يُقارن به.
application-over = { $application } محظور نهائيًا.
begin-class-not = { $application } لا يعمل الآن.
