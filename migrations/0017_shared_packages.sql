-- When a package paid for calls of member accounts, too: `1681747200-1681750800 1681833600-`, the last one open while it lasts.
ALTER TABLE packages ADD COLUMN shared TEXT NOT NULL DEFAULT '';
