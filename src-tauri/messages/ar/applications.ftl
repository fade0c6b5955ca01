# Applications: made, suspended and why, overage. What is said of them otherwise than of services stands in `applications/`.

column-application = التطبيق
do-application = إنشاء تطبيق
applications-title = التطبيقات
applications-caption = لكل تطبيق: هل يعمل، وما يوقفه، وما يدفع عن دقيقته التالية.
applications-none = لا تطبيقات في هذا الحساب.
applications-none-detail = تُشترى الباقة لتطبيق، وفيه تُعقد الدروس.

application-new = إنشاء تطبيق
application-what = تُعقد الدروس في تطبيق. ويبقى معلّقًا حتى تكون له باقة، وشراؤها هو الخطوة التالية.
application-name = اسم التطبيق
application-name-hint = كما يسمّيه المزوّد، أو كما يرد في ملفات الحضور.
application-free = إنشاؤه لا يكلّف شيئًا.
application-known = كان التطبيق { $application } موجودًا من قبل، ويُفعَّل من جديد.
application-make = إنشاء { $application }
application-made = تم إنشاء التطبيق { $application }.
application-state-of = حالة التطبيق { $application }
application-enabled = يعمل
application-disabled = معطّل
application-suspended = معلّق
application-released = محذوف
application-banned = محظور
what-becomes-of = ما يصير إليه التطبيق { $application }

cause-arrears = متأخرات
cause-arrears-means = انتهت فترة السماح: كل تطبيقات الحساب متوقفة، حتى إن بقيت حصة في الباقات.
cause-arrears-ends = ينتهي ذلك فور سداد كل ما عليك.
cause-quota = الحصة مستنفدة
cause-quota-means = الباقات السارية مستنفدة والتجاوز متوقف: تُرفض الدروس الجديدة، وتستمر الجارية دون تكلفة.
cause-quota-ends = ينتهي ذلك بتفعيل التجاوز، أو بشراء باقة أخرى.
cause-expired = لا باقة
cause-expired-means = لا باقة سارية، والباقة هي ترخيص العمل أيًا كان وضع التجاوز: تُرفض الدروس الجديدة.
cause-expired-ends = ينتهي ذلك بشراء باقة أو تجديدها.
cause-manual = معطّل
cause-manual-means = أنت عطّلته: تُرفض دروسه.
cause-manual-ends = ينتهي ذلك عندما تفعّله.
cause-banned = محظور
cause-told = { $cause }.
cause-banned-means = أوقفه المزوّد بسبب مخالفة.
cause-banned-ends = لا ينتهي ذلك أبدًا.

overage-on = التجاوز مفعّل
overage-off = التجاوز متوقف
overage-do-on = تفعيل التجاوز
overage-do-off = إيقاف التجاوز
overage-switch-on = تفعيل التجاوز للتطبيق { $application }
overage-switch-off = إيقاف التجاوز للتطبيق { $application }
overage-on-title = تفعيل التجاوز للتطبيق { $application }
overage-off-title = إيقاف التجاوز للتطبيق { $application }
overage-on-what = تُحتسب رسوم الدقائق التي تتجاوز الباقات، ما دامت باقة سارية. وعند انتهاء آخر باقة يُعلَّق التطبيق على أي حال.
overage-off-what = الدقائق التي تتجاوز الباقات لا تكلّف شيئًا. وحين تُستنفد الباقات يُعلَّق التطبيق.
overage-left = ما زالت الباقات تدفع عن
overage-price = الدقيقة بعدها
overage-no-price = لا باقة سارية: لا يمكن احتساب رسوم
overage-again = يمكن عكس ذلك في أي وقت.
overage-is-on = تم تفعيل التجاوز للتطبيق { $application }.
overage-is-off = تم إيقاف التجاوز للتطبيق { $application }.

buy-for = شراء باقة للتطبيق { $application }
refundable = يمكن إرجاعها حتى { $until } إن لم تُستخدم.
class-runs = الدرس { $class } جارٍ منذ { $since }.

verdict-no-application = لا تطبيق بعد. تُعقد الدروس في تطبيق: أنشئه، ثم اشترِ باقته.
verdict-application-expired = التطبيق { $service } معلّق: لا باقة له. تُرفض الدروس حتى تُشترى باقة.
verdict-application-quota = التطبيق { $service } معلّق: باقاته مستنفدة والتجاوز متوقف. تُرفض الدروس الجديدة.

rules-attendance = الحضور، بالأعمدة المعتادة
rules-attendance-hint = الأعمدة: التطبيق ووقت الدخول ووقت الخروج؛ أو الوقت ومجموع ثواني الجميع. ومع المعرّف يُحسب كل سجل مرة واحدة؛ وقد يرافقها الدرس والنوع والمستخدم.
rules-renamed = الحضور، بأعمدة مختلفة الأسماء
rules-renamed-hint = ما اختلف اسمه فقط، بعنوان العمود أو بالمفتاح؛ والمفتاح داخل آخر يُكتب a.b.
field-application = التطبيق
field-joined = الدخول
field-left = الخروج
field-seconds = الثواني
field-user = المستخدم
field-class = الدرس
field-type = النوع

do-begin-class = بدء درس
do-end-class = إنهاء الدرس
class-begin-name = بدء درس في { $application }
class-end-name = إنهاء الدرس { $class } في { $application }
class-begin-title = بدء درس في { $application }
class-begin-what = الدرس الجاري لا يُقطع أبدًا: الدقائق التي لا يدفع عنها أي مصدر تبقى غير مغطّاة ولا تكلّف شيئًا.
class-name = اسم الدرس
class-name-hint = بهذا الاسم يُنهى.
class-begin-free = بدؤه لا يكلّف شيئًا؛ تُقاس الدقائق عند انتهائه.
class-begin-confirm = بدء الدرس { $class }
class-began = الدرس { $class } في { $application } جارٍ.
class-overage-off = التجاوز متوقف: لا تُحتسب رسوم
class-end-title = إنهاء الدرس { $class } في { $application }
class-end-what = هو جارٍ منذ { $since }. وتُحسب دقائقه لحظة انتهائه.
class-attended = مجموع حضور الجميع
class-attended-hint = ساعات ودقائق، مثل 10:00 لعشرة أشخاص حضر كل منهم ساعة؛ أو مع الثواني، 10:00:30.
class-attended-wrong = اكتب الساعات ثم نقطتين ثم الدقائق: 10:00.
class-uncovered = { $count ->
    [zero] كل هذه الدقائق مغطّاة.
    [one] دقيقة واحدة من هذه لا يدفع عنها أي مصدر. لا تكلّف شيئًا.
    [two] دقيقتان من هذه لا يدفع عنهما أي مصدر. لا تكلّفان شيئًا.
    [few] { $shown } دقائق من هذه لا يدفع عنها أي مصدر. لا تكلّف شيئًا.
    [many] { $shown } دقيقة من هذه لا يدفع عنها أي مصدر. لا تكلّف شيئًا.
   *[other] { $shown } دقيقة من هذه لا يدفع عنها أي مصدر. لا تكلّف شيئًا.
  }
class-end-once = ما يُقاس لا يُلغى: تحقق من الوقت أولًا.
class-end-confirm = إنهاء الدرس { $class }، { $cost }
class-ended = { $count ->
    [zero] انتهى الدرس { $class } في { $application }: لا دقائق، { $cost }.
    [one] انتهى الدرس { $class } في { $application }: دقيقة واحدة، { $cost }.
    [two] انتهى الدرس { $class } في { $application }: دقيقتان، { $cost }.
    [few] انتهى الدرس { $class } في { $application }: { $shown } دقائق، { $cost }.
    [many] انتهى الدرس { $class } في { $application }: { $shown } دقيقة، { $cost }.
   *[other] انتهى الدرس { $class } في { $application }: { $shown } دقيقة، { $cost }.
  }
