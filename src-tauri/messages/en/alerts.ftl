# Alerts: what was told, the rules, and their sheet.

screen-alerts = Alerts
alerts-open = { $count ->
    [one] One thing that was told is still so.
   *[other] { $shown } things that were told are still so.
  }
alerts-quiet = Nothing that was told waits for you.
alerts-none = No alert is set, and nothing needs you.
key-alert = Set an alert
set-balance-alert = Set a balance alert

inbox = What was told
inbox-none = Nothing was told yet.
inbox-none-detail = Alerts, arrears, deadlines, ends and renewals of packages are told here, each crossing once.
inbox-more = Older messages are not shown.
episode-open = Still so
episode-acknowledged = Acknowledged
episode-snoozed = Snoozed
episode-resolved = Over
episode-crossed = Since
episode-told = { $count ->
    [one] told once
   *[other] told { $shown } times
  }
episode-again = will be told again
episode-messages = { $count ->
    [one] The message
   *[other] All { $shown } messages
  }
told-found = Found { $after } later, when the program was started again.
told-usage = Usage was known up to { $at }.
acknowledge-balance-alert = Acknowledge the balance alert
alert-acknowledged = Acknowledged. Nothing is told again until the line is crossed anew.
snooze-for = { $count ->
    [one] Snooze for { $shown } day
   *[other] Snooze for { $shown } days
}
snooze-end = End the snooze
snooze-until = Nothing is told until
snooze-done = The balance alert is snoozed until { $at }. Deadlines and arrears are told all the same.
snooze-ended = The balance alert may speak again.
measured-spendable = { $value } was available, below the line of { $threshold }.
measured-recovered = { $value } was available, at or above the line of { $threshold }.
measured-quota = { $left } of { $quota } was left; the line is { $percent }.
measured-left = { $left } of { $quota } was left.
measured-owed = { $owed } was owed.

alert-rules = Rules
rule-balance = Tell me when available credit falls below { $amount }.
rule-blank-amount = an amount
rule-package = Tell me when a package of { $name } has { $share } or less left.
rule-blank-percent = a share
rule-unasked = This provider tells unasked when { $percents } of a package is used.
rule-off = Off
rule-armed = Armed
rule-fired = Fired
rule-acknowledged = Acknowledged
rule-snoozed = Snoozed
rule-value = Available credit
rule-age = usage known up to { $age }
rule-below-since = Below the line since
rule-no-package = No package of it is in force.
rule-of-quota = left, { $percent } of its quota
rule-fired-at = told
rules-cadence = The balance alert is told at once, after 24 and 72 hours, then every 7 days, until it is over or acknowledged. A package alert is told once per crossing. A package that is used up is told always. While the balance alert is snoozed, it alone keeps silent: deadlines, arrears and packages are told all the same.

alert-balance = Balance alert
alert-package = Package alert of { $name }
alert-line-money = Below ({ $currency })
alert-line-percent = At or below (% of the quota left)
alert-hint-money = Compared with balance + credit not yet drawn − arrears, after every settlement, purchase, renewal and top-up.
alert-hint-percent = 0 to 100. Compared after every call that a package pays.
alert-now = Now
alert-at-once = It is told at once: { $value } is available, below { $line }.
alert-not-now = It is not told now: { $value } is available.
alert-watched = { $package } has { $left } of { $quota } left, { $percent }.
alert-with-next-call = It is told with the next call that the package pays.
alert-later = It is not told before more is used.
alert-no-package = No package of it is in force; it watches those that come.
alert-arms-again = It fired before and is armed again.
alert-history = Over the account’s history
alert-history-fired = { $count ->
    [0] Since { $from } it would not have fired.
    [one] Since { $from } it would have fired once, with { $messages ->
        [one] one message
       *[other] { $told } messages
      } in all.
   *[other] Since { $from } it would have fired { $shown } times, with { $told } messages in all.
  }
alert-history-unknown = How often it would have fired is not known exactly: the credit limit was changed in that time.
backtest-span = { $count ->
    [one] the last day
   *[other] the last { $shown } days
  }
backtest-of = { $name }, { $span }
backtest-fired = { $count ->
    [0] In { $span } it would not have fired.
    [one] In { $span } it would have fired once.
   *[other] In { $span } it would have fired { $shown } times.
  }
backtest-early = { $count ->
    [one] Once nothing was left after it: { $early } later.
   *[other] { $shown } times nothing was left after it: { $early } later at the soonest.
  }
backtest-not-early = { $count ->
    [one] Once nothing was left at that very moment: a higher line would have told earlier.
   *[other] { $shown } times nothing was left after it, at least once at that very moment: a higher line would have told earlier.
  }
backtest-never-out = Something was left every time.
backtest-out-after = nothing left { $after } later
backtest-out-at-once = nothing left at once
alert-set = Set the alert to { $line }
alert-set-nothing = Set the alert
alert-switch-off = Switch the alert off
alert-is-set = The alert is set to { $line }.
alert-is-off = The alert is switched off.
rule-blind = Blind
rules-blind = Usage is known only until { $at }: whether a line is crossed cannot be told. Import what came since.
rule-last-known = last known
