# Packages: what is left, what pays next, what is on sale.

packages-verdict = { $count ->
    [one] { $left } calls are left in one package. { $sku } ends { $at }.
   *[other] { $left } calls are left in { $shown } packages. The next to end is { $sku }, { $at }.
  }
packages-verdict-none = No package has calls left. Every call is paid one by one.
packages-empty = No packages on this account.
packages-empty-proof = Every successful call is paid one by one, at the pay-per-use price of its service and region.
packages-all-past = Every package has ended.
calls-left-note = { $count ->
    [0] no package in force
    [one] in one package
   *[other] in { $shown } packages
  }
used-up = Used up
used-up-note = in force, nothing left
not-begun = Not begun
not-begun-note = the next begins { $at }
not-begun-none = nothing bought ahead
packages-rows = All packages
packages-which = Which packages
packages-all = All
packages-now = Current
packages-past = Past
packages-group = Arrange by
packages-by-harm = what is harmed first
packages-by-service = service
packages-by-region = region
packages-alert = alert at { $percent }
order-hint = Pays number { $order } in its service and region
all-used = all used
lapsed = { $count ->
    [one] one call lapsed
   *[other] { $shown } calls lapsed
  }
meter = { $left } of { $quota } left, { $percent } percent

ladder-title = What pays for the next call
ladder-caption = In this order, until each is used up.
price-of-next-call = Price of the next call
ladder-nothing = Nothing: calls are refused.
passed-over = Passed over:
passed-region-mismatch = another region
passed-trial-region-mismatch = free entitlement of another region
passed-service-mismatch = another service
passed-project-mismatch = another project
passed-outside-hours = other hours of the day
passed-package-not-started = not begun
passed-package-used-up = used up
passed-package-expired = ended

choose-package = Choose a package first: its row, or Enter to open it.
renew-over = { $sku } ended for good. It cannot be renewed.
left-of = left of
daily-hours = Hours of the day
valid = Pays from
until = Until
paid-until = Paid until
used-and-elapsed = Used / elapsed
paid = Paid
source = Came as
alert = Alert
alert-none = none
alert-at = at { $percent } left
buy-another = Buy another one
burn-down = Calls left over time
cycles = Terms
deductions = Deductions
deductions-none = Nothing was deducted yet.
package-failed = The package could not be loaded.

shared = Member accounts
shared-on = may use it
shared-off = may not use it
do-share = Share
do-unshare = Stop sharing
share-on-title = Share { $sku }
share-off-title = Stop sharing { $sku }
share-on-what = From now on it pays for calls of your member accounts, too, as for your own.
share-off-what = From now on it pays for your own calls alone. Calls of member accounts are pay-per-use, unless another package is shared.
share-members = Members that called
share-no-members = none so far
share-members-how = Calls of a member are those whose usage names one: a member column, or the project @member.
share-again = It can be switched back at any time.
share-switch-on = Share { $sku } with member accounts
share-switch-off = Stop sharing { $sku }
share-is-on = { $sku } pays for calls of member accounts, too.
share-is-off = { $sku } pays for your own calls alone.

do-tag = Tag
tag-name = Tag { $name }
tag-title = Tag { $name }
tag-what = A tag says what these costs are for. Every line carries it, those of earlier months, too, and bills can be summed by it.
tag-present = Tags
tag-change = Change the tag { $key }
tag-do-change = Change
tag-key = Tag
tag-key-hint = Such as team
tag-value = Value
tag-value-hint = Such as kyc
tag-value-hint-away = Leave it empty to take the tag away
tag-known = Used elsewhere:
tag-before = Before
tag-after = After
tag-none = none
tag-same = It has this value already.
tag-again = It can be changed at any time. No money moves.
tag-take-away = Take { $key } away
tag-confirm = Tag it { $key } = { $value }
tag-is-set = { $name } is tagged { $key } = { $value }.
tag-taken-away = { $name } has no tag { $key } any more.
