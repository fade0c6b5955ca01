# Arrears: how far they have come, what still works, what a payment buys.

verdict-arrears = { $amount } is owed. Buying and renewing are refused until it is paid; everything else works until { $at }.
verdict-frozen = Pay-per-use is refused; packages go on paying. Pay { $amount } by { $at }, or the account is released.
verdict-suspended = Everything is suspended. Pay { $amount } by { $at }; the first daily job after that releases the account.
verdict-release-pending = The retention period is over. The account is released { $at }, unless { $amount } is paid before.
verdict-released = The account was released { $at }. What it had is gone; { $amount } stays payable.
verdict-arrears-everything = { $amount } is owed. Buying, renewing and new classes are refused until it is paid. From { $at } on everything stops, even with package quota left.

rail-title = From normal to released
rail-of-level = Drawn to scale, on the provider’s clock, for level { $level }.
rail-twin-over = { $stage }: over, began { $at }
rail-twin-now = { $stage }: now, since { $at }
rail-twin-ahead = { $stage }: begins { $at }
rail-twin-normal = { $stage }: nothing is owed
stage-normal = Normal
stage-grace = Grace
stage-frozen = Frozen
stage-suspended = Suspended
stage-release-pending = Release pending
stage-released = Released

still-works = Still works
has-stopped = Stops
everything-stops = Everything, even with package quota left
ability-pay-per-use = Pay-per-use
ability-packages = What packages pay
ability-running-classes = Classes that run already
ability-new-classes = New classes
ability-recordings = Recorded files
ability-enabling = Enabling services
ability-buying = Buying and renewing, automatic renewal too
ability-topping-up = Topping up
ability-disabling = Disabling services
ability-giving-back = Giving packages back
grace-goes-on = What is used is charged all the same and adds to what is owed.
accrues = Used since and not settled: { $amount }

rungs = What a payment buys
rung-avoids-arrears = The next settlement is paid in full: no arrears begin.
rung-keeps-running = Pay-per-use goes on: the account does not freeze.
everything-keeps-running = Everything goes on: nothing is suspended.
rung-runs-again = Pay-per-use runs again at once.
everything-runs-again = Everything runs again at once, unless it is stopped for another cause.
rung-prevents-release = The services are not released.
everything-prevents-release = Services and packages are not released.
rung-may-enable-again = Services can be enabled again.
rung-covers-usage = Also covers what was used since, so that no new arrears begin.
rung-at-any-time = at any time
pay = Pay { $amount }
pay-by = Pay { $amount } by { $at }

what-would-happen = If a settlement cannot be paid
what-would-happen-next = As it would be if the next settlement, { $at }, could not be paid in full.
what-would-happen-short = The settlement of { $at } lacks money.
would-begin = Begins
would-stop = Stops then
would-stop-all = Everything, even with package quota left

save-deadlines = Save these deadlines as calendar
calendar-name = Deadlines of { $account }
calendar-pay = { $account }: pay { $amount }
calendar-begins = { $account }: { $stage } begins
calendar-ahead = Nothing is owed yet: the next settlement lacks money.
calendar-as-of = As of { $at }; what is used since adds to it.
calendar-nothing = No deadline is ahead any more.
calendar-saved = { $count ->
    [one] One deadline is saved in { $file }.
   *[other] { $shown } deadlines are saved in { $file }.
  }
