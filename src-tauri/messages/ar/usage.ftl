# Usage: calls, and where they were paid from.

usage-verdict = استدعاءات اليوم حتى الآن: { $today }.
usage-verdict-usual = استدعاءات اليوم حتى الآن: { $today }؛ والمعتاد في اليوم { $usual }.
usage-verdict-span = { $count ->
    [zero] لا استدعاءات، { $span }.
    [one] استدعاء واحد، { $span }.
    [two] استدعاءان، { $span }.
    [few] { $shown } استدعاءات، { $span }.
    [many] { $shown } استدعاءً، { $span }.
   *[other] { $shown } استدعاء، { $span }.
  }
usage-verdict-old = آخر استخدام بتاريخ { $day }.
usage-old-proof = لم يُستورد شيء بعده، فتُعرض المدة التي تنتهي عنده.
usage-paid = في المدة أدناه دفعت الباقات عن { $packages } من الاستدعاءات؛ أما { $billed } فدُفع عن كلٍّ منها على حدة، بمجموع { $charged }.
usage-paid-one-by-one = في المدة أدناه { $billed } من الاستدعاءات دُفع عن كلٍّ منها على حدة، بمجموع { $charged }.
usage-paid-by-packages = في المدة أدناه دفعت الباقات عن كل الاستدعاءات، وعددها { $packages }.
usage-none-in-span = لا استدعاءات في هذه المدة.
usage-empty = لم يُستورد أي استخدام بعد.
usage-empty-proof = أحضر سجل وصول بوابتك أو تصدير CSV أو JSON lines أو CloudEvents: أفلت ملفًا على النافذة، أو اضغط i.
from-packages-note = مدفوعة من الحصة
pay-per-use-note = يُدفع عن كلٍّ على حدة
uncovered-note = و{ $calls } لا يدفع عنها أي مصدر
failed-note = الفاشلة ({ $calls }) لا تكلّف شيئًا
failed-none-note = لا استدعاءات فاشلة
not-settled-note = لم يُسوَّ منها شيء بعد
record-without-file = أُدخل بلا ملف
usage-per-hour = الاستدعاءات في الساعة
usage-per-day = الاستدعاءات في اليوم
usage-per-month = الاستدعاءات في الشهر
usage-caption = { $span }، بتوقيت المزوّد.
usage-brush = اسحب فوقه، أو اضغط Shift مع الأسهم، للنظر عن قرب.
usage-brush-hour = اضغط ساعة لعرض سجلاتها.
hour-title = ساعة { $hour }
hour-about = من { $from } إلى { $to }: من دفع، ومن أين جاءت السجلات.
hour-empty = لم يُستخدم شيء في هذه الساعة.
usage-rows = حسب الخدمة والمنطقة والمشروع
stacked-by = التقسيم
stacked-by-paidBy = حسب مصدر الدفع
stacked-by-service = حسب الخدمة
stacked-by-region = حسب المنطقة
stacked-by-project = حسب المشروع
bar-length = مدة العمود
bucket-hour = ساعات
bucket-day = أيام
bucket-month = أشهر
show-only-this = عرض هذا فقط
hours-failed = تعذّر تحميل الساعات.

charge = رسوم هذه الساعة
charge-settled = وقت التسوية
before-rounding = قبل التقريب

imports = عمليات الاستيراد
show-its-usage = عرض استخدامها
latest = الأحدث
undone = تم التراجع عنها
undo-import-of = التراجع عن استيراد { $label }
undo-import-title = التراجع عن هذا الاستيراد؟
undo-import-what = { $count ->
    [zero] يُلغى استيراد { $label } كله.
    [one] يُلغى استدعاء { $label } الوحيد.
    [two] يُلغى استدعاءا { $label } كلاهما.
    [few] تُلغى استدعاءات { $label } كلها، وعددها { $shown }.
    [many] تُلغى استدعاءات { $label } كلها، وعددها { $shown }.
   *[other] تُلغى استدعاءات { $label } كلها، وعددها { $shown }.
  }
undo-import-how = يُصحَّح ما غيّرته بقيود جديدة: تعود الرسوم إلى الرصيد، والحصة إلى باقاتها. لا يُمحى شيء.
undo-import-confirm = { $count ->
    [zero] التراجع عن الاستيراد
    [one] التراجع عن استدعاء واحد
    [two] التراجع عن استدعاءين
    [few] التراجع عن { $shown } استدعاءات
    [many] التراجع عن { $shown } استدعاءً
   *[other] التراجع عن { $shown } استدعاء
  }
keep-it = إبقاؤه
import-undone = تم التراجع عن { $label } كله.
