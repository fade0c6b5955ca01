-- Until when nothing of the balance alert is told, and how many of its messages a snooze left out.
ALTER TABLE accounts ADD COLUMN alert_snoozed_until INTEGER;
ALTER TABLE accounts ADD COLUMN alert_skipped INTEGER NOT NULL DEFAULT 0 CHECK (alert_skipped >= 0);
