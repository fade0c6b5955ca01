# Why pay-per-use was charged, and what would prevent it.

reason-region-mismatch = توجد باقة تدفع عن منطقة أخرى.
reason-trial-region-mismatch = الحصة المجانية لمنطقة أخرى.
reason-service-mismatch = توجد باقة تدفع عن خدمة أخرى.
reason-package-expired = كانت الباقة منتهية، ولم تُشترَ أخرى بعدها.
reason-no-package = لم تكن هناك باقة، والدفع حسب الاستخدام مفعّل.
reason-package-used-up = كانت الباقة مستنفدة.
reason-project-mismatch = توجد باقة تدفع عن مشروع آخر.
reason-outside-hours = توجد باقة تدفع في ساعات أخرى من اليوم.
reason-package-not-started = جاء الاستدعاء قبل سريان الباقة.

prevent-region-mismatch = أجرِ الاستدعاء في منطقة الباقة، أو اشترِ باقة للمنطقة التي تستدعي فيها.
prevent-trial-region-mismatch = أجرِ الاستدعاء في منطقة الحصة المجانية، أو اشترِ باقة للمنطقة التي تستدعي فيها.
prevent-service-mismatch = اشترِ باقة للخدمة التي تستدعيها.
prevent-package-expired = جدّد الباقة قبل نهايتها، أو اشترِ أخرى.
prevent-no-package = اشترِ باقة، أو عطّل الخدمة حيث يجب ألا تكلّف الاستدعاءات شيئًا.
prevent-package-used-up = اشترِ باقة أخرى قبل استنفاد الأخيرة؛ والتنبيه يُعلمك في الوقت المناسب.
prevent-project-mismatch = أجرِ الاستدعاء لمشروع الباقة، أو اشترِ باقة غير مقيّدة بمشروع.
prevent-outside-hours = أجرِ الاستدعاء في ساعات الباقة، أو اشترِ باقة تدفع طوال اليوم.
prevent-package-not-started = اشترِ قبل الاستدعاء، أو اجعل الباقة تبدأ فورًا.

unexpected = لماذا احتُسبت هذه الرسوم؟
unexpected-caption = كل استدعاءات الدفع حسب الاستخدام في { $span }، بحسب سبب عدم دفع باقة عنها. الاستدعاء ذو الأسباب المتعددة يُحسب مرة واحدة.
unexpected-failed = تعذّرت قراءة الأسباب.
unexpected-none = لا استدعاء في هذه المدة بالدفع حسب الاستخدام.
unexpected-open = غير مسوّى بعد
unexpected-rounding = تقريب الرسوم إلى السنت
unexpected-offer = كانت { $sku } ستدفع: فيها { $count ->
    [zero] لا استدعاءات
    [one] استدعاء واحد
    [two] استدعاءان
    [few] { $shown } استدعاءات
    [many] { $shown } استدعاءً
   *[other] { $shown } استدعاء
  } مقابل { $price }.
unexpected-offer-none = لا باقة لها معروضة للبيع.
unexpected-buy = شراء للخدمة { $service }، { $region }
column-reason = لماذا لم تدفع باقة
see-unexpected = لماذا احتُسبت هذه الرسوم؟
key-unexpected = لماذا احتُسبت هذه الرسوم؟
