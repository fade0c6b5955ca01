# All accounts, sorted by time to harm: one number across providers.

screen-accounts = Accounts
time-to-harm = Time to harm
accounts-first = First: { $name }, { $at }: { $what }
accounts-first-now = First: { $name } – { $what }
accounts-calm = Nothing goes wrong in any account in the next 30 days.
accounts-unforeseen = { $count ->
    [one] Of one account too little usage is known for a forecast.
   *[other] Of { $shown } accounts too little usage is known for a forecast.
  }
accounts-open = Open { $name }
accounts-open-now = Open now
accounts-table = All accounts
accounts-only = This is the only account in these books.
accounts-sum-sample = Spendable now, sample data
accounts-sum-note = { $count ->
    [one] { $currency }, one account
   *[other] { $currency }, { $shown } accounts
  }
accounts-now = now
accounts-left = { $count ->
    [0] none
    [one] { $left } left in one
   *[other] { $left } left in { $shown }
  }
accounts-contract = Contract and rules
accounts-contract-of = Contract and rules of { $name }
column-next-harm = What goes wrong next
column-packages-left = Packages
column-usage-known = Usage up to
account-with-harm = { $name } – { $harm }
account-sample = { $name } (sample data)

harm-nothing = nothing in the next 30 days
harm-arrears = { $amount } is owed, and the time to pay it ends
harm-frozen = frozen: { $amount } is owed, and the retention period ends
harm-suspended = everything is suspended: { $amount } is owed, and the retention period ends
harm-release-pending = the account is released, unless { $amount } is paid
harm-released = released; { $amount } stays payable
harm-overdrawn = arrears begin: { $amount } is missing
harm-no-money = no money and no package is left
harm-no-application = no application yet
harm-application-quota = { $service } is suspended: its packages are used up
harm-application-expired = { $service } is suspended: it has no package
harm-package-exhausted = { $package } is used up
harm-renewal-fails = the renewal of { $package } will fail: { $amount } is missing
harm-renewal-not-sold = the renewal of { $package } will fail: it is no longer sold
harm-package-ends = { $package } ends with quota left
harm-money-spent = the money may be spent
harm-renewal-would-fail = the renewal of { $package } may fail: up to { $amount } is missing
harm-quota-runs-out = { $package } may be used up

do-rename = Rename
rename-open = Rename { $name }
rename-title = Rename { $name }?
rename-hint = A label: what was written down stays as it is.
rename-confirm = Rename to { $name }
rename-done = { $before } is called { $name } now.
