# Words for the keys inside charts; dates and figures in them belong to no language.

chart-from-packages = From packages
chart-billed = Pay-per-use
chart-failed = Failed
chart-uncovered = Not covered
chart-purchases = Purchases
chart-renewals = Renewals
chart-pay-per-use-charges = Pay-per-use
chart-given-back = Given back
chart-corrections = Corrections
chart-draft = Draft
chart-total = Total
chart-other = Other
chart-default-project = default project
chart-settlements = Settlements
chart-packages = Packages
chart-warnings = Warnings
chart-bills = Bills
chart-even-use = Even use
chart-balance = Balance
chart-left = Left
