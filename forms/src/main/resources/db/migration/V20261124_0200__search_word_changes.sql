-- Who gave a word which meaning, when, and what it led to before: kept when the word itself is taken back.
CREATE TABLE search_word_change (
  id         bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  word       text        NOT NULL,
  -- Codes of items, the likeliest first, with blanks between; empty where the word led nowhere.
  led_to     text        NOT NULL,
  leads_to   text        NOT NULL,
  changed_by text        NOT NULL,
  changed_at timestamptz NOT NULL
);
