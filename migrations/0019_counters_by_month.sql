-- The counters of a month lie together: what an action reads is a month of them, however many years there are.
CREATE TABLE tier_counters_by_month (
  account_id  INTEGER NOT NULL,
  month       INTEGER NOT NULL,     -- 202304
  resource    INTEGER NOT NULL,
  calls       INTEGER NOT NULL CHECK (calls >= 0),
  PRIMARY KEY (account_id, month, resource),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO tier_counters_by_month (account_id, month, resource, calls)
SELECT account_id, month, resource, calls
FROM tier_counters
ORDER BY account_id, month, resource;

DROP TABLE tier_counters;
ALTER TABLE tier_counters_by_month RENAME TO tier_counters;
