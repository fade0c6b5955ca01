-- What a notice measured when it was sent: the value and the line it crossed (rulebook 7). Notices of earlier books have
-- none of it.

-- Cents, or calls and seconds left of a quota.
ALTER TABLE notices ADD COLUMN value INTEGER;
-- Cents of the balance alert, or percent of the package alert.
ALTER TABLE notices ADD COLUMN line INTEGER;
-- The quota of which so much was left.
ALTER TABLE notices ADD COLUMN quota INTEGER;
-- How often the balance alert had been set.
ALTER TABLE notices ADD COLUMN rule_version INTEGER;

CREATE TRIGGER notice_keeps_its_figures BEFORE UPDATE OF value, line, quota, rule_version ON notices
BEGIN
  SELECT RAISE(ABORT, 'notice keeps its figures');
END;
