# What usage to come may bring: ranges over the last weeks, lived again. Never a single figure.

forecast-too-short = { $count ->
    [one] Needs one more day for a forecast.
   *[other] Needs { $shown } more days for a forecast.
  }
forecast-too-old = No forecast: usage is known until { $at } only.
forecast-failed = No forecast could be made.
forecast-coming = …
forecast-range = { $least } – { $most }
forecast-not-before-end = not before its end
forecast-from = from { $at }
forecast-weeks = usage like the last { $of } weeks
forecast-weeks-some = usage like { $in } of the last { $of } weeks

runway = Money lasts
runway-beyond = beyond { $days } days
bill-expected = { $range } expected
balance-line-ahead = The last { $days } days, and the range that usage like the last { $weeks } weeks makes of the next { $ahead }.

verdict-money-spent = { $at } at the earliest, usage like that of the last weeks has spent all the money.
verdict-renewal-would-fail = The renewal of { $package } will fail { $at }, if usage goes on like in the last weeks: up to { $amount } will be missing.
verdict-quota-runs-out = { $at } at the earliest, usage like that of the last weeks has used up { $package }. After that, calls of { $service } are paid one by one.
upcoming-money-spent = The money may be spent
renewals-would-fail = The renewal of { $package } will fail { $at }, if usage goes on like in { $in } of the last { $of } weeks: up to { $amount } will be missing.
renewals-assumes-usage = Counted with usage like the last { $weeks } weeks: open usage is settled first, payments to come are not in it.
short-in = Short { $amount } in { $in } of { $of }
fails-in = Fails in { $in } of { $of }
