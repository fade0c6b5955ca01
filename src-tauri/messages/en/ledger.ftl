# Ledger: the journal, a transaction with its postings, the books derived again, and days as they were known.

screen-ledger = Ledger
ledger-verdict = { $count ->
    [0] Nothing has moved on this account yet.
    [one] The journal holds one transaction.
   *[other] The journal holds { $shown } transactions in { $writes }.
  }
ledger-writes = { $count ->
    [one] one write
   *[other] { $shown } writes
  }
ledger-proof = First recorded { $first }, last { $last }. Verifying derives the books again and compares.
ledger-view = View of the books
ledger-journal = Journal
ledger-known = As known on a day

verify-do = Verify the books
verify-again = Verify again
verify-running = Verifying: { $done } of { $total } derived
verify-progress = How far the books are derived
verify-whole = Books are whole: { $transactions } transactions balance, the chain of { $writes } holds, and the state derived again equals the state.
verify-proof = { $charges } charges, { $packages } packages and { $sums } sums of { $accounts } were compared in { $took }.
verify-accounts = { $count ->
    [one] one account
   *[other] { $shown } accounts
  }
verify-seconds = { $count ->
    [0] less than a second
    [one] one second
   *[other] { $shown } seconds
  }
verify-broken = The books contradict themselves: { $what } of { $place }.
verify-broken-proof = The journal gives { $expected }; stored is { $found }. Nothing was changed. A backup from before lies beside the books; “tollbook verify” says the same for it.
verify-broken-short = broken
verify-whole-short = whole
verify-at = Verified { $at }: { $result }
verify-failed = The books could not be verified.

difference-file = the file
difference-reference = a reference
difference-value = a value
difference-transaction = a transaction
difference-write = the hash of a write
difference-clock = the clock
difference-known = what a write left
difference-balance = the balance
difference-credit-drawn = the credit drawn
difference-voucher = a voucher
difference-arrears = the arrears
difference-settlement = a settlement
difference-purchase = a purchase
difference-debt = a debt
difference-arrears-since = the beginning of the arrears
difference-deduction = a deduction
difference-cycle = a term of a package
difference-quota = what is left of a package
difference-usage = usage
difference-charge = a charge
difference-correction = a correction
difference-bill-line = a line of a bill
difference-open-charge = usage that is not settled
difference-tier-counter = the counter of a price tier
difference-usage-sum = a sum of usage
difference-bill-total = a total of a bill
difference-bill-day = a day of a bill
difference-balance-day = the balance of a day
difference-import = an import

journal = Transactions
journal-kind-filter = Kind
journal-period-filter = Period
journal-package-filter = Package
journal-any-kind = Every kind
journal-any-time = All time
journal-any-package = Every package
journal-anything = Everything
journal-clear = Clear every filter
journal-empty = Nothing has moved on this account.
journal-empty-detail = Top-ups, purchases, deductions and settlements are recorded here, each with postings that sum to zero.
journal-filtered-out = No transaction fits the filter.
journal-looked-back = Looked back to { $day }; nothing further back was read yet.
journal-reading = Reading older transactions
journal-more-failed = Older transactions could not be read.
journal-rows = { $count ->
    [one] one transaction shown
   *[other] { $shown } transactions shown
  }
journal-save-csv = Save as CSV
journal-save-json = Save as JSON
journal-saved = { $count ->
    [one] One transaction saved as { $file }.
   *[other] { $shown } transactions saved as { $file }.
  }
journal-saved-some = The newest { $shown } transactions saved as { $file }. For all of them: tollbook journal --csv --limit COUNT
column-reference = Reference
column-write = Write
column-posting = Posting
column-amount = Amount

journal-opening = Opening balance
journal-top-up = Top-up
journal-settlement = Settlement of { $name }, { $period }
journal-deduction = Taken from { $name }
journal-quota-granted = Quota of { $name } granted
journal-quota-lapsed = Quota of { $name } lapsed
journal-purchase = Purchase of { $name }
journal-renewal = Renewal of { $name }
journal-refund = { $name } given back
journal-correction = Correction: { $name }
journal-voucher = Voucher added
kind-opening = Openings
kind-top-up = Top-ups
kind-settlement = Settlements
kind-deduction = Deductions
kind-quota-granted = Quota granted
kind-quota-lapsed = Quota lapsed
kind-purchase = Purchases
kind-renewal = Renewals
kind-refund = Refunds
kind-correction = Corrections
kind-voucher = Vouchers

transaction-title = Transaction { $id }
transaction-failed = The transaction could not be read.
transaction-postings = Postings
transaction-sum = Sum
transaction-balance = Balance after it
transaction-write = The write it belongs to
write-number = Write
write-kind = Action
write-request = Request
write-recorded = Recorded
write-clock = Account’s clock after it
write-transactions = Transactions
write-hash = Hash
write-before = Hash before
sound-yes = Whole: hashed again, it gives the same hash, and its neighbours agree.
sound-no = Broken: it, or its link to a neighbour, was changed after it was written.
sound-not-looked-at = Not hashed in passing, because it is large. Verifying the books does.

known-day = Day
known-day-hint = year-month-day, on the provider’s calendar
known-not-a-day = That is no day of the calendar: write it as { $example }.
known-show = Show the day
known-earlier = A day earlier
known-later = A day later
known-verdict = As known at the end of { $day }, the balance was { $balance }.
known-verdict-now = As known now, the balance is { $balance }.
known-verdict-owed = As known at the end of { $day }, { $owed } was owed.
known-proof = The last write by then was recorded { $recorded }, with everything run up to { $at }. What the books learned later of the time before is not in it.
known-unheard = Nothing was known of this account on { $day }.
known-unheard-proof = The books first heard of it { $first }. What they were told then of the time before counts as known from then on.
known-balance = Balance
known-arrears = Arrears
known-bill = Bill of { $month }
known-bill-note = settled so far
known-packages = Packages in force
known-packages-none = No package was in force.
known-credit = { $amount } of the credit was drawn
known-credit-none = no credit drawn
known-owed-none = nothing was owed
known-until = This stayed so until { $next }, when the next write was recorded.
known-until-now = Nothing was recorded since.
column-of = Of
