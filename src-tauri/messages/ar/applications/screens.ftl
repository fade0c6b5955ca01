# Screens of accounts that have applications and count minutes. Each replaces the sentence of its key.

account-delay-minutes = { $count ->
    [0] بلا تأخير: يُسوّى اليوم في ساعة المزوّد من اليوم التالي
    [one] دقيقة واحدة بعد ساعة المزوّد
    [two] دقيقتان بعد ساعة المزوّد
    [few] { $shown } دقائق بعد ساعة المزوّد
    [many] { $shown } دقيقة بعد ساعة المزوّد
   *[other] { $shown } دقيقة بعد ساعة المزوّد
  }
verdict-package-exhausted = استُنفدت الباقة { $package }. تُحتسب دقائق { $service } بعدها تجاوزًا.
verdict-package-ends = تنتهي الباقة { $package } يوم { $at }. بعدها يُعلَّق التطبيق { $service }.
verdict-quota-runs-out = باستخدام كالأسابيع الأخيرة تُستنفد الباقة { $package } يوم { $at } على أقرب تقدير. بعد ذلك يُعلَّق التطبيق { $service } أو تُحتسب دقائقه تجاوزًا.
verdict-no-money = لم يبقَ مال. أول دقيقة تجاوز تُدخل الحساب في المتأخرات.
timeline-caption = { $count ->
    [0] لا شيء قادم سوى التسويات اليومية.
    [one] حدث واحد قادم، بتوقيت المزوّد.
    [two] حدثان قادمان، بتوقيت المزوّد.
    [few] { $shown } أحداث قادمة، بتوقيت المزوّد.
    [many] { $shown } حدثًا قادمًا، بتوقيت المزوّد.
   *[other] { $shown } حدث قادم، بتوقيت المزوّد.
  }
notice-package-exhausted = استُنفدت الباقة { $package }. يُعلَّق تطبيقها ما لم يكن التجاوز مفعّلًا.
notice-package-expired = انتهت الباقة { $package }. سقط ما بقي فيها، وعُلِّق تطبيقها.

usage-verdict = دقائق اليوم حتى الآن: { $today }.
usage-verdict-usual = دقائق اليوم حتى الآن: { $today }؛ والمعتاد في اليوم { $usual }.
usage-verdict-span = { $count ->
    [zero] لا دقائق، { $span }.
    [one] دقيقة واحدة، { $span }.
    [two] دقيقتان، { $span }.
    [few] { $shown } دقائق، { $span }.
    [many] { $shown } دقيقة، { $span }.
   *[other] { $shown } دقيقة، { $span }.
  }
usage-paid = في المدة أدناه دفعت الباقات عن { $packages } من الدقائق؛ وكان { $billed } منها تجاوزًا، بمجموع { $charged }.
usage-paid-one-by-one = في المدة أدناه كان { $billed } من الدقائق تجاوزًا، بمجموع { $charged }.
usage-paid-by-packages = في المدة أدناه دفعت الباقات عن كل الدقائق، وعددها { $packages }.
usage-none-in-span = لا دقائق في هذه المدة.
usage-empty-proof = أحضر الحضور في ملف CSV أو JSON lines: أفلته على النافذة، أو اضغط i.
pay-per-use-note = تُحتسب بالدقيقة
failed-note = السجلات الفاشلة ({ $calls }) لا تكلّف شيئًا
failed-none-note = تُسوّى في اليوم التالي
usage-per-hour = الدقائق في الساعة
usage-per-day = الدقائق في اليوم
usage-per-month = الدقائق في الشهر
usage-rows = حسب التطبيق
stacked-by-region = حسب التطبيق
undo-import-what = يُلغى حضور { $label } كله.
undo-import-confirm = التراجع عن الحضور

packages-verdict = { $count ->
    [zero] الدقائق المتبقية: { $left }. أول ما ينتهي { $sku }، يوم { $at }.
    [one] بقي { $left } من الدقائق في باقة واحدة. تنتهي { $sku } يوم { $at }.
    [two] بقي { $left } من الدقائق في باقتين. أولاهما انتهاءً { $sku }، يوم { $at }.
    [few] بقي { $left } من الدقائق في { $shown } باقات. أولها انتهاءً { $sku }، يوم { $at }.
    [many] بقي { $left } من الدقائق في { $shown } باقة. أولها انتهاءً { $sku }، يوم { $at }.
   *[other] بقي { $left } من الدقائق في { $shown } باقة. أولها انتهاءً { $sku }، يوم { $at }.
  }
packages-verdict-none = لم تبقَ دقائق في أي باقة.
packages-empty-proof = الباقة هي ترخيص العمل: التطبيق بلا باقة يُعلَّق.
order-hint = ترتيبها في الدفع { $order } ضمن تطبيقها
lapsed = { $count ->
    [zero] لم يسقط شيء
    [one] سقطت دقيقة واحدة
    [two] سقطت دقيقتان
    [few] سقطت { $shown } دقائق
    [many] سقطت { $shown } دقيقة
   *[other] سقطت { $shown } دقيقة
  }
ladder-title = ما يدفع عن الدقيقة التالية
price-of-next-call = سعر دقيقة التجاوز
ladder-nothing = لا شيء: تُرفض الدروس الجديدة.
burn-down = الدقائق المتبقية عبر الزمن

ability-enabling = إنشاء التطبيقات وتفعيلها
ability-disabling = تعطيل التطبيقات
everything-prevents-release = لا تُحذف التطبيقات ولا الباقات.
rung-may-enable-again = يمكن إنشاء التطبيقات من جديد.
rail-of-level = مرسوم بمقياس زمني، بتوقيت المزوّد.

outcome-off-nothing = لا شيء يلي نهايتها، { $end }: بعدها يُعلَّق التطبيق.
renewals-none-proof = الباقة التي تُشترى تظهر هنا مع نهايتها.
renewals-assumes = محسوب بالمال المتاح الآن: يُسوّى الاستخدام المفتوح أولًا، ولا تدخل فيه الدقائق والمدفوعات القادمة.
follows-nothing = يُعلَّق
option-pay-per-use = تركها تنتهي
option-nothing-what = بعد { $at } يُعلَّق التطبيق. لا يلزم فعل شيء.
option-lately = { $count ->
    [0] لا حضور في آخر 30 يومًا.
    [one] الدقيقة الوحيدة في آخر 30 يومًا كانت ستكلّف { $cost }.
    [two] الدقيقتان في آخر 30 يومًا كانتا ستكلّفان { $cost }.
    [few] الدقائق الـ{ $shown } في آخر 30 يومًا كانت ستكلّف { $cost }.
    [many] الدقائق في آخر 30 يومًا، وعددها { $shown }، كانت ستكلّف { $cost }.
   *[other] الدقائق في آخر 30 يومًا، وعددها { $shown }، كانت ستكلّف { $cost }.
  }
option-lapses = { $count ->
    [0] لن تسقط أي دقيقة مدفوعة.
    [one] بقيت دقيقة مدفوعة واحدة؛ تسقط حينها إن لم تُستخدم.
    [two] بقيت دقيقتان مدفوعتان؛ تسقطان حينها إن لم تُستخدما.
    [few] بقيت { $shown } دقائق مدفوعة؛ تسقط حينها إن لم تُستخدم.
    [many] بقيت { $shown } دقيقة مدفوعة؛ تسقط حينها إن لم تُستخدم.
   *[other] بقيت { $shown } دقيقة مدفوعة؛ تسقط حينها إن لم تُستخدم.
  }
option-end = التوقف فورًا
option-end-what = تعطيل التطبيق: تُرفض دروسه ولا تكلّف شيئًا. يسري ذلك فورًا، فاستخدم الدقائق المدفوعة قبله.

reason-no-package = لم تكن هناك باقة، والتجاوز مفعّل.
reason-package-not-started = جاء الدرس قبل سريان الباقة.
prevent-no-package = اشترِ باقة، أو عطّل التطبيق حيث يجب ألا تكلّف الدقائق شيئًا.
prevent-package-not-started = اشترِ قبل بدء الدرس.

unexpected-caption = كل دقائق التجاوز في { $span }، بحسب سبب عدم دفع باقة عنها. الدقيقة ذات الأسباب المتعددة تُحسب مرة واحدة.
unexpected-none = لا دقائق تجاوز في هذه المدة.
unexpected-offer = كانت { $sku } ستدفع: فيها { $count ->
    [zero] لا دقائق
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $shown } دقائق
    [many] { $shown } دقيقة
   *[other] { $shown } دقيقة
  } مقابل { $price }.
unexpected-buy = شراء للتطبيق { $region }

at-end-pay-per-use = تتحول إلى تجاوز
at-end-disable = يُعطَّل التطبيق
at-end-confirm-pay-per-use = تحويل { $sku } إلى تجاوز
at-end-confirm-disable = تعطيل التطبيق عند انتهاء { $sku }
at-end-disabled = يُعطَّل التطبيق عند انتهاء { $sku } يوم { $at }.
outcome-off-disabled = يُعطَّل التطبيق عند نهايتها، { $end }: لا تُحتسب رسوم بعدها.
follows-disabled = يُعطَّل
option-disable-what = يُعطَّل التطبيق تلقائيًا يوم { $at }، ما لم تدفع باقة أخرى عن دقائقه.
voucher-usage = التجاوز

lines-by-resource = التطبيق
lines-by-set-tags = وسم تطبيق من شاشة الباقات

cost-mode-pay-per-use = التجاوز
cost-by-region = التطبيق
cost-findings-overlap = قد تخصّ النتائج الدقائق نفسها: لا تُجمع مبالغها.
cost-looked-at = ما فُحص: دقائق التجاوز منذ { $since }: { $calls }، ورسومها { $charged }. مُدد الباقات التي انتهت خلال سنة: { $terms }.
effort-callers = تغيير مكان الحصص الدراسية
finding-outside-hours = دقائق { $place } كانت تجاوزًا في ساعات لا تدفع فيها { $package }.
finding-package-expired = دقائق { $place } كانت تجاوزًا بعد انتهاء { $package }، ولا باقة سارية.
finding-package-not-started = دقائق { $place } كانت تجاوزًا قبل سريان { $package }.
