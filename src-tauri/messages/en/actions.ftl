# Top up and buy: what happens, before it happens.

amount-in = Amount ({ $currency })
amount-hint = { $lowest } to { $highest }
needs = Amounts
need-arrears = Clear arrears { $amount }
need-accrued = Cover open usage { $amount }
where-it-goes = Where it goes
to-arrears = Pays arrears, oldest first
to-credit = Pays back credit
to-balance = Adds to the balance
what-it-leaves = What it leaves
arrears-stay = { $amount } stays owed.
top-up-nothing = Type an amount to see where it goes.
top-up-records = Records a payment made to the provider.
top-up-confirm = Top up { $amount }
top-up-first = Top up { $amount } first
topped-up = Topped up { $amount }. Spendable now: { $spendable }.

offers = Offers
offers-none = Nothing is on sale in this price list.
offers-none-detail = A price list of your own adds offers.
sample-prices = Sample prices: no provider publishes these figures. Bring a price list of your own.
calls-for = { $count ->
    [one] call for { $term }
   *[other] calls for { $term }
  }
instead-of = instead of
what-it-gives = What it gives
pays-from = Pays from
place-in-order = Place in the order
before-it = { $count ->
    [one] after one call of other packages
   *[other] after { $shown } calls of other packages
  }
paid-from-vouchers = From vouchers
paid-from-balance = From the balance
paid-from-credit = Drawn on credit
not-refundable = Packages are not given back.
buy-confirm = { $count ->
    [one] Buy one call for { $price }
   *[other] Buy { $shown } calls for { $price }
  }
bought = Bought { $sku } for { $price }. Spendable now: { $spendable }.
buy-count = How many
buy-count-hint = Each is a package of its own.
buy-with-it = Add another package
buy-together = Paid together
buy-take-out = Take { $sku } out
buy-all = All packages
buy-together-confirm = Buy all packages for { $price }
bought-together = Bought all packages for { $price }. Spendable now: { $spendable }.
