# Balance: what can be spent, why, and how it came to be so.

balance-verdict = يمكنك إنفاق { $spendable } الآن.
balance-none = لا يمكن إنفاق شيء الآن.
balance-short = الاستخدام غير المسوّى يتجاوز الرصيد بمقدار { $short }.
balance-owes = عليك { $owed } منذ { $since }. الشراء والتجديد مرفوضان حتى السداد.
equation = كيف يُحسب المتاح للإنفاق الآن
show-entries = عرض القيود
show-entries-of = عرض قيود «{ $term }»
balance-line = الرصيد
balance-line-caption = { $days ->
    [zero] اليوم، بتوقيت المزوّد.
    [one] آخر يوم، بتوقيت المزوّد.
    [two] آخر يومين، بتوقيت المزوّد.
    [few] آخر { $days } أيام، بتوقيت المزوّد.
    [many] آخر { $days } يومًا، بتوقيت المزوّد.
   *[other] آخر { $days } يوم، بتوقيت المزوّد.
  }
balance-line-owed = ما دون الصفر هو المستحق عليك.
span = المدة
last-days = { $days ->
    [zero] لا أيام
    [one] يوم واحد
    [two] يومان
    [few] { $days } أيام
    [many] { $days } يومًا
   *[other] { $days } يوم
  }
debts = ما عليك، بالترتيب الذي يسدّده به الشحن
accrued-rows = مستخدَم غير مسوّى
statement = كشف الحساب
statement-none = لا حركة في هذا الحساب.
statement-none-detail = هنا تظهر عمليات الشحن والتسويات والمشتريات، ومع كل منها الرصيد بعدها.
newest = الأحدث
older = الأقدم
entry-opening = الرصيد الافتتاحي
entry-top-up = شحن الرصيد
entry-settlement = تسوية { $name }، { $period }
entry-purchase = شراء { $name }
entry-renewal = تجديد { $name }
entry-correction = تصحيح: { $name }
entry-to-arrears = (سدّد { $amount } من المتأخرات)
entry-left-owed = (بقي عليك { $amount })

balance-vouchers = وقبله تدفع القسائم، وقيمتها { $usable }، عمّا خُصصت له.
vouchers = القسائم
vouchers-none = لا قسائم في هذا الحساب.
vouchers-none-detail = المال الذي يمنحه المزوّد يدفع قبل الرصيد. أضف قسيمة لترى ما تدفع عنه.
vouchers-usable = الصالح الآن
vouchers-usable-now = الصالح الآن: { $amount }.
vouchers-means = تدفع القسائم قبل الرصيد، ولا تسدّد دينًا أبدًا.
add-voucher = إضافة قسيمة
key-voucher = إضافة قسيمة
column-voucher = القسيمة
column-valid-from = من
column-valid-to = حتى
column-worth = القيمة
voucher-voucher = قسيمة
voucher-gift = هدية
voucher-usable = صالحة
voucher-not-begun = لم تبدأ
voucher-used-up = مستنفدة
voucher-ended = منتهية
voucher-everything = كل شيء
voucher-purchase = الباقات
voucher-renewal = التجديدات
voucher-usage = الدفع حسب الاستخدام
voucher-of-services = { $what } للخدمات { $services }
voucher-minimum = المدفوعات من { $amount } فأكثر
voucher-most = { $amount } على الأكثر من كل دفعة
voucher-single = دفعة واحدة
voucher-code = الاسم
voucher-code-hint = كما يسمّيها المزوّد
voucher-until = صالحة حتى
voucher-until-hint = سنة-شهر-يوم؛ إلى آخره بتوقيت المزوّد
voucher-from = صالحة من
voucher-from-hint = سنة-شهر-يوم؛ من الآن إن تُرك فارغًا
voucher-may-pay = ما يجوز أن تدفع عنه
voucher-limits = الحدود
voucher-services = لهذه فقط
voucher-services-hint = مثل passport-ocr؛ وللجميع إن تُرك فارغًا
voucher-minimum-field = أقل دفعة ({ $currency })
voucher-most-field = أقصى ما تدفعه من دفعة ({ $currency })
voucher-single-field = تدفع دفعة واحدة، ويضيع ما يبقى منها
voucher-gift-field = هدية: تدفع بعد القسائم، وتعود مع الباقة المُرجَعة
voucher-type = يلزم الاسم والمبلغ واليوم الأخير وما يجوز أن تدفع عنه لترى ما تضيفه.
voucher-pays-no-debt = يبقى عليك { $owed }: القسيمة لا تسدّد دينًا.
voucher-records = يسجّل ما منحه المزوّد.
voucher-confirm = إضافة { $code } بقيمة { $amount }
voucher-added = تمت إضافة { $code }. قيمة القسائم الصالحة { $usable }.
