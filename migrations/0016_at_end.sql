-- Whether the service is switched off when a package ends, as the customer chose.
ALTER TABLE packages ADD COLUMN disable_at_end INTEGER NOT NULL DEFAULT 0 CHECK (disable_at_end IN (0, 1));
