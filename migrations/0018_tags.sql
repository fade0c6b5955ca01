-- What the customer sorts the costs of a resource by, a line for each tag: `team=kyc`.
ALTER TABLE resources ADD COLUMN tags TEXT NOT NULL DEFAULT '';
