# Arrears: how far they have come, what still works, what a payment buys.

verdict-arrears = عليك { $amount }. الشراء والتجديد مرفوضان حتى السداد؛ ويعمل كل ما سواهما حتى { $at }.
verdict-frozen = الدفع حسب الاستخدام مرفوض، والباقات مستمرة في الدفع. سدِّد { $amount } في موعد أقصاه { $at }، وإلا حُذفت موارد الحساب.
verdict-suspended = كل شيء معلّق. سدِّد { $amount } في موعد أقصاه { $at }؛ فأول مهمة يومية بعده تحذف موارد الحساب.
verdict-release-pending = انتهت فترة الاحتفاظ. تُحذف موارد الحساب يوم { $at }، ما لم يُسدَّد { $amount } قبل ذلك.
verdict-released = حُذفت موارد الحساب يوم { $at }. لم يبقَ شيء مما كان فيه؛ ويبقى { $amount } واجب السداد.
verdict-arrears-everything = عليك { $amount }. الشراء والتجديد والدروس الجديدة مرفوضة حتى السداد. ويتوقف كل شيء ابتداءً من { $at }، حتى إن بقيت حصة في الباقات.

rail-title = من الوضع العادي إلى الحذف
rail-of-level = مرسوم بمقياس زمني، بتوقيت المزوّد، للمستوى { $level }.
rail-twin-over = { $stage }: مرحلة منتهية، بدأت يوم { $at }
rail-twin-now = { $stage }: المرحلة الحالية، منذ { $at }
rail-twin-ahead = { $stage }: مرحلة تبدأ يوم { $at }
rail-twin-normal = { $stage }: لا شيء عليك
stage-normal = عادي
stage-grace = السماح
stage-frozen = التجميد
stage-suspended = التعليق
stage-release-pending = انتظار الحذف
stage-released = الحذف

still-works = ما زال يعمل
has-stopped = يتوقف
everything-stops = كل شيء، حتى إن بقيت حصة في الباقات
ability-pay-per-use = الدفع حسب الاستخدام
ability-packages = ما تدفع عنه الباقات
ability-running-classes = الدروس الجارية
ability-new-classes = الدروس الجديدة
ability-recordings = الملفات المسجّلة
ability-enabling = تفعيل الخدمات
ability-buying = الشراء والتجديد، ومنه التلقائي
ability-topping-up = شحن الرصيد
ability-disabling = تعطيل الخدمات
ability-giving-back = إرجاع الباقات
grace-goes-on = ما يُستخدم تُحتسب رسومه مع ذلك وتضاف إلى ما عليك.
accrues = استُخدم منذ ذلك ولم يُسوَّ: { $amount }

rungs = ما يحققه السداد
rung-avoids-arrears = تُسدَّد التسوية التالية كاملة: لا تبدأ متأخرات.
rung-keeps-running = يستمر الدفع حسب الاستخدام: لا يُجمَّد الحساب.
everything-keeps-running = يستمر كل شيء: لا تعليق.
rung-runs-again = يعود الدفع حسب الاستخدام فورًا.
everything-runs-again = يعود كل شيء إلى العمل فورًا، ما لم يكن متوقفًا لسبب آخر.
rung-prevents-release = لا تُحذف الخدمات.
everything-prevents-release = لا تُحذف الخدمات ولا الباقات.
rung-may-enable-again = يمكن تفعيل الخدمات من جديد.
rung-covers-usage = يغطي أيضًا ما استُخدم منذ ذلك، فلا تبدأ متأخرات جديدة.
rung-at-any-time = في أي وقت
pay = سداد { $amount }
pay-by = سداد { $amount } حتى { $at }

what-would-happen = إذا تعذّر سداد تسوية
what-would-happen-next = ما سيحدث لو تعذّر سداد التسوية التالية كاملة، { $at }.
what-would-happen-short = المال لا يكفي لتسوية { $at }.
would-begin = البداية
would-stop = ما يتوقف عندها
would-stop-all = كل شيء، حتى إن بقيت حصة في الباقات

save-deadlines = حفظ هذه المواعيد في تقويم
calendar-name = مواعيد { $account }
calendar-pay = { $account }: سداد { $amount }
calendar-begins = { $account }: بدء مرحلة { $stage }
calendar-ahead = لا شيء عليك بعد: المال لا يكفي للتسوية التالية.
calendar-as-of = كما في { $at }؛ وما استُخدم بعده يضاف إليه.
calendar-nothing = لا موعد قادمًا بعد الآن.
calendar-saved = { $count ->
    [zero] لم يُحفظ أي موعد في { $file }.
    [one] حُفظ موعد واحد في { $file }.
    [two] حُفظ موعدان في { $file }.
    [few] حُفظت { $shown } مواعيد في { $file }.
    [many] حُفظ { $shown } موعدًا في { $file }.
   *[other] حُفظ { $shown } موعد في { $file }.
  }
