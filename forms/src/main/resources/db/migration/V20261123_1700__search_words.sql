-- What people say instead of the names of services, where editors have changed what the build brings; without items the
-- word no longer leads anywhere. A change raises catalogue_revision, so that every node makes its index anew.
CREATE TABLE search_word (
  word       text PRIMARY KEY,
  -- Codes of items, the likeliest first, with blanks between.
  items      text        NOT NULL,
  changed_by text        NOT NULL,
  changed_at timestamptz NOT NULL
);

-- Words that found nothing, for editors: only such as were asked for several times, without digits, by day.
CREATE TABLE search_unfound (
  words    text PRIMARY KEY,
  hits     integer     NOT NULL CHECK (hits > 0),
  first_on timestamptz NOT NULL,
  last_on  timestamptz NOT NULL
);
CREATE INDEX search_unfound_often ON search_unfound (hits DESC, words);
