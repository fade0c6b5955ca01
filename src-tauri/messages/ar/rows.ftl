# صفوف الجداول: المحدَّد منها وقائمته وكيف تخرج من النافذة.

key-pick = تحديد الصف
key-unpick = إلغاء تحديد الصف
key-pick-more = مدّ التحديد إلى الصف المجاور
key-pick-none = إلغاء تحديد كل الصفوف
key-row-menu = قائمة الصف
key-export = حفظ الصفوف أو نسخها
rows-picked = { $count ->
    [zero] لا صف محدَّد.
    [one] صف واحد محدَّد من { $of }.
    [two] صفان محدَّدان من { $of }.
    [few] { $shown } صفوف محدَّدة من { $of }.
    [many] { $shown } صفًا محدَّدًا من { $of }.
   *[other] { $shown } صف محدَّد من { $of }.
  }
rows-export = حفظ أو نسخ: { $table }
rows-save = { $count ->
    [zero] حفظ رؤوس الأعمدة وحدها بصيغة { $form }
    [one] حفظ صف واحد بصيغة { $form }
    [two] حفظ صفين بصيغة { $form }
    [few] حفظ { $shown } صفوف بصيغة { $form }
    [many] حفظ { $shown } صفًا بصيغة { $form }
   *[other] حفظ { $shown } صف بصيغة { $form }
  }
rows-copy = { $count ->
    [zero] نسخ رؤوس الأعمدة وحدها
    [one] نسخ صف واحد
    [two] نسخ صفين
    [few] نسخ { $shown } صفوف
    [many] نسخ { $shown } صفًا
   *[other] نسخ { $shown } صف
  }
rows-saved = { $count ->
    [zero] حُفظت رؤوس الأعمدة وحدها في { $file }.
    [one] حُفظ صف واحد في { $file }.
    [two] حُفظ صفان في { $file }.
    [few] حُفظت { $shown } صفوف في { $file }.
    [many] حُفظ { $shown } صفًا في { $file }.
   *[other] حُفظ { $shown } صف في { $file }.
  }
rows-copied = { $count ->
    [zero] نُسخت رؤوس الأعمدة وحدها.
    [one] نُسخ صف واحد.
    [two] نُسخ صفان.
    [few] نُسخت { $shown } صفوف.
    [many] نُسخ { $shown } صفًا.
   *[other] نُسخ { $shown } صف.
  }
rows-not-copied = تعذّر نسخ الصفوف: الحافظة مغلقة في هذا النظام.

auto-renew-many = { $count ->
    [zero] عند نهاية الباقات المحددة
    [one] عند نهاية باقة واحدة
    [two] عند نهاية باقتين
    [few] عند نهاية { $shown } باقات
    [many] عند نهاية { $shown } باقة
   *[other] عند نهاية { $shown } باقة
  }
auto-renew-many-confirm = { $count ->
    [zero] لا باقة تتغير: { $what }
    [one] ضبط باقة واحدة: { $what }
    [two] ضبط باقتين: { $what }
    [few] ضبط { $shown } باقات: { $what }
    [many] ضبط { $shown } باقة: { $what }
   *[other] ضبط { $shown } باقة: { $what }
  }
auto-renew-many-told = { $count ->
    [zero] لم تتغير أي باقة: { $what }.
    [one] ضُبطت باقة واحدة: { $what }.
    [two] ضُبطت باقتان: { $what }.
    [few] ضُبطت { $shown } باقات: { $what }.
    [many] ضُبطت { $shown } باقة: { $what }.
   *[other] ضُبطت { $shown } باقة: { $what }.
  }
auto-renew-many-over = { $count ->
    [zero] لم تنته أي من الباقات المحددة.
    [one] انتهت واحدة من الباقات المحددة: لا يمكن اختيار شيء لها.
    [two] انتهت اثنتان من الباقات المحددة: لا يمكن اختيار شيء لهما.
    [few] انتهت { $shown } من الباقات المحددة: لا يمكن اختيار شيء لها.
    [many] انتهت { $shown } من الباقات المحددة: لا يمكن اختيار شيء لها.
   *[other] انتهت { $shown } من الباقات المحددة: لا يمكن اختيار شيء لها.
  }
