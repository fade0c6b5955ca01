# Packages: what is left, what pays next, what is on sale.

packages-verdict = { $count ->
    [zero] الاستدعاءات المتبقية: { $left }. أول ما ينتهي { $sku }، يوم { $at }.
    [one] بقي { $left } من الاستدعاءات في باقة واحدة. تنتهي { $sku } يوم { $at }.
    [two] بقي { $left } من الاستدعاءات في باقتين. أولاهما انتهاءً { $sku }، يوم { $at }.
    [few] بقي { $left } من الاستدعاءات في { $shown } باقات. أولها انتهاءً { $sku }، يوم { $at }.
    [many] بقي { $left } من الاستدعاءات في { $shown } باقة. أولها انتهاءً { $sku }، يوم { $at }.
   *[other] بقي { $left } من الاستدعاءات في { $shown } باقة. أولها انتهاءً { $sku }، يوم { $at }.
  }
packages-verdict-none = لم تبقَ استدعاءات في أي باقة. يُدفع عن كل استدعاء على حدة.
packages-empty = لا باقات في هذا الحساب.
packages-empty-proof = يُدفع عن كل استدعاء ناجح على حدة، بسعر الدفع حسب الاستخدام لخدمته ومنطقته.
packages-all-past = انتهت كل الباقات.
calls-left-note = { $count ->
    [0] لا باقة سارية
    [one] في باقة واحدة
    [two] في باقتين
    [few] في { $shown } باقات
    [many] في { $shown } باقة
   *[other] في { $shown } باقة
  }
used-up = مستنفدة
used-up-note = سارية ولم يبقَ فيها شيء
not-begun = لم تبدأ
not-begun-note = أقربها تبدأ يوم { $at }
not-begun-none = لا شيء مشترى مسبقًا
packages-rows = كل الباقات
packages-which = أي الباقات
packages-all = الكل
packages-now = الحالية
packages-past = السابقة
packages-group = الترتيب حسب
packages-by-harm = الأسبق ضررًا
packages-by-service = الخدمة
packages-by-region = المنطقة
packages-alert = تنبيه عند { $percent }
order-hint = ترتيبها في الدفع { $order } ضمن خدمتها ومنطقتها
all-used = استُخدمت كلها
lapsed = { $count ->
    [zero] لم يسقط شيء
    [one] سقط استدعاء واحد
    [two] سقط استدعاءان
    [few] سقطت { $shown } استدعاءات
    [many] سقط { $shown } استدعاءً
   *[other] سقط { $shown } استدعاء
  }
meter = بقي { $left } من { $quota }، أي { $percent } في المئة

ladder-title = ما يدفع عن الاستدعاء التالي
ladder-caption = بهذا الترتيب، حتى تُستنفد كل واحدة.
price-of-next-call = سعر الاستدعاء التالي
ladder-nothing = لا شيء: تُرفض الاستدعاءات.
passed-over = لا تدفع عنه:
passed-region-mismatch = منطقة أخرى
passed-trial-region-mismatch = حصة مجانية لمنطقة أخرى
passed-service-mismatch = خدمة أخرى
passed-project-mismatch = مشروع آخر
passed-outside-hours = ساعات أخرى من اليوم
passed-package-not-started = لم تبدأ
passed-package-used-up = مستنفدة
passed-package-expired = منتهية

choose-package = اختر باقة أولًا: صفها، أو Enter لفتحها.
renew-over = انتهت { $sku } نهائيًا. لا يمكن تجديدها.
left-of = متبقية من
daily-hours = ساعات اليوم
valid = تسري من
until = حتى
paid-until = مدفوعة حتى
used-and-elapsed = المستخدَم / المنقضي
paid = المدفوع
source = المصدر
alert = التنبيه
alert-none = لا يوجد
alert-at = عند بقاء { $percent }
buy-another = شراء باقة أخرى
burn-down = الاستدعاءات المتبقية عبر الزمن
cycles = الدورات
deductions = الخصومات
deductions-none = لم يُخصم شيء بعد.
package-failed = تعذّر تحميل الباقة.

shared = حسابات الأعضاء
shared-on = يمكنها الاستخدام
shared-off = لا يمكنها الاستخدام
do-share = مشاركة
do-unshare = إيقاف المشاركة
share-on-title = مشاركة { $sku }
share-off-title = إيقاف مشاركة { $sku }
share-on-what = من الآن تدفع عن استدعاءات حسابات أعضائك أيضًا، كما عن استدعاءاتك.
share-off-what = من الآن تدفع عن استدعاءاتك وحدها. وتصبح استدعاءات حسابات الأعضاء بالدفع حسب الاستخدام، ما لم تُشارَك باقة أخرى.
share-members = أعضاء أجروا استدعاءات
share-no-members = لا أحد حتى الآن
share-members-how = يُنسب الاستدعاء إلى عضو حين يذكره استخدامه: في عمود للعضو، أو في المشروع @member.
share-again = يمكن عكس ذلك في أي وقت.
share-switch-on = مشاركة { $sku } مع حسابات الأعضاء
share-switch-off = إيقاف مشاركة { $sku }
share-is-on = تدفع { $sku } عن استدعاءات حسابات الأعضاء أيضًا.
share-is-off = تدفع { $sku } عن استدعاءاتك وحدها.

do-tag = وسم
tag-name = وسم { $name }
tag-title = وسم { $name }
tag-what = الوسم يبيّن لمن هذه التكاليف. يحمله كل بند، حتى بنود الأشهر السابقة، ويمكن جمع الفواتير حسبه.
tag-present = الوسوم
tag-change = تغيير الوسم { $key }
tag-do-change = تغيير
tag-key = الوسم
tag-key-hint = مثل team
tag-value = القيمة
tag-value-hint = مثل kyc
tag-value-hint-away = اتركها فارغة لإزالة الوسم
tag-known = مستخدَم في مكان آخر:
tag-before = قبل
tag-after = بعد
tag-none = لا يوجد
tag-same = القيمة هي نفسها بالفعل.
tag-again = يمكن تغيير الوسم في أي وقت. لا يتحرك مال.
tag-take-away = إزالة { $key }
tag-confirm = إضافة الوسم { $key } = { $value }
tag-is-set = تم وسم { $name }: { $key } = { $value }.
tag-taken-away = تمت إزالة الوسم { $key } من { $name }.
