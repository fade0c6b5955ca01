# The first start.

first-title = Know what each call costs, before the bill.
first-lead = Tollbook keeps exact books of a metered API account: what the provider charges, what is left in each package, what is left on the account.
first-demo = Open the demo account
first-demo-busy = Preparing a year of usage…
first-sample-what = A year of made-up usage, run through the real rules.
first-import = Import a file
first-import-what = Access logs, CSV, JSON lines or CloudEvents. A preview comes first.
first-empty = Start empty
first-empty-what = Open an account and add usage later.
first-failed = The demo account could not be made.
stays-title = Everything stays on this machine
stays-what = One file, readable by you alone. Nothing is sent anywhere, and nothing needs a network. It is kept here:
version = Version { $version }

account-new = Your account
account-for-import = Whose usage is it?
account-name = Name
account-name-first = My account
account-policy = Provider and rules
account-policy-hint = Decides hours, rounding, packages and when money moves.
account-level = Customer level
opening-balance = Cash on the account ({ $currency })
opening-balance-hint = What the provider shows today. You can top up later.
account-create = Open the account
account-create-and-import = Open the account and import
