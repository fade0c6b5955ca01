-- Accounts, their contract, and the small state that deciding needs.
--
-- The books stand alone: zone and period are kept with the account, so that every summary and every charge can be
-- derived again without the policy file the account was opened under.
-- Money is INTEGER cents, instants are INTEGER unix seconds. Numbers of resources, projects, packages and charges
-- count from 0 within their account.

CREATE TABLE accounts (
  id                        INTEGER PRIMARY KEY,
  name                      TEXT    NOT NULL UNIQUE CHECK (name <> ''),
  policy                    TEXT    NOT NULL,
  level                     TEXT    NOT NULL,
  currency                  TEXT    NOT NULL,
  settlement_delay_seconds  INTEGER NOT NULL CHECK (settlement_delay_seconds >= 0),
  zone_offset_seconds       INTEGER NOT NULL CHECK (zone_offset_seconds BETWEEN -86399 AND 86399),
  period_seconds            INTEGER NOT NULL CHECK (period_seconds > 0),
  catalogue                 TEXT    NOT NULL,
  catalogue_hash            TEXT    NOT NULL,
  sample                    INTEGER NOT NULL CHECK (sample IN (0, 1)),
  opened_at                 INTEGER NOT NULL,
  now_at                    INTEGER NOT NULL CHECK (now_at >= opened_at),
  phase                     INTEGER NOT NULL CHECK (phase BETWEEN 0 AND 7),
  balance_cents             INTEGER NOT NULL CHECK (balance_cents >= 0),
  credit_limit_cents        INTEGER NOT NULL CHECK (credit_limit_cents >= 0),
  credit_drawn_cents        INTEGER NOT NULL CHECK (credit_drawn_cents >= 0),
  arrears_since             INTEGER,
  next_charge               INTEGER NOT NULL CHECK (next_charge >= 0)
) STRICT;

CREATE TABLE resources (
  account_id     INTEGER NOT NULL REFERENCES accounts (id),
  number         INTEGER NOT NULL CHECK (number >= 0),
  service        TEXT    NOT NULL,
  region         TEXT    NOT NULL,
  alert_percent  INTEGER CHECK (alert_percent BETWEEN 0 AND 100),
  PRIMARY KEY (account_id, number),
  UNIQUE (account_id, service, region)
) STRICT, WITHOUT ROWID;

-- When calls of a resource were allowed; late usage is judged by these. Without `until_at` while it lasts.
CREATE TABLE enabled_spans (
  account_id  INTEGER NOT NULL,
  resource    INTEGER NOT NULL,
  number      INTEGER NOT NULL CHECK (number >= 0),
  from_at     INTEGER NOT NULL,
  until_at    INTEGER,
  PRIMARY KEY (account_id, resource, number),
  FOREIGN KEY (account_id, resource) REFERENCES resources (account_id, number)
) STRICT, WITHOUT ROWID;

-- Project 0 is the default one; its name is empty.
CREATE TABLE projects (
  account_id  INTEGER NOT NULL REFERENCES accounts (id),
  number      INTEGER NOT NULL CHECK (number >= 0),
  name        TEXT    NOT NULL,
  PRIMARY KEY (account_id, number),
  UNIQUE (account_id, name)
) STRICT, WITHOUT ROWID;
