-- A cycle pays for nothing that was called before it was paid: a renewal after the end begins in the past (H-90).
ALTER TABLE cycles ADD COLUMN paid_at INTEGER NOT NULL DEFAULT 0;

-- First cycles were paid with their package. Renewals paid later are known by what was paid for them: the payments of a
-- package, in order, each for so many of its cycles.
UPDATE cycles SET paid_at = (
  SELECT p.at
  FROM (
    SELECT at, SUM(cycle_count) OVER (ORDER BY number) AS paid_cycles
    FROM purchases
    WHERE purchases.account_id = cycles.account_id AND purchases.package = cycles.package
  ) AS p
  WHERE p.paid_cycles > cycles.number
  ORDER BY p.paid_cycles
  LIMIT 1
)
WHERE EXISTS (
  SELECT 1 FROM purchases WHERE purchases.account_id = cycles.account_id AND purchases.package = cycles.package
);
