# Applications: made, suspended and why, overage. What is said of them otherwise than of services stands in `applications/`.

column-application = Application
do-application = Create an application
applications-title = Applications
applications-caption = Each says whether it runs, what stops it, and what pays for its next minute.
applications-none = No application on this account.
applications-none-detail = A package is bought for an application, and classes run in one.

application-new = Create an application
application-what = Classes run in an application. It is suspended until it has a package; that is bought next.
application-name = Name of the application
application-name-hint = As it is called at the provider, or in the files of attendance.
application-free = Creating it costs nothing.
application-known = { $application } was there before: it is enabled again.
application-make = Create { $application }
application-made = { $application } is created.
application-state-of = state of { $application }
application-enabled = Runs
application-disabled = Disabled
application-suspended = Suspended
application-released = Released
application-banned = Banned
what-becomes-of = What becomes of { $application }

cause-arrears = Arrears
cause-arrears-means = The grace period is over: every application of the account stands still, even with package quota left.
cause-arrears-ends = It ends at once when everything that is owed is paid.
cause-quota = Quota used up
cause-quota-means = The packages in force are used up and overage is off: new classes are refused, those that run go on and cost nothing.
cause-quota-ends = It ends when overage is switched on, or another package is bought.
cause-expired = No package
cause-expired-means = No package is in force, and a package is the licence to run, whatever the overage switch says: new classes are refused.
cause-expired-ends = It ends when a package is bought or renewed.
cause-manual = Disabled
cause-manual-means = You disabled it: its classes are refused.
cause-manual-ends = It ends when you enable it.
cause-banned = Banned
cause-told = { $cause }.
cause-banned-means = The provider stopped it for a violation.
cause-banned-ends = It never ends.

overage-on = Overage is on
overage-off = Overage is off
overage-do-on = Switch overage on
overage-do-off = Switch overage off
overage-switch-on = Switch overage on for { $application }
overage-switch-off = Switch overage off for { $application }
overage-on-title = Switch overage on for { $application }
overage-off-title = Switch overage off for { $application }
overage-on-what = Minutes beyond the packages are charged, as long as a package is in force. When the last one ends, the application is suspended all the same.
overage-off-what = Minutes beyond the packages cost nothing. Once the packages are used up, the application is suspended.
overage-left = Packages still pay for
overage-price = A minute beyond them
overage-no-price = none in force: nothing can be charged
overage-again = It can be switched back at any time.
overage-is-on = The overage of { $application } is on.
overage-is-off = The overage of { $application } is off.

buy-for = Buy a package for { $application }
refundable = Unused, it can be given back until { $until }.
class-runs = Class { $class } runs since { $since }.

verdict-no-application = No application yet. Classes run in one: create it, then buy its package.
verdict-application-expired = { $service } is suspended: it has no package. Classes are refused until one is bought.
verdict-application-quota = { $service } is suspended: its packages are used up and overage is off. New classes are refused.

rules-attendance = Attendance, columns as usual
rules-attendance-hint = Columns: application, joined and left; or time and seconds of everybody together. With an id each record counts once; class, type and user may stand beside them.
rules-renamed = Attendance, columns called otherwise
rules-renamed-hint = Only what is called otherwise, by header or key; a key inside another is written a.b.
field-application = Application
field-joined = Joined
field-left = Left
field-seconds = Seconds
field-user = User
field-class = Class
field-type = Type

do-begin-class = Begin a class
do-end-class = End class
class-begin-name = Begin a class in { $application }
class-end-name = End class { $class } of { $application }
class-begin-title = Begin a class in { $application }
class-begin-what = A class that runs is never cut: minutes that nothing may pay for are left uncovered and cost nothing.
class-name = Name of the class
class-name-hint = It is ended by the same name.
class-begin-free = Beginning it costs nothing; minutes are metered when it ends.
class-begin-confirm = Begin class { $class }
class-began = Class { $class } of { $application } runs.
class-overage-off = overage is off: nothing is charged
class-end-title = End class { $class } of { $application }
class-end-what = It has run since { $since }. Its minutes count at the moment it ends.
class-attended = Attended by everybody together
class-attended-hint = Hours and minutes, such as 10:00 for ten people of an hour each; or with seconds, 10:00:30.
class-attended-wrong = Write hours, a colon, and minutes: 10:00.
class-uncovered = { $count ->
    [one] Nothing may pay for one of these minutes. It costs nothing.
   *[other] Nothing may pay for { $shown } of these minutes. They cost nothing.
  }
class-end-once = What is metered stays metered: check the time first.
class-end-confirm = End class { $class }, { $cost }
class-ended = { $count ->
    [one] Class { $class } of { $application } ended: one minute, { $cost }.
   *[other] Class { $class } of { $application } ended: { $shown } minutes, { $cost }.
  }
