# Ways of paying for the same calls, and the switch from one to another.

do-compare = مقارنة طرق الدفع
compare-short = مقارنة
compare-name = مقارنة طرق الدفع عن { $service } في { $region }
key-compare = مقارنة طرق الدفع عنها
compare-title = طرق الدفع عن { $service } في { $region }
compare-span = استدعاءات آخر
compare-no-calls = { $days ->
    [zero] لا استدعاءات: لا شيء للمقارنة.
    [one] لا استدعاءات في هذا اليوم: لا شيء للمقارنة.
    [two] لا استدعاءات في هذين اليومين: لا شيء للمقارنة.
    [few] لا استدعاءات في هذه الأيام الـ{ $days }: لا شيء للمقارنة.
    [many] لا استدعاءات في آخر { $days } يومًا: لا شيء للمقارنة.
   *[other] لا استدعاءات في آخر { $days } يوم: لا شيء للمقارنة.
  }
compare-stay-best = كان الدفع حسب الاستخدام الأقل تكلفة عن { $count ->
    [zero] أي استدعاء
    [one] الاستدعاء الوحيد
    [two] استدعاءين
    [few] { $shown } استدعاءات
    [many] { $shown } استدعاءً
   *[other] { $shown } استدعاء
  } في آخر { $days ->
    [zero] مدة
    [one] يوم
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
  }: { $stay }.
compare-best = كانت تكلفة { $sku } عن { $shown } من الاستدعاءات في آخر { $days ->
    [zero] مدة
    [one] يوم
    [two] يومين
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
  } هي { $total }: أقل من الدفع حسب الاستخدام بمقدار { $saves }.
compare-ways = ما كانت ستكلّفه هذه الاستدعاءات
compare-way = طريقة الدفع
compare-stay = الدفع حسب الاستخدام وحده
compare-up-front = مقدَّمًا
compare-in-all = المجموع
compare-left = المتبقي
compare-cheapest = الأقل تكلفة
compare-less = أقل بمقدار { $amount }
compare-more = أكثر بمقدار { $amount }
compare-used-up = تُستنفد
compare-back = العودة إلى الدفع حسب الاستخدام
compare-back-of = تتحول { $sku } إلى الدفع حسب الاستخدام عند نهايتها،
compare-switch = ما يحدث عند التحوّل
compare-open-before = استدعاءات الساعة المفتوحة حتى الآن
compare-open-calls = منها تبقى بالدفع حسب الاستخدام:
compare-open-settles = وتُسوّى
compare-open-none = لا شيء منها بالدفع حسب الاستخدام
compare-open-after = الاستدعاءات من { $at }
compare-open-after-what = تدفع عنها الباقات بترتيبها، ومنها { $sku }
compare-end-until = حتى
compare-end-pays = تدفع { $sku } عن الاستدعاءات
compare-end-after = بعد ذلك
compare-end-after-what = يُدفع عن كل استدعاء على حدة
compare-end-lapses = استدعاءات تسقط إن لم تُستخدم
compare-end-now = عند نهايتها
compare-end-note = يمكن تغييره حتى نهايتها.
compare-unchanged = لم يتغيّر شيء
compare-stay-note = لا يتغيّر شيء: تبقى الاستدعاءات بلا باقة بالدفع حسب الاستخدام.
compare-stay-confirm = إبقاء الوضع كما هو
