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
renew-adds = What it adds
renew-term-calls = { $calls } calls
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

auto-renew-title = Automatic renewal of { $sku }
do-auto-renew = Automatic renewal
auto-renew-set = Automatic renewal
auto-renew-off = Off
auto-renew-on = On
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
auto-renew-confirm-off = Stop renewing { $sku } automatically
auto-renew-unchanged = Nothing changed
auto-renew-switched-on = { $sku } renews itself: tried { $at }.
auto-renew-switched-off = { $sku } does not renew itself. It ends { $at }.

outcome-covered = The first attempt succeeds: { $price } { $at }.
outcome-short = Every attempt fails: { $short } is missing for the price of { $price }. The first is { $at }, the last { $last }.
outcome-in-arrears = Every attempt fails while { $short } is owed. The last is { $last }.
outcome-not-sold = Every attempt fails: the offer is no longer sold.
outcome-refused = Every attempt fails. The first is { $at }.
outcome-no-attempt = No attempt is left before its end, { $end }. Renew it by hand.
outcome-off-pay-per-use = Nothing follows its end, { $end }: calls are then paid one by one.
outcome-off-nothing = Nothing follows its end, { $end }: the service stops then.
