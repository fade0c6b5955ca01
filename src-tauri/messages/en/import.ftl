# Import: a preview, live progress, then the same reading written down.

import-title = Import usage
import-files = Files
import-drop = Drop files or folders anywhere on the window
import-drop-more = Drop more, or
import-file-remove = Leave out { $file }
import-path = Path of a file or folder, or lines of a log
import-path-hint = Type or paste a whole path and press Enter; lines that are pasted are read as they are.
import-path-wrong = Give the whole path, from / or ~ on: a name alone could be anywhere.
import-pasted-name = pasted lines
import-pasted = { $count ->
    [one] one pasted line
   *[other] { $shown } pasted lines
  }
choose-file = Choose…
choose-files = Choose files…
choose-folder = Choose a folder…
import-how = How to read them
import-source = Source
import-source-hint = Name of the gateway or export. Record ids count once per source, and its rules are remembered.
import-zone = Zone of the times
import-zone-hint = The times in this file carry no zone.
import-zone-choose = Choose a zone…

rules = Which calls are what
rules-last = As this source was read last
rules-last-hint = Uses the rules of the last import from this source.
rules-paths = By request path
rules-paths-hint = The first rule that matches decides. * is one part of the path, ** at the end is any rest.
rules-one = All one service
rules-one-hint = Every request that succeeded is a call of one service.
rules-columns = By columns of a CSV or JSON file
rules-columns-hint = Names of columns, or of keys. A key inside another is written a.b.
rules-file = From a rules file
rules-file-hint = The file is read again each time; its format is in the documentation.
rules-file-path = Rules file
rules-defaults = Where no column says it
rules-lack-file = Choose a rules file.
rules-lack-service = Name the service and the region.
rules-lack-time = Name the column of the time.
rules-lack-path = Add a rule with a path.
rule-path = Request
rule-ignore = Ignore
rule-remove = Remove
rule-add = Add a rule
rule-any-method = any
rule-method-of = Method of rule { $row }
rule-path-of = Path of rule { $row }
rule-service-of = Service of rule { $row }
rule-region-of = Region of rule { $row }
rule-ignore-of = Ignore what rule { $row } matches
rule-remove-of = Remove rule { $row }
field-time = Time
field-status = Status
field-service = Service
field-region = Region
field-project = Project
field-id = Record id
field-count = Count
field-path = Path
field-method = Method

import-lacks-files = Choose the files first, or paste lines.
import-lacks-source = Name the source.
import-previews = Reading changes nothing yet.
import-undoable = The import can be undone as a whole.
import-preview = Preview
import-reading = Reading…
import-writing = Writing it down…
cancel-reading = Cancel
import-cancelled = The import was cancelled. Nothing of it was kept.
rows-read = { $count ->
    [one] one row
   *[other] { $shown } rows
  }

import-sentence = { $count ->
    [0] Nothing in here is charged.
    [one] One call, { $cost }.
   *[other] { $shown } calls, { $cost } in all.
  }
import-owes = { $amount } would be owed.
import-span = Usage from
import-enables = Enables, because calls prove that it was: { $services }.
import-uncovered = { $count ->
    [one] Nothing may pay for one of these calls. It costs nothing.
   *[other] Nothing may pay for { $shown } of these calls. They cost nothing.
  }
import-refused = { $count ->
    [one] One call of { $name } is not charged: { $reason }.
   *[other] { $shown } calls of { $name } are not charged: { $reason }.
  }
fact-rows = Rows read
fact-billable = Billable
fact-failed = Failed
fact-unmatched = Matched by no rule
fact-ignored = Ignored
fact-duplicates = Duplicates
fact-overlapped = Imported before
fact-rejected = Rejected
fact-conflicts = Set aside
import-lines = What it costs, by service
balance-after = Balance afterwards
rejected-title = Rejected rows: { $shown }
conflicts-title = Set aside, same id but another content: { $shown }
rejected-more = The first { $shown } of { $total } are listed.
unmatched-title = Matched by no rule: { $shown }
ignored-title = Ignored by a rule: { $shown }
import-detail-failed = What the import left out could not be read.
import-not-kept = What it left out was not kept by the version that imported it.
import-left-nothing-out = Every row became usage, or had done so before.
files-read = { $count ->
    [one] One file read
   *[other] { $count } files read
  }
format-access-log = access log
format-csv = CSV
format-json-lines = JSON lines
format-cloudevents = CloudEvents
import-confirm = { $count ->
    [one] Import one call
   *[other] Import { $shown } calls
  }
imported = { $count ->
    [one] Imported one call, { $cost }. Balance: { $balance }.
   *[other] Imported { $shown } calls, { $cost }. Balance: { $balance }.
  }

reject-not-an-access-log-line = not an access log line
reject-cut-short = cut off in its middle
reject-line-too-long = longer than any real line
reject-missing = a field is missing
reject-unreadable = a field cannot be read
reject-not-a-record = not a record
reject-not-an-event = not a CloudEvent
reject-in-the-future = lies in the future
reject-unknown-format = the format is not recognised
reject-conflict = the id is known with another content
