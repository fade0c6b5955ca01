# Names of figures and columns. One word for one thing, on every screen.

spendable-now = Spendable now
calls = Calls
calls-left = Calls left
from-packages = From packages
pay-per-use = Pay-per-use
charged = Charged
purchases = Purchases
corrections = Corrections
refunds = Given back
still-owed = Still owed
per-call = per call
default-project = default

column-when = When
column-what = What
column-state = State
column-period = Period
column-calls = Calls
column-failed = Failed
column-uncovered = Not covered
column-from-packages = From packages
column-pay-per-use = Pay-per-use
column-charged = Charged
column-money = Money
column-service = Service
column-region = Region
column-project = Project
column-imported = Imported
column-imported-calls = Calls
column-set-aside = Set aside
column-file = File
column-source = Source
column-span = Usage from – to
column-rows = Rows
column-undo = Undo
column-order = Place in the order
column-package = Package
column-pays-for = Pays for
column-left = Left
column-ends = Ends
column-a-day = A day
column-runs-out = Runs out
column-unused = Left at its end
column-charged-at = Charged
column-follows = What follows
column-succeeds = Will it succeed
column-term-price = Next term
column-per-call = Per call
column-balance = Balance
column-balance-after = Balance after
column-change = Change
column-hour = Hour
column-settles = Settles
column-so-far = So far
column-owed = Owed
column-owed-since = Owed since
column-month = Month
column-purchases = Purchases
column-renewals = Renewals
column-refunds = Given back
column-corrections = Corrections
column-total = Total
column-final = Final
column-exact = Exact
column-due = Due
column-cost = Cost

term-balance = Balance
term-credit = Credit limit
term-drawn = Credit drawn
term-arrears = Arrears
term-accrued = Accrued, not settled
before = Before
after = After

term-years = { $count ->
    [one] one year
   *[other] { $count } years
  }
term-months = { $count ->
    [one] one month
   *[other] { $count } months
  }
term-days = { $count ->
    [one] one day
   *[other] { $count } days
  }

state-scheduled = Not begun
state-active = In force
state-exhausted = Used up
state-expired = Ended
state-frozen = Ended, renewable
state-refunded = Given back
state-released = Ended for good

source-free = Free entitlement
source-promotion = Promotion
source-purchased = Bought
