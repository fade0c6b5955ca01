# Bills: one calendar month each.

bills-verdict = { $month } amounts to { $total } so far. It becomes final on { $final }.
bills-verdict-final = { $month } amounts to { $total }. It is final since { $final }.
bills-owing = Something of { $months } is still owed.
bills-empty = There is no bill yet.
bills-empty-fact = A bill begins with the first charge or purchase of a month.
bills-empty-detail = Import usage, or buy a package, and the month appears here as a draft.
bills-chart = Bills by month
bills-chart-caption = { $count ->
    [one] One month, { $total }.
   *[other] { $shown } months. { $month } amounts to most: { $total }.
  }
bills-rows = By month
bills-nav = Months
bills-all = All bills
bill-total = Payable
bill-of = Bill of { $month }
bill-verdict = { $month } amounts to { $total } so far. It becomes final on { $final }.
bill-verdict-final = { $month } amounts to { $total }.
bill-owing = { $owed } is still owed.
bill-open = Draft
bill-settling = Settling
bill-final = Final
bill-owed = Owed
nothing-owed = nothing is owed
rounded-exact = { $exact } exact,
rounded-by = { $rounding } rounding
purchases-and-renewals = Purchases
no-renewals = no renewals
renewals-note = and { $amount } of renewals
refunds-note = packages given back
no-corrections = none
corrections-note = from late usage and undone imports
bill-lines = Lines
bill-lines-none = Nothing was charged or bought in this month.
unfold-days = Show days
fold-days = Hide days
rounding = Rounding of hourly charges to cents
line-usage = pay-per-use
line-purchase = purchase
line-renewal = renewal
line-refund = package given back
line-correction = correction
