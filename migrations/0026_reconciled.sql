-- Bills of providers that were compared with the own ones, and which bills are locked after it: told in order, never changed.

CREATE TABLE reconciliations (
  account_id    INTEGER NOT NULL REFERENCES accounts (id),
  number        INTEGER NOT NULL CHECK (number >= 1),
  bill          INTEGER NOT NULL,                                     -- the month, 202304
  at            INTEGER NOT NULL,                                     -- the wall clock
  who           TEXT    NOT NULL,                                     -- empty when the system does not say
  file          TEXT    NOT NULL CHECK (file <> ''),
  digest        BLOB    NOT NULL CHECK (length(digest) = 32),         -- SHA-256 of the file
  form          TEXT    NOT NULL,
  row_count     INTEGER NOT NULL CHECK (row_count >= 0),
  differing     INTEGER NOT NULL CHECK (differing BETWEEN 0 AND row_count),
  ours_units    INTEGER NOT NULL,                                     -- 10^-8 of the currency
  theirs_units  INTEGER NOT NULL,
  rows          TEXT    NOT NULL,                                     -- those that differ
  PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER reconciliation_stays BEFORE UPDATE ON reconciliations
BEGIN
  SELECT RAISE(ABORT, 'reconciliation stays');
END;

CREATE TRIGGER reconciliation_is_kept BEFORE DELETE ON reconciliations
BEGIN
  SELECT RAISE(ABORT, 'reconciliation is kept');
END;

-- The last row of a bill says whether it is locked.
CREATE TABLE bill_locks (
  account_id       INTEGER NOT NULL,
  number           INTEGER NOT NULL CHECK (number >= 1),
  bill             INTEGER NOT NULL,
  reconciliation   INTEGER,                    -- what it was locked after; absent when it was unlocked
  at               INTEGER NOT NULL,           -- the wall clock
  who              TEXT    NOT NULL,
  next_charge      INTEGER NOT NULL,           -- what is numbered on from here came after it
  next_correction  INTEGER NOT NULL,
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, reconciliation) REFERENCES reconciliations (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER bill_lock_stays BEFORE UPDATE ON bill_locks
BEGIN
  SELECT RAISE(ABORT, 'bill lock stays');
END;

CREATE TRIGGER bill_lock_is_kept BEFORE DELETE ON bill_locks
BEGIN
  SELECT RAISE(ABORT, 'bill lock is kept');
END;
