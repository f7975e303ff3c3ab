-- Who published a version: an administrator, or the platform itself at its start.
ALTER TABLE item_version ADD COLUMN published_by text NOT NULL DEFAULT 'system';
ALTER TABLE item_version ALTER COLUMN published_by DROP DEFAULT;
