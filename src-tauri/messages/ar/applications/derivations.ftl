# Formulas and their inputs for accounts that have applications and count minutes. Each replaces the sentence of its key.

formula-charge-amount = الدقائق × سعر الدقيقة، جزءًا جزءًا، مقطوعًا عند 8 منازل عشرية
formula-bill-total = التجاوز + المشتريات + التجديدات + الباقات المُرجَعة + التصحيحات
formula-bill-usage = رسوم الأيام، كل منها مقرّبة إلى أقرب سنت والنصف إلى أعلى
formula-correction-money = الرسوم مع هذه الدقائق، ناقص الرسوم بدونها
formula-price-of-next-call = قائمة الأسعار، في الشريحة التي بلغتها دقائق التجاوز هذا الشهر
formula-usage-calls = ثواني الجميع، مجموعة لكل تطبيق ويوم، مقرّبة إلى أعلى بالدقائق
formula-usage-paid-by = الباقات أولًا بترتيبها؛ والباقي تجاوز
formula-usage-from-packages = الدقائق التي دفعت عنها باقة
formula-usage-billed = الدقائق التي لم تدفع عنها باقة، والتجاوز مفعّل
formula-calls-from-packages = بقيت حصة في باقة للتطبيق
formula-calls-billed = لم تبقَ لها حصة في أي باقة سارية، والتجاوز مفعّل
formula-usage-charged = رسوم الأيام لهذه الدقائق، كل منها مقرّبة إلى أقرب سنت والنصف إلى أعلى؛ والدقائق غير المغطّاة لا تكلّف شيئًا
formula-calls-today = الدقائق منذ منتصف الليل عند المزوّد
formula-usual-day = دقائق الأيام الـ28 السابقة ÷ الأيام التي فيها استخدام، مقرّبًا
formula-import-cost = تكلفة كل صف: دقائق التجاوز فيه، وكل يوم مقرّب إلى أقرب سنت والنصف إلى أعلى
formula-import-calls = ثواني الحضور في الصفوف المحسوبة؛ وكل صف يُحسب مرة واحدة. والدقائق من المجموع الجاري للتطبيق واليوم
formula-change-settlement = رسوم اليوم، ناقص ما سُحب من الائتمان أو بقي عليك
formula-package-used = الدقائق التي دفعت عنها هذه الباقة في هذه الدورة
formula-charges = الرسوم التي فيها دقائق تجاوز
formula-charge-period = اليوم الذي استُخدمت فيه الدقائق، بالمنطقة الزمنية للمزوّد

input-resource = التطبيق
input-period = اليوم
input-calls = الدقائق
input-unit-price = سعر الدقيقة
input-bill-usage = التجاوز
input-charge-with = الرسوم مع هذه الدقائق
input-billed = التجاوز
input-calls-this-month = دقائق التجاوز هذا الشهر
formula-amortised-usage = التجاوز، كما تحرّك في أيام الاستخدام
formula-amortised-cost = التجاوز + أنصبة الباقات
formula-reason-calls = الدقائق التي لم تستطع أي باقة الدفع عنها، لهذا السبب
formula-reason-charged = تكلفة هذه الدقائق، إذ لم تستطع أي باقة الدفع عنها
formula-reasons-charged = تكلفة دقائق كل سبب، وتقريب الرسوم إلى السنت
formula-reasons-open = ما كانت ستكلّفه دقائق كل سبب لو سُوّيت الأيام المفتوحة الآن
input-billed-money = التجاوز
