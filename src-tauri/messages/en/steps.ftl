# Undo and redo: what was done, in words that follow "Undo:", and what became of it.

key-undo = Undo
key-redo = Do again
redo = Do again
going-named-undo = Undo: { $step }
going-named-redo = Do again: { $step }
going-nothing-undo = There is nothing to undo
going-nothing-redo = There is nothing to do again
going-told-undo = Undone: { $step }. In force now: { $now }.
going-told-redo = Done again: { $step }.
going-failed-undo = Not undone: { $step }. { $error }
going-failed-redo = Not done again: { $step }. { $error }
palette-words-redo = repeat, again
step-leave = Leave it as it is
step-left = It stays: { $step }.
going-does-undo = Takes back what was done last. Money is never undone.
going-does-redo = Does again what was undone last.

step-balance-alert = balance alert at { $value }
step-balance-alert-off = balance alert off
step-balance-snooze = balance alert snoozed until { $value }
step-balance-snooze-off = balance alert not snoozed
step-package-alert = package alert of { $name } at { $value }
step-package-alert-off = package alert of { $name } off
step-at-end = { $package } at its end: { $what }
step-renews = { $count ->
    [0] { $what }, first tried on its last day
    [one] { $what }, first tried one day before
   *[other] { $what }, first tried { $shown } days before
  }
step-and-more = { $count ->
    [one] { $step }, and one more
   *[other] { $step }, and { $shown } more
  }
step-sharing = { $package } shared with member accounts
step-sharing-off = { $package } not shared
step-overage = overage of { $name } on
step-overage-off = overage of { $name } off
step-tag = { $name } tagged { $tag } = { $value }
step-tag-off = { $name } without the tag { $tag }
step-level = level { $value }
step-credit-limit = credit limit { $value }
step-import = import of { $label }
step-theme = colours: { $value }
step-language = language: { $value }
step-rows = height of rows: { $value }
step-zoom = zoom { $value }

error-no-step = Something else was done meanwhile.
error-moved-on = It was changed since in another way: undoing it would take that back, too.
