# The first start.

first-title = اعرف تكلفة كل استدعاء قبل الفاتورة.
first-lead = يمسك Tollbook دفاتر دقيقة لحساب خدمات API المقيسة: ما يحتسبه المزوّد من رسوم، وما بقي في كل باقة، وما بقي في الحساب.
first-demo = فتح الحساب التجريبي
first-demo-busy = يجري إعداد سنة من الاستخدام…
first-sample-what = سنة من استخدام مصطنع تُطبَّق عليه القواعد الحقيقية.
first-import = استيراد ملف
first-import-what = سجلات وصول أو CSV أو JSON lines أو CloudEvents. تظهر المعاينة أولًا.
first-empty = البدء من الصفر
first-empty-what = افتح حسابًا وأضف الاستخدام لاحقًا.
first-failed = تعذّر إنشاء الحساب التجريبي.
stays-title = كل شيء يبقى على هذا الجهاز
stays-what = ملف واحد لا يقرؤه سواك. لا يُرسل شيء إلى أي مكان، ولا يحتاج شيء إلى شبكة. مكان حفظه:
version = الإصدار { $version }

account-new = حسابك
account-for-import = لمن هذا الاستخدام؟
account-name = الاسم
account-name-first = حسابي
account-policy = المزوّد وقواعده
account-policy-hint = تحدّد الساعات والتقريب والباقات ومواعيد حركة المال.
account-level = مستوى العميل
opening-balance = النقد في الحساب ({ $currency })
opening-balance-hint = ما يعرضه المزوّد اليوم. يمكنك شحن الرصيد لاحقًا.
account-create = فتح الحساب
account-create-and-import = فتح الحساب والاستيراد
