# The account: its contract, its rules, its level and its credit limit.

screen-account = Account
account-verdict = { $name }: { $provider }, level { $level }, in { $currency }.
account-contract = Contract
contract-name = Name
account-number = Number in the books
account-provider = Provider and rules
account-currency = Currency
account-zone = Zone
account-opened = Opened
account-prices = Prices
account-delay = Settlement delay
account-delay-minutes = { $count ->
    [0] none: a period is settled at its end
    [one] one minute after a period’s end
   *[other] { $shown } minutes after a period’s end
  }
contract-level = Customer level
account-level-same = { $level }; under these rules every level is the same
account-level-since = { $level }, since { $at }
account-limit = Credit limit
account-limit-drawn = { $limit }, { $drawn } of it drawn
change-level = Change the level
change-limit = Change the credit limit
account-levels = Stages of arrears by customer level
column-level = Level
column-grace = Grace (days)
column-retention = Retention (days)
level-own = yours
level-every = every level
account-rules = Rules of the provider
account-rules-note = Read from the provider’s own pages; each says where.
rule-id = Rule
rule-source = Source
rule-source-none = a decision of this program; the provider publishes nothing on it

policy-settled-hourly = Usage is settled every hour on the hour.
policy-settled-daily = Usage of a day is settled on the next day, { $a } hours after midnight.
policy-uncovered-pay-per-use = What no package pays is pay-per-use at once, without asking.
policy-uncovered-suspend = What no package pays stops the application, unless its overage switch is on.
policy-order-oldest = Packages pay in the order in which they came, those of the call’s project first.
policy-order-earliest-end = Free packages pay first, then those that end first.
policy-grace-works = During grace everything works and is charged; buying and renewing are refused.
policy-grace-classes = During grace classes that run continue and are charged; new classes, buying and renewing are refused.
policy-stops-pay-per-use = After grace pay-per-use is refused; packages go on paying.
policy-stops-everything = After grace every application stops, even with package quota left.
policy-arrears-end = Arrears end at once when the last debt is paid; a partial payment neither stops nor restarts the clock.
policy-expiry-told = That a package ends is told { $a } days before, at { $b }.
policy-auto-renewal-before = Automatic renewal is tried at { $a }, from up to { $b } days before the end until the day of the end.
policy-auto-renewal-after = Automatic renewal is tried at { $a } on the day of the end and on { $b } days after it.
policy-renewed-from-end = A renewal after the end counts from the original end.
policy-renewed-from-renewal = A renewal after the end counts from the renewal.
policy-no-refund = Packages are not given back.
policy-refund = A package can be given back within { $a } calendar days, if nothing of it was used.
policy-refund-hours = A package can be given back whole within { $a } times 24 hours.
policy-refund-ever = So many packages of an account come back this way, ever: { $a }.
policy-refund-a-year = So many packages of an account come back this way in a calendar year: { $a }.
policy-refund-formula = Of a package that is given back later, what was consumed and a handling fee stay with the provider.
policy-balance-alert = The balance alert is told at once, again after { $a } hours, then every { $b } days.
policy-bill-final = A bill is final on day { $a } of the next month and leaves the house from day { $b }, { $c }.

level-title = Customer level
level-choose = Level
level-what = What it means
level-grace = Grace
level-retention = Retention
level-days = { $count ->
    [one] one day
   *[other] { $shown } days
  }
level-freezes = Freezes
level-releases = Released
level-suppose = Dates as if the settlement of { $at } could not be paid.
level-same = Nothing changes: both levels last as long.
level-kept = Present arrears keep the lengths they began under: the account freezes { $at }, whatever the level.
level-records = Records what the provider decided; holds from now on.
level-confirm = Change the level to { $level }
level-changed = The level is { $level } now.
limit-title = Credit limit
limit-hint = { $lowest } to { $highest }. What is drawn stays drawn.
limit-arrears-stay = { $amount } stays owed: raising the limit does not pay arrears. A top-up does.
limit-type = Type a limit to see what it leaves.
limit-confirm = Set the credit limit to { $amount }
limit-set = The credit limit is { $amount } now.
