# Sheets of accounts that have applications and count minutes. Each replaces the sentence of its key.

calls-for = { $count ->
    [one] minute for { $term }
   *[other] minutes for { $term }
  }
before-it = { $count ->
    [one] after one minute of other packages
   *[other] after { $shown } minutes of other packages
  }
buy-confirm = { $count ->
    [one] Buy one minute for { $place }, { $price }
   *[other] Buy { $shown } minutes for { $place }, { $price }
  }
bought = Bought { $sku } for { $place }, { $price }. Spendable now: { $spendable }.
renew-term-calls = { $count ->
    [one] One minute
   *[other] { $shown } minutes
  }
auto-renew-assumes = Open usage is settled first; minutes from now on and payments to come are not counted.

tail-settlement = Minutes already used are still billed
lost-calls = { $count ->
    [one] One paid minute is lost at once. This cannot be undone.
   *[other] { $shown } paid minutes are lost at once. This cannot be undone.
  }
kept-calls = { $count ->
    [0] Nothing: no paid minute is left.
    [one] Nothing now: one paid minute can be used until { $until }. What is left then lapses.
   *[other] Nothing now: { $shown } paid minutes can be used until { $until }. What is left then lapses.
  }
disable-title = Disable { $region }
enable-title = Enable { $region }
disable-name = Disable { $region }
enable-name = Enable { $region }
disable-what = New classes in { $region } are refused from now on, until it is enabled again.
enable-what = Classes in { $region } are let in from now on, as far as nothing else stops it.
enable-price = A minute of overage
held-back-none = No paid minute is held back.
disabled = { $region } is disabled.
enabled = { $region } is enabled.

import-source-hint = Name of the classroom or export. Record ids count once per source, and its rules are remembered.
rules = How to read attendance
import-sentence = { $count ->
    [0] Nobody attended in here.
    [one] One minute, { $cost }.
   *[other] { $shown } minutes, { $cost } in all.
  }
import-enables = Creates, because classes prove that they were there: { $services }.
import-uncovered = { $count ->
    [one] No package has quota for one of these minutes, and overage may not pay for it. It costs nothing.
   *[other] No package has quota for { $shown } of these minutes, and overage may not pay for them. They cost nothing.
  }
import-refused = { $count ->
    [one] One second of { $name } is not metered: { $reason }.
   *[other] { $shown } seconds of { $name } are not metered: { $reason }.
  }
import-lines = What it costs, by application
fact-billable = Seconds attended
import-confirm = { $count ->
    [one] Import one minute
   *[other] Import { $shown } minutes
  }
imported = { $count ->
    [one] Imported one minute, { $cost }. Balance: { $balance }.
   *[other] Imported { $shown } minutes, { $cost }. Balance: { $balance }.
  }

error-no-rules = The source has no rules yet. Say how its attendance is to be read.
error-not-enabled = The application is not enabled.
error-already-enabled = The application is there and enabled already.
error-unknown-resource = The account has never had this application.
error-no-price = The price list has no price of a minute at that time.
instead-of = · overage
