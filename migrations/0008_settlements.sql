-- A settlement is its charge: what moves is what the charge costs, and how it was paid, so postings beside it would say
-- the same again. The journal with the postings of settlements is the view `journal`.

DROP TRIGGER sealed_posting_is_kept;

DELETE FROM postings
WHERE transaction_id IN (
  SELECT t.id FROM transactions AS t JOIN transaction_kinds AS k ON k.id = t.kind WHERE k.name = 'settlement'
);

CREATE TRIGGER sealed_posting_is_kept BEFORE DELETE ON postings
WHEN (SELECT sealed FROM transactions WHERE id = OLD.transaction_id) = 1
BEGIN
  SELECT RAISE(ABORT, 'sealed posting is kept');
END;

-- The columns of a charge balance, and never change; a settlement has one that moves money, and nothing else.
DROP TRIGGER seal_needs_balance;

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

CREATE VIEW journal AS
WITH settlements AS (
  SELECT t.id AS transaction_id, 'Expenses:Usage:' || r.service || '@' || r.region AS usage, c.due_cents,
         c.from_balance_cents, c.from_credit_cents, c.unpaid_cents
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

-- What is owed: few rows, sorted when they are read. The order of payment in the key took longer than that.
DROP INDEX charges_owed;
CREATE INDEX charges_owed ON charges (account_id) WHERE owed_cents > 0;
