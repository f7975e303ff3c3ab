-- Where an officer gets his notices; a constant default rewrites nothing.
ALTER TABLE officer ADD COLUMN mail varchar(120) NOT NULL DEFAULT '';
