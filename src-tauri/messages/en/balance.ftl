# Balance: what can be spent, why, and how it came to be so.

balance-verdict = You can spend { $spendable } now.
balance-none = Nothing can be spent now.
balance-short = Usage that is not settled yet exceeds the balance by { $short }.
balance-owes = You owe { $owed } since { $since }. Buying and renewing are refused until it is paid.
equation = How spendable now comes about
show-entries = Show its entries
show-entries-of = Show the entries of { $term }
balance-line = Balance
balance-line-caption = The last { $days } days, on the provider’s clock.
span = Span
last-days = { $days } days
debts = What is owed, in the order a top-up pays it
accrued-rows = Used and not settled
statement = Statement
statement-none = Nothing has moved on this account.
statement-none-detail = Top-ups, settlements and purchases are listed here, each with the balance after it.
newest = Newest
older = Older
entry-opening = Opening balance
entry-top-up = Top-up
entry-settlement = Settlement of { $name }, { $period }
entry-purchase = Purchase of { $name }
entry-renewal = Renewal of { $name }
entry-correction = Correction: { $name }
entry-to-arrears = ({ $amount } paid arrears)
entry-left-owed = ({ $amount } stayed owed)
