# Names of figures and columns. One word for one thing, on every screen.

spendable-now = المتاح للإنفاق الآن
calls = الاستدعاءات
calls-left = الاستدعاءات المتبقية
from-packages = من الباقات
pay-per-use = الدفع حسب الاستخدام
charged = الرسوم
purchases = المشتريات
corrections = التصحيحات
refunds = المُرجَع
still-owed = ما زال عليك
per-call = لكل استدعاء
default-project = الافتراضي

column-when = التاريخ
column-what = البيان
column-state = الحالة
column-period = الفترة
column-calls = الاستدعاءات
column-failed = الفاشلة
column-uncovered = غير المغطّاة
column-from-packages = من الباقات
column-pay-per-use = حسب الاستخدام
column-charged = الرسوم
column-money = المبلغ
column-service = الخدمة
column-region = المنطقة
column-project = المشروع
column-imported = الاستيراد
column-imported-calls = الاستدعاءات
column-set-aside = المُنحّاة
column-file = الملف
column-source = المصدر
column-span = الاستخدام من – إلى
column-rows = الصفوف
column-undo = تراجع
column-order = الترتيب
column-package = الباقة
column-pays-for = تدفع عن
column-left = المتبقي
column-ends = النهاية
column-a-day = في اليوم
column-runs-out = تنفد
column-unused = المتبقي عند نهايتها
column-charged-at = موعد السحب
column-follows = ما يليها
column-succeeds = هل ينجح
column-term-price = الدورة التالية
column-per-call = لكل استدعاء
column-balance = الرصيد
column-balance-after = الرصيد بعدها
column-change = التغيّر
column-hour = الساعة
column-settles = التسوية
column-so-far = حتى الآن
column-owed = غير المسدَّد
column-owed-since = غير مسدَّد منذ
column-month = الشهر
column-purchases = المشتريات
column-renewals = التجديدات
column-refunds = المُرجَع
column-corrections = التصحيحات
column-total = الإجمالي
column-final = نهائية في
column-exact = القيمة الدقيقة
column-due = المستحق
column-cost = التكلفة

term-balance = الرصيد
term-credit = حد الائتمان
term-drawn = الائتمان المسحوب
term-arrears = المتأخرات
term-accrued = متراكم غير مسوّى
before = قبل
after = بعد

term-years = { $count ->
    [zero] بلا سنوات
    [one] سنة واحدة
    [two] سنتان
    [few] { $count } سنوات
    [many] { $count } سنة
   *[other] { $count } سنة
  }
term-months = { $count ->
    [zero] بلا أشهر
    [one] شهر واحد
    [two] شهران
    [few] { $count } أشهر
    [many] { $count } شهرًا
   *[other] { $count } شهر
  }
term-days = { $count ->
    [zero] بلا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $count } أيام
    [many] { $count } يومًا
   *[other] { $count } يوم
  }

state-scheduled = لم تبدأ
state-active = سارية
state-exhausted = مستنفدة
state-expired = منتهية
state-frozen = منتهية، قابلة للتجديد
state-refunded = مُرجَعة
state-released = منتهية نهائيًا

source-free = حصة مجانية
source-promotion = حصة ترويجية
source-purchased = مشتراة
