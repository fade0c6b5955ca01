# Formulas and the names of what goes into them.

formula-charge-amount = Calls × price per call, part by part, cut at 8 decimals
formula-charge-money = The charge, rounded half up to cents
formula-spendable-now = Balance + credit limit − credit drawn − arrears − accrued
formula-accrued = The open periods, as if they were settled now
formula-top-up-split = Arrears first, oldest first; then drawn credit; the rest adds to the balance
formula-bill-total = Pay-per-use + purchases + renewals + corrections
formula-bill-usage = Hourly charges, each rounded half up to cents
formula-bill-purchases = Prices of the packages bought
formula-bill-renewals = Prices of the terms renewed
formula-bill-corrections = Differences of late usage and undone imports
formula-package-left = Quota − used − lapsed

input-balance = Balance
input-credit-limit = Credit limit
input-credit-drawn = Credit drawn
input-arrears = Arrears
input-accrued = Accrued, not settled
input-resource = Service and region
input-period = Hour
input-open-charge = Charge so far
input-charge = Charge before rounding
input-calls = Calls
input-unit-price = Price per call
input-to-arrears = Pays arrears
input-to-credit = Pays back credit
input-to-balance = Adds to the balance
input-bill-usage = Pay-per-use
input-bill-purchases = Purchases
input-bill-renewals = Renewals
input-bill-corrections = Corrections
input-rounding = Rounding
input-package = Package
input-price = Price
input-quota = Quota
input-used = Used
input-lapsed = Lapsed
