# Usage: calls, and where they were paid from.

usage-verdict = { $today } calls today so far.
usage-verdict-usual = { $today } calls today so far; a usual day has { $usual }.
usage-verdict-span = { $count ->
    [one] One call, { $span }.
   *[other] { $shown } calls, { $span }.
  }
usage-verdict-old = The latest usage is of { $day }.
usage-old-proof = Nothing later has been imported, so the span that ends there is shown.
usage-paid = In the span below, packages paid for { $packages } calls; { $billed } were paid one by one, { $charged } in all.
usage-paid-one-by-one = In the span below, { $billed } were paid one by one, { $charged } in all.
usage-paid-by-packages = In the span below, packages paid for all { $packages } calls.
usage-none-in-span = No calls in this span.
usage-empty = No usage has been imported yet.
usage-empty-proof = Bring the access log of your gateway, a CSV export, JSON lines or CloudEvents: drop a file on the window, or press i.
from-packages-note = paid with quota
pay-per-use-note = paid one by one
uncovered-note = { $calls } more that nothing may pay for
failed-note = { $calls } failed calls cost nothing
failed-none-note = no failed calls
not-settled-note = nothing of it is settled yet
record-without-file = Entered without a file
usage-per-hour = Calls per hour
usage-per-day = Calls per day
usage-per-month = Calls per month
usage-caption = { $span }, on the provider’s clock.
usage-brush = Drag over it, or hold Shift and press the arrows, to look closer.
usage-brush-hour = Press an hour to see its records.
hour-title = The hour of { $hour }
hour-about = From { $from } to { $to }: who paid, and where the records came from.
hour-empty = Nothing was used in this hour.
usage-rows = By service, region and project
stacked-by = Stacked by
stacked-by-paidBy = Paid by
stacked-by-service = By service
stacked-by-region = By region
stacked-by-project = By project
bar-length = Length of a bar
bucket-hour = Hours
bucket-day = Days
bucket-month = Months
show-only-this = Show only this
hours-failed = The hours could not be loaded.

charge = Charge of this hour
charge-settled = Settled
before-rounding = Before rounding

imports = Imports
show-its-usage = Show its usage
latest = Latest
undone = undone
undo-import-of = Undo the import of { $label }
undo-import-title = Undo this import?
undo-import-what = { $count ->
    [one] The one call of { $label } is taken back as a whole.
   *[other] The { $shown } calls of { $label } are taken back as a whole.
  }
undo-import-how = What they changed is corrected by new postings: charges come back to the balance, quota to its packages. Nothing is erased.
undo-import-confirm = { $count ->
    [one] Take one call back
   *[other] Take { $shown } calls back
  }
keep-it = Keep it
import-undone = { $label } was undone as a whole.
