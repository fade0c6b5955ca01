-- Messages to the customer, in the order they arose, and whether they were seen.

CREATE TABLE notices (
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  number      INTEGER NOT NULL CHECK (number >= 0),
  write_id    INTEGER NOT NULL REFERENCES writes (id),
  at          INTEGER NOT NULL,
  kind        TEXT    NOT NULL,
  package     INTEGER,
  charge      INTEGER,
  seen        INTEGER NOT NULL DEFAULT 0 CHECK (seen IN (0, 1)),
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, package) REFERENCES packages (account_id, number),
  FOREIGN KEY (account_id, charge) REFERENCES charges (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX notices_unseen ON notices (account_id, number) WHERE seen = 0;

CREATE TRIGGER notice_stays BEFORE UPDATE OF account_id, number, write_id, at, kind, package, charge ON notices
BEGIN
  SELECT RAISE(ABORT, 'notice stays');
END;

CREATE TRIGGER notice_is_kept BEFORE DELETE ON notices
BEGIN
  SELECT RAISE(ABORT, 'notice is kept');
END;
