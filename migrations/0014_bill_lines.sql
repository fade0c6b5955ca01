-- What bill lines tell of orders and corrections: whether a renewal was automatic, and where money given back went.

DROP TRIGGER purchase_stays;

ALTER TABLE purchases ADD COLUMN automatic INTEGER NOT NULL DEFAULT 0 CHECK (automatic IN (0, 1));

-- Automatic renewals were told at once.
UPDATE purchases SET automatic = 1
WHERE kind = 'renewal' AND EXISTS (
  SELECT 1 FROM notices
  WHERE notices.account_id = purchases.account_id AND notices.package = purchases.package
    AND notices.at = purchases.at AND notices.kind = 'renewed'
);

CREATE TRIGGER purchase_stays BEFORE UPDATE ON purchases
BEGIN
  SELECT RAISE(ABORT, 'purchase stays');
END;

DROP TRIGGER correction_stays;

ALTER TABLE corrections ADD COLUMN to_arrears_cents INTEGER NOT NULL DEFAULT 0;
ALTER TABLE corrections ADD COLUMN to_credit_cents INTEGER NOT NULL DEFAULT 0;
ALTER TABLE corrections ADD COLUMN to_balance_cents INTEGER NOT NULL DEFAULT 0;

-- Corrections that moved money are numbered in the order of their transactions; the postings say where it went.
CREATE TABLE correction_parts (
  account_id  INTEGER NOT NULL,
  number      INTEGER NOT NULL,
  arrears     INTEGER NOT NULL,
  credit      INTEGER NOT NULL,
  balance     INTEGER NOT NULL,
  PRIMARY KEY (account_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO correction_parts (account_id, number, arrears, credit, balance)
SELECT k.account_id, k.number,
       IFNULL(SUM(p.units) FILTER (WHERE a.name = 'Liabilities:Arrears'), 0),
       IFNULL(SUM(p.units) FILTER (WHERE a.name = 'Liabilities:Credit'), 0),
       IFNULL(SUM(p.units) FILTER (WHERE a.name = 'Assets:Balance'), 0)
FROM (
  SELECT account_id, number, ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY number) AS place
  FROM corrections WHERE due_cents <> 0
) AS k
JOIN (
  SELECT account_id, id, ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY id) AS place
  FROM transactions WHERE kind = (SELECT id FROM transaction_kinds WHERE name = 'correction')
) AS t ON t.account_id = k.account_id AND t.place = k.place
JOIN postings AS p ON p.transaction_id = t.id AND p.commodity = 0
JOIN ledger_accounts AS a ON a.id = p.ledger_account_id
GROUP BY k.account_id, k.number;

UPDATE corrections
SET to_arrears_cents = p.arrears, to_credit_cents = p.credit, to_balance_cents = p.balance
FROM correction_parts AS p
WHERE p.account_id = corrections.account_id AND p.number = corrections.number;

DROP TABLE correction_parts;

CREATE TRIGGER correction_stays BEFORE UPDATE ON corrections
BEGIN
  SELECT RAISE(ABORT, 'correction stays');
END;

CREATE INDEX corrections_by_bill ON corrections (account_id, bill, number);
