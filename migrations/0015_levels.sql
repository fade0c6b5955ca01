-- Changes of the customer level (H-86): `accounts.level` is the one an account was opened at.

CREATE TABLE level_changes (
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  number      INTEGER NOT NULL CHECK (number >= 0),
  at          INTEGER NOT NULL,
  level       TEXT    NOT NULL CHECK (level <> ''),
  PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER level_change_stays BEFORE UPDATE ON level_changes
BEGIN
  SELECT RAISE(ABORT, 'level change stays');
END;

CREATE TRIGGER level_change_is_kept BEFORE DELETE ON level_changes
BEGIN
  SELECT RAISE(ABORT, 'level change is kept');
END;
