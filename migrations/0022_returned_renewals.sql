-- Renewals given back before they began (H-136): the orders whose cycles are gone, and the first and the last second that each
-- would have paid for, `[[order,starts_at,ends_at],…]`; empty when a whole package was given back.
ALTER TABLE refunds ADD COLUMN renewals TEXT NOT NULL DEFAULT '[]';

CREATE VIEW returned_orders AS
SELECT r.account_id, r.number AS refund, o.value ->> 0 AS purchase, o.value ->> 1 AS starts_at, o.value ->> 2 AS ends_at
FROM refunds AS r, json_each(r.renewals) AS o
WHERE r.renewals <> '[]';
