# Ledger: the journal, a transaction with its postings, the books derived again, and days as they were known.

screen-ledger = الدفاتر
ledger-verdict = { $count ->
    [zero] لا حركة في هذا الحساب بعد.
    [one] في اليومية قيد واحد.
    [two] في اليومية قيدان.
    [few] في اليومية { $shown } قيود في { $writes }.
    [many] في اليومية { $shown } قيدًا في { $writes }.
   *[other] في اليومية { $shown } قيد في { $writes }.
  }
ledger-writes = { $count ->
    [zero] لا كتابات
    [one] كتابة واحدة
    [two] كتابتين
    [few] { $shown } كتابات
    [many] { $shown } كتابة
   *[other] { $shown } كتابة
  }
ledger-proof = سُجّل أولها في { $first } وآخرها في { $last }. التحقق يعيد اشتقاق الدفاتر ويقارن.
ledger-view = عرض الدفاتر
ledger-journal = اليومية
ledger-known = كما عُرف في يوم

verify-do = التحقق من الدفاتر
verify-again = التحقق مرة أخرى
verify-running = جارٍ التحقق: اشتُقّ { $done } من { $total }
verify-progress = مدى التحقق من الدفاتر
verify-whole = الدفاتر سليمة: القيود المتوازنة { $transactions }، وسلسلة من { $writes } مترابطة، والحالة المشتقة من جديد تساوي المحفوظة.
verify-proof = قورنت الرسوم ({ $charges }) والباقات ({ $packages }) والمجاميع ({ $sums }) في { $accounts } خلال { $took }.
verify-accounts = { $count ->
    [zero] لا حسابات
    [one] حساب واحد
    [two] حسابين
    [few] { $shown } حسابات
    [many] { $shown } حسابًا
   *[other] { $shown } حساب
  }
verify-seconds = { $count ->
    [zero] أقل من ثانية
    [one] ثانية واحدة
    [two] ثانيتين
    [few] { $shown } ثوانٍ
    [many] { $shown } ثانية
   *[other] { $shown } ثانية
  }
verify-broken = الدفاتر تناقض نفسها: { $what } في { $place }.
verify-broken-proof = تعطي اليومية { $expected }، والمحفوظ { $found }. لم يُغيَّر شيء. توجد نسخة أقدم بجانب الدفاتر، و«tollbook verify» يتحقق منها أيضًا.
verify-broken-short = متناقضة
verify-whole-short = سليمة
verify-at = تم التحقق { $at }: { $result }
verify-failed = تعذّر التحقق من الدفاتر.

difference-file = الملف
difference-reference = إحالة
difference-value = قيمة
difference-transaction = قيد
difference-write = بصمة كتابة
difference-clock = الساعة
difference-known = ما تركته كتابة
difference-balance = الرصيد
difference-credit-drawn = الائتمان المسحوب
difference-voucher = قسيمة
difference-arrears = المتأخرات
difference-settlement = تسوية
difference-purchase = شراء
difference-debt = دين
difference-arrears-since = بداية المتأخرات
difference-deduction = خصم
difference-cycle = دورة باقة
difference-quota = المتبقي من باقة
difference-usage = الاستخدام
difference-charge = رسم
difference-correction = تصحيح
difference-bill-line = سطر فاتورة
difference-open-charge = استخدام غير مسوّى
difference-tier-counter = عدّاد شريحة سعر
difference-usage-sum = مجموع استخدام
difference-bill-total = إجمالي فاتورة
difference-bill-day = يوم في فاتورة
difference-balance-day = رصيد يوم
difference-import = استيراد

journal = القيود
journal-kind-filter = النوع
journal-period-filter = الفترة
journal-package-filter = الباقة
journal-any-kind = كل الأنواع
journal-any-time = كل الأوقات
journal-any-package = كل الباقات
journal-anything = الكل
journal-clear = مسح كل التصفيات
journal-empty = لا حركة في هذا الحساب.
journal-empty-detail = هنا تُسجَّل عمليات الشحن والشراء والخصم والتسويات، ولكل منها أطراف مجموعها صفر.
journal-filtered-out = لا قيد يطابق التصفية.
journal-looked-back = وصل البحث إلى { $day }؛ ولم يُقرأ ما قبله بعد.
journal-reading = جارٍ قراءة القيود الأقدم
journal-more-failed = تعذّرت قراءة القيود الأقدم.
journal-rows = { $count ->
    [zero] لا قيود معروضة
    [one] قيد واحد معروض
    [two] قيدان معروضان
    [few] { $shown } قيود معروضة
    [many] { $shown } قيدًا معروضًا
   *[other] { $shown } قيد معروض
  }
journal-save-csv = حفظ بصيغة CSV
journal-save-json = حفظ بصيغة JSON
journal-saved = { $count ->
    [zero] لم يُحفظ أي قيد في { $file }.
    [one] حُفظ قيد واحد في { $file }.
    [two] حُفظ قيدان في { $file }.
    [few] حُفظت { $shown } قيود في { $file }.
    [many] حُفظ { $shown } قيدًا في { $file }.
   *[other] حُفظ { $shown } قيد في { $file }.
  }
journal-saved-some = حُفظت أحدث القيود ({ $shown }) في { $file }. ولحفظها كلها: tollbook journal --csv --limit COUNT
column-reference = المرجع
column-write = الكتابة
column-posting = الطرف
column-amount = القيمة

journal-opening = الرصيد الافتتاحي
journal-top-up = شحن الرصيد
journal-settlement = تسوية { $name }، { $period }
journal-deduction = خصم من { $name }
journal-quota-granted = منح حصة { $name }
journal-quota-lapsed = سقوط حصة { $name }
journal-purchase = شراء { $name }
journal-renewal = تجديد { $name }
journal-refund = إرجاع { $name }
journal-correction = تصحيح: { $name }
journal-voucher = إضافة قسيمة
kind-opening = الافتتاح
kind-top-up = عمليات الشحن
kind-settlement = التسويات
kind-deduction = الخصومات
kind-quota-granted = الحصص الممنوحة
kind-quota-lapsed = الحصص الساقطة
kind-purchase = المشتريات
kind-renewal = التجديدات
kind-refund = المرتجعات
kind-correction = التصحيحات
kind-voucher = القسائم

transaction-title = القيد { $id }
transaction-failed = تعذّرت قراءة القيد.
transaction-postings = الأطراف
transaction-sum = المجموع
transaction-balance = الرصيد بعده
transaction-write = الكتابة التي ينتمي إليها
write-number = الكتابة
write-kind = العملية
write-request = الطلب
write-recorded = وقت التسجيل
write-clock = ساعة الحساب بعدها
write-transactions = القيود
write-hash = البصمة
write-before = البصمة السابقة
sound-yes = سليمة: أُعيد حسابها فأعطت البصمة نفسها، وتوافقها جارتاها.
sound-no = معطوبة: غُيّرت هي أو صلتها بجارتها بعد كتابتها.
sound-not-looked-at = لم تُحسب بصمتها هنا لكبرها. التحقق من الدفاتر يحسبها.

known-day = اليوم
known-day-hint = سنة-شهر-يوم، بتقويم المزوّد
known-not-a-day = ليس هذا يومًا في التقويم: اكتبه مثل { $example }.
known-show = عرض اليوم
known-earlier = قبله بيوم
known-later = بعده بيوم
known-verdict = كما عُرف في آخر { $day }، كان الرصيد { $balance }.
known-verdict-now = كما يُعرف الآن، الرصيد { $balance }.
known-verdict-owed = كما عُرف في آخر { $day }، كان عليك { $owed }.
known-proof = سُجّلت آخر كتابة حتى ذلك الحين في { $recorded }، وقد نُفّذ كل شيء حتى { $at }. وما عرفته الدفاتر لاحقًا ليس فيها.
known-unheard = لم يكن شيء معروفًا عن هذا الحساب في { $day }.
known-unheard-proof = عرفته الدفاتر أول مرة في { $first }. وما قيل لها حينئذ عما قبله يُعدّ معروفًا من ذلك الحين.
known-balance = الرصيد
known-arrears = المتأخرات
known-bill = فاتورة { $month }
known-bill-note = المسوّى حتى ذلك الحين
known-packages = الباقات السارية
known-packages-none = لم تكن أي باقة سارية.
known-credit = سُحب من الائتمان { $amount }
known-credit-none = لم يُسحب من الائتمان شيء
known-owed-none = لا دين
known-until = بقي كذلك حتى { $next } حين سُجّلت الكتابة التالية.
known-until-now = لم يُسجَّل شيء بعدها.
column-of = من
