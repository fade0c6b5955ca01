-- The journal: double entry, append-only, balanced, hash-chained. Quota is a commodity beside money.
--
-- One write is one action. Its transactions are inserted open, get their postings, and are sealed; from then on
-- triggers refuse every change. The hash of a write covers its transactions and the hash of the account's write before.

-- Names of the journal's accounts, `Assets:Balance`, written once.
CREATE TABLE ledger_accounts (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

-- Kinds of movement, `settlement`, written once.
CREATE TABLE transaction_kinds (
  id    INTEGER PRIMARY KEY,
  name  TEXT NOT NULL UNIQUE CHECK (name <> '')
) STRICT;

CREATE TABLE writes (
  id                    INTEGER PRIMARY KEY,
  account_id            INTEGER NOT NULL REFERENCES accounts (id),
  kind                  TEXT    NOT NULL CHECK (kind <> ''),
  request_id            TEXT,                 -- names a customer's action, so that a retry is recognised
  at                    INTEGER NOT NULL,     -- the account's clock afterwards
  recorded_at           INTEGER NOT NULL,     -- the wall clock
  first_transaction_id  INTEGER NOT NULL,     -- its transactions are numbered on from here
  transaction_count     INTEGER NOT NULL CHECK (transaction_count >= 0),
  previous_hash         BLOB    NOT NULL CHECK (length(previous_hash) = 32),
  hash                  BLOB    NOT NULL CHECK (length(hash) = 32)
) STRICT;

-- Leads with the account: the last write of an account is asked for on every action.
CREATE INDEX writes_by_account ON writes (account_id, id);
CREATE UNIQUE INDEX writes_by_request ON writes (account_id, request_id) WHERE request_id IS NOT NULL;

CREATE TABLE transactions (
  id                   INTEGER PRIMARY KEY,
  write_id             INTEGER NOT NULL REFERENCES writes (id),
  account_id           INTEGER NOT NULL REFERENCES accounts (id),
  kind                 INTEGER NOT NULL REFERENCES transaction_kinds (id),
  -- Derived from the fact itself, so that it cannot be written twice. A settlement is named by its charge, whose
  -- period, resource, project and settlement instant are unique; customers' actions by the request of their write.
  key                  TEXT,
  -- What it is about: the charge of a settlement, or of a correction that moves money; else the package.
  subject              INTEGER,
  at                   INTEGER NOT NULL,
  balance_after_cents  INTEGER,        -- prepaid cash afterwards, when money moved
  sealed               INTEGER NOT NULL DEFAULT 0 CHECK (sealed IN (0, 1))
) STRICT;

CREATE UNIQUE INDEX transactions_by_key ON transactions (account_id, key) WHERE key IS NOT NULL;
-- The statement, newest first, without the many deductions in between.
CREATE INDEX transactions_of_money ON transactions (account_id, id) WHERE balance_after_cents IS NOT NULL;

-- Leads with transaction and commodity: the seal sums a transaction per commodity.
CREATE TABLE postings (
  transaction_id     INTEGER NOT NULL REFERENCES transactions (id),
  commodity          INTEGER NOT NULL CHECK (commodity IN (0, 1)),   -- 0 cents of the account's currency, 1 calls
  ledger_account_id  INTEGER NOT NULL REFERENCES ledger_accounts (id),
  units              INTEGER NOT NULL CHECK (units <> 0),            -- positive is a debit
  PRIMARY KEY (transaction_id, commodity, ledger_account_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER seal_needs_balance BEFORE UPDATE OF sealed ON transactions WHEN NEW.sealed = 1
BEGIN
  SELECT RAISE(ABORT, 'transaction does not balance')
  WHERE (SELECT COUNT(*) FROM postings WHERE transaction_id = NEW.id) < 2
     OR EXISTS (SELECT 1 FROM postings WHERE transaction_id = NEW.id GROUP BY commodity HAVING SUM(units) <> 0);
END;

-- A replaced row fires no delete trigger, so an id that exists is refused here.
CREATE TRIGGER transaction_begins_open BEFORE INSERT ON transactions
BEGIN
  SELECT RAISE(ABORT, 'transaction begins open')
  WHERE NEW.sealed <> 0 OR EXISTS (SELECT 1 FROM transactions WHERE id = NEW.id);
END;

CREATE TRIGGER sealed_transaction_stays BEFORE UPDATE ON transactions WHEN OLD.sealed = 1
BEGIN
  SELECT RAISE(ABORT, 'sealed transaction stays');
END;

CREATE TRIGGER sealed_transaction_is_kept BEFORE DELETE ON transactions WHEN OLD.sealed = 1
BEGIN
  SELECT RAISE(ABORT, 'sealed transaction is kept');
END;

CREATE TRIGGER sealed_takes_no_posting BEFORE INSERT ON postings
WHEN (SELECT sealed FROM transactions WHERE id = NEW.transaction_id) = 1
BEGIN
  SELECT RAISE(ABORT, 'sealed transaction takes no posting');
END;

CREATE TRIGGER sealed_posting_stays BEFORE UPDATE ON postings
WHEN (SELECT MAX(sealed) FROM transactions WHERE id IN (OLD.transaction_id, NEW.transaction_id)) = 1
BEGIN
  SELECT RAISE(ABORT, 'sealed posting stays');
END;

CREATE TRIGGER sealed_posting_is_kept BEFORE DELETE ON postings
WHEN (SELECT sealed FROM transactions WHERE id = OLD.transaction_id) = 1
BEGIN
  SELECT RAISE(ABORT, 'sealed posting is kept');
END;

CREATE TRIGGER write_is_new BEFORE INSERT ON writes WHEN EXISTS (SELECT 1 FROM writes WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'write is new');
END;

CREATE TRIGGER write_stays BEFORE UPDATE ON writes
BEGIN
  SELECT RAISE(ABORT, 'write stays');
END;

CREATE TRIGGER write_is_kept BEFORE DELETE ON writes
BEGIN
  SELECT RAISE(ABORT, 'write is kept');
END;

CREATE TRIGGER ledger_account_is_new BEFORE INSERT ON ledger_accounts
WHEN EXISTS (SELECT 1 FROM ledger_accounts WHERE id = NEW.id)
BEGIN
  SELECT RAISE(ABORT, 'ledger account is new');
END;

CREATE TRIGGER ledger_account_stays BEFORE UPDATE ON ledger_accounts
BEGIN
  SELECT RAISE(ABORT, 'ledger account stays');
END;

CREATE TRIGGER transaction_kind_stays BEFORE UPDATE ON transaction_kinds
BEGIN
  SELECT RAISE(ABORT, 'transaction kind stays');
END;
