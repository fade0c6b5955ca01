# Sheets of accounts that have applications and count minutes. Each replaces the sentence of its key.

calls-for = { $count ->
    [zero] دقيقة، المدة: { $term }
    [one] دقيقة، المدة: { $term }
    [two] دقيقة، المدة: { $term }
    [few] دقائق، المدة: { $term }
    [many] دقيقة، المدة: { $term }
   *[other] دقيقة، المدة: { $term }
  }
before-it = { $count ->
    [zero] قبل أي دقيقة من باقات أخرى
    [one] بعد دقيقة واحدة من باقات أخرى
    [two] بعد دقيقتين من باقات أخرى
    [few] بعد { $shown } دقائق من باقات أخرى
    [many] بعد { $shown } دقيقة من باقات أخرى
   *[other] بعد { $shown } دقيقة من باقات أخرى
  }
buy-confirm = شراء { $count ->
    [zero] لا دقائق
    [one] دقيقة واحدة
    [two] دقيقتين
    [few] { $shown } دقائق
    [many] { $shown } دقيقة
   *[other] { $shown } دقيقة
  } للتطبيق { $place }، { $price }
bought = تم شراء { $sku } للتطبيق { $place }، { $price }. المتاح للإنفاق الآن: { $spendable }.
renew-term-calls = الدقائق: { $shown }
auto-renew-assumes = يُسوّى الاستخدام المفتوح أولًا؛ ولا تُحسب الدقائق من الآن ولا المدفوعات القادمة.

tail-settlement = دقائق استُخدمت ستدخل الفاتورة
lost-calls = { $count ->
    [zero] لا تضيع أي دقيقة مدفوعة.
    [one] تضيع دقيقة مدفوعة واحدة فورًا. لا يمكن التراجع عن ذلك.
    [two] تضيع دقيقتان مدفوعتان فورًا. لا يمكن التراجع عن ذلك.
    [few] تضيع { $shown } دقائق مدفوعة فورًا. لا يمكن التراجع عن ذلك.
    [many] تضيع { $shown } دقيقة مدفوعة فورًا. لا يمكن التراجع عن ذلك.
   *[other] تضيع { $shown } دقيقة مدفوعة فورًا. لا يمكن التراجع عن ذلك.
  }
kept-calls = { $count ->
    [0] لا شيء: لم تبقَ دقيقة مدفوعة.
    [one] لا شيء الآن: يمكن استخدام دقيقة مدفوعة واحدة حتى { $until }. وما يبقى حينها يسقط.
    [two] لا شيء الآن: يمكن استخدام دقيقتين مدفوعتين حتى { $until }. وما يبقى حينها يسقط.
    [few] لا شيء الآن: يمكن استخدام { $shown } دقائق مدفوعة حتى { $until }. وما يبقى حينها يسقط.
    [many] لا شيء الآن: يمكن استخدام { $shown } دقيقة مدفوعة حتى { $until }. وما يبقى حينها يسقط.
   *[other] لا شيء الآن: يمكن استخدام { $shown } دقيقة مدفوعة حتى { $until }. وما يبقى حينها يسقط.
  }
disable-title = تعطيل { $region }
enable-title = تفعيل { $region }
disable-name = تعطيل { $region }
enable-name = تفعيل { $region }
disable-what = تُرفض الدروس الجديدة في { $region } من الآن، حتى يُفعَّل التطبيق من جديد.
enable-what = تُقبل الدروس في { $region } من الآن، ما لم يوقف التطبيقَ سبب آخر.
enable-price = دقيقة التجاوز
held-back-none = لا دقيقة مدفوعة محتجزة.
disabled = تم تعطيل التطبيق { $region }.
enabled = تم تفعيل التطبيق { $region }.

import-source-hint = اسم الفصل أو التصدير. تُحسب معرّفات السجلات مرة واحدة لكل مصدر، وتُحفظ قواعده.
rules = كيف يُقرأ الحضور
import-sentence = { $count ->
    [0] لا حضور هنا.
    [one] دقيقة واحدة، { $cost }.
    [two] دقيقتان، { $cost } في المجموع.
    [few] { $shown } دقائق، { $cost } في المجموع.
    [many] { $shown } دقيقة، { $cost } في المجموع.
   *[other] { $shown } دقيقة، { $cost } في المجموع.
  }
import-enables = تُنشأ، لأن الدروس تثبت أنها كانت موجودة: { $services }.
import-uncovered = { $count ->
    [zero] كل هذه الدقائق مغطّاة.
    [one] دقيقة واحدة من هذه لا حصة لها في أي باقة، ولا يدفع عنها التجاوز. لا تكلّف شيئًا.
    [two] دقيقتان من هذه لا حصة لهما في أي باقة، ولا يدفع عنهما التجاوز. لا تكلّفان شيئًا.
    [few] { $shown } دقائق من هذه لا حصة لها في أي باقة، ولا يدفع عنها التجاوز. لا تكلّف شيئًا.
    [many] { $shown } دقيقة من هذه لا حصة لها في أي باقة، ولا يدفع عنها التجاوز. لا تكلّف شيئًا.
   *[other] { $shown } دقيقة من هذه لا حصة لها في أي باقة، ولا يدفع عنها التجاوز. لا تكلّف شيئًا.
  }
import-refused = { $count ->
    [zero] لا ثواني مستثناة من { $name }: { $reason }.
    [one] ثانية واحدة من { $name } لا تُقاس: { $reason }.
    [two] ثانيتان من { $name } لا تُقاسان: { $reason }.
    [few] { $shown } ثوانٍ من { $name } لا تُقاس: { $reason }.
    [many] { $shown } ثانية من { $name } لا تُقاس: { $reason }.
   *[other] { $shown } ثانية من { $name } لا تُقاس: { $reason }.
  }
import-lines = التكلفة حسب التطبيق
fact-billable = ثواني الحضور
import-confirm = { $count ->
    [zero] الاستيراد بلا دقائق
    [one] استيراد دقيقة واحدة
    [two] استيراد دقيقتين
    [few] استيراد { $shown } دقائق
    [many] استيراد { $shown } دقيقة
   *[other] استيراد { $shown } دقيقة
  }
imported = { $count ->
    [zero] تم الاستيراد بلا دقائق، { $cost }. الرصيد: { $balance }.
    [one] تم استيراد دقيقة واحدة، { $cost }. الرصيد: { $balance }.
    [two] تم استيراد دقيقتين، { $cost }. الرصيد: { $balance }.
    [few] تم استيراد { $shown } دقائق، { $cost }. الرصيد: { $balance }.
    [many] تم استيراد { $shown } دقيقة، { $cost }. الرصيد: { $balance }.
   *[other] تم استيراد { $shown } دقيقة، { $cost }. الرصيد: { $balance }.
  }

error-no-rules = لا قواعد بعد لهذا المصدر. حدّد كيف يُقرأ حضوره.
error-not-enabled = التطبيق غير مفعّل.
error-already-enabled = التطبيق موجود ومفعّل بالفعل.
error-unknown-resource = لم يكن هذا التطبيق في الحساب قط.
error-no-price = لا سعر للدقيقة في قائمة الأسعار في ذلك الوقت.
instead-of = · التجاوز
