-- Refunds by more than one rule: which of them used up the allowance of packages that come back whole. Until now all did.
ALTER TABLE packages ADD COLUMN refund_counted INTEGER NOT NULL DEFAULT 0 CHECK (refund_counted IN (0, 1));
UPDATE packages SET refund_counted = 1 WHERE refunded_at IS NOT NULL;

-- The count of them is that of the packages.
ALTER TABLE accounts DROP COLUMN refunds;
