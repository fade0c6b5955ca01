# Leaving: giving a package back, disabling a service.

unsubscribe-title = Give { $sku } back
do-unsubscribe = Give back
unsubscribe-over = { $sku } was given back before.
can-you = 1 · Can you?
can-give-back = Yes, it can be given back now.
decided-by = Rule { $rule } · { $source }
decided-by-rule = Rule { $rule }
you-get-back = 2 · You get back
get-back-nothing = Nothing: what was paid stays with the provider.
comes-back = Comes back
still-to-come = 3 · Still to come
tail-settlement = Calls already made are still billed
tail-renewal = It renews itself
tail-none = Nothing is taken after this.
what-is-lost = 4 · What is lost
lost-calls = { $count ->
    [one] One paid call is lost at once. This cannot be undone.
   *[other] { $shown } paid calls are lost at once. This cannot be undone.
  }
kept-calls = { $count ->
    [0] Nothing: no paid call is left.
    [one] Nothing now: one paid call can be used until { $until }. What is left then lapses.
   *[other] Nothing now: { $shown } paid calls can be used until { $until }. What is left then lapses.
  }
instead = Instead
let-it-end = Stop its automatic renewal
stop-pay-per-use = Disable { $service }
type-to-confirm = Type { $sku } to confirm
unsubscribe-confirm = Give { $sku } back, get { $amount }
unsubscribed = { $sku } is given back for { $amount }. Spendable now: { $spendable }.
only-refused = It cannot be given back.

disable-title = Disable { $service }
enable-title = Enable { $service }
do-disable = Disable
do-enable = Enable
disable-name = Disable { $service } in { $region }
enable-name = Enable { $service } in { $region }
service-disabled = Disabled
disable-what = Calls in { $region } are refused from now on, until it is enabled again.
enable-what = Calls in { $region } are let through from now on. Packages pay first.
enable-price = A call that no package pays for
still-billed = Still billed
still-billed-none = Nothing: no open usage waits to be settled.
held-back = Cannot be used while it is disabled
held-back-none = No paid call is held back.
held-renews = It still renews itself: switch that off too.
disabled = { $service } in { $region } is disabled.
enabled = { $service } in { $region } is enabled.
