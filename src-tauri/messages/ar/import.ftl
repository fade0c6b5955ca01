# Import: a preview, live progress, then the same reading written down.

import-title = استيراد الاستخدام
import-files = الملفات
import-drop = أفلت ملفات أو مجلدات في أي مكان من النافذة
import-drop-more = أفلت المزيد، أو
import-file-remove = استبعاد { $file }
import-path = مسار ملف أو مجلد، أو أسطر من سجل
import-path-hint = اكتب مسارًا كاملًا أو ألصقه ثم اضغط Enter؛ تُقرأ الأسطر الملصقة كما هي.
import-path-wrong = أعطِ المسار كاملًا بدءًا من / أو ~: فالاسم وحده قد يكون في أي مكان.
import-pasted-name = أسطر ملصقة
import-pasted = { $count ->
    [zero] لا أسطر ملصقة
    [one] سطر ملصق واحد
    [two] سطران ملصقان
    [few] { $shown } أسطر ملصقة
    [many] { $shown } سطرًا ملصقًا
   *[other] { $shown } سطر ملصق
  }
choose-file = اختيار…
choose-files = اختيار ملفات…
choose-folder = اختيار مجلد…
import-how = كيف تُقرأ
import-source = المصدر
import-source-hint = اسم البوابة أو التصدير. تُحسب معرّفات السجلات مرة واحدة لكل مصدر، وتُحفظ قواعده.
import-zone = المنطقة الزمنية للأوقات
import-zone-hint = الأوقات في هذا الملف بلا منطقة زمنية.
import-zone-choose = اختيار منطقة زمنية…

rules = نوع كل استدعاء
rules-last = كما قُرئ هذا المصدر آخر مرة
rules-last-hint = بقواعد آخر استيراد من هذا المصدر.
rules-paths = حسب مسار الطلب
rules-paths-hint = تُطبَّق أول قاعدة مطابقة. * جزء واحد من المسار، و** في آخره أي بقية.
rules-one = الكل خدمة واحدة
rules-one-hint = كل طلب ناجح استدعاء لخدمة واحدة.
rules-columns = حسب أعمدة ملف CSV أو JSON
rules-columns-hint = أسماء الأعمدة أو المفاتيح. والمفتاح داخل آخر يُكتب a.b.
rules-file = من ملف قواعد
rules-file-hint = يُقرأ الملف من جديد كل مرة؛ وصيغته في التوثيق.
rules-file-path = ملف القواعد
rules-defaults = حيث لا يحدّده عمود
rules-lack-file = اختر ملف قواعد.
rules-lack-service = سمِّ الخدمة والمنطقة.
rules-lack-time = سمِّ عمود الوقت.
rules-lack-path = أضف قاعدة لها مسار.
rule-path = الطلب
rule-ignore = تجاهل
rule-remove = إزالة
rule-add = إضافة قاعدة
rule-any-method = أي طريقة
rule-method-of = طريقة القاعدة { $row }
rule-path-of = مسار القاعدة { $row }
rule-service-of = خدمة القاعدة { $row }
rule-region-of = منطقة القاعدة { $row }
rule-ignore-of = تجاهل ما يطابق القاعدة { $row }
rule-remove-of = إزالة القاعدة { $row }
field-time = الوقت
field-status = الحالة
field-service = الخدمة
field-region = المنطقة
field-project = المشروع
field-id = معرّف السجل
field-count = العدد
field-path = المسار
field-method = الطريقة

import-lacks-files = اختر الملفات أولًا، أو ألصق أسطرًا.
import-lacks-source = سمِّ المصدر.
import-previews = القراءة لا تغيّر شيئًا بعد.
import-undoable = يمكن التراجع عن الاستيراد كله.
import-preview = معاينة
import-reading = تجري القراءة…
import-writing = يجري التدوين…
cancel-reading = إلغاء
import-cancelled = أُلغي الاستيراد. لم يُحفظ منه شيء.
rows-read = { $count ->
    [zero] لا صفوف
    [one] صف واحد
    [two] صفان
    [few] { $shown } صفوف
    [many] { $shown } صفًا
   *[other] { $shown } صف
  }

import-sentence = { $count ->
    [0] لا شيء هنا تُحتسب رسومه.
    [one] استدعاء واحد، { $cost }.
    [two] استدعاءان، { $cost } في المجموع.
    [few] { $shown } استدعاءات، { $cost } في المجموع.
    [many] { $shown } استدعاءً، { $cost } في المجموع.
   *[other] { $shown } استدعاء، { $cost } في المجموع.
  }
import-owes = سيصبح عليك { $amount }.
import-span = الاستخدام من
import-enables = تُفعَّل، لأن الاستدعاءات تثبت أنها كانت مفعّلة: { $services }.
import-uncovered = { $count ->
    [zero] كل هذه الاستدعاءات مغطّاة.
    [one] استدعاء واحد من هذه لا يدفع عنه أي مصدر. لا يكلّف شيئًا.
    [two] استدعاءان من هذه لا يدفع عنهما أي مصدر. لا يكلّفان شيئًا.
    [few] { $shown } استدعاءات من هذه لا يدفع عنها أي مصدر. لا تكلّف شيئًا.
    [many] { $shown } استدعاءً من هذه لا يدفع عنها أي مصدر. لا تكلّف شيئًا.
   *[other] { $shown } استدعاء من هذه لا يدفع عنها أي مصدر. لا تكلّف شيئًا.
  }
import-refused = { $count ->
    [zero] لا استدعاءات مستثناة من { $name }: { $reason }.
    [one] استدعاء واحد من { $name } لا تُحتسب رسومه: { $reason }.
    [two] استدعاءان من { $name } لا تُحتسب رسومهما: { $reason }.
    [few] { $shown } استدعاءات من { $name } لا تُحتسب رسومها: { $reason }.
    [many] { $shown } استدعاءً من { $name } لا تُحتسب رسومها: { $reason }.
   *[other] { $shown } استدعاء من { $name } لا تُحتسب رسومها: { $reason }.
  }
fact-rows = الصفوف المقروءة
fact-billable = خاضعة للرسوم
fact-failed = فاشلة
fact-unmatched = لا تطابق أي قاعدة
fact-ignored = متجاهَلة
fact-duplicates = مكررة
fact-overlapped = مستوردة من قبل
fact-rejected = مرفوضة
fact-conflicts = مُنحّاة
import-lines = التكلفة حسب الخدمة
balance-after = الرصيد بعده
rejected-title = الصفوف المرفوضة: { $shown }
conflicts-title = مُنحّاة، المعرّف نفسه بمحتوى آخر: { $shown }
rejected-more = يُعرض أول { $shown } من { $total }.
unmatched-title = لا تطابق أي قاعدة: { $shown }
ignored-title = تجاهلتها قاعدة: { $shown }
import-detail-failed = تعذّرت قراءة ما استبعده الاستيراد.
import-not-kept = لم يحفظ الإصدار الذي استورده ما استُبعد.
import-left-nothing-out = كل صف أصبح استخدامًا، أو كان كذلك من قبل.
files-read = { $count ->
    [zero] لم يُقرأ أي ملف
    [one] قُرئ ملف واحد
    [two] قُرئ ملفان
    [few] قُرئت { $count } ملفات
    [many] قُرئ { $count } ملفًا
   *[other] قُرئ { $count } ملف
  }
format-access-log = سجل وصول
format-csv = CSV
format-json-lines = JSON lines
format-cloudevents = CloudEvents
import-confirm = { $count ->
    [zero] الاستيراد بلا استدعاءات
    [one] استيراد استدعاء واحد
    [two] استيراد استدعاءين
    [few] استيراد { $shown } استدعاءات
    [many] استيراد { $shown } استدعاءً
   *[other] استيراد { $shown } استدعاء
  }
imported = { $count ->
    [zero] تم الاستيراد بلا استدعاءات، { $cost }. الرصيد: { $balance }.
    [one] تم استيراد استدعاء واحد، { $cost }. الرصيد: { $balance }.
    [two] تم استيراد استدعاءين، { $cost }. الرصيد: { $balance }.
    [few] تم استيراد { $shown } استدعاءات، { $cost }. الرصيد: { $balance }.
    [many] تم استيراد { $shown } استدعاءً، { $cost }. الرصيد: { $balance }.
   *[other] تم استيراد { $shown } استدعاء، { $cost }. الرصيد: { $balance }.
  }

reject-not-an-access-log-line = ليس سطرًا من سجل وصول
reject-cut-short = مقطوع في وسطه
reject-line-too-long = أطول من أي سطر حقيقي
reject-missing = ينقصه حقل
reject-unreadable = فيه حقل لا يُقرأ
reject-not-a-record = ليس سجلًا
reject-not-an-event = ليس حدث CloudEvents
reject-in-the-future = في المستقبل
reject-unknown-format = صيغته غير معروفة
reject-conflict = معرّفه معروف بمحتوى آخر
