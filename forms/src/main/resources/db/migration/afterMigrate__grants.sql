-- Runs after every migrate, so that tables made later and roles created later get their rights too.
-- The operator creates the roles (yiwang_owner owns the tables, yiwang_app serves requests); without them one user does
-- both and nothing is to be granted.
DO $$
DECLARE
  kept text;
BEGIN
  IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'yiwang_app') AND current_user <> 'yiwang_app' THEN
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO yiwang_app', current_schema());
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO yiwang_app', current_schema());
    EXECUTE format('GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA %I TO yiwang_app', current_schema());
    -- What has been recorded stays as it was recorded. A table that a later migration makes is not there yet.
    FOREACH kept IN ARRAY ARRAY[
      'case_event',
      'case_bundle_event',
      'print_copy',
      'print_given_back',
      'event_digest',
      'event_digest_head',
      'event_digest_stamp',
      'event_digest_errand_head',
      'bad_rating_step',
      'staff_event',
      'lookup_call',
      'item_event',
      'search_word_change'
    ] LOOP
      IF to_regclass(kept) IS NOT NULL THEN
        EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM yiwang_app', kept);
      END IF;
    END LOOP;
    -- The history of the schema belongs to its owner.
    IF to_regclass('flyway_schema_history') IS NOT NULL THEN
      REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON flyway_schema_history FROM yiwang_app;
    END IF;
  END IF;
END
$$;
