-- What of the money that an undone import gives back goes to the vouchers that had paid: `[[voucher,cents],…]`, empty without any.
DROP TRIGGER correction_stays;

ALTER TABLE corrections ADD COLUMN to_vouchers_cents INTEGER NOT NULL DEFAULT 0 CHECK (to_vouchers_cents >= 0);
ALTER TABLE corrections ADD COLUMN vouchers TEXT NOT NULL DEFAULT '' CHECK ((vouchers = '') = (to_vouchers_cents = 0));

CREATE TRIGGER correction_stays BEFORE UPDATE ON corrections
BEGIN
  SELECT RAISE(ABORT, 'correction stays');
END;
