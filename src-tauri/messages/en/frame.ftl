# The window around the screens: names, keys, top bar, what is the same everywhere.

product = Tollbook
window-title = { $screen } – { $account } – Tollbook
rail = Screens and actions
rail-fold = Fold the rail
screen-today = Today
screen-usage = Usage
screen-packages = Packages
screen-balance = Balance
screen-bills = Bills
screen-renewals = Renewals
screen-costs = Costs

do-import = Import usage
do-top-up = Top up
do-buy = Buy a package
see-offers = See offers

account = Account
account-open-another = Open another account…
sample-badge = Sample data
sample-action = This is the sample account. Nothing here moves real money.
provider-clock = Provider’s clock
next-settlement = next settlement in
usage-as-of = usage up to { $age }
usage-until = usage up to { $day }
usage-none-yet = no usage yet
sources = Sources of usage
sources-partial = { $going } of { $counted } sources. Missing: { $missing }.
sources-partial-note = Sums that lack it are marked ≥.
source-since = { $name } since { $at }
at-least = At least: a source of usage is missing
hide-amounts = Hide amounts
theme-system = Theme: as the system
theme-light = Theme: light
theme-dark = Theme: dark
show-keys = Keys

caught-up = { $count ->
    [0] Run up to { $now }: { $cycles } package terms began or ended.
    [one] Run up to { $now }: one settlement, { $settled }.
   *[other] Run up to { $now }: { $shown } settlements, { $settled }.
  }

close = Close
back = Back
undo = Undo
try-again = Try again
error-reference = Reference { $reference }
preview-again = Preview again
show-more = Show more
show-all = Show all { $count }
show-fewer = Show fewer
total = Total

keys-title = Keys
key-next-row = Next row
key-previous-row = Previous row
key-renew = Renew the package
key-unsubscribe = Give the package back
key-open = Open the row
key-close = Close
key-back = Back to the list
key-table = Chart as a table
key-chart = Move along a chart
key-chart-mark = Mark a span of a chart
key-chart-open = Show what is marked, or what the cursor stands on
key-wider = Back to the longer span
key-why = Why is this figure so?
key-filter = Filter
key-earlier = Earlier
key-later = Later
key-now = Back to now

filter = Filter
filter-remove = Remove the filter { $filter }
filter-clear = Clear the filter
filter-none = There is nothing to filter on this screen.
filtered-out = Nothing here matches “{ $filter }”.

drop-anywhere = Drop the files to import them. A preview comes first.
instant-here = { $there } ({ $here } here)
arrow = →
named = { $name }: { $what }
sentence-gap = {" "}
instant-away = , { $away }
instant-zone = { $at } ({ $zone })
moment = { $at }, { $away }

screen-failed = { $screen } could not be loaded.
screen-failed-still = The books are untouched. The other screens may still work.
refresh-failed = Could not refresh: { $error } The figures are as of { $at }.
start-failed = The books could not be opened.

step-note = Note
step-soon = Soon
step-today = Act today
step-now = Act now

figure-as = Show as
figure-picture = Chart
figure-table = Table
figure-nothing = Nothing to draw.
figure-marked = { $first } to { $last } is marked. Enter shows it closer, Escape forgets it.
figure-span = { $count ->
    [one] One, { $first }.
   *[other] { $shown }, from { $first } to { $last }.
  }
figure-summary = From { $first } to { $last }; highest { $high } at { $when }, at the end { $end }.
figure-calls = { $count ->
    [one] { $shown } call
   *[other] { $shown } calls
  }
figure-copy = Copy “{ $title }”
figure-copy-svg = Copy the chart as SVG
figure-copy-png = Copy the chart as PNG
figure-copy-tsv = Copy its figures as TSV
figure-copied-svg = “{ $title }” was copied as SVG.
figure-copied-png = “{ $title }” was copied as a picture.
figure-copied-tsv = The figures of “{ $title }” were copied.
figure-not-copied = “{ $title }” could not be copied: this system keeps its clipboard closed.
figure-not-drawn = The picture of “{ $title }” could not be drawn. Its figures can be copied.
figure-saved = The clipboard takes no pictures here: “{ $title }” was saved to { $file }.
figure-stamp = Tollbook · { $account } · as of { $at }
figure-stamp-sample = Tollbook · { $account } · sample data · as of { $at }

why-hint = Press ? to see why
why-title = Why: { $figure }
why-result = Result
why-rule = Rule { $rule }
why-rule-source = Rule { $rule } · { $source }
why-copy = Copy as text
why-copied = The derivation was copied.
why-not-copied = The derivation could not be copied: this system keeps its clipboard closed.
why-nothing = There is no figure to explain on this screen.
clock-behind = Your clock is { $by } behind the last settlement. Deadlines use the provider’s time.
unknown-since = unknown since { $at }
