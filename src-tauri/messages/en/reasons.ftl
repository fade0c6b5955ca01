# Why pay-per-use was charged, and what would prevent it.

reason-region-mismatch = A package pays for another region.
reason-trial-region-mismatch = The free entitlement is for another region.
reason-service-mismatch = A package pays for another service.
reason-package-expired = The package had ended, and none was bought since.
reason-no-package = There was no package, and pay-per-use was on.
reason-package-used-up = The package was used up.
reason-project-mismatch = A package pays for another project.
reason-outside-hours = A package pays at other hours of the day.
reason-package-not-started = The call came before the package took effect.

prevent-region-mismatch = Call in the region of the package, or buy one for the region you call.
prevent-trial-region-mismatch = Call in the region of the free entitlement, or buy a package for the region you call.
prevent-service-mismatch = Buy a package for the service you call.
prevent-package-expired = Renew the package before it ends, or buy another.
prevent-no-package = Buy a package, or disable the service where calls must cost nothing.
prevent-package-used-up = Buy another package before the last one is used up; an alert tells you in time.
prevent-project-mismatch = Call for the project of the package, or buy one that is bound to none.
prevent-outside-hours = Call in the hours of the package, or buy one that pays all day.
prevent-package-not-started = Buy before you call, or let the package start at once.

unexpected = Why was this charged?
unexpected-caption = Every pay-per-use call of { $span }, by the reason why no package paid for it. A call with several reasons is counted once.
unexpected-failed = The reasons could not be read.
unexpected-none = No call of this span was pay-per-use.
unexpected-open = Not settled yet
unexpected-rounding = Rounding of each charge to cents
unexpected-offer = { $count ->
    [one] { $sku } would have paid: it holds one call for { $price }.
   *[other] { $sku } would have paid: it holds { $shown } calls for { $price }.
  }
unexpected-offer-none = No package for it is on sale.
unexpected-buy = Buy for { $service }, { $region }
column-reason = Why no package paid
see-unexpected = Why was this charged?
key-unexpected = Why was this charged?
