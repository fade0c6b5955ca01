# Renewing by hand and by itself: what it adds, what it takes, when it is tried.

renew-title = Renew { $sku }
do-renew = Renew
renew-now = Renew { $sku }
renew-terms = Terms
renew-terms-hint = Each begins where the one before ends, with its own full quota.
renew-terms-count = { $count ->
    [one] one term
   *[other] { $shown } terms
  }
renew-end = Ends
renew-end-hint = On a chosen day of the month the days beyond the term cost extra.
renew-end-with-term = With its term
renew-end-on-day = On a day of the month
renew-end-day = Day of the month
renew-extra-days = Of it for extra days
renew-adds = What it adds
renew-term-calls = { $count ->
    [one] One call
   *[other] { $shown } calls
  }
renew-late = It counts from its original end, { $end }: { $passed ->
    [0] none of the new term has passed
    [one] one day of the new term has passed
   *[other] { $passed } days of the new term have passed
  }, { $left ->
    [one] one day is left.
   *[other] { $left } days are left.
  }
renew-paid-until = Paid until
renew-changes = What it changes
renew-warnings = End is warned of
renew-attempts = Tried to renew itself
from-then = from { $at }
none-ahead = none ahead
does-not-renew-itself = It does not renew itself.
renew-final = A renewed package is not given back.
renew-confirm = Renew { $sku } for { $price }
renewed = Renewed { $sku } for { $price }: paid until { $until }. Spendable now: { $spendable }.
renews-itself = Renews itself
renews-itself-off = no
renews-itself-at = tried { $at }
renews-itself-no-attempt = no attempt left

auto-renew-title = What { $sku } becomes at its end
do-auto-renew = At its end
auto-renew-set = At its end
at-end-renew = Renews itself
at-end-pay-per-use = Becomes pay-per-use
at-end-suspend = Is suspended
at-end-disable = Service disabled
auto-renew-first = First attempt, days before the end
auto-renew-first-hint = Then every day up to the day of its end, until one succeeds.
auto-renew-attempts = When it is tried
attempt-days-left = { $count ->
    [0] on the day of its end
    [one] one day before
   *[other] { $shown } days before
  }
attempt-days-after = { $count ->
    [one] one day after
   *[other] { $shown } days after
  }
auto-renew-comes-to = With the money there is now
auto-renew-assumes = Open usage is settled first; calls from now on and payments to come are not counted.
auto-renew-confirm-on = Renew { $sku } automatically
auto-renew-confirm-days = Try it first { $days } days before
at-end-confirm-pay-per-use = Let { $sku } become pay-per-use
at-end-confirm-suspend = Let { $sku } end
at-end-confirm-disable = Disable the service when { $sku } ends
auto-renew-unchanged = Nothing changed
auto-renew-switched-on = { $sku } renews itself: tried { $at }.
auto-renew-switched-off = { $sku } does not renew itself. It ends { $at }.
at-end-disabled = The service is disabled when { $sku } ends { $at }.

outcome-covered = The first attempt succeeds: { $price } { $at }.
outcome-short = Every attempt fails: { $short } is missing for the price of { $price }. The first is { $at }, the last { $last }.
outcome-in-arrears = Every attempt fails while { $short } is owed. The last is { $last }.
outcome-not-sold = Every attempt fails: the offer is no longer sold.
outcome-refused = Every attempt fails. The first is { $at }.
outcome-no-attempt = No attempt is left before its end, { $end }. Renew it by hand.
outcome-off-pay-per-use = Nothing follows its end, { $end }: calls are then paid one by one.
outcome-off-disabled = The service is disabled at its end, { $end }, unless another package pays for its calls: nothing is charged then.
outcome-off-nothing = Nothing follows its end, { $end }: the service stops then.

renewals-none = No package can be renewed.
renewals-none-proof = Every successful call is paid one by one. A package bought stands here with its end.
renewals-ended = Every package has ended. Those listed can still be renewed.
renewals-fails = The renewal of { $package } will fail { $at }: { $amount } is missing.
renewals-fails-otherwise = The renewal of { $package } will not succeed before it ends { $at }.
renewals-covered = All automatic renewals are covered until { $at }.
renewals-manual = No package renews itself. The next to end is { $package }, { $at }.
renewals-assumes = Counted with the money there is now: open usage is settled first, calls and payments to come are not in it.
taken-soon = Taken in 30 days
taken-soon-note = by automatic renewals
renewing-themselves = Renew themselves
renewing-themselves-note = { $count ->
    [one] of one that can be renewed
   *[other] of { $shown } that can be renewed
  }
renewals-calendar = What lies ahead
renewals-calendar-caption = { $count ->
    [0] Nothing lies ahead.
    [one] One thing lies ahead, on the provider’s clock.
   *[other] { $shown } things lie ahead, on the provider’s clock.
  }
renewals-rows = Packages that can be renewed
follows-renews = Renews itself
follows-pay-per-use = Pay-per-use
follows-nothing = Service stops
follows-disabled = Service disabled
succeeds = Covered
short-by = Short { $amount }
will-fail = Fails
not-asked = –
renewable-until = renewable until { $at }
options-title = What can be done
set-now = as it is set
option-renew = Renew it now
option-renew-what = { $price } now, for the next term with its full quota.
option-renew-not-sold = It is no longer sold.
option-auto = Let it renew itself
option-auto-what = { $price } for each term, at the provider’s hour, once a term.
option-pay-per-use = Let it become pay-per-use
option-pay-per-use-what = After { $at } calls are paid one by one. Nothing has to be done.
option-nothing-what = After { $at } the service stops. Nothing has to be done.
option-lately = { $count ->
    [0] No call was made in the last 30 days.
    [one] The one call of the last 30 days would have cost { $cost }.
   *[other] The { $shown } calls of the last 30 days would have cost { $cost }.
  }
option-lapses = { $count ->
    [0] No paid call would lapse.
    [one] One paid call is left; unused, it lapses then.
   *[other] { $shown } paid calls are left; unused, they lapse then.
  }
option-end = Let it end, and stop
option-end-what = Disable the service now: calls are then refused and cost nothing.
option-disable-what = At { $at } the service is disabled by itself, unless another package pays for its calls. Calls are then refused and cost nothing.
disable-at-end = Disable it at its end
option-align = Renew it, and align the date
option-align-what = The next term ends on your standard day of the month; the days beyond the term are paid by the day.
option-align-do = Renew { $sku } and align it
