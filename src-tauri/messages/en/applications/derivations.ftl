# Formulas and their inputs for accounts that have applications and count minutes. Each replaces the sentence of its key.

formula-charge-amount = Minutes × price per minute, part by part, cut at 8 decimals
formula-bill-total = Overage + purchases + renewals + packages given back + corrections
formula-bill-usage = Daily charges, each rounded half up to cents
formula-correction-money = The charge with these minutes, less the charge without them
formula-price-of-next-call = The price list, in the tier that this month’s minutes of overage have come to
formula-usage-calls = Seconds of everybody, summed per application and day, rounded up to minutes
formula-usage-paid-by = Packages first, in their order; the rest is overage
formula-usage-from-packages = Minutes that a package paid for
formula-usage-billed = Minutes that no package paid for, while overage was on
formula-calls-from-packages = A package of the application had quota left
formula-calls-billed = No package in force had quota left for them, and overage was on
formula-usage-charged = Daily charges of these minutes, each rounded half up to cents; uncovered minutes cost nothing
formula-calls-today = Minutes since the provider’s midnight
formula-usual-day = Minutes of the 28 days before ÷ days with usage, rounded
formula-import-cost = Cost of each row: its minutes of overage, each day rounded half up to cents
formula-import-calls = Seconds attended of the rows that count; each row counts once. Minutes are those of the running total of an application and day
formula-change-settlement = The charge of the day, less what was drawn on credit or stayed owed
formula-package-used = Minutes that this package paid for in this term
formula-charges = Charges with minutes of overage
formula-charge-period = The day on which the minutes were used, in the provider’s zone

input-resource = Application
input-period = Day
input-calls = Minutes
input-unit-price = Price per minute
input-bill-usage = Overage
input-charge-with = Charge with these minutes
input-billed = Overage
input-calls-this-month = Minutes of overage this month
formula-amortised-usage = Overage, as it moved on the days of the usage
formula-amortised-cost = Overage + shares of packages
formula-reason-calls = Minutes that no package could pay for, for this reason
formula-reason-charged = What these minutes cost, because no package could pay for them
formula-reasons-charged = What the minutes of each reason cost, and the rounding of each charge to cents
formula-reasons-open = What the minutes of each reason would cost, if the open days were settled now
input-billed-money = Overage
