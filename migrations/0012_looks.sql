-- Up to which write the customer has looked at an account: what fell due after it is summarised once, at the next start.

CREATE TABLE looks (
  account_id  INTEGER PRIMARY KEY REFERENCES accounts (id),
  write_id    INTEGER NOT NULL REFERENCES writes (id),
  at          INTEGER NOT NULL      -- the wall clock
) STRICT;

-- Accounts of earlier books were looked at up to their last write.
INSERT INTO looks (account_id, write_id, at)
SELECT account_id, MAX(id), MAX(recorded_at) FROM writes GROUP BY account_id;
