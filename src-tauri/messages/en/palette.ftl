# The palette: everything the window can do, found by typing. Its keys, and what is undone.

palette = Find and do
palette-ask = What to do: a screen, a package, “top up 84.20”, “alert below 50”
palette-list = What can be done
palette-reading = Reading what there is…
palette-none = Nothing is called “{ $text }”. A name of a package, a screen or an action finds it.
palette-count = { $count ->
    [0] Nothing found
    [one] One found
   *[other] { $shown } found
  }
palette-first = The best { $first } of { $shown }: type more to narrow them down
palette-opens = Opens “{ $sheet }”
palette-opens-with = Opens “{ $sheet }” with { $what }
palette-opens-for = Opens “{ $sheet }” for { $what }
palette-opens-for-with = Opens “{ $sheet }” for { $what } with { $number }
palette-opens-account = Opens the books of { $account }
palette-goes = Goes to { $screen }
palette-shows = Shows { $what }
palette-of-month = { $what }, { $month }
palette-knows = Shows the account as it was known on { $day }
palette-not-yet = { $day } has not come yet.
palette-verifies = Derives every figure of the books again
palette-buys = Opens “Buy a package” with { $sku }: { $quota } for { $price }
palette-explains = Shows where this figure comes from
palette-here = On this screen
palette-looks = Changes how the window looks
palette-hides = Masks every amount of money, or shows them again
palette-zooms = Shows everything at { $percent } %
palette-folds = Folds the rail to its pictures, or unfolds it
palette-so-already = It is so already.
palette-terms = { $count ->
    [one] one term
   *[other] { $count } terms
  }
palette-account = Switch to
palette-package = Show the package
palette-bill = Show the bill
palette-amortised = Bills, amortised
palette-no-bill = There is no bill for { $month }.
palette-undo-import = Undo the import

# Words between others that say nothing alone.
palette-filler = to, at, the, of, for, with, below, under, a, an, by, in, my

# What else people call it, besides what its line says.
palette-words-go = go, goto, open, show, view, see
palette-words-today = home, start, overview
palette-words-usage = meter, traffic, consumption
palette-words-packages = plans, resource, quota
palette-words-balance = money, cash, wallet, statement
palette-words-bills = bill, invoice, month
palette-words-costs = spending, expenses, analysis, allocation
palette-words-ledger = journal, postings, proof, verify
palette-words-costs-composition = mode, share
palette-words-costs-allocation = project, member, tag
palette-words-costs-analysis = trend, what changed, waterfall
palette-words-costs-optimization = findings, save, cheaper, leak, advice
palette-words-known = as of, history, past, then, date
palette-words-renewals = renew, expiry, calendar
palette-words-alerts = notices, inbox, warnings
palette-words-account = settings, contract, books, switch, profile
palette-words-accounts = all accounts, customers, first problem, time to harm
palette-words-rename = name, label, title
palette-words-package = package, plan
palette-words-top-up = topup, recharge, pay, add money, deposit, fund
palette-words-import = upload, log, csv, file, add usage
palette-words-buy = purchase, order, get, offer
palette-words-voucher = coupon, gift, code, promotion
palette-words-credit-limit = credit, overdraft, limit
palette-words-level = level, tier, customer
palette-words-alert-balance = alert, warn, warning, notify, threshold, below, money
palette-words-alert = alert, warn, notify, threshold, percent
palette-words-new-application = application, create, new
palette-words-renew = renew, extend, prolong, again
palette-words-auto-renew = automatic renewal, end, expiry, lapse
palette-words-unsubscribe = unsubscribe, refund, return, cancel
palette-words-share = share, members
palette-words-compare = compare, cheaper, advice, recommend
palette-words-disable = disable, stop, switch off, leave
palette-words-enable = enable, start, switch on
palette-words-tag = label, project, sort
palette-words-overage = overage, beyond
palette-words-undo = undo, revert, take back
palette-words-why = why, explain, formula, derivation
palette-words-hide = privacy, mask, money, blur
palette-words-theme = theme, appearance, colour, mode, look
palette-words-zoom = zoom, larger, smaller, size, text
palette-words-fold = sidebar, navigation, menu
palette-words-keys = shortcuts, keyboard, help

keys-of-everywhere = Everywhere
keys-of-screen = On this screen
keys-of-rows = In a table
keys-of-chart = In a chart
keys-of-go = Go to

show-amounts = Show amounts
zoom-not = Sizes go from 80 % to 200 %.
level-is-so = The level is { $level } now.
auto-renew-over = { $sku } has ended: it does not renew itself any more.
buy-not-sold = { $sku } was not bought: it cannot be bought again.
compare-not = There is nothing to compare it with.
application-over = { $application } is banned for good.
begin-class-not = { $application } does not run now.
