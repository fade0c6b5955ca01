# كل الحسابات، مرتّبة حسب الوقت المتبقي حتى الضرر: رقم واحد لكل المزوّدين.

screen-accounts = الحسابات
time-to-harm = الوقت حتى الضرر
accounts-first = الأول: { $name }، { $at }: { $what }
accounts-first-now = الأول: { $name } – { $what }
accounts-calm = لا يسوء شيء في أي حساب خلال الأيام الثلاثين القادمة.
accounts-unforeseen = { $count ->
    [zero] كل الحسابات لها توقّع.
    [one] الاستخدام المعروف لحساب واحد لا يكفي للتوقّع.
    [two] الاستخدام المعروف لحسابين لا يكفي للتوقّع.
    [few] الاستخدام المعروف لـ { $shown } حسابات لا يكفي للتوقّع.
    [many] الاستخدام المعروف لـ { $shown } حسابًا لا يكفي للتوقّع.
   *[other] الاستخدام المعروف لـ { $shown } حساب لا يكفي للتوقّع.
  }
accounts-open = فتح { $name }
accounts-open-now = مفتوح الآن
accounts-table = كل الحسابات
accounts-only = هذا هو الحساب الوحيد في هذه الدفاتر.
accounts-sum-sample = المتاح للإنفاق الآن، بيانات تجريبية
accounts-sum-note = { $count ->
    [zero] { $currency }، بلا حسابات
    [one] { $currency }، حساب واحد
    [two] { $currency }، حسابان
    [few] { $currency }، { $shown } حسابات
    [many] { $currency }، { $shown } حسابًا
   *[other] { $currency }، { $shown } حساب
  }
accounts-now = الآن
accounts-left = { $count ->
    [zero] لا شيء
    [one] واحدة، المتبقي { $left }
    [two] اثنتان، المتبقي { $left }
    [few] { $shown }، المتبقي { $left }
    [many] { $shown }، المتبقي { $left }
   *[other] { $shown }، المتبقي { $left }
  }
accounts-contract = العقد والقواعد
accounts-contract-of = عقد { $name } وقواعده
column-next-harm = ما يسوء بعد ذلك
column-packages-left = الباقات
column-usage-known = الاستخدام حتى
account-with-harm = { $name } – { $harm }
account-sample = { $name } (بيانات تجريبية)

harm-nothing = لا شيء خلال الأيام الثلاثين القادمة
harm-arrears = عليك { $amount }، وتنتهي مهلة الدفع
harm-frozen = مجمّد: عليك { $amount }، وتنتهي فترة الاحتفاظ
harm-suspended = عليك { $amount }: كل شيء معلّق، وتنتهي فترة الاحتفاظ
harm-release-pending = تُحذف موارد الحساب ما لم يُسدَّد { $amount }
harm-released = حُذفت الموارد؛ ويبقى { $amount } واجب السداد
harm-overdrawn = تبدأ المتأخرات: ينقص { $amount }
harm-no-money = لم يبقَ مال ولا باقة
harm-no-application = لا تطبيق بعد
harm-application-quota = التطبيق { $service } معلّق: باقاته مستنفدة
harm-application-expired = التطبيق { $service } معلّق: لا باقة له
harm-package-exhausted = استُنفدت الباقة { $package }
harm-renewal-fails = سيفشل تجديد { $package }: ينقص { $amount }
harm-renewal-not-sold = سيفشل تجديد { $package }: لم تعد تُباع
harm-package-ends = تنتهي { $package } وفيها حصة متبقية
harm-money-spent = قد ينفد المال
harm-renewal-would-fail = قد يفشل تجديد { $package }: ينقص حتى { $amount }
harm-quota-runs-out = قد تُستنفد الباقة { $package }

do-rename = إعادة التسمية
rename-open = إعادة تسمية { $name }
rename-title = إعادة تسمية { $name }؟
rename-hint = اسم فقط: ما دُوِّن يبقى كما هو.
rename-confirm = تسميته { $name }
rename-done = صار اسم { $before } الآن { $name }.
