-- How old what a notice knew was when it was sent: the last usage at or before it (rulebook 7). Notices of earlier books,
-- and those before any usage, have none.
ALTER TABLE notices ADD COLUMN usage_until INTEGER;

CREATE TRIGGER notice_keeps_its_data_age BEFORE UPDATE OF usage_until ON notices
BEGIN
  SELECT RAISE(ABORT, 'notice keeps its data age');
END;
