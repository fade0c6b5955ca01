# Screens of accounts that have applications and count minutes. Each replaces the sentence of its key.

account-delay-minutes = { $count ->
    [0] none: a day is settled at the provider’s hour of the next one
    [one] one minute after the provider’s hour
   *[other] { $shown } minutes after the provider’s hour
  }
verdict-package-exhausted = { $package } is used up. Further minutes of { $service } are charged as overage.
verdict-package-ends = { $package } ends { $at }. After that { $service } is suspended.
verdict-quota-runs-out = { $at } at the earliest, usage like that of the last weeks has used up { $package }. After that { $service } is suspended, or its minutes are overage.
verdict-no-money = No money is left. The next minute of overage puts the account into arrears.
timeline-caption = { $count ->
    [0] Nothing but daily settlements lies ahead.
    [one] One thing lies ahead, on the provider’s clock.
   *[other] { $shown } things lie ahead, on the provider’s clock.
  }
notice-package-exhausted = { $package } is used up. Its application is suspended, unless overage is on.
notice-package-expired = { $package } ended. What was left has lapsed, and its application is suspended.

usage-verdict = { $today } minutes today so far.
usage-verdict-usual = { $today } minutes today so far; a usual day has { $usual }.
usage-verdict-span = { $count ->
    [one] One minute, { $span }.
   *[other] { $shown } minutes, { $span }.
  }
usage-paid = In the span below, packages paid for { $packages } minutes; { $billed } were overage, { $charged } in all.
usage-paid-one-by-one = In the span below, { $billed } were overage, { $charged } in all.
usage-paid-by-packages = In the span below, packages paid for all { $packages } minutes.
usage-none-in-span = No minutes in this span.
usage-empty-proof = Bring attendance as CSV or JSON lines: drop a file on the window, or press i.
pay-per-use-note = charged by the minute
failed-note = { $calls } failed records cost nothing
failed-none-note = settled the day after
usage-per-hour = Minutes per hour
usage-per-day = Minutes per day
usage-per-month = Minutes per month
usage-rows = By application
stacked-by-region = By application
undo-import-what = The attendance of { $label } is taken back as a whole.
undo-import-confirm = Take the attendance back

packages-verdict = { $count ->
    [one] { $left } minutes are left in one package. { $sku } ends { $at }.
   *[other] { $left } minutes are left in { $shown } packages. The next to end is { $sku }, { $at }.
  }
packages-verdict-none = No package has minutes left.
packages-empty-proof = A package is the licence to run: an application without one is suspended.
order-hint = Pays number { $order } in its application
lapsed = { $count ->
    [one] one minute lapsed
   *[other] { $shown } minutes lapsed
  }
ladder-title = What pays for the next minute
price-of-next-call = Price of a minute of overage
ladder-nothing = Nothing: new classes are refused.
burn-down = Minutes left over time

ability-enabling = Creating and enabling applications
ability-disabling = Disabling applications
everything-prevents-release = Applications and packages are not released.
rung-may-enable-again = Applications can be created again.
rail-of-level = Drawn to scale, on the provider’s clock.

outcome-off-nothing = Nothing follows its end, { $end }: the application is suspended then.
renewals-none-proof = A package bought stands here with its end.
renewals-assumes = Counted with the money there is now: open usage is settled first, minutes and payments to come are not in it.
follows-nothing = Suspended
option-pay-per-use = Let it end
option-nothing-what = After { $at } the application is suspended. Nothing has to be done.
option-lately = { $count ->
    [0] Nobody attended in the last 30 days.
    [one] The one minute of the last 30 days would have cost { $cost }.
   *[other] The { $shown } minutes of the last 30 days would have cost { $cost }.
  }
option-lapses = { $count ->
    [0] No paid minute would lapse.
    [one] One paid minute is left; unused, it lapses then.
   *[other] { $shown } paid minutes are left; unused, they lapse then.
  }
option-end = Stop it at once
option-end-what = Disable the application: its classes are refused and cost nothing. That works at once, so paid minutes come first.

reason-no-package = There was no package, and overage was on.
reason-package-not-started = The class came before the package took effect.
prevent-no-package = Buy a package, or disable the application where minutes must cost nothing.
prevent-package-not-started = Buy before the class begins.

unexpected-caption = Every minute of overage of { $span }, by the reason why no package paid for it. A minute with several reasons is counted once.
unexpected-none = No minute of this span was overage.
unexpected-offer = { $count ->
    [one] { $sku } would have paid: it holds one minute for { $price }.
   *[other] { $sku } would have paid: it holds { $shown } minutes for { $price }.
  }
unexpected-buy = Buy for { $region }

at-end-pay-per-use = Becomes overage
at-end-disable = Application disabled
at-end-confirm-pay-per-use = Let { $sku } become overage
at-end-confirm-disable = Disable the application when { $sku } ends
at-end-disabled = The application is disabled when { $sku } ends { $at }.
outcome-off-disabled = The application is disabled at its end, { $end }: nothing is charged then.
follows-disabled = Disabled
option-disable-what = At { $at } the application is disabled by itself, unless another package pays for its minutes.
voucher-usage = overage

lines-by-resource = Application
lines-by-set-tags = Tag an application under Packages

cost-mode-pay-per-use = overage
cost-by-region = Application
cost-findings-overlap = Findings may be about the same minutes: their money does not add up.
cost-looked-at = Looked at: minutes of overage since { $since }: { $calls }, charged { $charged }. Package terms that ended within a year: { $terms }.
effort-callers = change where classes run
finding-outside-hours = Minutes of { $place } were overage at hours at which { $package } does not pay.
finding-package-expired = Minutes of { $place } were overage after { $package } had ended, and nothing is in force.
finding-package-not-started = Minutes of { $place } were overage before { $package } takes effect.
