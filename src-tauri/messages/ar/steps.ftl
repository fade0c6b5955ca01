# التراجع والإعادة: ما تم، بكلمات تلي «تراجع:»، وما آل إليه.

key-undo = تراجع
key-redo = إعادة
redo = إعادة
going-named-undo = تراجع: { $step }
going-named-redo = إعادة: { $step }
going-nothing-undo = لا شيء للتراجع عنه
going-nothing-redo = لا شيء لإعادته
going-told-undo = تم التراجع عن: { $step }. الساري الآن: { $now }.
going-told-redo = تمت إعادة: { $step }.
going-failed-undo = لم يتم التراجع عن: { $step }. { $error }
going-failed-redo = لم تتم إعادة: { $step }. { $error }
palette-words-redo = تكرار, مجددا
step-leave = إبقاؤه كما هو
step-left = يبقى كما هو: { $step }.
going-does-undo = يتراجع عن آخر ما تم. لا تراجع عن حركة المال أبدًا.
going-does-redo = يعيد آخر ما تم التراجع عنه.

step-balance-alert = تنبيه الرصيد على { $value }
step-balance-alert-off = تنبيه الرصيد متوقف
step-balance-snooze = تنبيه الرصيد مؤجَّل حتى { $value }
step-balance-snooze-off = تنبيه الرصيد غير مؤجَّل
step-package-alert = تنبيه باقة { $name } على { $value }
step-package-alert-off = تنبيه باقة { $name } متوقف
step-at-end = { $package } عند نهايتها: { $what }
step-renews = { $count ->
    [zero] { $what }، أول محاولة في يومها الأخير
    [one] { $what }، أول محاولة قبل يوم واحد
    [two] { $what }، أول محاولة قبل يومين
    [few] { $what }، أول محاولة قبل { $shown } أيام
    [many] { $what }، أول محاولة قبل { $shown } يومًا
   *[other] { $what }، أول محاولة قبل { $shown } يوم
  }
step-and-more = { $count ->
    [zero] { $step }
    [one] { $step }، وإعداد آخر
    [two] { $step }، وإعدادان آخران
    [few] { $step }، و{ $shown } إعدادات أخرى
    [many] { $step }، و{ $shown } إعدادًا آخر
   *[other] { $step }، و{ $shown } إعداد آخر
  }
step-sharing = { $package } مشتركة مع حسابات الأعضاء
step-sharing-off = { $package } غير مشتركة
step-overage = التجاوز للتطبيق { $name } مفعّل
step-overage-off = التجاوز للتطبيق { $name } متوقف
step-tag = وسم { $name }: { $tag } = { $value }
step-tag-off = { $name } بلا الوسم { $tag }
step-level = المستوى { $value }
step-credit-limit = حد الائتمان { $value }
step-import = استيراد { $label }
step-theme = الألوان: { $value }
step-language = اللغة: { $value }
step-rows = ارتفاع الصفوف: { $value }
step-zoom = التكبير { $value }

error-no-step = تم شيء آخر في هذه الأثناء.
error-moved-on = تغيّر بعد ذلك بطريقة أخرى: التراجع عنه يلغي ذلك التغيير أيضًا.
