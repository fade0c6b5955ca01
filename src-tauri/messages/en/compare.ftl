# Ways of paying for the same calls, and the switch from one to another.

do-compare = Compare ways to pay
compare-short = Compare
compare-name = Compare ways to pay for { $service } in { $region }
key-compare = Compare ways to pay for it
compare-title = Ways to pay for { $service } in { $region }
compare-span = Calls of
compare-no-calls = There were no calls in these { $days } days: nothing to compare.
compare-stay-best = { $count ->
    [one] Pay-per-use would have cost least for the one call of these { $days } days: { $stay }.
   *[other] Pay-per-use would have cost least for the { $shown } calls of these { $days } days: { $stay }.
  }
compare-best = { $count ->
    [one] { $sku } would have cost { $total } for the one call of these { $days } days: { $saves } less than pay-per-use.
   *[other] { $sku } would have cost { $total } for the { $shown } calls of these { $days } days: { $saves } less than pay-per-use.
  }
compare-ways = What these calls would have cost
compare-way = Way to pay
compare-stay = Pay-per-use alone
compare-up-front = Up front
compare-in-all = In all
compare-left = Calls left
compare-cheapest = cheapest
compare-less = { $amount } less
compare-more = { $amount } more
compare-used-up = used up
compare-back = Back to pay-per-use
compare-back-of = { $sku } becomes pay-per-use at its end,
compare-switch = What happens at the switch
compare-open-before = Calls of the open hour so far
compare-open-calls = calls stay pay-per-use:
compare-open-settles = settled
compare-open-none = none is pay-per-use
compare-open-after = Calls from { $at } on
compare-open-after-what = paid by packages, in their order; { $sku } is one of them
compare-end-until = Until
compare-end-pays = { $sku } pays for calls
compare-end-after = From then on
compare-end-after-what = calls are paid one by one
compare-end-lapses = Calls that lapse if they are not made
compare-end-now = At its end
compare-end-note = Can be changed until its end.
compare-unchanged = Nothing changed
compare-stay-note = Nothing changes: calls without a package stay pay-per-use.
compare-stay-confirm = Stay as it is
