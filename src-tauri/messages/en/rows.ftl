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
