-- What can be undone and done again: choices of the customer, and imports. A step is named by the write that took it; one
-- that chose several things at once has several rows, in the order in which they were chosen.
--
-- A setting is kept with its value before and after, as text; giving it the other value is a command like any other. An
-- import is taken back by postings and read again from its files, so it is undone here and never done again.
CREATE TABLE steps (
  write_id    INTEGER NOT NULL REFERENCES writes (id),
  position    INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0),
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  setting     TEXT,                   -- `balance_alert`; what it is about stands in the next three
  package     INTEGER,
  resource    INTEGER,
  tag         TEXT,
  before      TEXT,                   -- NULL: it was off
  after       TEXT,
  import_id   INTEGER REFERENCES imports (id),
  state       INTEGER NOT NULL DEFAULT 0 CHECK (state IN (0, 1, 2)),   -- 0 done, 1 undone, 2 neither any more
  moved_by    INTEGER NOT NULL REFERENCES writes (id),                 -- the write that did, undid or redid it last
  PRIMARY KEY (write_id, position),
  CHECK ((setting IS NULL) <> (import_id IS NULL)),
  FOREIGN KEY (account_id, package) REFERENCES packages (account_id, number),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number)
) STRICT;

-- Leads with account and state: the newest that is done and the oldest that is undone are asked for with every change.
CREATE INDEX steps_by_state ON steps (account_id, state, write_id);
CREATE INDEX steps_by_import ON steps (import_id) WHERE import_id IS NOT NULL;

CREATE TRIGGER step_stays
BEFORE UPDATE OF write_id, position, account_id, setting, package, resource, tag, before, after, import_id ON steps
BEGIN
  SELECT RAISE(ABORT, 'step stays');
END;

CREATE TRIGGER step_is_kept BEFORE DELETE ON steps
BEGIN
  SELECT RAISE(ABORT, 'step is kept');
END;
