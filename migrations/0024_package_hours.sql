-- The hours of the day in which a package pays, `22-06`; none: all of them (H-43).
ALTER TABLE packages ADD COLUMN hours TEXT;
