-- Sums of charges that costs and explanations are told from: kept as charges are settled, so that a month, or all ten years, is
-- told apart without reading every hour of it. Corrections are not in them.

-- The charges of a bill by what was called, for whom, and the month in which that was.
CREATE TABLE charged_sums (
  account_id    INTEGER NOT NULL REFERENCES accounts (id),
  bill          INTEGER NOT NULL,     -- 202304
  resource      INTEGER NOT NULL,
  project       INTEGER NOT NULL,
  used_in       INTEGER NOT NULL,     -- the month of the usage at the provider; of late usage not that of the bill (H-92)
  charge_count  INTEGER NOT NULL,
  amount_units  INTEGER NOT NULL,
  PRIMARY KEY (account_id, bill, resource, project, used_in)
) STRICT, WITHOUT ROWID;

CREATE INDEX charged_apart ON charged_sums (account_id, bill) WHERE used_in <> bill;

-- Pay-per-use calls of a day or month by their price and the reasons why no package paid. What their charges came to stands
-- with the calls that come first in each.
CREATE TABLE priced_sums (
  account_id    INTEGER NOT NULL REFERENCES accounts (id),
  width         INTEGER NOT NULL CHECK (width IN (1, 2)),     -- 1 a day, 2 a month at the provider
  start_at      INTEGER NOT NULL,
  resource      INTEGER NOT NULL,
  project       INTEGER NOT NULL,
  reasons       INTEGER NOT NULL,
  unit_price    TEXT    NOT NULL,
  calls         INTEGER NOT NULL,
  due_cents     INTEGER NOT NULL,
  PRIMARY KEY (account_id, width, start_at, resource, project, reasons, unit_price)
) STRICT, WITHOUT ROWID;

INSERT INTO charged_sums (account_id, bill, resource, project, used_in, charge_count, amount_units)
SELECT c.account_id, c.bill, c.resource, c.project,
       CAST(strftime('%Y%m', c.period + a.zone_offset_seconds, 'unixepoch') AS INTEGER), COUNT(*), SUM(c.amount_units)
FROM charges AS c
JOIN accounts AS a ON a.id = c.account_id
GROUP BY 1, 2, 3, 4, 5;

-- `120*0.02/1;30*0.01/1` as `[["120","0.02","1"],["30","0.01","1"]]`.
INSERT INTO priced_sums (account_id, width, start_at, resource, project, reasons, unit_price, calls, due_cents)
SELECT c.account_id, 1, c.day_at, c.resource, c.project, CAST(part.value ->> 2 AS INTEGER), part.value ->> 1,
       SUM(c.charge_count * CAST(part.value ->> 0 AS INTEGER)), SUM(IIF(part.key = 0, c.due_cents, 0))
FROM (
  SELECT c.account_id, (c.period + a.zone_offset_seconds) / 86400 * 86400 - a.zone_offset_seconds AS day_at, c.resource,
         c.project, c.parts, COUNT(*) AS charge_count, SUM(c.due_cents) AS due_cents
  FROM charges AS c
  JOIN accounts AS a ON a.id = c.account_id
  WHERE c.parts <> ''
  GROUP BY 1, 2, 3, 4, 5
) AS c
CROSS JOIN json_each(
  '[["' || replace(replace(replace(c.parts, '*', '","'), '/', '","'), ';', '"],["') || '"]]'
) AS part
GROUP BY 1, 3, 4, 5, 6, 7;

INSERT INTO priced_sums (account_id, width, start_at, resource, project, reasons, unit_price, calls, due_cents)
SELECT p.account_id, 2,
       unixepoch(strftime('%Y-%m-01', p.start_at + a.zone_offset_seconds, 'unixepoch')) - a.zone_offset_seconds,
       p.resource, p.project, p.reasons, p.unit_price, SUM(p.calls), SUM(p.due_cents)
FROM priced_sums AS p
JOIN accounts AS a ON a.id = p.account_id
GROUP BY 1, 3, 4, 5, 6, 7;
