# Today: what goes wrong next, when, and what stops it.

verdict-nothing = Nothing breaks in the next 30 days.
verdict-overdrawn = { $amount } will be missing at the settlement of { $at }.
verdict-package-exhausted = { $package } is used up. Calls of { $service } are paid one by one.
verdict-package-ends = { $package } ends { $at }. After that, calls of { $service } are paid one by one.
verdict-renewal-fails = The renewal of { $package } will fail { $at }: { $amount } is missing.
verdict-renewal-not-sold = { $package } cannot renew itself { $at }: it is no longer sold.
verdict-no-money = No money is left. The next billed call puts the account into arrears.

nothing-accrued = nothing waits to be settled
after-accrued = after { $accrued } accrued, not settled
next-to-end = Next package to end
next-to-end-note = · { $left } left
next-to-end-none = no package in force
this-bill = This bill so far
this-bill-note = { $month }
usage-unknown-since = usage unknown since { $day }

timeline-title = The next 30 days
timeline-caption = { $count ->
    [0] Nothing but hourly settlements lies ahead.
    [one] One thing lies ahead, on the provider’s clock.
   *[other] { $shown } things lie ahead, on the provider’s clock.
  }
upcoming-settlement = Next settlement
upcoming-package-ends = { $name } ends
upcoming-renewal = { $name } is renewed
upcoming-renewal-fails = The renewal of { $name } fails
upcoming-cycle-begins = The next term of { $name } begins
upcoming-bill-closes = The bill of { $name } becomes final
upcoming-grace-ends = The time to pay the arrears runs out
upcoming-retention-ends = The retention period ends
upcoming-expiry-warning = { $name } ends soon

since-title = Since you last looked
since-needs = { $count ->
    [one] one thing needs you
   *[other] { $shown } things need you
  }
since-handled = { $count ->
    [one] one was handled
   *[other] { $shown } were handled
  }
since-happened = { $count ->
    [one] one merely happened
   *[other] { $shown } merely happened
  }
since-help = What would help
since-see-renewals = See the renewals
asks-needs = Needs you
asks-handled = Handled
asks-happened = Happened
since-none = Nothing happened that needs you.
since-none-detail = Alerts of packages, arrears and their end are listed here.
notice-package-low = { $package } is low.
notice-package-exhausted = { $package } is used up. Further calls are paid one by one.
notice-package-expiring = { $package } ends soon, and nothing follows it.
notice-package-expired = { $package } ended. What was left has lapsed.
notice-arrears = A settlement could not be paid in full. The account is in arrears.
notice-renewed = { $package } was renewed.
notice-renewal-failed = { $package } could not be renewed. It is tried again tomorrow.
notice-deadline-near = The time to pay the arrears runs out soon.
notice-frozen = The grace period is over. Pay-per-use is refused until the arrears are paid; packages go on paying.
notice-suspended = The grace period is over. Everything is suspended until the arrears are paid.
notice-release-pending = The retention period is over. The next daily job releases everything.
notice-released = The account was released. What it had is gone; the arrears stay payable.
notice-balance-low = What can be spent is below your line.
notice-balance-recovered = What can be spent is back above your line.
notice-recovered = The arrears are paid.

away-title = While you were away
away-span = From { $since } to { $until }:
away-until = Up to { $until }:
away-settled = { $count ->
    [one] one settlement, { $settled }.
   *[other] { $shown } settlements, { $settled } in all.
  }
away-told = { $count ->
    [0] Nothing was told.
    [one] One thing was told.
   *[other] { $shown } things were told.
  }
away-more = { $count ->
    [one] One more stands under Alerts.
   *[other] { $shown } more stand under Alerts.
  }
away-dismiss = Dismiss the summary
