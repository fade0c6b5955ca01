-- Settlement: periods still open, charges, what of them is owed, and the sums of bills and balances.
--
-- Charges are INTEGER 1e-8 of the currency, unit prices TEXT inside `parts`: `calls*unit price/reasons`, joined by `;`.

CREATE TABLE open_charges (
  account_id     INTEGER NOT NULL,
  settles_at     INTEGER NOT NULL,
  period         INTEGER NOT NULL,
  resource       INTEGER NOT NULL,
  project        INTEGER NOT NULL,
  from_packages  INTEGER NOT NULL CHECK (from_packages >= 0),
  parts          TEXT    NOT NULL,
  PRIMARY KEY (account_id, settles_at, period, resource, project),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number),
  FOREIGN KEY (account_id, project) REFERENCES projects (account_id, number)
) STRICT, WITHOUT ROWID;

-- Pay-per-use calls of a resource in a calendar month; decides the tier.
CREATE TABLE tier_counters (
  account_id  INTEGER NOT NULL,
  resource    INTEGER NOT NULL,
  month       INTEGER NOT NULL,     -- 202304
  calls       INTEGER NOT NULL CHECK (calls >= 0),
  PRIMARY KEY (account_id, resource, month),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE charges (
  account_id          INTEGER NOT NULL,
  number              INTEGER NOT NULL CHECK (number >= 0),
  settles_at          INTEGER NOT NULL,
  period              INTEGER NOT NULL,
  resource            INTEGER NOT NULL,
  project             INTEGER NOT NULL,
  from_packages       INTEGER NOT NULL CHECK (from_packages >= 0),
  parts               TEXT    NOT NULL,
  amount_units        INTEGER NOT NULL,
  due_cents           INTEGER NOT NULL CHECK (due_cents = from_balance_cents + from_credit_cents + unpaid_cents),
  from_balance_cents  INTEGER NOT NULL CHECK (from_balance_cents >= 0),
  from_credit_cents   INTEGER NOT NULL CHECK (from_credit_cents >= 0),
  unpaid_cents        INTEGER NOT NULL CHECK (unpaid_cents >= 0),     -- what became arrears at the settlement
  owed_cents          INTEGER NOT NULL CHECK (owed_cents BETWEEN 0 AND unpaid_cents),     -- what of that still is
  bill                INTEGER NOT NULL,     -- the month of the bill, 202304
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number),
  FOREIGN KEY (account_id, project) REFERENCES projects (account_id, number)
) STRICT, WITHOUT ROWID;

-- A period is settled once, whoever tries: a retry, a restart, another process. Leads with the period because bills and
-- the usage screen ask for the charges of a stretch of time.
CREATE UNIQUE INDEX charges_by_period ON charges (account_id, period, resource, project, settles_at);
-- Debts, in the order in which they are paid.
CREATE INDEX charges_owed ON charges (account_id, period, settles_at, number) WHERE owed_cents > 0;

CREATE TRIGGER charge_is_new BEFORE INSERT ON charges
WHEN EXISTS (SELECT 1 FROM charges WHERE account_id = NEW.account_id AND number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'charge is new');
END;

-- Only what is owed of a charge changes, and only downwards.
CREATE TRIGGER charge_stays BEFORE UPDATE OF account_id, number, settles_at, period, resource, project, from_packages,
  parts, amount_units, due_cents, from_balance_cents, from_credit_cents, unpaid_cents, bill ON charges
BEGIN
  SELECT RAISE(ABORT, 'charge stays');
END;

CREATE TRIGGER debt_only_shrinks BEFORE UPDATE OF owed_cents ON charges WHEN NEW.owed_cents > OLD.owed_cents
BEGIN
  SELECT RAISE(ABORT, 'debt only shrinks');
END;

CREATE TRIGGER charge_is_kept BEFORE DELETE ON charges
BEGIN
  SELECT RAISE(ABORT, 'charge is kept');
END;

-- Money given back for a charge when an import was undone; the charge itself stays as it was settled.
CREATE TABLE corrections (
  account_id    INTEGER NOT NULL,
  number        INTEGER NOT NULL CHECK (number >= 0),
  write_id      INTEGER NOT NULL REFERENCES writes (id),
  charge        INTEGER NOT NULL,
  at            INTEGER NOT NULL,
  from_packages INTEGER NOT NULL CHECK (from_packages >= 0),
  parts         TEXT    NOT NULL,     -- the calls that are no longer charged
  amount_units  INTEGER NOT NULL,
  due_cents     INTEGER NOT NULL,     -- what is given back
  bill          INTEGER NOT NULL,
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, charge) REFERENCES charges (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX corrections_by_charge ON corrections (account_id, charge, number);

CREATE TRIGGER correction_stays BEFORE UPDATE ON corrections
BEGIN
  SELECT RAISE(ABORT, 'correction stays');
END;

CREATE TRIGGER correction_is_kept BEFORE DELETE ON corrections
BEGIN
  SELECT RAISE(ABORT, 'correction is kept');
END;

-- Sums of a bill by kind and resource; of its charges, less corrections, by resource and day.
CREATE TABLE bill_totals (
  account_id    INTEGER NOT NULL REFERENCES accounts (id),
  bill          INTEGER NOT NULL,
  kind          TEXT    NOT NULL CHECK (kind IN ('charge', 'purchase', 'renewal', 'correction')),
  resource      INTEGER NOT NULL,
  line_count    INTEGER NOT NULL,
  amount_units  INTEGER NOT NULL,
  due_cents     INTEGER NOT NULL,
  PRIMARY KEY (account_id, bill, kind, resource)
) STRICT, WITHOUT ROWID;

CREATE TABLE bill_days (
  account_id     INTEGER NOT NULL REFERENCES accounts (id),
  bill           INTEGER NOT NULL,
  resource       INTEGER NOT NULL,
  day_at         INTEGER NOT NULL,     -- the day of the usage, 00:00:00 at the provider
  charge_count   INTEGER NOT NULL,
  from_packages  INTEGER NOT NULL,
  billed         INTEGER NOT NULL,
  amount_units   INTEGER NOT NULL,
  due_cents      INTEGER NOT NULL,
  PRIMARY KEY (account_id, bill, resource, day_at)
) STRICT, WITHOUT ROWID;

-- Prepaid cash at the end of each day on which money moved.
CREATE TABLE balance_days (
  account_id     INTEGER NOT NULL REFERENCES accounts (id),
  day_at         INTEGER NOT NULL,     -- 00:00:00 at the provider
  closing_cents  INTEGER NOT NULL,
  PRIMARY KEY (account_id, day_at)
) STRICT, WITHOUT ROWID;
