-- What arrears, renewals, refunds, alerts and applications add to the state that deciding needs.

ALTER TABLE accounts ADD COLUMN released_at INTEGER;            -- when present arrears released the account
ALTER TABLE accounts ADD COLUMN refunds INTEGER NOT NULL DEFAULT 0 CHECK (refunds >= 0);
-- The balance alert; without a line it is off. Its episode lasts while the value is below.
ALTER TABLE accounts ADD COLUMN alert_line_cents INTEGER;
ALTER TABLE accounts ADD COLUMN alert_version INTEGER NOT NULL DEFAULT 0 CHECK (alert_version >= 0);
ALTER TABLE accounts ADD COLUMN alert_crossed_at INTEGER;
ALTER TABLE accounts ADD COLUMN alert_told INTEGER NOT NULL DEFAULT 0 CHECK (alert_told >= 0);
ALTER TABLE accounts ADD COLUMN alert_acknowledged INTEGER NOT NULL DEFAULT 0 CHECK (alert_acknowledged IN (0, 1));

-- Arrears that are over; late usage is judged by them.
CREATE TABLE past_arrears (
  account_id   INTEGER NOT NULL REFERENCES accounts (id),
  number       INTEGER NOT NULL CHECK (number >= 0),
  since        INTEGER NOT NULL,
  cleared_at   INTEGER NOT NULL CHECK (cleared_at >= since),
  released_at  INTEGER,
  PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER past_arrears_stay BEFORE UPDATE ON past_arrears
BEGIN
  SELECT RAISE(ABORT, 'past arrears stay');
END;

CREATE TRIGGER past_arrears_are_kept BEFORE DELETE ON past_arrears
BEGIN
  SELECT RAISE(ABORT, 'past arrears are kept');
END;

ALTER TABLE resources ADD COLUMN application INTEGER NOT NULL DEFAULT 0 CHECK (application IN (0, 1)); -- `region` names one
ALTER TABLE resources ADD COLUMN banned_at INTEGER;
ALTER TABLE enabled_spans ADD COLUMN released INTEGER NOT NULL DEFAULT 0 CHECK (released IN (0, 1));

-- When usage beyond packages was allowed. Without `until_at` while it lasts.
CREATE TABLE overage_spans (
  account_id  INTEGER NOT NULL,
  resource    INTEGER NOT NULL,
  number      INTEGER NOT NULL CHECK (number >= 0),
  from_at     INTEGER NOT NULL,
  until_at    INTEGER,
  PRIMARY KEY (account_id, resource, number),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number)
) STRICT, WITHOUT ROWID;

-- Classes that run.
CREATE TABLE classes (
  account_id  INTEGER NOT NULL,
  resource    INTEGER NOT NULL,
  name        TEXT    NOT NULL,
  started_at  INTEGER NOT NULL,
  PRIMARY KEY (account_id, resource, name),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number)
) STRICT, WITHOUT ROWID;

-- Seconds attended by resource and settlement period; their minutes are billed as the total grows.
CREATE TABLE attended (
  account_id  INTEGER NOT NULL,
  resource    INTEGER NOT NULL,
  period      INTEGER NOT NULL,
  seconds     INTEGER NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (account_id, resource, period),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number)
) STRICT, WITHOUT ROWID;

ALTER TABLE usage_segments ADD COLUMN seconds INTEGER NOT NULL DEFAULT 0 CHECK (seconds >= 0);

ALTER TABLE packages ADD COLUMN anchor_cycle INTEGER NOT NULL DEFAULT 0 CHECK (anchor_cycle >= 0);
ALTER TABLE packages ADD COLUMN auto_renew_days INTEGER CHECK (auto_renew_days >= 0);
ALTER TABLE packages ADD COLUMN renewal_failed_for INTEGER;
ALTER TABLE packages ADD COLUMN refunded_at INTEGER;
ALTER TABLE packages ADD COLUMN void_since INTEGER;
ALTER TABLE cycles ADD COLUMN low_told INTEGER NOT NULL DEFAULT 0 CHECK (low_told >= 0);
UPDATE cycles SET low_told = low_sent;

-- Money paid back for packages: lines of a bill.
CREATE TABLE refunds (
  account_id         INTEGER NOT NULL,
  number             INTEGER NOT NULL CHECK (number >= 0),
  package            INTEGER NOT NULL,
  at                 INTEGER NOT NULL,
  amount_cents       INTEGER NOT NULL CHECK (amount_cents = to_arrears_cents + to_credit_cents + to_balance_cents),
  to_arrears_cents   INTEGER NOT NULL CHECK (to_arrears_cents >= 0),
  to_credit_cents    INTEGER NOT NULL CHECK (to_credit_cents >= 0),
  to_balance_cents   INTEGER NOT NULL CHECK (to_balance_cents >= 0),
  bill               INTEGER NOT NULL,     -- the month of the bill, 202304
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, package) REFERENCES packages (account_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX refunds_by_bill ON refunds (account_id, bill, number);

CREATE TRIGGER refund_stays BEFORE UPDATE ON refunds
BEGIN
  SELECT RAISE(ABORT, 'refund stays');
END;

CREATE TRIGGER refund_is_kept BEFORE DELETE ON refunds
BEGIN
  SELECT RAISE(ABORT, 'refund is kept');
END;

-- The sums of bills learn the kind of refunds.
CREATE TABLE bill_totals_with_refunds (
  account_id    INTEGER NOT NULL REFERENCES accounts (id),
  bill          INTEGER NOT NULL,
  kind          TEXT    NOT NULL CHECK (kind IN ('charge', 'purchase', 'renewal', 'refund', 'correction')),
  resource      INTEGER NOT NULL,
  line_count    INTEGER NOT NULL,
  amount_units  INTEGER NOT NULL,
  due_cents     INTEGER NOT NULL,
  PRIMARY KEY (account_id, bill, kind, resource)
) STRICT, WITHOUT ROWID;

INSERT INTO bill_totals_with_refunds SELECT * FROM bill_totals;
DROP TABLE bill_totals;
ALTER TABLE bill_totals_with_refunds RENAME TO bill_totals;

-- Applications go by their own name in the journal.
DROP VIEW journal;

CREATE VIEW journal AS
WITH settlements AS (
  SELECT t.id AS transaction_id,
         'Expenses:Usage:' || CASE r.application WHEN 0 THEN r.service || '@' || r.region ELSE r.region END AS usage,
         c.due_cents, c.from_balance_cents, c.from_credit_cents, c.unpaid_cents
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
SELECT transaction_id, 0, 'Assets:Balance', -from_balance_cents FROM settlements WHERE from_balance_cents <> 0
UNION ALL
SELECT transaction_id, 0, 'Liabilities:Credit', -from_credit_cents FROM settlements WHERE from_credit_cents <> 0
UNION ALL
SELECT transaction_id, 0, 'Liabilities:Arrears', -unpaid_cents FROM settlements WHERE unpaid_cents <> 0;
