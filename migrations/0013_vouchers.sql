-- Vouchers: given money that pays before the balance. A payment keeps what each paid of it as JSON, `[[voucher,cents],…]`,
-- empty without any; the sum stands beside it, so that what is due is checked against its parts.

CREATE TABLE vouchers (
  account_id     INTEGER NOT NULL REFERENCES accounts (id),
  number         INTEGER NOT NULL CHECK (number >= 0),
  code           TEXT    NOT NULL CHECK (code <> ''),
  kind           TEXT    NOT NULL CHECK (kind IN ('voucher', 'gift')),
  amount_cents   INTEGER NOT NULL CHECK (amount_cents > 0),
  left_cents     INTEGER NOT NULL CHECK (left_cents BETWEEN 0 AND amount_cents),
  valid_from     INTEGER NOT NULL,
  valid_to       INTEGER NOT NULL CHECK (valid_to >= valid_from),     -- the last second, included
  services       TEXT    NOT NULL,     -- joined by spaces; every one when empty
  pays           TEXT    NOT NULL CHECK (pays <> ''),     -- `purchase renewal usage`
  minimum_cents  INTEGER NOT NULL CHECK (minimum_cents >= 0),
  single_use     INTEGER NOT NULL CHECK (single_use IN (0, 1)),
  most_cents     INTEGER CHECK (most_cents > 0),
  added_at       INTEGER NOT NULL,
  PRIMARY KEY (account_id, number),
  UNIQUE (account_id, code)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER voucher_stays BEFORE UPDATE OF account_id, number, code, kind, amount_cents, valid_from, valid_to, services,
  pays, minimum_cents, single_use, most_cents, added_at ON vouchers
BEGIN
  SELECT RAISE(ABORT, 'voucher stays');
END;

CREATE TRIGGER voucher_is_kept BEFORE DELETE ON vouchers
BEGIN
  SELECT RAISE(ABORT, 'voucher is kept');
END;

-- What names `charges` must be away while it is made anew.
DROP VIEW journal;
DROP TRIGGER seal_needs_balance;

CREATE TABLE charges_with_vouchers (
  account_id           INTEGER NOT NULL,
  number               INTEGER NOT NULL CHECK (number >= 0),
  settles_at           INTEGER NOT NULL,
  period               INTEGER NOT NULL,
  resource             INTEGER NOT NULL,
  project              INTEGER NOT NULL,
  from_packages        INTEGER NOT NULL CHECK (from_packages >= 0),
  parts                TEXT    NOT NULL,
  amount_units         INTEGER NOT NULL,
  due_cents            INTEGER NOT NULL
    CHECK (due_cents = from_vouchers_cents + from_balance_cents + from_credit_cents + unpaid_cents),     -- H-97
  from_vouchers_cents  INTEGER NOT NULL CHECK (from_vouchers_cents >= 0),
  vouchers             TEXT    NOT NULL CHECK ((vouchers = '') = (from_vouchers_cents = 0)),
  from_balance_cents   INTEGER NOT NULL CHECK (from_balance_cents >= 0),
  from_credit_cents    INTEGER NOT NULL CHECK (from_credit_cents >= 0),
  unpaid_cents         INTEGER NOT NULL CHECK (unpaid_cents >= 0),     -- what became arrears at the settlement
  owed_cents           INTEGER NOT NULL CHECK (owed_cents BETWEEN 0 AND unpaid_cents),     -- what of that still is
  bill                 INTEGER NOT NULL,     -- the month of the bill, 202304
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number),
  FOREIGN KEY (account_id, project) REFERENCES projects (account_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO charges_with_vouchers
SELECT account_id, number, settles_at, period, resource, project, from_packages, parts, amount_units, due_cents, 0, '',
       from_balance_cents, from_credit_cents, unpaid_cents, owed_cents, bill
FROM charges;

CREATE TABLE corrections_kept AS SELECT * FROM corrections;
DROP TABLE corrections;
DROP TABLE charges;
ALTER TABLE charges_with_vouchers RENAME TO charges;

CREATE UNIQUE INDEX charges_by_period ON charges (account_id, period, resource, project, settles_at);
CREATE INDEX charges_owed ON charges (account_id) WHERE owed_cents > 0;

CREATE TRIGGER charge_is_new BEFORE INSERT ON charges
WHEN EXISTS (SELECT 1 FROM charges WHERE account_id = NEW.account_id AND number = NEW.number)
BEGIN
  SELECT RAISE(ABORT, 'charge is new');
END;

-- Only what is owed of a charge changes, and only downwards.
CREATE TRIGGER charge_stays BEFORE UPDATE OF account_id, number, settles_at, period, resource, project, from_packages,
  parts, amount_units, due_cents, from_vouchers_cents, vouchers, from_balance_cents, from_credit_cents, unpaid_cents,
  bill ON charges
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

INSERT INTO corrections
SELECT account_id, number, write_id, charge, at, from_packages, parts, amount_units, due_cents, bill FROM corrections_kept;
DROP TABLE corrections_kept;

CREATE INDEX corrections_by_charge ON corrections (account_id, charge, number);

CREATE TRIGGER correction_stays BEFORE UPDATE ON corrections
BEGIN
  SELECT RAISE(ABORT, 'correction stays');
END;

CREATE TRIGGER correction_is_kept BEFORE DELETE ON corrections
BEGIN
  SELECT RAISE(ABORT, 'correction is kept');
END;

CREATE TABLE purchases_with_vouchers (
  account_id           INTEGER NOT NULL,
  number               INTEGER NOT NULL CHECK (number >= 0),
  package              INTEGER NOT NULL,
  kind                 TEXT    NOT NULL CHECK (kind IN ('purchase', 'renewal')),
  at                   INTEGER NOT NULL,
  cycle_count          INTEGER NOT NULL CHECK (cycle_count > 0),
  price_cents          INTEGER NOT NULL
    CHECK (price_cents = from_vouchers_cents + from_balance_cents + from_credit_cents),     -- H-97
  from_vouchers_cents  INTEGER NOT NULL CHECK (from_vouchers_cents >= 0),
  vouchers             TEXT    NOT NULL CHECK ((vouchers = '') = (from_vouchers_cents = 0)),
  from_balance_cents   INTEGER NOT NULL CHECK (from_balance_cents >= 0),
  from_credit_cents    INTEGER NOT NULL CHECK (from_credit_cents >= 0),
  bill                 INTEGER NOT NULL,     -- the month of the bill, 202304
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, package) REFERENCES packages (account_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO purchases_with_vouchers
SELECT account_id, number, package, kind, at, cycle_count, price_cents, 0, '', from_balance_cents, from_credit_cents, bill
FROM purchases;
DROP TABLE purchases;
ALTER TABLE purchases_with_vouchers RENAME TO purchases;

CREATE INDEX purchases_by_bill ON purchases (account_id, bill, number);

CREATE TRIGGER purchase_stays BEFORE UPDATE ON purchases
BEGIN
  SELECT RAISE(ABORT, 'purchase stays');
END;

CREATE TRIGGER purchase_is_kept BEFORE DELETE ON purchases
BEGIN
  SELECT RAISE(ABORT, 'purchase is kept');
END;

CREATE TABLE refunds_with_vouchers (
  account_id         INTEGER NOT NULL,
  number             INTEGER NOT NULL CHECK (number >= 0),
  package            INTEGER NOT NULL,
  at                 INTEGER NOT NULL,
  amount_cents       INTEGER NOT NULL
    CHECK (amount_cents = to_vouchers_cents + to_arrears_cents + to_credit_cents + to_balance_cents),
  to_vouchers_cents  INTEGER NOT NULL CHECK (to_vouchers_cents >= 0),
  vouchers           TEXT    NOT NULL CHECK ((vouchers = '') = (to_vouchers_cents = 0)),
  to_arrears_cents   INTEGER NOT NULL CHECK (to_arrears_cents >= 0),
  to_credit_cents    INTEGER NOT NULL CHECK (to_credit_cents >= 0),
  to_balance_cents   INTEGER NOT NULL CHECK (to_balance_cents >= 0),
  bill               INTEGER NOT NULL,     -- the month of the bill, 202304
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, package) REFERENCES packages (account_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO refunds_with_vouchers
SELECT account_id, number, package, at, amount_cents, 0, '', to_arrears_cents, to_credit_cents, to_balance_cents, bill
FROM refunds;
DROP TABLE refunds;
ALTER TABLE refunds_with_vouchers RENAME TO refunds;

CREATE INDEX refunds_by_bill ON refunds (account_id, bill, number);

CREATE TRIGGER refund_stays BEFORE UPDATE ON refunds
BEGIN
  SELECT RAISE(ABORT, 'refund stays');
END;

CREATE TRIGGER refund_is_kept BEFORE DELETE ON refunds
BEGIN
  SELECT RAISE(ABORT, 'refund is kept');
END;

-- As before.
CREATE TRIGGER seal_needs_balance BEFORE UPDATE OF sealed ON transactions WHEN NEW.sealed = 1
BEGIN
  SELECT RAISE(ABORT, 'transaction does not balance')
  WHERE CASE (SELECT name FROM transaction_kinds WHERE id = NEW.kind) WHEN 'settlement' THEN
      NOT EXISTS (SELECT 1 FROM charges
                  WHERE account_id = NEW.account_id AND number = NEW.subject AND due_cents <> 0)
      OR EXISTS (SELECT 1 FROM postings WHERE transaction_id = NEW.id)
    ELSE
      (SELECT COUNT(*) FROM postings WHERE transaction_id = NEW.id) < 2
      OR EXISTS (SELECT 1 FROM postings WHERE transaction_id = NEW.id GROUP BY commodity HAVING SUM(units) <> 0)
    END;
END;

-- Settlements tell what each voucher paid.
CREATE VIEW journal AS
WITH settlements AS (
  SELECT t.id AS transaction_id,
         'Expenses:Usage:' || CASE r.application WHEN 0 THEN r.service || '@' || r.region ELSE r.region END AS usage,
         c.due_cents, c.vouchers, c.from_balance_cents, c.from_credit_cents, c.unpaid_cents
  FROM transactions AS t
  JOIN transaction_kinds AS k ON k.id = t.kind AND k.name = 'settlement'
  JOIN charges AS c ON c.account_id = t.account_id AND c.number = t.subject
  JOIN resources AS r ON r.account_id = c.account_id AND r.number = c.resource
)
SELECT p.transaction_id, p.commodity, a.name AS ledger_account, p.units
FROM postings AS p
JOIN ledger_accounts AS a ON a.id = p.ledger_account_id
UNION ALL
SELECT transaction_id, 0, usage, due_cents FROM settlements
UNION ALL
SELECT s.transaction_id, 0, 'Assets:Vouchers:' || (u.value ->> 0), -(u.value ->> 1)
FROM settlements AS s, json_each(iif(s.vouchers = '', '[]', s.vouchers)) AS u
UNION ALL
SELECT transaction_id, 0, 'Assets:Balance', -from_balance_cents FROM settlements WHERE from_balance_cents <> 0
UNION ALL
SELECT transaction_id, 0, 'Liabilities:Credit', -from_credit_cents FROM settlements WHERE from_credit_cents <> 0
UNION ALL
SELECT transaction_id, 0, 'Liabilities:Arrears', -unpaid_cents FROM settlements WHERE unpaid_cents <> 0;
