# Alerts: what was told, the rules, and their sheet.

screen-alerts = التنبيهات
alerts-open = { $count ->
    [zero] لا إشعارات قائمة.
    [one] إشعار واحد ما زال قائمًا.
    [two] إشعاران ما زالا قائمين.
    [few] { $shown } إشعارات ما زالت قائمة.
    [many] { $shown } إشعارًا ما زالت قائمة.
   *[other] { $shown } إشعار ما زالت قائمة.
  }
alerts-quiet = لا إشعار ينتظرك.
alerts-none = لم يُضبط أي تنبيه، ولا شيء يحتاج إليك.
key-alert = ضبط تنبيه
set-balance-alert = ضبط تنبيه للرصيد

inbox = الإشعارات
inbox-none = لا إشعارات بعد.
inbox-none-detail = هنا تظهر إشعارات التنبيهات والمتأخرات والمواعيد وانتهاء الباقات وتجديدها، مرة لكل حدث.
inbox-more = لا تُعرض الرسائل الأقدم.
episode-open = قائم
episode-acknowledged = تم الإقرار
episode-snoozed = مؤجَّل
episode-resolved = انتهى
episode-crossed = منذ
episode-told = { $count ->
    [zero] لم تُرسل رسالة
    [one] أُرسلت رسالة واحدة
    [two] أُرسلت رسالتان
    [few] أُرسلت { $shown } رسائل
    [many] أُرسلت { $shown } رسالة
   *[other] أُرسلت { $shown } رسالة
  }
episode-again = الرسالة التالية
episode-messages = { $count ->
    [zero] لا رسائل
    [one] الرسالة
    [two] الرسالتان
    [few] كل الرسائل ({ $shown })
    [many] كل الرسائل ({ $shown })
   *[other] كل الرسائل ({ $shown })
  }
told-found = اكتُشف متأخرًا ({ $after })، عند تشغيل البرنامج من جديد.
told-usage = آخر استخدام معروف حينها: { $at }.
acknowledge-balance-alert = الإقرار بتنبيه الرصيد
alert-acknowledged = تم الإقرار. لن يُرسل شيء حتى تُعبر العتبة من جديد.
snooze-for = { $count ->
    [zero] تأجيل { $shown } يوم
    [one] تأجيل يوم واحد
    [two] تأجيل يومين
    [few] تأجيل { $shown } أيام
    [many] تأجيل { $shown } يومًا
   *[other] تأجيل { $shown } يوم
}
snooze-end = إنهاء التأجيل
snooze-until = لا يُرسل شيء حتى
snooze-done = أُجِّل تنبيه الرصيد حتى { $at }. أما المهل والمتأخرات فيُشعَر بها على كل حال.
snooze-ended = يمكن لتنبيه الرصيد أن يُرسل من جديد.
measured-spendable = كان الائتمان المتاح { $value }، دون العتبة { $threshold }.
measured-recovered = كان الائتمان المتاح { $value }، عند العتبة { $threshold } أو فوقها.
measured-quota = كان المتبقي { $left } من { $quota }؛ والعتبة { $percent }.
measured-left = كان المتبقي { $left } من { $quota }.
measured-owed = كان عليك { $owed }.

alert-rules = القواعد
rule-balance = أشعرني عندما ينزل الائتمان المتاح عن { $amount }.
rule-blank-amount = مبلغ
rule-package = أشعرني عندما يبقى من باقة { $name } { $share } أو أقل.
rule-blank-percent = نسبة
rule-unasked = يُشعرك هذا المزوّد من تلقاء نفسه عند استخدام { $percents } من الباقة.
rule-off = متوقف
rule-armed = جاهز
rule-fired = انطلق
rule-acknowledged = تم الإقرار
rule-snoozed = مؤجَّل
rule-value = الائتمان المتاح
rule-age = آخر استخدام معروف { $age }
rule-below-since = دون العتبة منذ
rule-no-package = لا باقة سارية منها.
rule-of-quota = متبقية، أي { $percent } من حصتها
rule-fired-at = أُرسل
rules-cadence = يُرسل تنبيه الرصيد فورًا، ثم بعد 24 و72 ساعة، ثم كل 7 أيام، إلى أن ينتهي أو يُقَرّ به. ويُرسل تنبيه الباقة مرة واحدة كلما عُبرت العتبة. أما استنفاد الباقة فيُرسل به إشعار دائمًا. وما دام تنبيه الرصيد مؤجَّلًا فهو وحده يسكت: أما المهل والمتأخرات والباقات فيُشعَر بها على كل حال.

alert-balance = تنبيه الرصيد
alert-package = تنبيه باقة { $name }
alert-line-money = دون ({ $currency })
alert-line-percent = عند أو دون (% متبقية من الحصة)
alert-hint-money = يُقارن بالرصيد + الائتمان غير المسحوب − المتأخرات، بعد كل تسوية وشراء وتجديد وشحن.
alert-hint-percent = من 0 إلى 100. يُقارن بعد كل استدعاء تدفع عنه باقة.
alert-now = الآن
alert-at-once = يُرسل فورًا: الائتمان المتاح { $value }، دون { $line }.
alert-not-now = لا يُرسل الآن: الائتمان المتاح { $value }.
alert-watched = في { $package } بقي { $left } من { $quota }، أي { $percent }.
alert-with-next-call = يُرسل مع الاستدعاء التالي الذي تدفع عنه الباقة.
alert-later = لا يُرسل قبل أن يزيد الاستخدام.
alert-no-package = لا باقة سارية منها؛ يراقب ما يأتي منها.
alert-arms-again = انطلق من قبل، ويصبح جاهزًا من جديد.
alert-history = على مدى تاريخ الحساب
alert-history-fired = { $count ->
    [0] منذ { $from } ما كان لينطلق.
    [one] منذ { $from } كان لينطلق مرة واحدة، وعدد الرسائل الكلي: { $messages ->
        [zero] لا رسائل.
        [one] رسالة واحدة.
        [two] رسالتان.
        [few] { $told } رسائل.
        [many] { $told } رسالة.
       *[other] { $told } رسالة.
    }
    [two] منذ { $from } كان لينطلق مرتين، وعدد الرسائل الكلي: { $told }.
    [few] منذ { $from } كان لينطلق { $shown } مرات، وعدد الرسائل الكلي: { $told }.
    [many] منذ { $from } كان لينطلق { $shown } مرة، وعدد الرسائل الكلي: { $told }.
   *[other] منذ { $from } كان لينطلق { $shown } مرة، وعدد الرسائل الكلي: { $told }.
  }
alert-history-unknown = لا يُعرف بدقة كم مرة كان لينطلق: تغيّر حد الائتمان في تلك المدة.
backtest-span = { $count ->
    [zero] آخر { $shown } يوم
    [one] آخر يوم
    [two] آخر يومين
    [few] آخر { $shown } أيام
    [many] آخر { $shown } يومًا
   *[other] آخر { $shown } يوم
  }
backtest-of = { $name }، { $span }
backtest-fired = { $count ->
    [0] لم يكن ليُطلق في { $span }.
    [zero] لم يكن ليُطلق في { $span }.
    [one] كان سيُطلق مرة واحدة في { $span }.
    [two] كان سيُطلق مرتين في { $span }.
    [few] كان سيُطلق { $shown } مرات في { $span }.
    [many] كان سيُطلق { $shown } مرة في { $span }.
   *[other] كان سيُطلق { $shown } مرة في { $span }.
  }
backtest-early = { $count ->
    [zero] بقي شيء في كل مرة.
    [one] لم يبقَ شيء بعده مرة واحدة: بعد { $early }.
    [two] لم يبقَ شيء بعده مرتين: بعد { $early } على الأقل.
    [few] لم يبقَ شيء بعده { $shown } مرات: بعد { $early } على الأقل.
    [many] لم يبقَ شيء بعده { $shown } مرة: بعد { $early } على الأقل.
   *[other] لم يبقَ شيء بعده { $shown } مرة: بعد { $early } على الأقل.
  }
backtest-not-early = { $count ->
    [zero] بقي شيء في كل مرة.
    [one] لم يبقَ شيء مرة واحدة في اللحظة نفسها: حدّ أعلى كان سيُنبّه قبل ذلك.
    [two] لم يبقَ شيء بعده مرتين، ومرة على الأقل في اللحظة نفسها: حدّ أعلى كان سيُنبّه قبل ذلك.
    [few] لم يبقَ شيء بعده { $shown } مرات، ومرة على الأقل في اللحظة نفسها: حدّ أعلى كان سيُنبّه قبل ذلك.
    [many] لم يبقَ شيء بعده { $shown } مرة، ومرة على الأقل في اللحظة نفسها: حدّ أعلى كان سيُنبّه قبل ذلك.
   *[other] لم يبقَ شيء بعده { $shown } مرة، ومرة على الأقل في اللحظة نفسها: حدّ أعلى كان سيُنبّه قبل ذلك.
  }
backtest-never-out = بقي شيء في كل مرة.
backtest-out-after = لم يبقَ شيء بعد { $after }
backtest-out-at-once = لم يبقَ شيء في اللحظة نفسها
alert-set = ضبط التنبيه على { $line }
alert-set-nothing = ضبط التنبيه
alert-switch-off = إيقاف التنبيه
alert-is-set = تم ضبط التنبيه على { $line }.
alert-is-off = تم إيقاف التنبيه.
rule-blind = بلا رؤية
rules-blind = الاستخدام معروف حتى { $at } فقط: لا يمكن معرفة هل تُجوز الحد. استورد ما جاء بعده.
rule-last-known = آخر قيمة معروفة
