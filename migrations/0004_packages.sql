-- Packages, their cycles, and what was taken from them.

CREATE TABLE packages (
  account_id   INTEGER NOT NULL REFERENCES accounts (id),
  number       INTEGER NOT NULL CHECK (number >= 0),
  sku          TEXT    NOT NULL,
  resource     INTEGER NOT NULL,
  project      INTEGER,                 -- the only project it pays for
  source       TEXT    NOT NULL CHECK (source IN ('free', 'promotion', 'purchased')),
  quota        INTEGER NOT NULL CHECK (quota >= 0),
  term         TEXT    NOT NULL,        -- `12m` or `30d`
  acquired_at  INTEGER NOT NULL,
  anchor       TEXT    NOT NULL,        -- the day of the first start, `2023-04-18`
  price_cents  INTEGER NOT NULL CHECK (price_cents >= 0),
  expired_at   INTEGER,
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number),
  FOREIGN KEY (account_id, project) REFERENCES projects (account_id, number)
) STRICT, WITHOUT ROWID;

-- `ends_at` is the last second, included.
CREATE TABLE cycles (
  account_id      INTEGER NOT NULL,
  package         INTEGER NOT NULL,
  number          INTEGER NOT NULL CHECK (number >= 0),
  starts_at       INTEGER NOT NULL,
  ends_at         INTEGER NOT NULL,
  quota           INTEGER NOT NULL CHECK (quota >= 0),
  used            INTEGER NOT NULL CHECK (used BETWEEN 0 AND quota),
  lapsed          INTEGER NOT NULL CHECK (lapsed BETWEEN 0 AND quota - used),
  begun           INTEGER NOT NULL CHECK (begun IN (0, 1)),
  ended           INTEGER NOT NULL CHECK (ended IN (0, 1)),
  low_sent        INTEGER NOT NULL CHECK (low_sent IN (0, 1)),
  exhausted_sent  INTEGER NOT NULL CHECK (exhausted_sent IN (0, 1)),
  PRIMARY KEY (account_id, package, number),
  FOREIGN KEY (account_id, package) REFERENCES packages (account_id, number)
) STRICT, WITHOUT ROWID;

-- Leads with the package: the log of one package is read newest first. `from_lapsed` are calls that had lapsed before
-- late usage claimed them; of returned calls, those that lapse again.
CREATE TABLE deductions (
  account_id      INTEGER NOT NULL,
  package         INTEGER NOT NULL,
  transaction_id  INTEGER NOT NULL REFERENCES transactions (id),
  cycle           INTEGER NOT NULL,
  resource        INTEGER NOT NULL,
  project         INTEGER NOT NULL,
  occurred_at     INTEGER NOT NULL,
  settles_at      INTEGER NOT NULL,
  returned        INTEGER NOT NULL CHECK (returned IN (0, 1)),     -- 0 taken, 1 given back when an import was undone
  calls           INTEGER NOT NULL CHECK (calls > 0),
  from_lapsed     INTEGER NOT NULL CHECK (from_lapsed BETWEEN 0 AND calls),
  remaining       INTEGER NOT NULL CHECK (remaining >= 0),
  PRIMARY KEY (account_id, package, transaction_id),
  FOREIGN KEY (account_id, package, cycle) REFERENCES cycles (account_id, package, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER deduction_stays BEFORE UPDATE ON deductions
BEGIN
  SELECT RAISE(ABORT, 'deduction stays');
END;

CREATE TRIGGER deduction_is_kept BEFORE DELETE ON deductions
BEGIN
  SELECT RAISE(ABORT, 'deduction is kept');
END;

-- Money paid for packages: the lines of a bill beside charges. Granted packages are here with nothing paid.
CREATE TABLE purchases (
  account_id          INTEGER NOT NULL,
  number              INTEGER NOT NULL CHECK (number >= 0),
  package             INTEGER NOT NULL,
  kind                TEXT    NOT NULL CHECK (kind IN ('purchase', 'renewal')),
  at                  INTEGER NOT NULL,
  cycle_count         INTEGER NOT NULL CHECK (cycle_count > 0),
  price_cents         INTEGER NOT NULL CHECK (price_cents = from_balance_cents + from_credit_cents),
  from_balance_cents  INTEGER NOT NULL CHECK (from_balance_cents >= 0),
  from_credit_cents   INTEGER NOT NULL CHECK (from_credit_cents >= 0),
  bill                INTEGER NOT NULL,     -- the month of the bill, 202304
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, package) REFERENCES packages (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX purchases_by_bill ON purchases (account_id, bill, number);

CREATE TRIGGER purchase_stays BEFORE UPDATE ON purchases
BEGIN
  SELECT RAISE(ABORT, 'purchase stays');
END;

CREATE TRIGGER purchase_is_kept BEFORE DELETE ON purchases
BEGIN
  SELECT RAISE(ABORT, 'purchase is kept');
END;
