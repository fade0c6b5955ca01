# Rows of tables: those that are picked, their menu, and how they leave the window.

key-pick = Select the row
key-unpick = Do not select the row
key-pick-more = Select on to the row beside
key-pick-none = Select no rows
key-row-menu = Menu of the row
key-export = Save or copy the rows
rows-picked = { $count ->
    [0] No row is selected.
    [one] One row of { $of } is selected.
   *[other] { $shown } rows of { $of } are selected.
  }
rows-export = Save or copy: { $table }
rows-save = { $count ->
    [one] Save one row as { $form }
   *[other] Save { $shown } rows as { $form }
  }
rows-copy = { $count ->
    [one] Copy one row
   *[other] Copy { $shown } rows
  }
rows-saved = { $count ->
    [one] One row saved as { $file }.
   *[other] { $shown } rows saved as { $file }.
  }
rows-copied = { $count ->
    [one] One row was copied.
   *[other] { $shown } rows were copied.
  }
rows-not-copied = The rows could not be copied: this system keeps its clipboard closed.

auto-renew-many = { $count ->
    [one] At the end of one package
   *[other] At the end of { $shown } packages
  }
auto-renew-many-confirm = { $count ->
    [one] Set one package: { $what }
   *[other] Set { $shown } packages: { $what }
  }
auto-renew-many-told = { $count ->
    [one] One package is set: { $what }.
   *[other] { $shown } packages are set: { $what }.
  }
auto-renew-many-over = { $count ->
    [one] One of the selected packages has ended: nothing can be chosen for it.
   *[other] { $shown } of the selected packages have ended: nothing can be chosen for them.
  }
