# Figures and columns of accounts that have applications and count minutes. Each replaces the sentence of its key.

calls = Minutes
calls-left = Minutes left
pay-per-use = Overage
per-call = per minute
column-calls = Minutes
column-pay-per-use = Overage
column-service = Application
column-region = Application
column-project = Usage type
default-project = classes
chart-default-project = classes
stacked-by-project = By usage type
column-per-call = Per minute
column-imported-calls = Seconds attended
column-hour = Day

chart-billed = Overage
chart-pay-per-use-charges = Overage

line-usage = overage
movement-usage = overage
rounding = Rounding of daily charges to cents
charge = Charge of this day

figure-calls = { $count ->
    [one] { $shown } minute
   *[other] { $shown } minutes
  }
