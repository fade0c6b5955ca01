# The window around the screens: names, keys, top bar, what is the same everywhere.

product = Tollbook
window-title = { $screen } – { $account } – Tollbook
rail = الشاشات والإجراءات
rail-fold = طيّ الشريط
screen-today = اليوم
screen-usage = الاستخدام
screen-packages = الباقات
screen-balance = الرصيد
screen-bills = الفواتير
screen-renewals = التجديدات
screen-costs = التكاليف

do-import = استيراد الاستخدام
do-top-up = شحن الرصيد
do-buy = شراء باقة
see-offers = تصفّح العروض

account = الحساب
account-open-another = فتح حساب آخر…
sample-badge = بيانات تجريبية
sample-action = هذا حساب تجريبي، ولا تتحرك فيه أموال حقيقية.
provider-clock = توقيت المزوّد
next-settlement = التسوية التالية بعد
usage-as-of = آخر استخدام { $age }
usage-until = آخر استخدام { $day }
usage-none-yet = لا استخدام بعد
sources = مصادر الاستخدام
sources-partial = المصادر: { $going } من { $counted }. ينقص: { $missing }.
sources-partial-note = المجاميع التي تنقصها معلَّمة بـ ≥.
source-since = { $name } منذ { $at }
at-least = على الأقل: ينقص مصدر استخدام
hide-amounts = إخفاء المبالغ
theme-system = المظهر: حسب النظام
theme-light = المظهر: فاتح
theme-dark = المظهر: داكن
show-keys = الاختصارات

caught-up = { $count ->
    [0] حُدِّثت الدفاتر حتى { $now }: { $cycles ->
        [zero] لم تبدأ أي دورة ولم تنتهِ.
        [one] بدأت أو انتهت دورة باقة واحدة.
        [two] بدأت أو انتهت دورتا باقات.
        [few] بدأت أو انتهت { $cycles } دورات باقات.
        [many] بدأت أو انتهت { $cycles } دورة باقات.
       *[other] بدأت أو انتهت { $cycles } دورة باقات.
    }
    [one] حُدِّثت الدفاتر حتى { $now }: تسوية واحدة، { $settled }.
    [two] حُدِّثت الدفاتر حتى { $now }: تسويتان، { $settled }.
    [few] حُدِّثت الدفاتر حتى { $now }: { $shown } تسويات، { $settled }.
    [many] حُدِّثت الدفاتر حتى { $now }: { $shown } تسوية، { $settled }.
   *[other] حُدِّثت الدفاتر حتى { $now }: { $shown } تسوية، { $settled }.
  }

close = إغلاق
back = رجوع
undo = تراجع
try-again = إعادة المحاولة
error-reference = المرجع { $reference }
preview-again = إعادة المعاينة
show-more = عرض المزيد
show-all = عرض الكل ({ $count })
show-fewer = عرض أقل
total = الإجمالي

keys-title = الاختصارات
key-next-row = الصف التالي
key-previous-row = الصف السابق
key-renew = تجديد الباقة
key-unsubscribe = إرجاع الباقة
key-open = فتح الصف
key-close = إغلاق
key-back = العودة إلى القائمة
key-table = المخطط في جدول
key-chart = التنقل على المخطط
key-chart-mark = تحديد مدة على المخطط
key-chart-open = عرض المدة المحددة أو موضع المؤشر
key-wider = العودة إلى المدة الأطول
key-why = لماذا هذا الرقم؟
key-filter = تصفية
key-earlier = أقدم
key-later = أحدث
key-now = العودة إلى الآن

filter = تصفية
filter-remove = إزالة التصفية { $filter }
filter-clear = مسح التصفية
filter-none = لا شيء للتصفية في هذه الشاشة.
filtered-out = لا شيء هنا يطابق «{ $filter }».

drop-anywhere = أفلت الملفات لاستيرادها. تظهر المعاينة أولًا.
instant-here = { $there } ({ $here } بتوقيتك)
arrow = ←
named = { $name }: { $what }
sentence-gap = {" "}
instant-away = ، { $away }
instant-zone = { $at } ({ $zone })
moment = { $at }، { $away }

screen-failed = تعذّر تحميل شاشة «{ $screen }».
screen-failed-still = الدفاتر لم تُمسّ. وقد تعمل الشاشات الأخرى.
refresh-failed = تعذّر التحديث: { $error } الأرقام كما كانت الساعة { $at }.
start-failed = تعذّر فتح الدفاتر.

step-note = للعلم
step-soon = قريبًا
step-today = تصرّف اليوم
step-now = تصرّف الآن

figure-as = طريقة العرض
figure-picture = مخطط
figure-table = جدول
figure-nothing = لا شيء يُرسم.
figure-marked = حُدِّدت المدة من { $first } إلى { $last }. يقرّبها Enter ويلغيها Esc.
figure-span = { $count ->
    [zero] لا شيء.
    [one] واحد، { $first }.
    [two] اثنان، من { $first } إلى { $last }.
    [few] { $shown }، من { $first } إلى { $last }.
    [many] { $shown }، من { $first } إلى { $last }.
   *[other] { $shown }، من { $first } إلى { $last }.
  }
figure-summary = من { $first } إلى { $last }؛ الأعلى { $high } عند { $when }، وفي النهاية { $end }.
figure-calls = { $count ->
    [zero] لا استدعاءات
    [one] استدعاء واحد
    [two] استدعاءان
    [few] { $shown } استدعاءات
    [many] { $shown } استدعاءً
   *[other] { $shown } استدعاء
  }
figure-copy = نسخ «{ $title }»
figure-copy-svg = نسخ المخطط بصيغة SVG
figure-copy-png = نسخ المخطط بصيغة PNG
figure-copy-tsv = نسخ أرقامه بصيغة TSV
figure-copied-svg = نُسخ «{ $title }» بصيغة SVG.
figure-copied-png = نُسخ «{ $title }» صورةً.
figure-copied-tsv = نُسخت أرقام «{ $title }».
figure-not-copied = تعذّر نسخ «{ $title }»: هذا النظام لا يتيح الحافظة.
figure-not-drawn = تعذّر رسم صورة «{ $title }». يمكن نسخ أرقامه.
figure-saved = الحافظة لا تقبل الصور هنا: حُفظ «{ $title }» في { $file }.
figure-stamp = Tollbook · { $account } · حتى { $at }
figure-stamp-sample = Tollbook · { $account } · بيانات تجريبية · حتى { $at }

why-hint = اضغط ? لمعرفة السبب
why-title = شرح: { $figure }
why-result = النتيجة
why-rule = القاعدة { $rule }
why-rule-source = القاعدة { $rule } · { $source }
why-copy = نسخ كنص
why-copied = تم نسخ طريقة الاحتساب.
why-not-copied = تعذّر نسخ طريقة الاحتساب: هذا النظام لا يتيح الحافظة.
why-nothing = لا رقم في هذه الشاشة يحتاج إلى شرح.
clock-behind = ساعتك متأخرة { $by } عن آخر تسوية. المواعيد بتوقيت المزوّد.
unknown-since = غير معروف منذ { $at }
