-- Until a platform has begun nothing in it has a time, so its first moment may also lie in the past.
ALTER TABLE platform_clock ADD COLUMN begun boolean NOT NULL DEFAULT false;
ALTER TABLE platform_clock DROP CONSTRAINT platform_clock_offset_millis_check;
