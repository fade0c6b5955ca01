# Figures and columns of accounts that have applications and count minutes. Each replaces the sentence of its key.

calls = الدقائق
calls-left = الدقائق المتبقية
pay-per-use = التجاوز
per-call = للدقيقة
column-calls = الدقائق
column-pay-per-use = التجاوز
column-service = التطبيق
column-region = التطبيق
column-project = نوع الاستخدام
default-project = الدروس
chart-default-project = الدروس
stacked-by-project = حسب نوع الاستخدام
column-per-call = للدقيقة
column-imported-calls = ثواني الحضور
column-hour = اليوم

chart-billed = التجاوز
chart-pay-per-use-charges = التجاوز

line-usage = تجاوز
movement-usage = تجاوز
rounding = تقريب الرسوم اليومية إلى السنت
charge = رسوم هذا اليوم

figure-calls = { $count ->
    [zero] لا دقائق
    [one] دقيقة واحدة
    [two] دقيقتان
    [few] { $shown } دقائق
    [many] { $shown } دقيقة
   *[other] { $shown } دقيقة
  }
