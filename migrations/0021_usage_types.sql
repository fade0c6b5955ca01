-- Attendance has a usage type, which stands where calls have a project: each has a running total of its own (T-07). Until now
-- all of it was of classes, the default.
CREATE TABLE attended_by_type (
  account_id  INTEGER NOT NULL,
  resource    INTEGER NOT NULL,
  project     INTEGER NOT NULL,
  period      INTEGER NOT NULL,
  seconds     INTEGER NOT NULL CHECK (seconds >= 0),
  PRIMARY KEY (account_id, resource, project, period),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number),
  FOREIGN KEY (account_id, project) REFERENCES projects (account_id, number)
) STRICT, WITHOUT ROWID;

INSERT INTO attended_by_type (account_id, resource, project, period, seconds)
SELECT account_id, resource, 0, period, seconds
FROM attended;

DROP TABLE attended;
ALTER TABLE attended_by_type RENAME TO attended;
