-- What an account had after each write: any day is opened again as it was known then, without adding up the years before it.

DROP TRIGGER write_stays;

ALTER TABLE writes ADD COLUMN balance_cents      INTEGER NOT NULL DEFAULT 0;
ALTER TABLE writes ADD COLUMN credit_drawn_cents INTEGER NOT NULL DEFAULT 0;
ALTER TABLE writes ADD COLUMN owed_cents         INTEGER NOT NULL DEFAULT 0;

-- Credit and arrears are liabilities, which the journal writes as negative units.
CREATE TABLE moved_by_write (
  write_id  INTEGER NOT NULL PRIMARY KEY,
  balance   INTEGER NOT NULL,
  credit    INTEGER NOT NULL,
  owed      INTEGER NOT NULL
) STRICT;

INSERT INTO moved_by_write (write_id, balance, credit, owed)
SELECT write_id, SUM(balance), SUM(credit), SUM(owed)
FROM (
  SELECT t.write_id, IIF(a.name = 'Assets:Balance', p.units, 0) AS balance,
         IIF(a.name = 'Liabilities:Credit', -p.units, 0) AS credit, IIF(a.name = 'Liabilities:Arrears', -p.units, 0) AS owed
  FROM postings AS p
  JOIN ledger_accounts AS a ON a.id = p.ledger_account_id
  JOIN transactions AS t ON t.id = p.transaction_id
  WHERE p.commodity = 0
  UNION ALL
  SELECT t.write_id, -c.from_balance_cents, c.from_credit_cents, c.unpaid_cents
  FROM transactions AS t
  JOIN transaction_kinds AS k ON k.id = t.kind AND k.name = 'settlement'
  JOIN charges AS c ON c.account_id = t.account_id AND c.number = t.subject
)
GROUP BY write_id;

UPDATE writes
SET balance_cents = m.balance, credit_drawn_cents = m.credit, owed_cents = m.owed
FROM (
  SELECT w.id, IFNULL(SUM(m.balance) OVER so_far, 0) AS balance, IFNULL(SUM(m.credit) OVER so_far, 0) AS credit,
         IFNULL(SUM(m.owed) OVER so_far, 0) AS owed
  FROM writes AS w
  LEFT JOIN moved_by_write AS m ON m.write_id = w.id
  WINDOW so_far AS (PARTITION BY w.account_id ORDER BY w.id)
) AS m
WHERE m.id = writes.id;

DROP TABLE moved_by_write;

CREATE TRIGGER write_stays BEFORE UPDATE ON writes
BEGIN
  SELECT RAISE(ABORT, 'write stays');
END;
