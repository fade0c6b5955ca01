-- Usage: what was imported, what was metered, and its sums by hour, day and month.
--
-- Metered segments are history and are never changed. Sums are kept as usage and charges arrive, so that a screen over
-- ten years reads few rows; they lead with the instant because screens ask for ranges of time over all resources.

-- Where usage comes from, with the rules it was last read by.
CREATE TABLE sources (
  id          INTEGER PRIMARY KEY,
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  name        TEXT    NOT NULL CHECK (name <> ''),
  rules       TEXT    NOT NULL,
  UNIQUE (account_id, name)
) STRICT;

CREATE TABLE imports (
  id                INTEGER PRIMARY KEY,
  account_id        INTEGER NOT NULL REFERENCES accounts (id),
  write_id          INTEGER NOT NULL UNIQUE REFERENCES writes (id),
  source_id         INTEGER NOT NULL REFERENCES sources (id),
  label             TEXT    NOT NULL,     -- the file or folder, as the customer named it
  row_count         INTEGER NOT NULL CHECK (row_count >= 0),
  counted_count     INTEGER NOT NULL CHECK (counted_count >= 0),
  billable_count    INTEGER NOT NULL CHECK (billable_count >= 0),
  failed_count      INTEGER NOT NULL CHECK (failed_count >= 0),
  duplicate_count   INTEGER NOT NULL CHECK (duplicate_count >= 0),
  overlapped_count  INTEGER NOT NULL CHECK (overlapped_count >= 0),
  unmatched_count   INTEGER NOT NULL CHECK (unmatched_count >= 0),
  ignored_count     INTEGER NOT NULL CHECK (ignored_count >= 0),
  rejected_count    INTEGER NOT NULL CHECK (rejected_count >= 0),
  conflict_count    INTEGER NOT NULL CHECK (conflict_count >= 0),
  first_at          INTEGER,              -- span of the usage, both included
  last_at           INTEGER,
  report            TEXT    NOT NULL,     -- JSON of the program that imported: files, rejected rows, conflicts
  undone_by         INTEGER REFERENCES writes (id)
) STRICT;

CREATE INDEX imports_by_account ON imports (account_id, id);
CREATE INDEX imports_by_undoing ON imports (undone_by) WHERE undone_by IS NOT NULL;

-- Records that were counted, packed by the reader: once per (source, id).
CREATE TABLE record_blocks (
  id            INTEGER PRIMARY KEY,
  source_id     INTEGER NOT NULL REFERENCES sources (id),
  import_id     INTEGER NOT NULL REFERENCES imports (id),
  first_hash    INTEGER NOT NULL CHECK (first_hash >= 0),
  last_hash     INTEGER NOT NULL CHECK (last_hash >= first_hash),
  record_count  INTEGER NOT NULL CHECK (record_count > 0),
  data          BLOB    NOT NULL
) STRICT;

CREATE INDEX record_blocks_by_hash ON record_blocks (source_id, first_hash, last_hash);
CREATE INDEX record_blocks_by_import ON record_blocks (import_id);

-- Stretches of logs without ids that were counted, packed by the reader.
CREATE TABLE stretches (
  id          INTEGER PRIMARY KEY,
  source_id   INTEGER NOT NULL REFERENCES sources (id),
  import_id   INTEGER NOT NULL REFERENCES imports (id),
  first_at    INTEGER NOT NULL,
  last_at     INTEGER NOT NULL CHECK (last_at >= first_at),
  line_count  INTEGER NOT NULL CHECK (line_count > 0),
  data        BLOB    NOT NULL
) STRICT;

CREATE INDEX stretches_by_instant ON stretches (source_id, first_at, last_at);
CREATE INDEX stretches_by_import ON stretches (import_id);

-- What a write metered in a stretch in which nothing about the contract changed. Undoing an import adds the same
-- stretch once more, as taken out: of a period still open, or of one that was settled and is corrected by money.
CREATE TABLE usage_segments (
  account_id     INTEGER NOT NULL,
  occurred_at    INTEGER NOT NULL,
  resource       INTEGER NOT NULL,
  project        INTEGER NOT NULL,
  settles_at     INTEGER NOT NULL,
  write_id       INTEGER NOT NULL REFERENCES writes (id),
  taken_out      INTEGER NOT NULL CHECK (taken_out IN (0, 1, 2)),     -- 0 metered, 1 of an open period, 2 of a settled one
  billable       INTEGER NOT NULL CHECK (billable >= 0),
  failed         INTEGER NOT NULL CHECK (failed >= 0),
  uncovered      INTEGER NOT NULL CHECK (uncovered >= 0),
  from_packages  INTEGER NOT NULL CHECK (from_packages BETWEEN 0 AND billable),
  parts          TEXT    NOT NULL,     -- the pay-per-use calls: `calls*unit price/reasons`, joined by `;`
  PRIMARY KEY (account_id, occurred_at, resource, project, settles_at, write_id, taken_out),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number),
  FOREIGN KEY (account_id, project) REFERENCES projects (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER segment_stays BEFORE UPDATE ON usage_segments
BEGIN
  SELECT RAISE(ABORT, 'segment stays');
END;

CREATE TRIGGER segment_is_kept BEFORE DELETE ON usage_segments
BEGIN
  SELECT RAISE(ABORT, 'segment is kept');
END;

-- `billed` are the pay-per-use calls; `due_cents` is what settlements made of them so far.
CREATE TABLE usage_sums (
  account_id     INTEGER NOT NULL REFERENCES accounts (id),
  width          INTEGER NOT NULL CHECK (width IN (0, 1, 2)),     -- 0 an hour, 1 a day, 2 a month at the provider
  start_at       INTEGER NOT NULL,
  resource       INTEGER NOT NULL,
  project        INTEGER NOT NULL,
  billable       INTEGER NOT NULL,
  failed         INTEGER NOT NULL,
  uncovered      INTEGER NOT NULL,
  from_packages  INTEGER NOT NULL,
  billed         INTEGER NOT NULL,
  due_cents      INTEGER NOT NULL,
  PRIMARY KEY (account_id, width, start_at, resource, project)
) STRICT, WITHOUT ROWID;
